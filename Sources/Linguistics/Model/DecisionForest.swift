internal import CModel

/// A sum of decision trees (Friedman, 2001, trained by gradient boosting), read from a file that Training/FORMAT.md describes.
package struct DecisionForest: Sendable {
  /// What the file says of itself.
  package let metadata: [String: String]
  /// The names of the features, in the order of the numbers that `logOdds` takes.
  package let features: [String]
  /// A number for each name that the training knew, such as how often a relation's claims are right.
  package let priors: [String: Float]
  /// The prior of a name that the training did not know.
  package let prior: Float

  /// A node that asks: at most the threshold goes left.
  ///
  /// A negative child is the leaf of number `-1 - child`.
  private struct Node {
    let feature, left, right: Int
    let threshold: Float
  }

  private let nodes: [Node]
  /// The root of each tree, a node or a leaf as children are.
  private let roots: [Int]
  private let leaves: [Float]
  private let slope, shift: Float

  /// - Throws: `LinguisticsError.damagedModel` for a file whose trees have loops or ask for what is no feature.
  init(_ file: SafetensorsFile) throws(LinguisticsError) {
    guard file.metadata["format"] == "1" else {
      throw SafetensorsFile.damaged("its judge has no format that is known")
    }
    metadata = file.metadata
    features = try file.lines("labels.features")
    let features = try file.floats("node.feature")
    let thresholds = try file.floats("node.threshold", count: features.count)
    let left = try file.floats("node.left", count: features.count)
    let right = try file.floats("node.right", count: features.count)
    leaves = try file.floats("leaves")
    roots = try file.floats("roots").map { Int($0) }
    let calibration = try file.floats("calibration", count: 3)
    (slope, shift, prior) = (calibration[0], calibration[1], calibration[2])
    let names = try file.lines("labels.priors")
    priors = Dictionary(
      zip(names, try file.floats("priors", count: names.count)), uniquingKeysWith: { first, _ in first })
    nodes = features.indices.map {
      Node(
        feature: Int(features[$0]), left: Int(left[$0]), right: Int(right[$0]), threshold: thresholds[$0])
    }
    // Children stand behind their parents, so that no walk goes round.
    let (featureCount, nodeCount, leafCount) = (self.features.count, nodes.count, leaves.count)
    func isValid(_ child: Int, after parent: Int) -> Bool {
      child < 0 ? -1 - child < leafCount : child > parent && child < nodeCount
    }
    guard
      nodes.enumerated().allSatisfy({ index, node in
        0..<featureCount ~= node.feature && isValid(node.left, after: index)
          && isValid(node.right, after: index)
      }), roots.allSatisfy({ isValid($0, after: -1) })
    else { throw SafetensorsFile.damaged("the trees of its judge do not fit") }
  }

  /// How likely the answer is yes, from 0 to 1; takes time in proportion to the number of trees and their depth.
  ///
  /// - Parameter values: one for each of `features`; others are not looked at, missing ones are 0.
  package func probability(_ values: [Float]) -> Double {
    var sum: Double = 0
    for root in roots {
      var place = root
      while place >= 0 {
        let node = nodes[place]
        let value = node.feature < values.count ? values[node.feature] : 0
        place = value <= node.threshold ? node.left : node.right
      }
      sum += Double(leaves[-1 - place])
    }
    return Double(RelationHead.logistic(slope * Float(sum) + shift))
  }

  /// The judge of claims that is part of the binary.
  ///
  /// - Throws: `LinguisticsError.damagedModel`.
  package static func embeddedJudge() throws(LinguisticsError) -> DecisionForest {
    var count = 0
    guard let start = cmodel_judge(&count), count > 0 else {
      throw SafetensorsFile.damaged("its judge is empty")
    }
    return try DecisionForest(SafetensorsFile(bytes: UnsafeRawBufferPointer(start: start, count: count)))
  }
}

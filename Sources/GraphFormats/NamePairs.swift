internal import Claims
internal import GraphStore

/// Pairs of names, a JSON object a line.
package struct NamePairs {
  /// A line that is no pair.
  package struct Problem: Error, Hashable, Sendable {
    /// From 1.
    package let line: Int
    package let reason: String
  }

  package let left: String
  package let right: String
  package let type: String?

  /// The pairs of a file, each line in its place.
  package static func read(_ bytes: [UInt8]) -> [Result<NamePairs, Problem>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { return nil }
      func bad(_ reason: String) -> Result<NamePairs, Problem> {
        .failure(Problem(line: index + 1, reason: reason))
      }
      do {
        guard case .object(let fields) = try Array(line).withUnsafeBytes({ try JSONValue($0) }),
          case .string(let left) = fields["left"], case .string(let right) = fields["right"]
        else { return bad("no object with “left” and “right”") }
        if case .string(let type) = fields["type"] {
          return .success(NamePairs(left: left, right: right, type: type))
        }
        return .success(NamePairs(left: left, right: right, type: nil))
      } catch let error as JSONValue.SyntaxError {
        return bad("no JSON: \(error.reason) at byte \(error.byte)")
      } catch {
        return bad("no JSON")
      }
    }
  }

  /// The pair with its score, as a line.
  ///
  /// - Parameter type: what they are where the line does not say.
  package func scored(type: String?) -> [UInt8] {
    let comparison = NameComparison(left, right, type: self.type ?? type)
    var json = JSONWriter()
    json.object { json in
      json.field("left", left)
      json.field("right", right)
      json.field("type", self.type ?? type)
      json.comparison(comparison.score, comparison.features)
      json.name("certain")
      json.bool(comparison.isCertain)
    }
    json.endLine()
    return json.take()
  }
}

extension JSONWriter {
  /// Writes a score and what it is the sum of.
  mutating func comparison(_ score: Double, _ features: [NameComparison.Feature]) {
    name("score")
    number(score)
    name("features")
    array { json in
      for feature in features {
        json.object { json in
          json.field("name", feature.name)
          json.name("weight")
          json.number((feature.weight * 100).rounded() / 100)
        }
      }
    }
  }
}

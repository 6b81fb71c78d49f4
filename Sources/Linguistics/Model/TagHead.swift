internal import CKernels

/// Tags, features and lemma scripts of words.
struct TagHead: Sendable {
  private let first: IntegerMatrix
  private let last: IntegerMatrix
  private let upos: IntegerMatrix
  private let xpos: IntegerMatrix
  private let features: IntegerMatrix
  private let scripts: IntegerMatrix

  /// What the head says of a number of words.
  struct Tags {
    var upos: [UInt8] = []
    var xpos: [UInt8] = []
    var features: [UInt16] = []
    /// Scores of all scripts, [words, scripts].
    var scripts: UnsafePointer<Float>
  }

  init(_ file: SafetensorsFile, labels: ModelLabels) throws(LinguisticsError) {
    first = try IntegerMatrix(file, "tag_first")
    last = try IntegerMatrix(file, "tag_last")
    upos = try IntegerMatrix(file, "upos")
    xpos = try IntegerMatrix(file, "xpos")
    features = try IntegerMatrix(file, "feats")
    scripts = try IntegerMatrix(file, "scripts")
    guard upos.outputs == labels.upos.count, xpos.outputs == labels.xpos.count,
      features.outputs == labels.features.count, scripts.outputs == labels.scripts.count,
      first.outputs == last.outputs,
      [upos, xpos, features, scripts].allSatisfy({ $0.inputs == first.outputs })
    else { throw SafetensorsFile.damaged("the heads of tags do not fit its labels") }
  }

  /// The number of lemma scripts.
  var scriptCount: Int { scripts.outputs }

  func apply(first firstPieces: QuantisedRows, last lastPieces: QuantisedRows, in workspace: HeadWorkspace)
    -> Tags
  {
    let count = firstPieces.rows
    let inner = workspace.inner.room(for: count * first.outputs)
    let other = workspace.other.room(for: count * first.outputs)
    first.apply(firstPieces, to: inner)
    last.apply(lastPieces, to: other)
    for index in 0..<count * first.outputs { inner[index] += other[index] }
    kernels_gelu(inner, count * first.outputs)
    let rows = workspace.quantisation.quantise(inner, rows: count, columns: first.outputs)
    func best<Label: FixedWidthInteger>(_ matrix: IntegerMatrix) -> [Label] {
      let scores = workspace.scores.room(for: count * matrix.outputs)
      matrix.apply(rows, to: scores)
      return (0..<count).map {
        Label(truncatingIfNeeded: Self.best(scores + $0 * matrix.outputs, matrix.outputs))
      }
    }
    let (upos, xpos, features): ([UInt8], [UInt8], [UInt16]) = (best(upos), best(xpos), best(features))
    let scriptScores = workspace.scripts.room(for: count * scripts.outputs)
    scripts.apply(rows, to: scriptScores)
    return Tags(upos: upos, xpos: xpos, features: features, scripts: scriptScores)
  }

  /// The index of the greatest score, the first one on a tie.
  static func best(_ scores: UnsafePointer<Float>, _ count: Int) -> Int {
    var best = 0
    for index in 1..<max(1, count) where scores[index] > scores[best] { best = index }
    return best
  }
}

/// What one thread needs for the heads.
final class HeadWorkspace {
  let first = Scratch<Float>()
  let last = Scratch<Float>()
  let inner = Scratch<Float>()
  let other = Scratch<Float>()
  let scores = Scratch<Float>()
  let scripts = Scratch<Float>()
  let firstQuantisation = QuantisationScratch()
  let lastQuantisation = QuantisationScratch()
  let quantisation = QuantisationScratch()
}

internal import CKernels

/// Names of persons, organizations and places, as BIO tags.
struct NameHead: Sendable {
  private let inner: IntegerMatrix
  private let tags: FloatMatrix
  /// [tag before, tag after].
  private let transitions: [Float]

  init(_ file: SafetensorsFile, labels: ModelLabels) throws(LinguisticsError) {
    inner = try IntegerMatrix(file, "name_inner")
    tags = try FloatMatrix(file, "names")
    let count = labels.names.count
    transitions = try file.floats("names.transitions", count: count * count)
    guard tags.outputs == count, tags.inputs == inner.outputs else {
      throw SafetensorsFile.damaged("the head of names does not fit its labels")
    }
  }

  /// The number of tags.
  var count: Int { tags.outputs }

  /// The scores of all tags, [words, tags].
  func scores(_ words: QuantisedRows, in workspace: HeadWorkspace) -> UnsafePointer<Float> {
    let values = workspace.inner.room(for: words.rows * inner.outputs)
    inner.apply(words, to: values)
    kernels_gelu(values, words.rows * inner.outputs)
    let scores = workspace.scores.room(for: words.rows * tags.outputs)
    tags.apply(values, count: words.rows, to: scores)
    return UnsafePointer(scores)
  }

  /// The best sequence of tags (Viterbi 1967); before the first word stands O.
  func tags(_ scores: UnsafePointer<Float>, count words: Int) -> [UInt8] {
    let count = tags.outputs
    guard words > 0 else { return [] }
    var best = (0..<count).map { scores[$0] + transitions[$0] }
    var back = [UInt8](repeating: 0, count: words * count)
    for word in 1..<max(1, words) {
      var next = [Float](repeating: 0, count: count)
      for tag in 0..<count {
        var from = 0
        var value = best[0] + transitions[tag]
        for before in 1..<count where best[before] + transitions[before * count + tag] > value {
          value = best[before] + transitions[before * count + tag]
          from = before
        }
        back[word * count + tag] = UInt8(from)
        next[tag] = value + scores[word * count + tag]
      }
      best = next
    }
    var tag = 0
    for other in 1..<count where best[other] > best[tag] { tag = other }
    var result = [UInt8](repeating: 0, count: words)
    for word in stride(from: words - 1, through: 0, by: -1) {
      result[word] = UInt8(tag)
      tag = Int(back[word * count + tag])
    }
    return result
  }
}

internal import CKernels

/// Which earlier mention a mention goes back to, by scores of pairs.
///
/// After Lee, He, Lewis and Zettlemoyer (2017).
struct CoreferenceScorer: Sendable {
  /// So many mentions before each one are looked at.
  static let window = 100
  /// So many farther ones of the same words or the same head are looked at, too.
  static let farMatches = 5

  private let start, end, head, later, earlier, product: IntegerMatrix
  private let features: Embedding
  private let score: FloatMatrix
  private let threshold: Float
  let pairs: PairFeatures

  init(_ file: SafetensorsFile, labels: ModelLabels) throws(LinguisticsError) {
    start = try IntegerMatrix(file, "coref.start")
    end = try IntegerMatrix(file, "coref.end")
    head = try IntegerMatrix(file, "coref.head")
    later = try IntegerMatrix(file, "coref.later")
    earlier = try IntegerMatrix(file, "coref.earlier")
    product = try IntegerMatrix(file, "coref.product")
    features = try Embedding(file, "coref.features.weight", width: product.outputs)
    score = try FloatMatrix(file, "coref.score")
    threshold = try file.floats("coref.threshold", count: 1)[0]
    pairs = PairFeatures(labels: labels)
    guard start.outputs == end.outputs, start.outputs == head.outputs,
      [later, earlier, product].allSatisfy({ $0.inputs == start.outputs && $0.outputs == product.outputs }),
      features.rows == pairs.rowCount, score.inputs == product.outputs, score.outputs == 1
    else { throw SafetensorsFile.damaged("the coreference scorer does not fit its labels") }
  }

  /// The number of floats of a mention's vector.
  var vectorSize: Int { start.outputs }

  final class Workspace {
    let first = Scratch<Float>()
    let second = Scratch<Float>()
    let third = Scratch<Float>()
    let rows = Scratch<Float>()
    let quantisation = QuantisationScratch()
  }

  /// The vectors of mentions, [mentions, vectorSize], from the encoder's vectors of first word, last word and head.
  func vectors(
    _ mentions: [(first: Int, last: Int, head: Int)], words: UnsafePointer<Float>, in workspace: Workspace
  ) -> [Float] {
    let count = mentions.count
    if count == 0 { return [] }
    let width = Encoder.width
    let gathered = workspace.rows.room(for: count * width)
    var result = [Float](repeating: 0, count: count * vectorSize)
    let part = workspace.first.room(for: count * vectorSize)
    let pieces: [(IntegerMatrix, (Int) -> Int)] = [
      (start, { mentions[$0].first }), (end, { mentions[$0].last }), (head, { mentions[$0].head }),
    ]
    for (matrix, row) in pieces {
      for mention in 0..<count {
        (gathered + mention * width).update(from: words + row(mention) * width, count: width)
      }
      matrix.apply(workspace.quantisation.quantise(gathered, rows: count, columns: width), to: part)
      for index in 0..<count * vectorSize { result[index] += part[index] }
    }
    result.withUnsafeMutableBufferPointer { buffer in
      if let start = buffer.baseAddress { kernels_gelu(start, buffer.count) }
    }
    return result
  }

  /// A mention as a candidate sees it and is seen.
  struct Side {
    var form: MentionForm
    /// Its number in the document.
    var number: Int
    var vector: UnsafePointer<Float>
    /// What `laterParts` or `earlierParts` give for it.
    var part: UnsafePointer<Float>
  }

  /// The number of floats of a mention's part in a pair.
  var partSize: Int { product.outputs }

  /// Whether a score is high enough for two mentions to be of one thing.
  func passes(_ score: Float) -> Bool { score > threshold }

  /// What mentions bring into pairs in which they are the later one, [mentions, partSize].
  func laterParts(_ vectors: UnsafePointer<Float>, count: Int, in workspace: Workspace) -> [Float] {
    projected(vectors, count: count, by: later, in: workspace)
  }

  /// What mentions bring into pairs in which they are the earlier one, [mentions, partSize].
  func earlierParts(_ vectors: UnsafePointer<Float>, count: Int, in workspace: Workspace) -> [Float] {
    projected(vectors, count: count, by: earlier, in: workspace)
  }

  private func projected(
    _ vectors: UnsafePointer<Float>, count: Int, by matrix: IntegerMatrix, in workspace: Workspace
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: count * matrix.outputs) { target, filled in
      guard let result = target.baseAddress else { return }
      matrix.apply(
        workspace.quantisation.quantise(vectors, rows: count, columns: matrix.inputs), to: result)
      filled = count * matrix.outputs
    }
  }

  /// How well a mention goes with each of its candidates; valid until the workspace is used again.
  func scores(_ mention: Side, _ candidates: [Side], in workspace: Workspace) -> UnsafePointer<Float> {
    let width = vectorSize
    let size = partSize
    let count = candidates.count
    let products = workspace.rows.room(for: count * width)
    for (row, candidate) in candidates.enumerated() {
      for place in 0..<width {
        products[row * width + place] = mention.vector[place] * candidate.vector[place]
      }
    }
    let inner = workspace.second.room(for: count * size)
    product.apply(workspace.quantisation.quantise(products, rows: count, columns: width), to: inner)
    let sums = workspace.first.room(for: size)
    for (row, candidate) in candidates.enumerated() {
      sums.update(repeating: 0, count: size)
      pairs.forEachRow(
        later: mention.form, earlier: candidate.form, distance: mention.number - candidate.number
      ) {
        features.add($0, to: sums)
      }
      let target = inner + row * size
      for place in 0..<size {
        target[place] = mention.part[place] + candidate.part[place] + target[place] + sums[place]
      }
    }
    kernels_gelu(inner, count * size)
    let scores = workspace.third.room(for: count)
    score.apply(inner, count: count, to: scores)
    return UnsafePointer(scores)
  }
}

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

  /// The number of the thing that each mention is of; takes time in proportion to the number of mentions.
  func entities(_ forms: [MentionForm], vectors: [Float], in workspace: Workspace) -> [Int] {
    let count = forms.count
    if count == 0 { return [] }
    let size = product.outputs
    let earlierParts = projected(vectors, 0..<count, by: earlier, in: workspace)
    // Of a mention as the later one nothing is asked once its own turn is over.
    var laterParts: [Float] = []
    var finder = CandidateFinder()
    var entities: [Int] = []
    var entityCount = 0
    var candidates: [Int] = []
    for mention in 0..<count {
      if mention.isMultiple(of: Self.block) {
        laterParts = projected(
          vectors, mention..<min(count, mention + Self.block), by: later, in: workspace)
      }
      finder.candidates(of: mention, forms: forms, into: &candidates)
      var best: (score: Float, antecedent: Int)?
      if !candidates.isEmpty {
        let scores = scores(
          mention, candidates, forms: forms, vectors: vectors, later: laterParts, earlier: earlierParts,
          size: size,
          in: workspace)
        for (index, candidate) in candidates.enumerated() where scores[index] > best?.score ?? threshold {
          best = (scores[index], candidate)
        }
      }
      if let best {
        entities.append(entities[best.antecedent])
      } else {
        entities.append(entityCount)
        entityCount += 1
      }
    }
    return entities
  }

  private func projected(
    _ vectors: [Float], _ mentions: Range<Int>, by matrix: IntegerMatrix, in workspace: Workspace
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: mentions.count * matrix.outputs) { target, filled in
      vectors.withUnsafeBufferPointer { source in
        for row in stride(from: mentions.lowerBound, to: mentions.upperBound, by: Self.block) {
          guard let start = source.baseAddress, let result = target.baseAddress else { return }
          let steps = workspace.quantisation.quantise(
            start + row * matrix.inputs, rows: min(Self.block, mentions.upperBound - row),
            columns: matrix.inputs)
          matrix.apply(steps, to: result + (row - mentions.lowerBound) * matrix.outputs)
        }
      }
      filled = mentions.count * matrix.outputs
    }
  }

  /// So many mentions are projected at once.
  private static let block = 512

  private func scores(
    _ mention: Int, _ candidates: [Int], forms: [MentionForm], vectors: [Float], later: [Float],
    earlier: [Float],
    size: Int, in workspace: Workspace
  ) -> UnsafePointer<Float> {
    let width = vectorSize
    let count = candidates.count
    let products = workspace.rows.room(for: count * width)
    vectors.withUnsafeBufferPointer { vectors in
      for (row, candidate) in candidates.enumerated() {
        for place in 0..<width {
          products[row * width + place] =
            vectors[mention * width + place] * vectors[candidate * width + place]
        }
      }
    }
    let inner = workspace.second.room(for: count * size)
    product.apply(workspace.quantisation.quantise(products, rows: count, columns: width), to: inner)
    let sums = workspace.first.room(for: size)
    later.withUnsafeBufferPointer { later in
      earlier.withUnsafeBufferPointer { earlier in
        for (row, candidate) in candidates.enumerated() {
          sums.update(repeating: 0, count: size)
          pairs.forEachRow(later: forms[mention], earlier: forms[candidate], distance: mention - candidate) {
            features.add($0, to: sums)
          }
          let target = inner + row * size
          for place in 0..<size {
            target[place] =
              later[mention % Self.block * size + place] + earlier[candidate * size + place] + target[place]
              + sums[place]
          }
        }
      }
    }
    kernels_gelu(inner, count * size)
    let scores = workspace.third.room(for: count)
    score.apply(inner, count: count, to: scores)
    return UnsafePointer(scores)
  }
}

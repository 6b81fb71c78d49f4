internal import CKernels

/// Which relations hold between two phrases of a sentence, by scores of pairs over the encoder's vectors.
///
/// A pair is the sum of its two ends, of their product, of features, and of what its own attention (Vaswani and others,
/// 2017) takes from the sentence. Training/FORMAT.md describes the file.
struct RelationHead: Sendable {
  /// A relation that an output of the head stands for.
  struct Output: Sendable {
    let relation: String
    let isSymmetric: Bool
    /// The log odds are slope × score + shift.
    let slope, shift: Float
    /// The least probability with which it is said.
    let threshold: Float
  }

  /// A relation between two phrases of a passage.
  struct Finding: Sendable, Hashable {
    let subject, object: RelationPhrase
    let relation: String
    var probability: Float
  }

  /// What is less likely nobody asks about; whoever claims a relation asks for more.
  private static let leastProbability: Float = 0.1

  /// The relations that it reads.
  var relations: Set<String> { Set(outputs.filter { $0.threshold <= 1 }.map(\.relation)) }

  /// So many pairs are scored together.
  private static let mostPairs = 96

  let description: ReadingModel.Description
  let finder: RelationPhraseFinder
  private let features: RelationFeatures
  private let outputs: [Output]
  private let words, context, product, inner: IntegerMatrix
  private let queryTypes, featureRows: Embedding
  /// What the attention adds for each role of a word, [heads, roles].
  private let roleBias: [Float]
  private let heads: Int
  private let score: FloatMatrix

  /// The first columns of what `words` makes of each word.
  private let column:
    (
      subject: Int, object: Int, subjectQuery: Int, objectQuery: Int, key: Int, value: Int,
      subjectFactor: Int, objectFactor: Int
    )
  /// What keeps the bytes alive that the head reads in place.
  private let owner: (any Sendable)?

  /// - Parameter owner: keeps the file's bytes valid; nil where they are part of the binary.
  init(_ file: SafetensorsFile, labels: ModelLabels, owner: (any Sendable)? = nil) throws(LinguisticsError) {
    guard file.metadata["format"] == "1" else {
      throw SafetensorsFile.damaged("its head of relations has no format that is known")
    }
    self.owner = owner
    description = ReadingModel.Description(metadata: file.metadata, title: "Relation model")
    words = try IntegerMatrix(file, "words")
    context = try IntegerMatrix(file, "context")
    product = try IntegerMatrix(file, "product")
    inner = try IntegerMatrix(file, "inner")
    score = try FloatMatrix(file, "score")
    queryTypes = try Embedding(file, "query_types.weight", width: context.inputs)
    featureRows = try Embedding(file, "features.weight", width: context.outputs)
    finder = RelationPhraseFinder(labels: labels)
    features = RelationFeatures(labels: labels, finder: finder)
    let roles = try file.tensor("roles", .float32)
    heads = roles.shape.first ?? 0
    roleBias = try file.floats("roles")
    let lines = try file.lines("labels.relations")
    let slopes = try file.floats("calibration.slope", count: lines.count)
    let shifts = try file.floats("calibration.shift", count: lines.count)
    let thresholds = try file.floats("thresholds", count: lines.count)
    let least = Self.leastProbability
    outputs = lines.indices.map { index in
      let fields = lines[index].split(separator: "\t")
      return Output(
        relation: fields.first.map(String.init) ?? "", isSymmetric: fields.dropFirst().contains("symmetric"),
        slope: slopes[index], shift: shifts[index],
        threshold: thresholds[index] > 1 ? thresholds[index] : min(thresholds[index], least))
    }
    let (pair, attention, factor) = (context.outputs, context.inputs, product.inputs)
    column = (
      0, pair, 2 * pair, 2 * pair + attention, 2 * pair + 2 * attention, 2 * pair + 3 * attention,
      2 * pair + 4 * attention, 2 * pair + 4 * attention + factor
    )
    guard words.inputs == Encoder.width, words.outputs == 2 * pair + 4 * attention + 2 * factor,
      product.outputs == pair, inner.inputs == pair, score.inputs == inner.outputs,
      score.outputs == outputs.count, featureRows.rows == features.rowCount,
      queryTypes.rows == finder.typeCount * finder.typeCount,
      roles.shape == [heads, RelationFeatures.Role.allCases.count], heads > 0,
      attention.isMultiple(of: heads), outputs.allSatisfy({ !$0.relation.isEmpty })
    else { throw SafetensorsFile.damaged("the head of relations does not fit its labels") }
  }

  final class Workspace {
    let words = Scratch<Float>()
    let keys = Scratch<Float>()
    let values = Scratch<Float>()
    let queries = Scratch<Float>()
    let weights = Scratch<Float>()
    let context = Scratch<Float>()
    let pairs = Scratch<Float>()
    let part = Scratch<Float>()
    let factors = Scratch<Float>()
    let inner = Scratch<Float>()
    let scores = Scratch<Float>()
    let quantisation = QuantisationScratch()
    fileprivate var roles: [RelationFeatures.Role] = []
  }

  /// A pair with all that is known of it before its vectors.
  private struct Pair {
    let subject, object: Int
    let path: DependencyPath
  }

  /// The relations of a passage whose words are the rows `range` of a batch; takes time in proportion to pairs and words.
  func relations(
    _ rows: QuantisedRows, words range: Range<Int>, reading: BatchReader.PassageReading,
    form: (Int) -> ArraySlice<UInt8>, in workspace: Workspace
  ) -> [Finding] {
    let phrases = finder.phrases(reading, form: form)
    var found = Findings(phrases: phrases, outputs: outputs)
    forEachPair(of: phrases, rows, words: range, reading: reading, in: workspace) { subject, object, scores in
      for (index, output) in outputs.enumerated() where output.threshold <= 1 {
        let probability = Self.logistic(output.slope * scores[index] + output.shift)
        found.add(probability, output: index, subject: subject, object: object)
      }
    }
    return found.relations
  }

  /// Gives the scores of all outputs of each pair of phrases to `body`, with the places of subject and object.
  func forEachPair(
    of phrases: [RelationPhrase], _ rows: QuantisedRows, words range: Range<Int>,
    reading: BatchReader.PassageReading, in workspace: Workspace,
    _ body: (_ subject: Int, _ object: Int, _ scores: UnsafeBufferPointer<Float>) -> Void
  ) {
    let pairs = finder.pairs(phrases).map {
      Pair(
        subject: $0.subject, object: $0.object,
        path: DependencyPath(
          from: phrases[$0.subject].head, to: phrases[$0.object].head, heads: reading.heads))
    }
    if pairs.isEmpty { return }
    let projected = workspace.words.room(for: range.count * words.outputs)
    words.apply(rows, rows: range, to: projected)
    let sentence = sentence(projected, count: range.count, in: workspace)
    for start in stride(from: 0, to: pairs.count, by: Self.mostPairs) {
      let chunk = pairs[start..<min(pairs.count, start + Self.mostPairs)]
      attend(chunk, phrases: phrases, reading: reading, sentence, in: workspace)
      let scores = scores(chunk, phrases: phrases, reading: reading, sentence, in: workspace)
      for (row, pair) in chunk.enumerated() {
        let own = UnsafeBufferPointer(start: scores + row * outputs.count, count: outputs.count)
        body(pair.subject, pair.object, own)
      }
    }
  }

  /// What the words of a passage give to all pairs.
  private struct Sentence {
    let count: Int
    /// The count, rounded up to whole vectors.
    let stride: Int
    /// [words, outputs of `words`].
    let words: UnsafePointer<Float>
    /// [attention, stride].
    let keys: UnsafePointer<Float>
    /// [words, attention].
    let values: UnsafePointer<Float>
  }

  private func sentence(_ projected: UnsafePointer<Float>, count: Int, in workspace: Workspace) -> Sentence {
    let size = context.inputs
    let stride = VectorProducts.rounded(count)
    let keys = workspace.keys.room(for: size * stride)
    let values = workspace.values.room(for: count * size)
    keys.update(repeating: 0, count: size * stride)
    for word in 0..<count {
      let own = projected + word * words.outputs
      for place in 0..<size { keys[place * stride + word] = own[column.key + place] }
      (values + word * size).update(from: own + column.value, count: size)
    }
    kernels_gelu(values, count * size)
    return Sentence(
      count: count, stride: stride, words: projected, keys: UnsafePointer(keys), values: UnsafePointer(values)
    )
  }

  /// Fills the workspace's `context` with what each pair takes from the sentence, [pairs, attention].
  private func attend(
    _ pairs: ArraySlice<Pair>, phrases: [RelationPhrase], reading: BatchReader.PassageReading,
    _ sentence: Sentence, in workspace: Workspace
  ) {
    let size = context.inputs
    let part = size / heads
    let factor = 1 / Float(part).squareRoot()
    let queries = workspace.queries.room(for: pairs.count * size)
    for (row, pair) in pairs.enumerated() {
      let query = queries + row * size
      let subject = sentence.words + phrases[pair.subject].head * words.outputs + column.subjectQuery
      let object = sentence.words + phrases[pair.object].head * words.outputs + column.objectQuery
      for place in 0..<size { query[place] = subject[place] + object[place] }
      queryTypes.add(features.types(phrases[pair.subject], phrases[pair.object]), to: query)
    }
    let stride = sentence.stride
    let weights = workspace.weights.room(for: heads * pairs.count * stride)
    for head in 0..<heads {
      VectorProducts.multiply(
        rows: queries + head * part, count: pairs.count, rowStride: size,
        columns: sentence.keys + head * part * stride, columnCount: stride, columnStride: stride, size: part,
        to: weights + head * pairs.count * stride, stride: stride)
    }
    let roleCount = RelationFeatures.Role.allCases.count
    for (row, pair) in pairs.enumerated() {
      features.roles(
        phrases[pair.subject], phrases[pair.object], path: pair.path, heads: reading.heads,
        into: &workspace.roles)
      for head in 0..<heads {
        let own = weights + (head * pairs.count + row) * stride
        var greatest = -Float.infinity
        for word in 0..<sentence.count {
          own[word] = own[word] * factor + roleBias[head * roleCount + Int(workspace.roles[word].rawValue)]
          greatest = max(greatest, own[word])
        }
        for word in 0..<sentence.count { own[word] -= greatest }
        for word in sentence.count..<stride { own[word] = 0 }
      }
    }
    kernels_exponentials(weights, heads * pairs.count * stride)
    let result = workspace.context.room(for: pairs.count * size)
    for head in 0..<heads {
      let own = weights + head * pairs.count * stride
      VectorProducts.multiply(
        rows: own, count: pairs.count, rowStride: stride, columns: sentence.values + head * part,
        columnCount: part, columnStride: size, size: sentence.count, to: result + head * part, stride: size)
      for place in 0..<pairs.count {
        var sum: Float = 0
        for word in 0..<sentence.count { sum += own[place * stride + word] }
        let target = result + place * size + head * part
        for index in 0..<part { target[index] /= sum }
      }
    }
  }

  /// The scores of pairs whose `context` is filled, [pairs, outputs].
  private func scores(
    _ pairs: ArraySlice<Pair>, phrases: [RelationPhrase], reading: BatchReader.PassageReading,
    _ sentence: Sentence, in workspace: Workspace
  ) -> UnsafePointer<Float> {
    let (count, size, factorCount) = (pairs.count, context.outputs, product.inputs)
    let sums = workspace.pairs.room(for: count * size)
    let part = workspace.part.room(for: count * size)
    let attended = workspace.context.room(for: count * context.inputs)
    context.apply(
      workspace.quantisation.quantise(attended, rows: count, columns: context.inputs), to: sums)
    let factors = workspace.factors.room(for: count * factorCount)
    for (row, pair) in pairs.enumerated() {
      let subject = sentence.words + phrases[pair.subject].head * words.outputs
      let object = sentence.words + phrases[pair.object].head * words.outputs
      for place in 0..<factorCount {
        factors[row * factorCount + place] =
          subject[column.subjectFactor + place] * object[column.objectFactor + place]
      }
    }
    product.apply(workspace.quantisation.quantise(factors, rows: count, columns: factorCount), to: part)
    for (row, pair) in pairs.enumerated() {
      let (subject, object) = (phrases[pair.subject], phrases[pair.object])
      let target = sums + row * size
      let own = part + row * size
      let first = sentence.words + subject.head * words.outputs + column.subject
      let second = sentence.words + object.head * words.outputs + column.object
      for place in 0..<size { target[place] += own[place] + first[place] + second[place] }
      features.forEachRow(
        subject, object, apart: pair.object - pair.subject, path: pair.path, reading: reading
      ) { featureRows.add($0, to: target) }
    }
    kernels_gelu(sums, count * size)
    let hidden = workspace.inner.room(for: count * inner.outputs)
    inner.apply(workspace.quantisation.quantise(sums, rows: count, columns: size), to: hidden)
    kernels_gelu(hidden, count * inner.outputs)
    let scores = workspace.scores.room(for: count * score.outputs)
    score.apply(hidden, count: count, to: scores)
    return UnsafePointer(scores)
  }

  /// 1 / (1 + e^-value), by the kernels' exponential.
  static func logistic(_ value: Float) -> Float {
    var power = -abs(value)
    kernels_exponentials(&power, 1)
    return value >= 0 ? 1 / (1 + power) : power / (1 + power)
  }
}

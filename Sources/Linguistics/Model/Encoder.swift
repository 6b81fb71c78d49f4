internal import CKernels

/// Pieces of several sentences, one after another; a sequence knows nothing of the others.
struct PieceBatch {
  /// Ids of word pieces.
  var pieces: [Int32] = []
  /// Ids of shapes, one a piece.
  var shapes: [UInt8] = []
  /// The length of each sequence, in order.
  var lengths: [Int] = []

  /// Adds a sentence between its boundaries, as a sequence of its own or behind what the last one holds.
  mutating func append(pieces added: ArraySlice<Int32>, shapes own: ArraySlice<UInt8>, toLastSequence: Bool) {
    pieces.append(WordPieceTokeniser.classification)
    pieces += added
    pieces.append(WordPieceTokeniser.separator)
    shapes.append(WordShape.boundary)
    shapes += own
    shapes.append(WordShape.boundary)
    if toLastSequence, let last = lengths.popLast() {
      lengths.append(last + added.count + 2)
    } else {
      lengths.append(added.count + 2)
    }
  }
}

/// A BERT encoder (Devlin and others, 2019) with int8 weights and shape embeddings.
struct Encoder: Sendable {
  static let width = 384
  private static let heads = 12
  /// Rows that go through the feed-forward layer together, so that what lies between its two matrices stays in the cache.
  private static let rowsAtOnce = 96

  private let pieces: Embedding
  private let positions: Embedding
  private let shapes: Embedding
  private let norm: LayerNormalisation
  private let layers: [Layer]

  private struct Layer: Sendable {
    let attentionInput, attentionOutput, feedForwardInput, feedForwardOutput: IntegerMatrix
    let attentionNorm, feedForwardNorm: LayerNormalisation
  }

  init(_ file: SafetensorsFile) throws(LinguisticsError) {
    pieces = try Embedding(file, "encoder.pieces.weight")
    positions = try Embedding(file, "encoder.positions.weight")
    shapes = try Embedding(file, "shapes.weight")
    norm = try LayerNormalisation(file, "encoder.norm")
    guard positions.rows >= PassagePieces.mostPieces + 2, shapes.rows > Int(WordShape.boundary) else {
      throw SafetensorsFile.damaged("it has too few positions or shapes")
    }
    var layers: [Layer] = []
    while file.holds("encoder.layers.\(layers.count).attention_input.weight") {
      let name = "encoder.layers.\(layers.count)."
      let layer = Layer(
        attentionInput: try Self.matrix(file, name + "attention_input", 3 * Self.width, Self.width),
        attentionOutput: try Self.matrix(file, name + "attention_output", Self.width, Self.width),
        feedForwardInput: try Self.matrix(file, name + "feed_forward_input", 4 * Self.width, Self.width),
        feedForwardOutput: try Self.matrix(file, name + "feed_forward_output", Self.width, 4 * Self.width),
        attentionNorm: try LayerNormalisation(file, name + "attention_norm"),
        feedForwardNorm: try LayerNormalisation(file, name + "feed_forward_norm"))
      layers.append(layer)
    }
    guard !layers.isEmpty else { throw SafetensorsFile.damaged("it has no layers") }
    self.layers = layers
  }

  private static func matrix(
    _ file: SafetensorsFile, _ name: String, _ outputs: Int, _ inputs: Int
  ) throws(LinguisticsError) -> IntegerMatrix {
    let matrix = try IntegerMatrix(file, name)
    guard matrix.outputs == outputs, matrix.inputs == inputs else {
      throw SafetensorsFile.damaged("\(name) has a wrong size")
    }
    return matrix
  }

  /// The number of word pieces.
  var pieceCount: Int { pieces.rows }

  /// The vectors of all pieces, [pieces, width], valid until the workspace is used again.
  ///
  /// The vectors of a sequence are the same whatever else is in the batch.
  func encode(_ batch: PieceBatch, in workspace: EncoderWorkspace) -> UnsafeMutablePointer<Float> {
    let count = batch.pieces.count
    let values = workspace.values.room(for: count * Self.width)
    var row = 0
    for length in batch.lengths {
      for position in 0..<length {
        let target = values + row * Self.width
        pieces.copy(Int(batch.pieces[row]), to: target)
        positions.add(position, to: target)
        shapes.add(Int(batch.shapes[row]), to: target)
        row += 1
      }
    }
    norm.apply(to: values, adding: nil, rows: count)
    for layer in layers { apply(layer, to: values, batch: batch, in: workspace) }
    return values
  }

  private func apply(
    _ layer: Layer, to values: UnsafeMutablePointer<Float>, batch: PieceBatch, in workspace: EncoderWorkspace
  ) {
    let count = batch.pieces.count
    let width = Self.width
    let projected = workspace.projected.room(for: count * 3 * width)
    layer.attentionInput.apply(
      workspace.quantisation.quantise(values, rows: count, columns: width), to: projected)
    let context = workspace.context.room(for: count * width)
    var row = 0
    for length in batch.lengths {
      let scratch = workspace.attention.room(for: 36 * ((length + 15) / 16 * 16))
      kernels_attend(projected + row * 3 * width, length, Self.heads, context + row * width, scratch)
      row += length
    }
    let added = workspace.added.room(for: count * width)
    layer.attentionOutput.apply(
      workspace.quantisation.quantise(context, rows: count, columns: width), to: added)
    layer.attentionNorm.apply(to: values, adding: added, rows: count)
    let inner = workspace.projected.room(for: Self.rowsAtOnce * 4 * width)
    var start = 0
    while start < count {
      let rows = min(Self.rowsAtOnce, count - start)
      let own = values + start * width
      layer.feedForwardInput.apply(
        workspace.quantisation.quantise(own, rows: rows, columns: width), to: inner)
      kernels_gelu(inner, rows * 4 * width)
      layer.feedForwardOutput.apply(
        workspace.quantisation.quantise(inner, rows: rows, columns: 4 * width), to: added)
      layer.feedForwardNorm.apply(to: own, adding: added, rows: rows)
      start += rows
    }
  }
}

/// What one thread needs for the encoder.
final class EncoderWorkspace {
  let values = Scratch<Float>()
  let projected = Scratch<Float>()
  let context = Scratch<Float>()
  let added = Scratch<Float>()
  let attention = Scratch<Float>()
  let quantisation = QuantisationScratch()
}

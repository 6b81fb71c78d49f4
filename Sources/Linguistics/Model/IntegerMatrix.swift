internal import CKernels

/// A matrix of int8 weights, a scale a row, laid out for the integer kernels; y = W x + b.
struct IntegerMatrix: Sendable {
  let outputs: Int
  let inputs: Int
  private let packed: FixedArray<Int8>
  private let sums: FixedArray<Int32>
  private let scales: FixedArray<Float>
  private let bias: FixedArray<Float>?

  /// Reads `NAME.weight` with its scales and, where there is one, `NAME.bias`.
  ///
  init(_ file: SafetensorsFile, _ name: String) throws(LinguisticsError) {
    let weights = try file.tensor(name + ".weight", .int8)
    guard let inputs = weights.shape.last, inputs > 0, inputs.isMultiple(of: 4), weights.shape.count >= 2
    else {
      throw SafetensorsFile.damaged("\(name) is no matrix of a shape that is known")
    }
    let outputs = weights.count / inputs
    let scaleValues = try file.floats(name + ".weight.scale", count: outputs)
    let biasValues = file.holds(name + ".bias") ? try file.floats(name + ".bias", count: outputs) : nil
    self.init(
      outputs: outputs, inputs: inputs, weights: weights.bytes.bindMemory(to: Int8.self), scales: scaleValues,
      bias: biasValues)
  }

  init(outputs: Int, inputs: Int, weights: UnsafeBufferPointer<Int8>, scales: [Float], bias: [Float]?) {
    self.outputs = outputs
    self.inputs = inputs
    let padded = (outputs + Int(KERNELS_BLOCK) - 1) / Int(KERNELS_BLOCK) * Int(KERNELS_BLOCK)
    let sums = FixedArray<Int32>(count: padded) { $0.update(repeating: 0) }
    packed = FixedArray<Int8>(count: kernels_packed_size(outputs, inputs)) { packed in
      kernels_pack(
        weights.baseAddress, outputs, inputs, packed.baseAddress, UnsafeMutablePointer(mutating: sums.start))
    }
    self.sums = sums
    self.scales = FixedArray(scales)
    self.bias = bias.map { FixedArray($0) }
  }

  /// results[row, output] = W · row + b, rows of results `stride` floats apart.
  func apply(
    _ values: QuantisedRows, rows: Range<Int>? = nil, to results: UnsafeMutablePointer<Float>,
    stride: Int? = nil
  ) {
    let rows = rows ?? 0..<values.rows
    var matrix = kernels_matrix(
      packed: packed.start, sums: sums.start, scales: scales.start, bias: bias?.start, outputs: outputs,
      inputs: inputs)
    kernels_linear(
      &matrix, values.steps + rows.lowerBound * inputs, values.scales + rows.lowerBound, rows.count, results,
      stride ?? outputs)
  }
}

/// Rows of floats rounded to 255 steps each, as the integer kernels read them; valid until the scratch is used again.
struct QuantisedRows {
  let steps: UnsafePointer<UInt8>
  let scales: UnsafePointer<Float>
  let rows: Int
}

/// Where rows are rounded to.
final class QuantisationScratch {
  private let steps = Scratch<UInt8>()
  private let scales = Scratch<Float>()

  func quantise(_ values: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int? = nil) -> QuantisedRows
  {
    let steps = steps.room(for: rows * columns)
    let scales = scales.room(for: rows)
    kernels_quantise(values, rows, columns, stride ?? columns, steps, scales)
    return QuantisedRows(steps: steps, scales: scales, rows: rows)
  }
}

extension FixedArray where Element == Float {
  convenience init(_ values: [Float]) {
    self.init(count: values.count) { target in
      for (index, value) in values.enumerated() { target[index] = value }
    }
  }
}

internal import CKernels

/// A small matrix of floats; y = W x + b.
struct FloatMatrix: Sendable {
  let outputs: Int
  let inputs: Int
  private let values: FixedArray<Float>
  private let bias: FixedArray<Float>

  /// Reads `NAME.weight`, [outputs, inputs], and `NAME.bias`.
  init(_ file: SafetensorsFile, _ name: String) throws(LinguisticsError) {
    let tensor = try file.tensor(name + ".weight", .float32)
    guard tensor.shape.count == 2 else { throw SafetensorsFile.damaged("\(name) is no matrix") }
    let (outputs, inputs) = (tensor.shape[0], tensor.shape[1])
    let weights = try file.floats(name + ".weight")
    values = FixedArray(count: outputs * inputs) { target in
      for output in 0..<outputs {
        for input in 0..<inputs { target[input * outputs + output] = weights[output * inputs + input] }
      }
    }
    bias = FixedArray(try file.floats(name + ".bias", count: outputs))
    self.outputs = outputs
    self.inputs = inputs
  }

  /// results[row, output] = W · row + b.
  func apply(_ rows: UnsafePointer<Float>, count: Int, to results: UnsafeMutablePointer<Float>) {
    var matrix = kernels_float_matrix(
      values: values.start, bias: bias.start, inputs: inputs, outputs: outputs, stride: outputs)
    kernels_linear_float(&matrix, rows, count, inputs, results, outputs)
  }
}

/// The products of two sets of vectors.
enum VectorProducts {
  /// A number of columns that fills whole vectors of the processor.
  static func rounded(_ count: Int) -> Int { (count + 15) / 16 * 16 }

  /// Stores vectors as columns, zeros in those that fill up the stride.
  static func transpose(
    _ vectors: UnsafePointer<Float>, count: Int, size: Int, to columns: UnsafeMutablePointer<Float>,
    stride: Int
  ) {
    for place in 0..<size {
      let row = columns + place * stride
      for column in 0..<count { row[column] = vectors[column * size + place] }
      for column in count..<stride { row[column] = 0 }
    }
  }

  /// results[row, column] = rows[row] · columns[·, column]; the columns are stored as [size, columnStride].
  static func multiply(
    rows: UnsafePointer<Float>, count: Int, rowStride: Int, columns: UnsafePointer<Float>, columnCount: Int,
    columnStride: Int, size: Int, to results: UnsafeMutablePointer<Float>, stride: Int
  ) {
    var matrix = kernels_float_matrix(
      values: columns, bias: nil, inputs: size, outputs: columnCount, stride: columnStride)
    kernels_linear_float(&matrix, rows, count, rowStride, results, stride)
  }
}

internal import CKernels

/// A table of vectors in int8, a scale a row; its rows are read where they stand.
///
/// Unchecked because the bytes are part of the binary, or live as long as the model does, and are only read.
struct Embedding: @unchecked Sendable {
  let rows: Int
  let width: Int
  private let values: UnsafePointer<Int8>
  private let scales: FixedArray<Float>

  init(_ file: SafetensorsFile, _ name: String, width: Int = Encoder.width) throws(LinguisticsError) {
    let tensor = try file.tensor(name, .int8)
    guard tensor.shape.count == 2, tensor.shape[1] == width,
      let values = tensor.bytes.bindMemory(to: Int8.self).baseAddress
    else { throw SafetensorsFile.damaged("\(name) is no table of vectors of \(width)") }
    rows = tensor.shape[0]
    self.width = width
    self.values = values
    scales = FixedArray(try file.floats(name + ".scale", count: rows))
  }

  func copy(_ row: Int, to target: UnsafeMutablePointer<Float>) {
    let source = values + row * width
    let scale = scales.start[row]
    for column in 0..<width { target[column] = Float(source[column]) * scale }
  }

  func add(_ row: Int, to target: UnsafeMutablePointer<Float>) {
    let source = values + row * width
    let scale = scales.start[row]
    for column in 0..<width { target[column] += Float(source[column]) * scale }
  }
}

/// Layer normalisation (Ba, Kiros and Hinton, 2016).
struct LayerNormalisation: Sendable {
  private let weight: FixedArray<Float>
  private let bias: FixedArray<Float>

  init(_ file: SafetensorsFile, _ name: String) throws(LinguisticsError) {
    weight = FixedArray(try file.floats(name + ".weight", count: Encoder.width))
    bias = FixedArray(try file.floats(name + ".bias", count: Encoder.width))
  }

  /// values = LayerNorm(values + adding).
  func apply(to values: UnsafeMutablePointer<Float>, adding: UnsafePointer<Float>?, rows: Int) {
    kernels_add_and_normalise(values, adding, rows, Encoder.width, weight.start, bias.start)
  }
}

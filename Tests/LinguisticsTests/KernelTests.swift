import CKernels
import TestSupport
import Testing

@testable import Linguistics

/// All instruction sets of this processor must give the same bits.
///
/// Serial, since the choice is one of the process.
@Suite(.serialized) struct KernelTests {
  private static let sets = ["avx512vnni", "avx2", "baseline"]

  /// What `body` gives with each instruction set that this processor has.
  private func results<Value>(_ body: () -> Value) -> [Value] {
    let before = String(cString: kernels_instruction_set())
    defer { _ = kernels_use_instruction_set(before) }
    return Self.sets.filter { kernels_use_instruction_set($0) == 1 }.map { _ in body() }
  }

  private func floats(_ count: Int, seed: UInt64) -> [Float] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in Float.random(in: -4...4, using: &random) }
  }

  @Test func productsOfIntegersAreThoseOfPlainLoops() {
    var random = SplitMix64(seed: 1)
    for (outputs, inputs, rows) in [
      (1, 4, 1), (64, 384, 7), (51, 64, 13), (200, 96, 6), (17, 384, 1), (130, 1536, 5),
    ] {
      let weights = (0..<outputs * inputs).map { _ in Int8.random(in: -127...127, using: &random) }
      let scales = (0..<outputs).map { _ in Float.random(in: 0...0.01, using: &random) }
      let bias = (0..<outputs).map { _ in Float.random(in: -1...1, using: &random) }
      let values = floats(rows * inputs, seed: 7)
      let matrix = weights.withUnsafeBufferPointer {
        IntegerMatrix(outputs: outputs, inputs: inputs, weights: $0, scales: scales, bias: bias)
      }
      let found = results {
        let scratch = QuantisationScratch()
        return withExtendedLifetime(scratch) {
          var result = [Float](repeating: .nan, count: rows * outputs)
          matrix.apply(scratch.quantise(values, rows: rows, columns: inputs), to: &result)
          return result
        }
      }
      let scratch = QuantisationScratch()
      let expected = withExtendedLifetime(scratch) {
        let steps = scratch.quantise(values, rows: rows, columns: inputs)
        return (0..<rows * outputs).map { place in
          let (row, output) = (place / outputs, place % outputs)
          let sum = (0..<inputs).reduce(0) {
            $0 + (Int(steps.steps[row * inputs + $1]) - 128) * Int(weights[output * inputs + $1])
          }
          return Float(sum) * (steps.scales[row] * scales[output]) + bias[output]
        }
      }
      for result in found { #expect(result == expected, "\(outputs) × \(inputs), \(rows) rows") }
    }
  }

  @Test func everyInstructionSetGivesTheSameBits() {
    let values = floats(41 * 1152, seed: 3)
    let found = results {
      var attended = [Float](repeating: 0, count: 41 * 384)
      var scratch = [Float](repeating: 0, count: 36 * 48)
      kernels_attend(values, 41, 12, &attended, &scratch)
      var bent = Array(values.prefix(1001))
      kernels_gelu(&bent, bent.count)
      var normal = Array(values.prefix(10 * 384))
      kernels_add_and_normalise(
        &normal, attended, 10, 384, Array(values.suffix(384)), Array(values.prefix(384)))
      var steps = [UInt8](repeating: 0, count: 41 * 1152)
      var scales = [Float](repeating: 0, count: 41)
      kernels_quantise(values, 41, 1152, 1152, &steps, &scales)
      return (attended + bent + normal + scales).map(\.bitPattern) + steps.map { UInt32($0) }
    }
    for result in found { #expect(result == found[0]) }
  }

  @Test func roundingLosesLessThanHalfAStep() {
    let values = floats(5 * 100, seed: 9)
    let scratch = QuantisationScratch()
    withExtendedLifetime(scratch) {
      let rows = scratch.quantise(values, rows: 5, columns: 100)
      for index in values.indices {
        let scale = rows.scales[index / 100]
        #expect(abs((Float(rows.steps[index]) - 128) * scale - values[index]) <= scale * 0.5001)
      }
    }
  }
}

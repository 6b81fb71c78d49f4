internal import FoundationEssentials

/// The bytes of a file, kept for as long as what is read in place of them lives.
final class ModelFileBytes: Sendable {
  private let array: FixedArray<UInt8>

  init(path: String) throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: path))
    array = FixedArray(count: data.count) { target in _ = data.copyBytes(to: target) }
  }

  var buffer: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: array.start, count: array.count) }
}

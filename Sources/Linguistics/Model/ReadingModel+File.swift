internal import FoundationEssentials

extension ReadingModel {
  /// The bytes of a file, kept for as long as the model lives.
  private final class FileBytes: Sendable {
    let array: FixedArray<UInt8>

    init(_ data: Data) {
      array = FixedArray(count: data.count) { target in _ = data.copyBytes(to: target) }
    }
  }

  /// Reads a model from a file, such as one that was trained anew.
  ///
  /// - Throws: `LinguisticsError.damagedModel` where there is no such file, or it is no model of this version.
  package static func file(at path: String) throws(LinguisticsError) -> ReadingModel {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw LinguisticsError(
        .damagedModel,
        "the reading model \(path) cannot be read; name another with --model, or leave --model out",
        cause: error)
    }
    let bytes = FileBytes(data)
    do {
      return try ReadingModel(
        bytes: UnsafeRawBufferPointer(start: bytes.array.start, count: bytes.array.count), owner: bytes)
    } catch {
      throw LinguisticsError(error.code, "\(path): \(error.message)", cause: error)
    }
  }
}

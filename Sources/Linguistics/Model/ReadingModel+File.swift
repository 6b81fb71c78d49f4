internal import FoundationEssentials

extension ReadingModel {
  /// Reads a model from a file, such as one that was trained anew.
  ///
  /// - Throws: `LinguisticsError.damagedModel` where there is no such file, or it is no model of this version.
  package static func file(at path: String) throws(LinguisticsError) -> ReadingModel {
    let bytes: ModelFileBytes
    do {
      bytes = try ModelFileBytes(path: path)
    } catch {
      throw LinguisticsError(
        .damagedModel,
        "the reading model \(path) cannot be read; name another with --model, or leave --model out",
        cause: error)
    }
    do {
      return try ReadingModel(bytes: bytes.buffer, owner: bytes).withEmbeddedRelations()
    } catch {
      throw LinguisticsError(error.code, "\(path): \(error.message)", cause: error)
    }
  }
}

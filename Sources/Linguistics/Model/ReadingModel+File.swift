internal import FoundationEssentials

extension ReadingModel {
  /// Reads a model from a file, such as one that was trained anew.
  ///
  /// - Throws: `LinguisticsError`: `unreadableModel` where there is no such file, `badModelFile` where it is no model of this version.
  package static func file(at path: String) throws(LinguisticsError) -> ReadingModel {
    let bytes: ModelFileBytes
    do {
      bytes = try ModelFileBytes(path: path)
    } catch {
      throw LinguisticsError(
        .unreadableModel, "the reading model \(path) cannot be read; name another, or use the built-in one",
        cause: error)
    }
    do {
      return try ReadingModel(bytes: bytes.buffer, owner: bytes).withEmbeddedRelations()
    } catch {
      throw LinguisticsError(.badModelFile, "\(path): \(error.message)", cause: error)
    }
  }
}

internal import CModel

extension ReadingModel {
  /// The bytes of the model that is part of the binary.
  package static func embeddedBytes() throws(LinguisticsError) -> UnsafeRawBufferPointer {
    var count = 0
    guard let start = cmodel_english(&count), count > 0 else { throw SafetensorsFile.damaged("it is empty") }
    return UnsafeRawBufferPointer(start: start, count: count)
  }

  /// The model that is part of the binary; takes some 20 milliseconds, so it is made only where a text is read.
  ///
  /// - Throws: `LinguisticsError.damagedModel`.
  package static func embedded() throws(LinguisticsError) -> ReadingModel {
    try ReadingModel(bytes: embeddedBytes()).withEmbeddedRelations()
  }
}

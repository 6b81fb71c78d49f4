internal import CModel

extension ReadingModel {
  /// The model that is part of the binary; takes some 20 milliseconds, so it is made only where a text is read.
  ///
  /// - Throws: `LinguisticsError.damagedModel`.
  package static func embedded() throws(LinguisticsError) -> ReadingModel {
    var count = 0
    let start = cmodel_english(&count)
    return try ReadingModel(bytes: UnsafeRawBufferPointer(start: start, count: count))
  }
}

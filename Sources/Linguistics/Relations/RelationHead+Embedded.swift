internal import CModel

extension RelationHead {
  /// The bytes of the head that is part of the binary.
  static func embeddedBytes() throws(LinguisticsError) -> UnsafeRawBufferPointer {
    var count = 0
    guard let start = cmodel_relations(&count), count > 0 else {
      throw SafetensorsFile.damaged("its head of relations is empty")
    }
    return UnsafeRawBufferPointer(start: start, count: count)
  }
}

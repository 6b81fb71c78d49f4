extension ReadingModel {
  /// The model with the head of relations that is part of the binary, or as it is where that was trained over another encoder.
  func withEmbeddedRelations() throws(LinguisticsError) -> ReadingModel {
    let file = try SafetensorsFile(bytes: RelationHead.embeddedBytes())
    guard file.metadata["encoder"] == encoderFingerprint else { return self }
    return with(relations: try RelationHead(file, labels: labels))
  }

  /// The model with a head of relations out of a file, such as one that was trained anew.
  ///
  /// - Throws: `LinguisticsError`: `unreadableModel` where there is no such file, `badModelFile` where it is no head of relations or was
  ///   trained over another encoder.
  package func withRelations(fileAt path: String) throws(LinguisticsError) -> ReadingModel {
    let advice = "name another, or use the built-in one"
    let bytes: ModelFileBytes
    do {
      bytes = try ModelFileBytes(path: path)
    } catch {
      throw LinguisticsError(
        .unreadableModel, "the relation model \(path) cannot be read; \(advice)", cause: error)
    }
    do throws(LinguisticsError) {
      let file = try SafetensorsFile(bytes: bytes.buffer)
      guard file.metadata["encoder"] == encoderFingerprint else {
        throw SafetensorsFile.damaged("its head of relations was trained for another encoder")
      }
      return with(relations: try RelationHead(file, labels: labels, owner: bytes))
    } catch {
      throw LinguisticsError(
        .badModelFile, "the relation model \(path) does not fit; \(advice) (\(error.message))", cause: error)
    }
  }

  /// The relations that its head of relations reads.
  package var learnedRelations: Set<String> { relations?.relations ?? [] }

  /// The model without its head of relations, for readers who have no use for them.
  package func withoutRelations() -> ReadingModel { with(relations: nil) }
}

extension Encoder {
  /// The FNV-1a hash of the last normalisation's weights (Fowler, Noll and Vo, 1991), 16 hexadecimal digits.
  ///
  /// It changes with every training, and costs next to nothing.
  static func fingerprint(_ file: SafetensorsFile) throws(LinguisticsError) -> String {
    var layer = 0
    while file.holds("encoder.layers.\(layer + 1).feed_forward_norm.weight") { layer += 1 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in try file.tensor("encoder.layers.\(layer).feed_forward_norm.weight").bytes {
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

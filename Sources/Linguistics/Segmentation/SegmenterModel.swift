internal import CModel

/// The weights of the segmenter: two tables of bytes and the words that are written as one.
///
/// The format is that of Training/segmentation.py: the magic "kg-segm1", four little-endian numbers (the
/// tables' sizes, the threshold of a sentence's end, the length of the list of words), the tables, the list, FNV-1a of it all.
struct SegmenterModel: Sendable {
  private let tokenWeights: [Int8]
  private let sentenceWeights: [Int8]
  /// A sentence ends where the sum of its weights is greater.
  let sentenceThreshold: Int
  /// The hashes of words such as "cannot", with the length of the first of the two words in them.
  let fusedWords: [UInt32: Int]

  private static let magic = Array("kg-segm1".utf8)

  /// Reads the weights that the binary was built with.
  ///
  /// - Throws: `LinguisticsError.damagedModel`.
  init() throws(LinguisticsError) { try self.init(Self.embedded) }

  /// The bytes that the binary was built with.
  static var embedded: [UInt8] {
    var count = 0
    let bytes = cmodel_segmenter(&count)
    return Array(UnsafeBufferPointer(start: bytes, count: count))
  }

  /// Reads weights.
  ///
  /// - Throws: `LinguisticsError.damagedModel` when they are not as long as they say or fail their check.
  init(_ bytes: [UInt8]) throws(LinguisticsError) {
    guard bytes.count > 28, bytes.starts(with: Self.magic) else {
      throw Self.damaged("they do not start as they should")
    }
    func number(at offset: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * UInt32($1)) }
    }
    let (tokenCount, sentenceCount, wordCount) = (
      Int(number(at: 8)), Int(number(at: 12)), Int(number(at: 20))
    )
    guard tokenCount > 0, sentenceCount > 0, bytes.count == 24 + tokenCount + sentenceCount + wordCount + 4
    else { throw Self.damaged("their size is not the one they state") }
    var check = FeatureHash.start
    for byte in bytes.dropLast(4) { FeatureHash.add(byte, to: &check) }
    guard check == number(at: bytes.count - 4) else { throw Self.damaged("their check sum does not fit") }
    let middle = 24 + tokenCount
    let end = middle + sentenceCount
    tokenWeights = bytes[24..<middle].map { Int8(bitPattern: $0) }
    sentenceWeights = bytes[middle..<end].map { Int8(bitPattern: $0) }
    sentenceThreshold = Int(Int32(bitPattern: number(at: 16)))
    var words: [UInt32: Int] = [:]
    for line in bytes[end..<end + wordCount].split(separator: UInt8(ascii: "\n")) {
      let cells = line.split(separator: UInt8(ascii: " "))
      guard cells.count == 2, let cut = Int(String(decoding: cells[1], as: UTF8.self)) else {
        throw Self.damaged("a line of their list of words has no number")
      }
      words[cells[0].reduce(into: FeatureHash.start) { FeatureHash.add($1, to: &$0) }] = cut
    }
    fusedWords = words
  }

  private static func damaged(_ what: String) -> LinguisticsError {
    LinguisticsError(
      .damagedModel,
      "the weights of the segmenter are damaged (\(what)); install kg anew, or build it from clean sources")
  }

  func withTokenWeights(_ body: (UnsafeBufferPointer<Int8>) -> Void) {
    tokenWeights.withUnsafeBufferPointer(body)
  }

  func withSentenceWeights(_ body: (UnsafeBufferPointer<Int8>) -> Void) {
    sentenceWeights.withUnsafeBufferPointer(body)
  }
}

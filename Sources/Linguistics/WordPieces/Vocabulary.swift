/// The word pieces, found by their UTF-8 in an open-addressing table.
///
/// Unchecked because the bytes live as long as the model does, and are only read.
struct PieceVocabulary: @unchecked Sendable {
  private let text: UnsafeRawBufferPointer
  /// Where each piece starts; one more than there are pieces.
  private let starts: FixedArray<Int32>
  private let slots: FixedArray<Int32>
  private let mask: Int
  /// The length in bytes of the longest piece, "##" left out.
  let longest: Int
  /// The number of pieces.
  let count: Int

  /// `text` holds a piece a line; the number of the line is the piece's id, and "##" marks what continues a word.
  init(text: UnsafeRawBufferPointer) {
    var starts: [Int32] = [0]
    for (index, byte) in text.enumerated() where byte == 10 { starts.append(Int32(index + 1)) }
    count = starts.count
    starts.append(Int32(text.count + 1))
    var size = 16
    while size < 2 * count { size *= 2 }
    var slots = [Int32](repeating: -1, count: size)
    var longest = 0
    for id in 0..<count {
      var range = Int(starts[id])..<Int(starts[id + 1]) - 1
      let continues = range.count > 2 && text[range.lowerBound] == 35 && text[range.lowerBound + 1] == 35
      if continues { range = range.lowerBound + 2..<range.upperBound }
      longest = max(longest, range.count)
      var hash = Self.seed(continues: continues)
      for index in range { hash = Self.extended(hash, by: text[index]) }
      var slot = Self.slot(hash, mask: size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = Int32(id)
    }
    self.text = text
    self.longest = longest
    mask = size - 1
    self.starts = FixedArray(count: starts.count) { target in
      for (i, x) in starts.enumerated() { target[i] = x }
    }
    self.slots = FixedArray(count: size) { target in for (i, x) in slots.enumerated() { target[i] = x } }
  }

  /// The hash before any byte (FNV-1a).
  static func seed(continues: Bool) -> UInt64 { continues ? 0x9AE1_6A3B_2F90_404F : 0xCBF2_9CE4_8422_2325 }
  static func extended(_ hash: UInt64, by byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
  private static func slot(_ hash: UInt64, mask: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
  }

  /// The id of the piece with those bytes, "##" left out, or nil.
  func id(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt64, continues: Bool) -> Int32? {
    var slot = Self.slot(hash, mask: mask)
    while case let id = slots.start[slot], id >= 0 {
      if isPiece(id, bytes, continues: continues) { return id }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Whether a word in lower case is a piece of its own.
  func holds(_ word: some Sequence<UInt8>) -> Bool {
    let bytes = Array(word)
    var hash = Self.seed(continues: false)
    for byte in bytes { hash = Self.extended(hash, by: byte) }
    return bytes.withUnsafeBufferPointer { id(of: $0, hash: hash, continues: false) } != nil
  }

  private func isPiece(_ id: Int32, _ bytes: UnsafeBufferPointer<UInt8>, continues: Bool) -> Bool {
    var start = Int(starts.start[Int(id)])
    let end = Int(starts.start[Int(id) + 1]) - 1
    let isContinuation = end - start > 2 && text[start] == 35 && text[start + 1] == 35
    guard isContinuation == continues else { return false }
    if continues { start += 2 }
    guard end - start == bytes.count else { return false }
    for index in 0..<bytes.count where text[start + index] != bytes[index] { return false }
    return true
  }
}

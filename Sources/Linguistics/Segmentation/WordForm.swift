/// The form of a word as the classifiers know it: numbers that stand for its letters and its shape.
///
/// Training/segmentation_features.py computes the same.
struct WordForm {
  /// FNV-1a of the form with plain quotes and dashes and small ASCII letters.
  var hash: UInt32
  /// 1 lower, 2 capitalised, 3 capitals, 4 one capital, 5 mixed, 6 digits, 7 letters and digits, 8 neither; 16 more with a
  /// full stop, 32 more with other marks.
  var shape: UInt32
  /// The length in bytes, at most 5.
  var length: UInt32

  /// What stands before and after a paragraph.
  static let outside = WordForm(hash: 0, shape: 0, length: 0)
  /// The hash of what lies in another piece of text between white space.
  static let noForm: UInt32 = 3
  /// The hash of a form that is too long.
  static let unknownForm: UInt32 = 2
  private static let unknownShape: UInt32 = 9
  /// A longer form, in bytes, is one nobody knows.
  static let longest = 24

  init(hash: UInt32, shape: UInt32, length: UInt32) {
    self.hash = hash
    self.shape = shape
    self.length = length
  }

  init(_ text: DocumentText, _ range: Range<Int>) {
    hash = Self.hash(text, range)
    shape = Self.shape(text, range)
    length = UInt32(min(range.count, 5))
  }

  /// Marks of which three or more in a row are one.
  static func isRunMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x26, 0x2A...0x2F, 0x3A...0x40, 0x5C, 0x5E, 0x5F, 0x7C, 0x7E: true
    default: false
    }
  }

  static func hash(_ text: DocumentText, _ range: Range<Int>) -> UInt32 {
    var range = range
    let bytes = text.bytes
    if range.count > 2, isRunMark(bytes[range.lowerBound]),
      bytes[range].allSatisfy({ $0 == bytes[range.lowerBound] })
    {
      range = range.lowerBound..<range.lowerBound + 3
    }
    guard range.count <= longest else { return unknownForm }
    var hash = FeatureHash.start
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == 0x60 {
        FeatureHash.add(0x27, to: &hash)
      } else if byte == 0xC2, bytes[index + 1] == 0xB4 {
        FeatureHash.add(0x27, to: &hash)
        index += 1
      } else if byte == 0xE2, bytes[index + 1] == 0x80, let plain = plainForm(bytes[index + 2]) {
        for _ in 0..<plain.count { FeatureHash.add(plain.mark, to: &hash) }
        index += 2
      } else {
        FeatureHash.add(byte &- 65 < 26 ? byte | 32 : byte, to: &hash)
      }
      index += 1
    }
    return hash
  }

  /// The hash of the last three bytes.
  static func endingHash(_ text: DocumentText, _ range: Range<Int>) -> UInt32 {
    guard range.count <= longest else { return unknownForm }
    var hash = FeatureHash.start
    for byte in text.bytes[range].suffix(3) { FeatureHash.add(byte &- 65 < 26 ? byte | 32 : byte, to: &hash) }
    return hash
  }

  /// The plain form of a typographic mark, given by the third byte of its UTF-8.
  private static func plainForm(_ byte: UInt8) -> (mark: UInt8, count: Int)? {
    switch byte {
    case 0x98, 0x99: (0x27, 1)  // ‘ ’
    case 0x9C, 0x9D, 0x9E: (0x22, 1)  // “ ” „
    case 0x93, 0x94: (0x2D, 2)  // – —
    case 0xA6: (0x2E, 3)  // …
    default: nil
    }
  }

  private static func shape(_ text: DocumentText, _ range: Range<Int>) -> UInt32 {
    guard range.count <= longest else { return unknownShape }
    var capitals = 0
    var letters = 0
    var isFirstCapital = false
    var hasDigit = false
    var hasStop = false
    var hasMark = false
    var characters = 0
    var index = range.lowerBound
    while index < range.upperBound {
      let (kind, length) = text.character(at: index)
      switch kind {
      case .upper:
        if letters == 0 { isFirstCapital = true }
        capitals += 1
        letters += 1
      case .lower: letters += 1
      case .digit: hasDigit = true
      case .mark:
        hasMark = true
        if text.bytes[index] == 0x2E { hasStop = true }
      case .extending: hasMark = true
      case .space, .ideograph: break
      }
      characters += 1
      index += length
    }
    guard letters > 0 || hasDigit else { return 8 }
    let base: UInt32 =
      if letters == 0 { 6 } else if hasDigit { 7 } else if capitals == 0 { 1 } else if capitals == letters {
        letters == 1 ? 4 : 3
      } else {
        isFirstCapital && capitals == 1 ? 2 : 5
      }
    guard characters > 1 else { return base }
    return base + (hasStop ? 16 : hasMark ? 32 : 0)
  }
}

/// What kind of character a code point is to the segmenter.
enum CharacterClass: UInt8 {
  case space, lower, upper, digit, mark, ideograph
  /// It belongs to the character before it: combining marks, joiners, skin tones.
  case extending

  var isLetter: Bool { self == .lower || self == .upper }

  /// The class of a code point.
  ///
  /// Control characters are white space; letters without case are lower.
  static func of(_ value: UInt32) -> CharacterClass {
    if value < UInt32(table.count) { return table[Int(value)] }
    return computed(value)
  }

  /// The code points that texts are mostly made of.
  private static let table: [CharacterClass] = (0..<0x3000).map { computed($0) }

  private static func computed(_ value: UInt32) -> CharacterClass {
    switch value {
    case 0...32, 0x7F...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      return .space
    case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
      return .ideograph
    case 0x1F3FB...0x1F3FF: return .extending
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return .mark }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter: return .upper
    case .lowercaseLetter, .modifierLetter, .otherLetter: return .lower
    case .decimalNumber: return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .extending
    default: return .mark
    }
  }
}

extension DocumentText {
  /// The class and the length in bytes of the character at a byte offset.
  func character(at offset: Int) -> (class: CharacterClass, length: Int) {
    let (value, length) = scalar(at: offset)
    return (CharacterClass.of(value), length)
  }

  /// Whether white space, or the border of the range, is before the offset.
  func isSpace(before offset: Int, in range: Range<Int>) -> Bool {
    guard offset > range.lowerBound else { return true }
    var start = offset - 1
    while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return character(at: start).class == .space
  }

  /// Whether white space, or the border of the range, is at the offset.
  func isSpace(at offset: Int, in range: Range<Int>) -> Bool {
    offset >= range.upperBound || character(at: offset).class == .space
  }
}

/// How a word is written: what an encoder without capitals has to be told.
enum WordShape: UInt8 {
  /// No letter and no digit.
  case other
  /// Digits, no letter.
  case digits
  /// Digits and letters.
  case mixed
  /// Letters, none of them a capital.
  case lower
  /// One letter, a capital.
  case initial
  /// Two letters or more, all capitals.
  case capitals
  /// The first letter is the only capital.
  case title
  /// Any other letters.
  case irregular

  /// What marks a piece that is not its word's first.
  static let continuation: UInt8 = 8
  /// What marks a word with no space before it.
  static let glued: UInt8 = 16
  /// The shape of [CLS] and [SEP].
  static let boundary: UInt8 = 32

  /// The shape of a word given in plain typography.
  init(_ word: UnsafeBufferPointer<UInt8>) {
    var letters = 0
    var capitals = 0
    var digits = 0
    var startsWithCapital = false
    func add(isCapital: Bool) {
      if isCapital {
        if letters == 0 { startsWithCapital = true }
        capitals += 1
      }
      letters += 1
    }
    var isASCII = true
    for byte in word {
      switch byte {
      case 48...57: digits += 1
      case 65...90: add(isCapital: true)
      case 97...122: add(isCapital: false)
      case 128...: isASCII = false
      default: break
      }
    }
    if !isASCII {
      (letters, capitals, digits, startsWithCapital) = (0, 0, 0, false)
      for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
        switch scalar.properties.generalCategory {
        case .decimalNumber: digits += 1
        case .uppercaseLetter, .titlecaseLetter: add(isCapital: true)
        case .lowercaseLetter, .modifierLetter, .otherLetter: add(isCapital: false)
        default: break
        }
      }
    }
    self =
      if letters == 0 { digits > 0 ? .digits : .other } else if digits > 0 { .mixed } else if capitals == 0 {
        .lower
      } else if letters == 1 { .initial } else if capitals == letters { .capitals } else {
        startsWithCapital && capitals == 1 ? .title : .irregular
      }
  }
}

/// Makes names comparable: small letters, no quotes, stops and articles, hyphens without spaces.
///
/// Python's `unicodedata.normalize("NFKC")` has no counterpart in Swift without Foundation's large tables. Strings here compare
/// by canonical equivalence, which is its larger half; of the compatibility characters those are replaced that texts and names
/// hold: spaces, the ellipsis, ligatures, full-width and superscript forms.
enum NameNorm {
  private static let titles: Set<String> = [
    "the", "a", "an", "mr", "mrs", "ms", "dr", "marshal", "general", "lieutenant", "colonel", "president",
    "prime", "minister", "sir", "movement", "group", "regime", "so-called",
  ]
  private static let marks: Set<Unicode.Scalar> = [
    "“", "”", "\"", "‘", "’", "'", "`", "«", "»", "(", ")", ".", ",", ";", ":",
  ]

  /// The name to compare by, without a leading article.
  static func norm(_ name: String) -> String {
    let scalars = Array(compatible(name).lowercased().unicodeScalars)
    let text = hyphenated(withoutMarks(withoutThousands(scalars)))
    let words = text.split(whereSeparator: isSpace).drop { word in
      ["the", "a", "an"].contains { $0.unicodeScalars.elementsEqual(word) }
    }
    return joined(words)
  }

  /// The same without titles, unless nothing else is left.
  static func bare(_ name: String) -> String {
    let norm = norm(name)
    let words = norm.unicodeScalars.split(separator: " ").map { String($0) }.filter { !titles.contains($0) }
    return words.isEmpty ? norm : words.joined(separator: " ")
  }

  /// Compatibility characters as the plain ones they stand for.
  private static func compatible(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 >= 0xC2 }) else { return name }
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: result.append(" ")
      case 0x2026: result.append(contentsOf: "...".unicodeScalars)
      case 0x2011: result.append("\u{2010}")
      case 0xFB00...0xFB06:
        let ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
        result.append(contentsOf: ligatures[Int(scalar.value - 0xFB00)].unicodeScalars)
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFF01 + 0x21)))
      case 0xB2, 0xB3: result.append(Unicode.Scalar(UInt8(scalar.value - 0xB2 + 0x32)))
      case 0xB9: result.append("1")
      case 0x2070, 0x2074...0x2079: result.append(Unicode.Scalar(UInt8(scalar.value - 0x2070 + 0x30)))
      case 0x2080...0x2089: result.append(Unicode.Scalar(UInt8(scalar.value - 0x2080 + 0x30)))
      case 0xAA: result.append("a")
      case 0xBA: result.append("o")
      case 0x2116: result.append(contentsOf: "No".unicodeScalars)
      case 0x2122: result.append(contentsOf: "TM".unicodeScalars)
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// "1,000" as "1000".
  private static func withoutThousands(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for (index, scalar) in scalars.enumerated() {
      let isSeparator =
        scalar == "," && index > 0 && isDigit(scalars[index - 1]) && index + 3 < scalars.count
        && scalars[index + 1...index + 3].allSatisfy(isDigit)
      if !isSeparator { result.append(scalar) }
    }
    return result
  }

  /// Quotes, brackets and stops as spaces, with the "s" of a genitive behind them.
  private static func withoutMarks(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      guard marks.contains(scalars[index]) else {
        result.append(scalars[index] == "–" || scalars[index] == "—" ? "-" : scalars[index])
        index += 1
        continue
      }
      while index < scalars.count, marks.contains(scalars[index]) { index += 1 }
      if index < scalars.count, scalars[index] == "s",
        index + 1 == scalars.count || !isWord(scalars[index + 1])
      {
        index += 1
      }
      result.append(" ")
    }
    return result
  }

  /// Hyphens without the spaces around them.
  private static func hyphenated(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    var index = 0
    while index < scalars.count {
      guard scalars[index] == "-" else {
        result.append(scalars[index])
        index += 1
        continue
      }
      while let last = result.last, isSpace(last) { result.removeLast() }
      result.append("-")
      index += 1
      while index < scalars.count, isSpace(scalars[index]) { index += 1 }
    }
    return result
  }

  private static func joined(_ words: some Sequence<ArraySlice<Unicode.Scalar>>) -> String {
    var view = String.UnicodeScalarView()
    for word in words {
      if !view.isEmpty { view.append(" ") }
      view.append(contentsOf: word)
    }
    return String(view)
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x1C...0x1F).contains(scalar.value)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "_" { return true }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}

/// Splits text into words in the manner of the English treebanks: clitics and punctuation stand alone, hyphenated
/// words stay whole.
struct WordSplitter {
  private let text: DocumentText
  private let lexicon: Lexicon
  private let lemmatiser: Lemmatiser
  private var bytes: [UInt8] { text.bytes }

  private enum Kind { case space, letter, digit, mark }

  /// What is longer is no link: the search must not run to the end of the text again and again.
  private static let longestTarget = 1000

  init(text: DocumentText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
    lemmatiser = Lemmatiser(lexicon: lexicon)
  }

  /// Appends the words of a range of bytes.
  func split(_ range: Range<Int>, into words: inout [Word]) {
    var index = range.lowerBound
    var hasSpace = true
    while index < range.upperBound {
      let (value, length) = text.scalar(at: index)
      switch Self.kind(value) {
      case .space:
        hasSpace = true
        index += length
      case .letter, .digit:
        let end = endOfWord(from: index, limit: range.upperBound)
        appendWord(index..<end, hasSpace: hasSpace, to: &words)
        hasSpace = false
        index = end
      case .mark:
        if let end = markup(at: index, limit: range.upperBound) {
          index = end
          continue
        }
        var end = index + length
        // Dots and dashes in a row are one mark.
        if value == 46 || value == 45 {
          while end < range.upperBound, bytes[end] == bytes[index] { end += 1 }
        }
        let lower = value == 0x201C || value == 0x201D || value == 0xAB || value == 0xBB || value == 0x201E
        let form =
          lower ? "\"" : value == 0x2019 || value == 0x2018 ? "'" : text.string(index..<min(end, index + 8))
        var shape: Word.Shape = .punctuation
        if hasSpace { shape.insert(.spaceBefore) }
        words.append(Word(range: index..<end, lower: form, lemma: form, shape: shape))
        hasSpace = false
        index = end
      }
    }
  }

  /// The end of a mark of Markdown that is no part of the text: emphasis, code, the target of a link.
  private func markup(at index: Int, limit: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "*"), UInt8(ascii: "`"): return index + 1
    case UInt8(ascii: "_"): return index + 1
    case UInt8(ascii: "]"):
      guard index + 1 < limit, bytes[index + 1] == UInt8(ascii: "(") else { return nil }
      var end = index + 2
      // A target has no white space and an end within reach, which bounds the search.
      let farthest = min(limit, index + 2048)
      while end < farthest, bytes[end] > 32, bytes[end] != UInt8(ascii: ")") { end += 1 }
      return end < farthest && bytes[end] == UInt8(ascii: ")") ? end + 1 : nil
    default: return nil
    }
  }

  private func endOfWord(from start: Int, limit: Int) -> Int {
    var index = start
    while index < limit {
      let (value, length) = text.scalar(at: index)
      switch Self.kind(value) {
      case .letter, .digit: index += length
      case .space: return index
      case .mark:
        let next = index + length
        guard next < limit else { return isAbbreviation(start..<index, mark: value) ? next : index }
        let (following, _) = text.scalar(at: next)
        let kind = Self.kind(following)
        switch value {
        case 45, 0x2010, 0x2011, 39, 0x2019, UInt32(UInt8(ascii: "_")):
          if kind == .letter || kind == .digit { index = next } else { return index }
        case 46:
          if kind == .digit, isDigit(before: index) {
            index = next
          } else if kind == .letter, isInitials(start..<index) {
            index = next
          } else {
            return isAbbreviation(start..<index, mark: value) ? next : index
          }
        case 44, 58:
          if kind == .digit, isDigit(before: index) { index = next } else { return index }
        default: return index
        }
      }
    }
    return index
  }

  private func isDigit(before index: Int) -> Bool {
    index > 0 && bytes[index - 1] >= 48 && bytes[index - 1] <= 57
  }

  /// Whether the range is a single letter or letters with dots between ("U.S").
  private func isInitials(_ range: Range<Int>) -> Bool {
    guard range.count < 12 else { return false }
    var letters = 0
    for index in range {
      if bytes[index] == 46 {
        letters = 0
      } else {
        letters += 1
        if letters > 1 || !Self.isASCIILetter(bytes[index]) { return false }
      }
    }
    return true
  }

  private func isAbbreviation(_ range: Range<Int>, mark: UInt32) -> Bool {
    guard mark == 46, range.count < 12 else { return false }
    if isInitials(range) {
      return range.count > 1 || (bytes[range.lowerBound] >= 65 && bytes[range.lowerBound] <= 90)
    }
    return lexicon.holds("abbreviation", text.string(range).lowercased())
  }

  private static func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 32) >= 97 && (byte | 32) <= 122
  }

  /// Cuts off clitics, then appends the parts.
  private func appendWord(_ range: Range<Int>, hasSpace: Bool, to words: inout [Word]) {
    var cut = range.upperBound
    if range.count > 2, range.count < 64 {
      let form = text.string(range).lowercased()
      let straight = form.utf8.contains(0xE2) ? form.split(separator: "’").joined(separator: "'") : form
      if straight == "cannot" {
        cut = range.lowerBound + 3
      } else if straight.hasSuffix("n't") {
        cut = range.upperBound - (form.hasSuffix("n't") ? 3 : 5)
      } else {
        for clitic in ["'s", "'re", "'ve", "'ll", "'d", "'m"] where straight.hasSuffix(clitic) {
          cut = range.upperBound - clitic.utf8.count - (form.hasSuffix(clitic) ? 0 : 2)
        }
      }
    }
    guard cut > range.lowerBound, cut < range.upperBound else {
      return words.append(word(range, hasSpace: hasSpace))
    }
    words.append(word(range.lowerBound..<cut, hasSpace: hasSpace))
    words.append(word(cut..<range.upperBound, hasSpace: false))
  }

  private func word(_ range: Range<Int>, hasSpace: Bool) -> Word {
    let surface = text.string(range)
    var lower = surface.lowercased()
    if lower.utf8.contains(0xE2) { lower = String(lower.map { $0 == "’" ? "'" : $0 }) }
    var shape: Word.Shape = hasSpace ? .spaceBefore : []
    let (first, _) = text.scalar(at: range.lowerBound)
    if first >= 48, first <= 57 { shape.insert(.number) }
    if Self.isUppercase(first) {
      shape.insert(.capitalised)
      if range.count < 64 {
        let letters = surface.unicodeScalars.filter(\.properties.isAlphabetic)
        if letters.count > 1, letters.allSatisfy(\.properties.isUppercase) { shape.insert(.acronym) }
      }
    }
    return Word(range: range, lower: lower, lemma: lemmatiser.lemma(of: lower), shape: shape)
  }

  private static func isUppercase(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 65 && value <= 90 }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  private static func kind(_ value: UInt32) -> Kind {
    switch value {
    case 0...32, 0x7F, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      .space
    case 48...57: .digit
    case 65...90, 97...122: .letter
    case 33...126, 0xA1...0xA9, 0xAB...0xB4, 0xB6...0xB9, 0xBB...0xBF, 0xD7, 0xF7: .mark
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20CF, 0x3001...0x3003, 0x3008...0x3011, 0xFF01...0xFF0F:
      .mark
    default: .letter
    }
  }
}

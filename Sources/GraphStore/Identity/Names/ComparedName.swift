internal import Claims

/// A name taken apart for comparison.
struct ComparedName {
  /// What a word of a name is.
  enum Kind {
    case word, initial, particle, stop, generic, number
  }

  struct Word {
    var text: [UInt8]
    var kind: Kind
    /// Spelled so that usual romanisations of one name are equal.
    var skeleton: [UInt8]
    var value: Int?
  }

  let lists: IdentityLists
  private(set) var words: [Word] = []
  /// The classes of its legal forms.
  private(set) var legalClasses: Set<String> = []
  private(set) var titles: Set<String> = []
  /// Whether the family name comes first, behind which a comma stands.
  private(set) var isInverted = false
  /// The letters of all words, without spaces.
  private(set) var joined: [UInt8] = []
  /// Whether it is one word of a few capitals.
  private(set) var mayBeAcronym = false

  init(_ name: String, isPerson: Bool, lists: IdentityLists = .builtIn) {
    self.lists = lists
    var groups = Self.tokens(of: name, isPerson: isPerson, lists: lists, isInverted: &isInverted)
    if isPerson {
      while groups.count > 1, let first = groups.first, lists.titles.contains(first) {
        titles.insert(first)
        groups.removeFirst()
      }
    } else {
      takeLegalForms(&groups)
    }
    for group in groups { words.append(Self.word(group, isPerson: isPerson, lists)) }
    joinNumbers()
    joined = words.flatMap(\.text)
    let letters = name.unicodeScalars.filter { $0.properties.isAlphabetic }
    mayBeAcronym =
      words.count == 1 && (2...6).contains(letters.count)
      && letters.allSatisfy { $0.properties.isUppercase }
  }

  /// The words of a name in Latin letters and digits.
  private static func tokens(
    of name: String, isPerson: Bool, lists: IdentityLists, isInverted: inout Bool
  ) -> [String] {
    var parts: [[String]] = [[]]
    var current: [UInt8] = []
    // Single letters before full stops: J.P. and U.S.
    var dotted: [UInt8] = []
    func endDotted() {
      guard !dotted.isEmpty else { return }
      if isPerson {
        for letter in dotted { parts[parts.count - 1].append(String(decoding: [letter], as: UTF8.self)) }
      } else {
        parts[parts.count - 1].append(String(decoding: dotted, as: UTF8.self))
      }
      dotted = []
    }
    func endWord(isDot: Bool) {
      if isDot, current.count == 1 {
        dotted.append(current[0])
      } else if !current.isEmpty {
        if !dotted.isEmpty, current.count == 1, !isPerson {
          dotted += current
          endDotted()
        } else {
          endDotted()
          parts[parts.count - 1].append(String(decoding: current, as: UTF8.self))
        }
      } else if !isDot {
        endDotted()
      }
      current = []
    }
    for scalar in NameFolding.fold(name).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: current.append(UInt8(scalar.value))
      case 0x2E: endWord(isDot: true)
      case 0x2C:
        endWord(isDot: false)
        parts.append([])
      case 0x26:
        endWord(isDot: false)
        parts[parts.count - 1].append("and")
      case 0..<0x80: endWord(isDot: false)
      default:
        if let letters = lists.letters[scalar.value] ?? Romanisation.letters(of: scalar) {
          current += letters
        } else if scalar.properties.isAlphabetic {
          current += Array(String(scalar).utf8)
        } else if scalar.properties.generalCategory != .nonspacingMark {
          endWord(isDot: false)
        }
      }
    }
    endWord(isDot: false)
    endDotted()
    parts.removeAll(where: \.isEmpty)
    isInverted = isPerson && parts.count == 2
    return isInverted ? parts[1] + parts[0] : parts.flatMap { $0 }
  }

  private mutating func takeLegalForms(_ words: inout [String]) {
    func take(_ range: Range<Int>) -> Bool {
      guard range.count < words.count,
        let kind = lists.legalClasses[words[range].joined(separator: " ")]
      else { return false }
      if kind != "company" { legalClasses.insert(kind) }
      words.removeSubrange(range)
      return true
    }
    var isAny = true
    while isAny {
      isAny = false
      for length in stride(from: min(6, words.count - 1), through: 1, by: -1) {
        if take(words.count - length..<words.count) || take(0..<length) {
          isAny = true
          break
        }
      }
    }
  }

  private static func word(_ text: String, isPerson: Bool, _ lists: IdentityLists) -> Word {
    let bytes = Array(text.utf8)
    let value = Int(text) ?? ordinal(bytes) ?? lists.numbers[text] ?? (isPerson ? nil : roman(bytes))
    let kind: Kind =
      if value != nil {
        .number
      } else if bytes.count == 1 {
        .initial
      } else if isPerson && lists.particles.contains(text) {
        .particle
      } else if !isPerson && (lists.stopWords.contains(text) || text == "and") {
        .stop
      } else if !isPerson && lists.genericWords.contains(text) {
        .generic
      } else {
        .word
      }
    return Word(text: bytes, kind: kind, skeleton: NameSkeleton.of(bytes), value: value)
  }

  /// Forty and four are forty-four.
  private mutating func joinNumbers() {
    var index = 0
    while index + 1 < words.count {
      if let tens = words[index].value, let ones = words[index + 1].value, tens >= 20, tens < 100,
        tens % 10 == 0, (1...9).contains(ones), words[index].text.first.map({ $0 > 0x39 }) == true
      {
        words[index].value = tens + ones
        words[index].text = Array(String(tens + ones).utf8)
        words.remove(at: index + 1)
      }
      index += 1
    }
  }

  private static func ordinal(_ text: [UInt8]) -> Int? {
    guard text.count > 2, ["st", "nd", "rd", "th"].contains(String(decoding: text.suffix(2), as: UTF8.self))
    else { return nil }
    return Int(String(decoding: text.dropLast(2), as: UTF8.self))
  }

  private static func roman(_ text: [UInt8]) -> Int? {
    let values: [UInt8: Int] = [0x69: 1, 0x76: 5, 0x78: 10]
    guard text.count <= 6, !text.isEmpty else { return nil }
    var sum = 0
    var previous = 0
    for letter in text.reversed() {
      guard let value = values[letter] else { return nil }
      sum += value < previous ? -value : value
      previous = max(previous, value)
    }
    return sum
  }
}

/// Tells the language of a text by its small words, or by its script and letters.
package struct LanguageIdentifier: Sendable {
  private let table: LanguageTable

  package init() { table = .builtIn }

  /// The English name of a language by its code.
  package func name(of code: String) -> String { table.name(of: code) }

  /// Tells whether something is a word of English; nil where no dictionary is at hand.
  package var isEnglish: (@Sendable (String) -> Bool)?

  /// Fewer words than this tell nothing without a dictionary.
  private static let fewestWords = 8
  /// So many times as many small words as the runner-up has are certain.
  private static let margin = 1.4
  /// The least share of small words in running text.
  private static let leastShare = 0.12
  /// Of the longer words of a text in another language, at most this share is English too.
  private static let mostEnglish = 0.5
  /// So many longer words, none of them English, tell another language without any small word.
  private static let fewestStrange = 3

  /// So many letters of a script have one of those that only a language of it has, if it is that.
  private static let fewestLetters = 80

  /// The code of a language that is none of those that are told apart (ISO 639-2).
  package static let unknown = "und"

  /// The code of a text's language, or nil where it is too short, or has too few words of any, to tell.
  package func language(of text: some Sequence<UInt8>) -> String? {
    var counts = LanguageCounts(table: table)
    counts.count(text)
    if let script = counts.foreignScript { return language(ofScript: script, letters: counts.letters) }
    let ranked = counts.hits.enumerated().sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
    guard let best = ranked.first else { return nil }
    let code = table.languages[best.offset].code
    let runnerUp = ranked.count > 1 ? ranked[1].element : 0
    let isCertain =
      counts.words >= Self.fewestWords && best.element >= Self.leastShare * Double(counts.words)
      && best.element >= Self.margin * runnerUp
    if code == "en", best.element > 0 { return isCertain ? code : nil }
    guard let isEnglish else { return isCertain && best.element > 0 ? code : nil }
    return strangeLanguage(code, best.element, counts, isEnglish)
  }

  /// The language of a text with more small words of it than of English, where the longer words are no English either.
  ///
  /// Names of places and persons have small words of their languages, so that only what is written in small letters counts.
  private func strangeLanguage(
    _ code: String, _ hits: Double, _ counts: LanguageCounts, _ isEnglish: (String) -> Bool
  ) -> String? {
    // Formulas and lines of programs have words of no language.
    guard !counts.longWords.isEmpty, counts.signs * 5 <= counts.words else { return nil }
    let known = counts.longWords.filter { isEnglish(String(decoding: $0, as: UTF8.self)) }.count
    let english = table.languages.firstIndex { $0.code == "en" }.map { counts.hits[$0] } ?? 0
    if hits == 0 || hits <= english {
      return known == 0 && english == 0 && counts.longWords.count >= Self.fewestStrange ? Self.unknown : nil
    }
    guard Double(known) <= Self.mostEnglish * Double(counts.longWords.count),
      hits >= 2 || counts.longWords.count - known >= 2
    else { return nil }
    return code
  }

  private func language(ofScript script: Script, letters: [UInt32: Int]) -> String? {
    let known = table.languages.filter { $0.script == script.rawValue }
    var best: (code: String, count: Int)?
    for language in known {
      let count = language.letters.reduce(0) { $0 + (letters[$1] ?? 0) }
      if count > (best?.count ?? 0) { best = (language.code, count) }
    }
    if let best { return best.code }
    // Without a letter that only one of them has, the one that has none of its own; a short text may be without by chance.
    let isLong = letters.values.reduce(0, +) >= Self.fewestLetters
    return ((isLong ? known.first { $0.letters.isEmpty } : nil) ?? known.first)?.code
  }
}

/// Scripts in which no English is written.
enum Script: String, CaseIterable {
  case cyrillic = "Cyrillic"
  case arabic = "Arabic"
  case greek = "Greek"
  case hebrew = "Hebrew"
  case devanagari = "Devanagari"
  case han = "Han"
  case kana = "Kana"
  case hangul = "Hangul"
  case thai = "Thai"
  case georgian = "Georgian"
  case armenian = "Armenian"
  case ethiopic = "Ethiopic"
  case bengali = "Bengali"

  /// The script of a letter; nil for Latin letters and for all that is no letter.
  static func of(_ value: UInt32) -> Script? {
    switch value {
    case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
    case 0x400...0x52F: .cyrillic
    case 0x531...0x58F: .armenian
    case 0x591...0x5F4: .hebrew
    case 0x620...0x65F, 0x66E...0x6D5, 0x6FA...0x77F, 0x8A0...0x8FF, 0xFB50...0xFDFF, 0xFE70...0xFEFC: .arabic
    case 0x900...0x97F: .devanagari
    case 0x980...0x9FF: .bengali
    case 0xE01...0xE5B: .thai
    case 0x10A0...0x10FF: .georgian
    case 0x1200...0x139F: .ethiopic
    case 0x3040...0x30FF: .kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF: .han
    case 0x1100...0x11FF, 0xAC00...0xD7AF: .hangul
    default: nil
    }
  }
}

/// What a text shows of its language.
struct LanguageCounts {
  private let table: LanguageTable
  private(set) var words = 0
  /// How many words are small words of each language.
  private(set) var hits: [Double]
  /// How often each letter of a script other than Latin stands.
  private(set) var letters: [UInt32: Int] = [:]
  /// Words of four letters and more that start with a small one.
  private(set) var longWords: [[UInt8]] = []
  /// How many signs stand in it that formulas and programs are full of.
  private(set) var signs = 0
  private var latin = 0
  private var scripts: [Script: Int] = [:]
  /// Whether the word that is open starts with a capital letter.
  private var isCapital = false
  /// Whether its first two letters are capitals.
  private var isInitials = false

  init(table: LanguageTable) {
    self.table = table
    hits = Array(repeating: 0, count: table.languages.count)
  }

  /// The script of most letters, where that is not Latin.
  var foreignScript: Script? {
    let total = scripts.values.reduce(0, +)
    guard total >= 4, total > latin else { return nil }
    // Japanese is told by its own letters, however many of the Chinese it uses.
    if let kana = scripts[.kana], kana * 5 > total { return .kana }
    return Script.allCases.max { (scripts[$0] ?? 0) < (scripts[$1] ?? 0) }
  }

  mutating func count(_ text: some Sequence<UInt8>) {
    var decoder = UTF8()
    var iterator = text.makeIterator()
    var word: [UInt8] = []
    loop: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.value < 0x80 {
          guard (scalar.value | 32) &- 97 < 26 else {
            if "_*=;{}<>\\/#$|&".unicodeScalars.contains(scalar) { signs += 1 }
            end(&word)
            continue
          }
          latin += 1
          let isLarge = scalar.value < 0x60
          if word.isEmpty {
            isCapital = isLarge
          } else if word.count == 1 {
            isInitials = isCapital && isLarge
          }
          if word.count < 40 { word.append(UInt8(truncatingIfNeeded: scalar.value | 32)) }
        } else if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
          if let script = Script.of(scalar.value) {
            scripts[script, default: 0] += 1
            letters[scalar.value, default: 0] += 1
          } else {
            latin += 1
          }
          if word.isEmpty { isCapital = scalar.properties.isUppercase }
          if word.count < 40 { word += Array(scalar.properties.lowercaseMapping.utf8) }
        } else {
          end(&word)
        }
      case .emptyInput:
        end(&word)
        break loop
      case .error: end(&word)
      }
    }
  }

  private mutating func end(_ word: inout [UInt8]) {
    guard !word.isEmpty else { return }
    defer {
      word = []
      isCapital = false
      isInitials = false
    }
    // Letters that stand alone are names of things, and small words of many languages.
    guard word.count > 1 else {
      for language in table.languages(with: word) { hits[language] += Self.weightOfLetter }
      return
    }
    words += 1
    // "DES" is a name, and "des" a small word.
    let languages = isInitials && word.count < 5 ? [] : table.languages(with: word)
    for language in languages { hits[language] += 1 }
    if languages.isEmpty, word.count >= 4, !isCapital { longWords.append(word) }
  }

  private static let weightOfLetter = 0.25
}

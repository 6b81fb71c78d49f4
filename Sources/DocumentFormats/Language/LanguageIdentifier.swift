/// Tells the language of a text by its small words, or by its script and letters.
package struct LanguageIdentifier: Sendable {
  private let table: LanguageTable

  package init() { table = .builtIn }

  /// The English name of a language by its code.
  package func name(of code: String) -> String { table.name(of: code) }

  /// Fewer words than this tell nothing.
  private static let fewestWords = 8
  /// So many times as many small words as the runner-up has are certain.
  private static let margin = 1.4
  /// The least share of small words in running text.
  private static let leastShare = 0.12

  /// The code of a text's language, or nil where it is too short, or has too few words of any, to tell.
  package func language(of text: some Sequence<UInt8>) -> String? {
    var counts = LanguageCounts(table: table)
    counts.count(text)
    if let script = counts.foreignScript { return language(ofScript: script, letters: counts.letters) }
    guard counts.words >= Self.fewestWords else { return nil }
    let ranked = counts.hits.enumerated().sorted { ($1.element, $0.offset) < ($0.element, $1.offset) }
    guard let best = ranked.first, best.element >= Self.leastShare * Double(counts.words) else { return nil }
    guard ranked.count < 2 || best.element >= Self.margin * ranked[1].element else { return nil }
    return table.languages[best.offset].code
  }

  private func language(ofScript script: Script, letters: [UInt32: Int]) -> String? {
    let known = table.languages.filter { $0.script == script.rawValue }
    var best: (code: String, count: Int)?
    for language in known {
      let count = language.letters.reduce(0) { $0 + (letters[$1] ?? 0) }
      if count > (best?.count ?? 0) { best = (language.code, count) }
    }
    if let best { return best.code }
    // Without a letter that only one of them has, the one that has none of its own.
    return (known.first { $0.letters.isEmpty } ?? known.first)?.code
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
  /// How many words are small words of each language; a word of several counts in part.
  private(set) var hits: [Double]
  /// How often each letter of a script other than Latin stands.
  private(set) var letters: [UInt32: Int] = [:]
  private var latin = 0
  private var scripts: [Script: Int] = [:]

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
            end(&word)
            continue
          }
          latin += 1
          if word.count < 40 { word.append(UInt8(truncatingIfNeeded: scalar.value | 32)) }
        } else if scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark {
          if let script = Script.of(scalar.value) {
            scripts[script, default: 0] += 1
            letters[scalar.value, default: 0] += 1
          } else {
            latin += 1
          }
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
    words += 1
    for language in table.languages(with: word) { hits[language] += 1 }
    word = []
  }
}

internal import Schema

/// The languages of Schema/languages.tsv.
struct LanguageTable: Sendable {
  struct Language: Sendable {
    var code: String
    var name: String
    var words: Set<[UInt8]>
    var script: String?
    var letters: Set<UInt32>
  }

  let languages: [Language]
  /// The languages that have a word, by their indices.
  private let languagesOfWord: [[UInt8]: [Int]]

  static let builtIn = LanguageTable(rows: SchemaFile.named("languages.tsv")?.rows ?? [])

  init(rows: [[Substring]]) {
    var languages: [Language] = []
    var table: [[UInt8]: [Int]] = [:]
    for row in rows where row.count >= 4 {
      var language = Language(
        code: String(row[0]), name: String(row[1]), words: [], script: nil, letters: [])
      let parts = row[3].split(separator: " ")
      if row[2] == "words" {
        language.words = Set(parts.map { Array($0.utf8) })
        for word in language.words { table[word, default: []].append(languages.count) }
      } else if let script = parts.first {
        language.script = String(script)
        language.letters = Set(parts.dropFirst().joined().unicodeScalars.map(\.value))
      }
      languages.append(language)
    }
    self.languages = languages
    languagesOfWord = table
  }

  func languages(with word: [UInt8]) -> [Int] { languagesOfWord[word] ?? [] }

  /// The English name of a language; its code where none is known.
  func name(of code: String) -> String {
    code == LanguageIdentifier.unknown
      ? "Another language" : languages.first { $0.code == code }?.name ?? code
  }
}

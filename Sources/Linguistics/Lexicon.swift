internal import Schema

/// The word lists of the Schema folder (`words.tsv`, `places.tsv`), ready for look-up.
package struct Lexicon: Sendable {
  /// A country of the list.
  package struct Country: Sendable {
    /// The usual English name.
    package let name: String
    /// The capital's name.
    package let capital: String
  }

  /// The lists that the binary was built with.
  package static let builtIn = Lexicon(
    words: SchemaFile.named("words.tsv")?.rows ?? [], places: SchemaFile.named("places.tsv")?.rows ?? [])

  private var lists: [String: Set<String>] = [:]
  /// Irregular form to lemma.
  private(set) var irregular: [String: String] = [:]
  /// Irregular forms that are a participle, as `past` and `participle` rows tell.
  private(set) var participles: Set<String> = []
  /// Name in lower case to country.
  private(set) var countries: [String: Country] = [:]
  /// Capital in lower case to the country's name.
  private(set) var capitals: [String: String] = [:]
  /// Adjective or noun of nationality in lower case to the country's name.
  private(set) var demonyms: [String: String] = [:]

  init(words: [[Substring]], places: [[Substring]]) {
    for cells in words where cells.count >= 2 {
      let kind = String(cells[0])
      let entries = cells[1].split(separator: " ")
      switch kind {
      case "irregular":
        // lemma, past, participle
        guard entries.count >= 2 else { continue }
        for entry in entries.dropFirst() { irregular[String(entry)] = String(entries[0]) }
        if let last = entries.last { participles.insert(String(last)) }
        lists["verb", default: []].insert(String(entries[0]))
      default:
        lists[kind, default: []].formUnion(entries.map { $0.split(separator: "_").joined(separator: " ") })
      }
    }
    for cells in places where cells.count >= 4 {
      let country = Country(name: String(cells[0]), capital: String(cells[1]))
      countries[cells[0].lowercased()] = country
      for name in cells[3].split(separator: "|") { countries[name.lowercased()] = country }
      if cells[1] != "-" { capitals[cells[1].lowercased()] = country.name }
      for adjective in cells[2].split(separator: "|") { demonyms[adjective.lowercased()] = country.name }
    }
  }

  /// Whether a list of `words.tsv` holds the word, given in lower case.
  package func holds(_ list: String, _ word: String) -> Bool { lists[list]?.contains(word) ?? false }

  /// The words of a list of `words.tsv`.
  package func words(_ list: String) -> Set<String> { lists[list] ?? [] }

  /// The country of that name.
  package func country(named name: String) -> Country? { countries[name.lowercased()] }

  /// The country whose capital has that name.
  package func country(withCapital name: String) -> String? { capitals[name.lowercased()] }

  /// The country whose people or adjective the word is, given in lower case.
  package func country(ofDemonym word: String) -> String? { demonyms[word] }

  /// Whether the form, given in lower case, can be a past participle of an irregular verb.
  package func isIrregularParticiple(_ form: String) -> Bool { participles.contains(form) }

  /// Whether the form, given in lower case, is an irregular verb form.
  package func isIrregularForm(_ form: String) -> Bool { irregular[form] != nil }
}

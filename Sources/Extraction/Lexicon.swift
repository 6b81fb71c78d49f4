internal import Schema

/// The word lists of the Schema folder (`words.tsv`, `places.tsv`), ready for look-up.
struct Lexicon: Sendable {
  /// A country of the list.
  struct Country: Sendable {
    /// The usual English name.
    let name: String
    /// The capital's name.
    let capital: String
  }

  /// The lists that the binary was built with.
  static let builtIn = Lexicon(
    words: SchemaFile.named("words.tsv")?.rows ?? [], places: SchemaFile.named("places.tsv")?.rows ?? [])

  private var lists: [String: Set<String>] = [:]
  /// The verb of each of the irregular forms that the list gives.
  private(set) var irregular: [String: String] = [:]
  /// Name in lower case to country.
  private var countries: [String: Country] = [:]
  /// Capital in lower case to the country's name.
  private var capitals: [String: String] = [:]
  /// Adjective or noun of nationality in lower case to the country's name.
  private var demonyms: [String: String] = [:]

  init(words: [[Substring]], places: [[Substring]]) {
    for cells in words where cells.count >= 2 {
      if cells[0] == "irregular" {
        let forms = cells[1].split(separator: " ").map(String.init)
        for form in forms.dropFirst() { irregular[form] = forms[0] }
        continue
      }
      lists[String(cells[0]), default: []].formUnion(
        cells[1].split(separator: " ").map { $0.split(separator: "_").joined(separator: " ") })
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
  func holds(_ list: String, _ word: String) -> Bool { lists[list]?.contains(word) ?? false }

  /// The words of a list, in order; `demonym` is the list of nationalities in `places.tsv`.
  func words(of list: String) -> [String] {
    list == "demonym" ? demonyms.keys.sorted() : (lists[list] ?? []).sorted()
  }

  /// The names of countries and capitals, in lower case.
  var placeNames: [String] { Array(countries.keys) + Array(capitals.keys) }

  /// The country of that name.
  func country(named name: String) -> Country? { countries[name.lowercased()] }

  /// The country whose capital has that name.
  func country(withCapital name: String) -> String? { capitals[name.lowercased()] }

  /// The country whose people or adjective the word is, given in lower case.
  func country(ofDemonym word: String) -> String? { demonyms[word] }
}

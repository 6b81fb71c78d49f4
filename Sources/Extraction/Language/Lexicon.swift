internal import Schema

/// The names of places, peoples and people of the Schema folder, ready for look-up.
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
    places: rows("places.tsv"), regions: rows("regions.tsv"), givenNames: rows("given-names.tsv"))

  private static func rows(_ file: String) -> [[Substring]] { SchemaFile.named(file)?.rows ?? [] }

  /// Name in lower case to country.
  private var countries: [String: Country] = [:]
  /// Capital in lower case to the country's name.
  private var capitals: [String: String] = [:]
  /// Adjective or noun of nationality in lower case to the country's name.
  private var demonyms: [String: String] = [:]
  /// Name of a region in lower case to its usual name.
  private var regions: [String: String] = [:]
  /// Adjective or noun for a region in lower case to the region's name.
  private var regionAdjectives: [String: String] = [:]
  /// Adjective or noun for an ethnic group in lower case to the group's name.
  private var ethnicGroups: [String: String] = [:]
  /// Given name in lower case to gender; nil for a name of either.
  private var givenNames: [String: Gender?] = [:]

  init(
    places: [[Substring]], regions: [[Substring]] = [], givenNames: [[Substring]] = []
  ) {
    for cells in places where cells.count >= 4 {
      let country = Country(name: String(cells[0]), capital: String(cells[1]))
      countries[cells[0].lowercased()] = country
      for name in cells[3].split(separator: "|") { countries[name.lowercased()] = country }
      if cells[1] != "-" { capitals[cells[1].lowercased()] = country.name }
      for adjective in cells[2].split(separator: "|") { demonyms[adjective.lowercased()] = country.name }
    }
    for cells in regions where cells.count >= 3 {
      let name = String(cells[1])
      for adjective in cells[2].split(separator: "|") {
        if cells[0] == "people" {
          ethnicGroups[adjective.lowercased()] = name
        } else {
          regionAdjectives[adjective.lowercased()] = name
        }
      }
      guard cells[0] == "region" else { continue }
      self.regions[name.lowercased()] = name
      for other in cells.dropFirst(3).flatMap({ $0.split(separator: "|") }) {
        self.regions[other.lowercased()] = name
      }
    }
    for cells in givenNames where cells.count >= 2 {
      let gender: Gender? = cells[0] == "m" ? .male : cells[0] == "f" ? .female : nil
      for name in cells[1].split(separator: " ") { self.givenNames[String(name)] = .some(gender) }
    }
  }

  /// The words of a list, in order; `demonym` is the list of nationalities in `places.tsv`.
  func words(of list: String) -> [String] {
    list == "demonym" ? demonyms.keys.sorted() : (WordFile.builtIn.lists[list] ?? []).sorted()
  }

  /// The names of countries, capitals and regions, in lower case.
  var placeNames: [String] { Array(countries.keys) + Array(capitals.keys) + Array(regions.keys) }

  /// The country of that name.
  func country(named name: String) -> Country? { countries[name.lowercased()] }

  /// The country whose capital has that name.
  func country(withCapital name: String) -> String? { capitals[name.lowercased()] }

  /// The country whose people (one or more of them) or adjective the word is, given in lower case.
  func country(ofDemonym word: String) -> String? { demonyms[word] }

  /// The usual name of a region that is no state ("Central Asia").
  func region(named name: String) -> String? { regions[name.lowercased()] }

  /// The region whose people or adjective the word is, given in lower case ("european": "Europe").
  func region(ofAdjective word: String) -> String? { regionAdjectives[word] }

  /// The ethnic group whose people or adjective the word is, given in lower case ("tajiks": "Tajik").
  func ethnicGroup(_ word: String) -> String? { ethnicGroups[word] }

  /// Whether a word is an adjective or noun of nationality, region or people, given in lower case.
  func isDemonym(_ word: String) -> Bool {
    demonyms[word] != nil || regionAdjectives[word] != nil || ethnicGroups[word] != nil
  }

  /// Whether a word is a common given name, given in lower case.
  func isGivenName(_ word: String) -> Bool { givenNames[word] != nil }

  /// The gender of the people who have a given name, given in lower case; nil where that is open.
  func gender(ofGivenName name: String) -> Gender? { givenNames[name] ?? nil }

  /// The gender of those who have a title, an office or a place in a family, given in lower case.
  func gender(ofNoun word: String) -> Gender? {
    let word = word.hasSuffix(".") ? String(word.dropLast()) : word
    return WordList.maleNoun.contains(word) ? .male : WordList.femaleNoun.contains(word) ? .female : nil
  }

  /// What kind of thing a noun is said of, given its dictionary form.
  func type(ofNoun lemma: String) -> NameType? {
    if WordList.organizationNoun.contains(lemma) { return .organization }
    if WordList.personNoun.contains(lemma) || WordList.profession.contains(lemma)
      || WordList.role.contains(lemma)
      || WordList.kinship.contains(lemma)
    {
      return .person
    }
    if WordList.groupNoun.contains(lemma) { return .group }
    if WordList.placeNoun.contains(lemma) { return .place }
    if WordList.eventNoun.contains(lemma) { return .event }
    return WordList.objectNoun.contains(lemma) ? .object : nil
  }
}

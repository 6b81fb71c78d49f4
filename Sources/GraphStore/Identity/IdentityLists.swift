internal import Schema

/// The lists by which names are compared: `Schema/identity.tsv`, whose rows are a kind, a word and what it stands for.
struct IdentityLists: Sendable {
  static let shared = IdentityLists(
    rows: SchemaFile.named("identity.tsv")?.rows ?? [],
    givenNames: SchemaFile.named("given-names.tsv")?.rows ?? [])

  /// Abbreviations of states and countries, folded, with the folded full name.
  private(set) var abbreviatedPlaces: [String: String] = [:]
  /// The legal forms of companies that are left out of a certain key, folded.
  private(set) var companyForms: Set<String> = []
  /// Relations that hold between one thing and only one other, in their order.
  private(set) var singleRelations: [String] = []
  /// Legal forms with their class.
  private(set) var legalClasses: [String: String] = [:]
  private(set) var titles: Set<String> = []
  private(set) var stopWords: Set<String> = []
  private(set) var particles: Set<String> = []
  /// Words that many organizations bear.
  private(set) var genericWords: Set<String> = []
  private(set) var numbers: [String: Int] = [:]
  /// Given names with the names that each is short for or has as short form.
  private(set) var shortForms: [String: Set<String>] = [:]
  /// The commonest given names.
  private(set) var givenNames: Set<String> = []

  init(rows: [[Substring]], givenNames: [[Substring]]) {
    for row in rows where row.count >= 2 {
      let word = String(row[1])
      let value = row.count > 2 ? String(row[2]) : ""
      switch row[0] {
      case "place": abbreviatedPlaces[word] = value
      case "single": singleRelations.append(word)
      case "form": companyForms.insert(word)
      case "legal": legalClasses[word] = value
      case "title": titles.insert(word)
      case "stop": stopWords.insert(word)
      case "particle": particles.insert(word)
      case "generic": genericWords.insert(word)
      case "number": numbers[word] = Int(value)
      case "nick":
        shortForms[word, default: []].insert(value)
        shortForms[value, default: []].insert(word)
      default: break
      }
    }
    for row in givenNames where row.count >= 2 {
      for name in row[1].split(separator: " ") { self.givenNames.insert(String(name)) }
    }
  }
}

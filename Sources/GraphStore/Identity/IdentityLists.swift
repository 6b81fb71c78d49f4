internal import Schema

/// The lists by which names are joined and compared: `Schema/identity.tsv`, whose rows are a kind, a word and what it stands for, and the
/// rows that users of a graph add.
final class IdentityLists: Sendable {
  /// Those that come with the program.
  static let builtIn = IdentityLists(rows: SchemaFile.named("identity.tsv")?.rows ?? [])

  /// What a row tells of its word.
  enum Kind: String, CaseIterable {
    case place, country, body, form, word, generation, single, legal, title, stop, particle, generic, number
    case nick, letter

    /// Whether a row needs what its word stands for.
    var needsValue: Bool {
      switch self {
      case .single, .title, .stop, .particle, .generic: false
      default: true
      }
    }
  }

  /// Abbreviations of countries, folded, with the folded full name.
  let countries: [String: String]
  /// Abbreviations of places, those of countries included.
  let places: [String: String]
  /// Abbreviations of bodies of states.
  let bodies: [String: String]
  /// Abbreviated words of organizations, written out.
  let writtenForms: [String: String]
  /// Abbreviated first words of places, written out.
  let writtenPlaceWords: [String: String]
  /// What follows the names of persons, such as “junior”, as it is usually spelled.
  let generations: [String: String]
  /// Relations that hold between one thing and only one other, in their order.
  let singleRelations: [String]
  /// Legal forms with their class.
  let legalClasses: [String: String]
  let titles: Set<String>
  let stopWords: Set<String>
  let particles: Set<String>
  /// Words that many organizations bear.
  let genericWords: Set<String>
  let numbers: [String: Int]
  /// Given names with the names that each is short for or has as short form.
  let shortForms: [String: Set<String>]
  /// Letters of other scripts with those that a user writes them by.
  let letters: [UInt32: [UInt8]]
  /// The commonest given names.
  let givenNames: Set<String>

  /// - Parameter rows: later ones take the place of earlier ones of the same kind and word.
  init(rows: [[Substring]]) {
    var values: [Kind: [String: String]] = [:]
    var single: [String] = []
    var shortForms: [String: Set<String>] = [:]
    var letters: [UInt32: [UInt8]] = [:]
    for row in rows where row.count >= 2 {
      guard let kind = Kind(rawValue: String(row[0])) else { continue }
      let word = String(row[1])
      let value = row.count > 2 ? String(row[2]) : ""
      switch kind {
      case .single: single.append(word)
      case .nick:
        shortForms[word, default: []].insert(value)
        shortForms[value, default: []].insert(word)
      case .letter:
        if let scalar = word.unicodeScalars.first { letters[scalar.value] = Array(value.utf8) }
      default: values[kind, default: [:]][word] = value
      }
    }
    func table(_ kind: Kind) -> [String: String] { values[kind] ?? [:] }
    func words(_ kind: Kind) -> Set<String> { Set(table(kind).keys) }
    countries = table(.country)
    places = table(.place).merging(table(.country)) { _, country in country }
    bodies = table(.body)
    writtenForms = table(.form)
    writtenPlaceWords = table(.word)
    generations = table(.generation)
    singleRelations = single
    legalClasses = table(.legal)
    titles = words(.title)
    stopWords = words(.stop)
    particles = words(.particle)
    genericWords = words(.generic)
    numbers = table(.number).compactMapValues { Int($0) }
    self.shortForms = shortForms
    self.letters = letters
    var givenNames: Set<String> = []
    for row in SchemaFile.named("given-names.tsv")?.rows ?? [] where row.count >= 2 {
      for name in row[1].split(separator: " ") { givenNames.insert(String(name)) }
    }
    self.givenNames = givenNames
  }
}

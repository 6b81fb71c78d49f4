internal import Schema

/// A pronoun of `Schema/pronouns.tsv`, the one table that tells what pronouns are.
struct Pronoun: Hashable, Sendable {
  /// What a pronoun can stand for.
  enum Sort: String, Sendable {
    case he, she, it, they, speaker, speakers, addressee, this, these, both, relative, nobody

    /// Whether the pronoun can stand for one thing of a type.
    func fits(_ type: NameType) -> Bool {
      switch self {
      case .he, .she, .speaker, .addressee: type == .person || type == .unknown
      case .it, .this: type != .person && type != .group
      case .they, .these: type == .organization || type == .group || type == .unknown
      case .speakers, .both, .relative, .nobody: false
      }
    }
  }

  /// The part a pronoun plays in its phrase.
  enum Form: String, Sendable {
    case personal, possessive, independent, reflexive, demonstrative, quantifier, relative, indefinite
  }

  let sort: Sort
  let form: Form

  /// The pronoun that a word in lower case is, or nil for any other word.
  ///
  /// In constant time.
  init?(_ word: String) {
    guard let known = Self.table[word] else { return nil }
    self = known
  }

  /// The pronoun that a word is; nil for names such as "US".
  init?(_ word: Word) {
    if word.part == .properNoun { return nil }
    self.init(word.lower)
  }

  /// Whether it is one of those who speak and hear, of whom the text need not say more.
  var isOfSpeech: Bool { sort == .speaker || sort == .speakers || sort == .addressee }

  /// Whether what it stands for is a person.
  var isPerson: Bool {
    sort == .he || sort == .she || sort == .speaker || sort == .speakers || sort == .addressee
  }

  /// Whether it makes an end of a claim even where nobody tells whom it stands for; "it" may be anything.
  var mayStayOpen: Bool {
    switch sort {
    case .he, .she, .speaker: form != .independent
    // "Has established itself" says nothing of a thing to be found.
    case .it, .they: form == .personal || form == .possessive
    default: false
    }
  }

  private init(sort: Sort, form: Form) {
    self.sort = sort
    self.form = form
  }

  private static let table: [String: Pronoun] = {
    var table: [String: Pronoun] = [:]
    for cells in SchemaFile.named("pronouns.tsv")?.rows ?? [] where cells.count >= 3 {
      guard let sort = Sort(rawValue: String(cells[0])), let form = Form(rawValue: String(cells[1])) else {
        continue
      }
      for word in cells[2].split(separator: " ") { table[String(word)] = Pronoun(sort: sort, form: form) }
    }
    return table
  }()
}

internal import Claims
internal import Schema

/// What words say about the factuality of what they govern, from `Schema/factuality.tsv`, whose head tells its form.
struct FactualityTable: Sendable {
  /// What a word says about a clause.
  enum Sign: String, Sendable {
    case holds = "+"
    case fails = "-"
    case possible = "?"
    case doubtful = "-?"
    case future = ">"
    case abandoned = "->"
    case hypothetical = "~"
    case fact = "!"

    var isNegative: Bool { self == .fails || self == .doubtful || self == .abandoned }

    /// How surely the clause holds or fails; nil where the sign leaves that to the governing word.
    var modality: Claim.Modality? {
      switch self {
      case .holds, .fails, .fact: nil
      case .possible, .doubtful: .possible
      case .future, .abandoned: .future
      case .hypothetical: .hypothetical
      }
    }
  }

  /// What a word says about one kind of complement, where the word itself is affirmed and where it is denied.
  struct Signature: Sendable {
    let affirmed: Sign
    let denied: Sign
    /// Whether the word's subject is who says or thinks so.
    let hasSource: Bool
  }

  /// Which words a row is about.
  enum Part: String, Sendable { case verb, noun, adjective }

  /// The kinds of rows that list single words.
  enum List: String, Sendable, CaseIterable {
    case modal, adverb, determiner, pronoun, conjunction, fact, modifier
  }

  private struct Row: Sendable {
    let part: Part
    let complement: String
    let signature: Signature
  }

  /// The table that the binary was built with.
  static let builtIn = FactualityTable(rows: SchemaFile.named("factuality.tsv")?.rows ?? [])

  private var rows: [String: [Row]] = [:]
  private var lists: [List: [String: Sign]] = [:]
  private var pastModifiers: Set<String> = []
  /// The dictionary forms of the verbs of the table.
  private(set) var verbs: Set<String> = []

  init(rows table: [[Substring]]) {
    for cells in table where cells.count >= 3 {
      let words = (cells.last ?? "").split(separator: " ").map(String.init)
      if let part = Part(rawValue: String(cells[0])), cells.count >= 6,
        let affirmed = Sign(rawValue: String(cells[2])), let denied = Sign(rawValue: String(cells[3]))
      {
        let signature = Signature(affirmed: affirmed, denied: denied, hasSource: cells[4] == "subject")
        for complement in cells[1].split(separator: ",") {
          for word in words {
            rows[word, default: []].append(
              Row(part: part, complement: String(complement), signature: signature))
          }
        }
        if part == .verb { verbs.formUnion(words) }
      } else if let list = List(rawValue: String(cells[0])) {
        if let sign = Sign(rawValue: String(cells[1])) {
          for word in words where lists[list]?[word] == nil { lists[list, default: [:]][word] = sign }
        } else if list == .modifier, cells[1] == "past" {
          pastModifiers.formUnion(words)
        }
      }
    }
  }

  /// What a word says of a complement: its form's row goes before its dictionary form's, its own part of speech before others, and
  /// the first row of the table before later ones.
  func signature(of word: Word, particle: String? = nil, complement: String) -> Signature? {
    let part: Part =
      switch word.part {
      case .noun, .properNoun, .pronoun: .noun
      case .adjective, .adverb: .adjective
      default: .verb
      }
    var other: Signature?
    var keys = word.lower == word.lemma ? [word.lower] : [word.lower, word.lemma]
    if let particle { keys = keys.map { $0 + "_" + particle } + keys }
    for key in keys {
      for row in rows[key] ?? [] where row.complement == complement {
        if row.part == part { return row.signature }
        // Tags waver between participles and adjectives, never between nouns and these.
        if other == nil, row.part != .noun, part != .noun { other = row.signature }
      }
    }
    return other
  }

  /// What a word says of a clause on its subject's word; nil where it is no word of saying or thinking.
  func sourceSignature(of word: Word) -> Signature? {
    for key in word.lower == word.lemma ? [word.lower] : [word.lower, word.lemma] {
      if let row = rows[key]?.first(where: { $0.complement == "that" && $0.signature.hasSource }) {
        return row.signature
      }
    }
    return nil
  }

  /// The sign that a list gives a word or, with "_" between, several words.
  func sign(_ list: List, _ word: String) -> Sign? { lists[list]?[word] }

  /// Whether an adjective or a noun's form puts what the noun names into the past ("former").
  func isPastModifier(_ word: String) -> Bool { pastModifiers.contains(word) }
}

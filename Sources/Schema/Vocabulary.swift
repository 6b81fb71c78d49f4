/// A relation of the vocabulary, as one line of `Schema/relations.tsv` describes it.
package struct Relation: Hashable, Sendable {
  /// The name in kebab-case; `S <name> O` reads as a sentence.
  package let name: String
  /// Whether the relation reads the same both ways.
  package let isSymmetric: Bool
  /// The types a subject usually has; empty when any will do.
  package let subjectTypes: [String]
  /// The types an object usually has; empty when any will do.
  package let objectTypes: [String]
  /// The Wikidata properties it maps to; a leading `^` means the inverse direction.
  package let wikidata: [String]
  /// The PLOVER event type it maps to, or nil.
  package let plover: String?
  /// What `S <name> O` says.
  package let meaning: String
  /// The least probability at which the model's reading of it is believed, or nil for that of all relations.
  package let leastProbability: Double?

  package init(
    name: String, isSymmetric: Bool, subjectTypes: [String], objectTypes: [String], wikidata: [String] = [],
    plover: String? = nil, meaning: String = "", leastProbability: Double? = nil
  ) {
    self.name = name
    self.isSymmetric = isSymmetric
    self.subjectTypes = subjectTypes
    self.objectTypes = objectTypes
    self.wikidata = wikidata
    self.plover = plover
    self.meaning = meaning
    self.leastProbability = leastProbability
  }
}

/// The canonical relations.
package struct Vocabulary: Sendable {
  /// The relations in the order of the file.
  package let relations: [Relation]
  private let positions: [String: Int]

  /// The vocabulary that the binary was built with.
  package static let builtIn = Vocabulary(rows: SchemaFile.named("relations.tsv")?.rows ?? [])

  init(rows: [[Substring]]) {
    relations = rows.compactMap { cells in
      guard cells.count >= 7 else { return nil }
      return Relation(
        name: String(cells[0]), isSymmetric: cells[1] == "sym", subjectTypes: Self.types(cells[2]),
        objectTypes: Self.types(cells[3]),
        wikidata: cells[4] == "-" ? [] : cells[4].split(separator: " ").map(String.init),
        plover: cells[5] == "-" ? nil : String(cells[5]), meaning: String(cells[6]),
        leastProbability: cells.count > 7 ? Double(cells[7]) : nil)
    }
    positions = Dictionary(
      relations.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The relation of that name, or nil, in constant time.
  package subscript(_ name: String) -> Relation? {
    positions[name].map { relations[$0] }
  }

  private static func types(_ cell: Substring) -> [String] {
    cell == "any" ? [] : cell.split(separator: "|").map(String.init)
  }
}

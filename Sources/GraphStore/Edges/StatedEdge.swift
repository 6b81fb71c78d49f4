package import Claims

/// An entity as a file for another program has it.
package struct GraphNode: Hashable, Sendable {
  /// What it goes by outside: 16 hexadecimal digits, the same as `entity` in claim records.
  package let key: String
  package let entity: EntityName
  /// Its other names, sorted.
  package let aliases: [String]
}

/// One of the statements behind an edge: a claim of a text, or a row of a graph file.
package struct EdgeStatement: Hashable, Sendable {
  package let document: String
  /// The sentence, where a text states it.
  package let evidence: Claim.Evidence?
  /// The row, where a graph file states it.
  package let row: Claim.Row?
  package let confidence: Double
  package let time: Claim.Time?
  /// The words that state it; nil where no word does.
  package let phrase: String?
  package let tense: Claim.Tense?
  /// Who says so: the source that the sentence names, else the one whose turn it is.
  package let saidBy: String?
  /// The name of the place where it happened.
  package let place: String?

  /// When it is true: a value in EDTF, or words where no value can be told; nil where nothing says.
  package var when: String? { time?.value ?? time?.text ?? row.flatMap { RowTime.value($0.qualifiers) } }
}

/// An edge with all that states it, in the order of documents and of their text or rows.
package struct StatedEdge: Sendable {
  package let edge: Edge
  /// The keys of its ends, as `GraphNode` has them.
  package let subject: String
  package let object: String
  package let statements: [EdgeStatement]
}

/// How an answer is written.
package enum AnswerFormat: String, CaseIterable, Sendable {
  /// For people.
  case table
  /// One JSON document.
  case json
  /// One JSON object a line.
  case jsonl
  /// Tab-separated, with a header.
  case tsv
  /// Comma-separated, with a header.
  case csv
  /// A GraphViz graph.
  case dot
}

/// Where an answer goes, as far as its layout depends on it.
package struct Display: Sendable {
  /// The columns of the terminal, or nil off a terminal, where nothing is shortened.
  package var width: Int?
  /// Whether colours may be used.
  package var usesColor: Bool

  package init(width: Int? = nil, usesColor: Bool = false) {
    self.width = width
    self.usesColor = usesColor
  }
}

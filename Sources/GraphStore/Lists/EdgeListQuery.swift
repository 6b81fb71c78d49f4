/// A list of edges: which, in which order, and how many.
package struct EdgeListQuery: Sendable {
  /// What the list is sorted by; ties are in the order of subject, relation and object by name.
  package enum Order: String, CaseIterable, Sendable {
    case subject, relation, object
    /// The most first.
    case support
    /// The surest first.
    case confidence
    /// The earliest first; what no time is known of last.
    case when
    /// The first document that states it.
    case document
  }

  /// Which edges; its types are those of one of their ends.
  package var filter = EdgeFilter()
  /// Whether what the texts deny or doubt is listed too.
  package var includesDoubtful = false
  package var order = Order.subject
  /// Whether the list is turned round.
  package var isReversed = false
  /// The most edges, or nil for all.
  package var limit: Int?

  package init() {}
}

/// What edges or claims are counted by.
package enum Grouping: String, CaseIterable, Sendable {
  case relation, layer, subject, object
  case subjectType = "subject-type"
  case objectType = "object-type"
  case polarity, modality
  /// Each document that states it.
  case document
  /// Each year in which it is stated to be true, or to begin.
  case year
  /// Each source or speaker that says it.
  case saidBy = "said-by"

  /// Whether it is told by the statements behind an edge, of which there may be several.
  var isOfStatements: Bool { self == .document || self == .year || self == .saidBy }
}

/// How many edges or claims share a value.
package struct GroupCount: Hashable, Sendable {
  /// The value; nil where nothing tells it.
  package let key: String?
  package let count: Int
}

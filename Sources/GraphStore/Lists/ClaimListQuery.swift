/// A list of claims: which, in which order, and how many.
package struct ClaimListQuery: Sendable {
  /// What the list is sorted by; ties are in the order of documents and of their text or rows.
  package enum Order: String, CaseIterable, Sendable {
    /// As the documents have them, in the order of their names.
    case document
    case subject, relation, object
    /// The surest first.
    case confidence
    /// The earliest first; what no time is known of last.
    case when
  }

  /// Which claims; its types are those of one of their ends.
  package var filter = EdgeFilter()
  package var order = Order.document
  /// Whether the list is turned round.
  package var isReversed = false
  /// The most claims, or nil for all.
  package var limit: Int?

  package init() {}
}

/// One write to the graph: what it added, changed and took away.
package struct Change: Hashable, Sendable {
  /// What was done.
  package enum Kind: String, CaseIterable, Sendable {
    case ingest, `import`, remove, judge, undo
  }

  /// Of what there is more, less or other than before.
  package enum Thing: String, CaseIterable, Sendable {
    case document, claim, entity, edge
  }

  package enum Operation: String, CaseIterable, Sendable {
    case added
    /// An edge of other support, an entity of another name or type, a document read again or under one more name.
    case changed
    /// An entity that another has come to stand for.
    case joined
    /// An entity that stands for itself again.
    case parted
    case removed
  }

  package let number: Int
  package let kind: Kind
  /// When, in RFC 3339.
  package let at: String
  /// The batch of judgements, or nil.
  package let batch: Int?
  /// How many, where there are any.
  package let counts: [Thing: [Operation: Int]]
  /// The names of those of its documents that are still there, sorted.
  package let documents: [String]

  package func count(_ thing: Thing, _ operation: Operation) -> Int { counts[thing]?[operation] ?? 0 }
}

/// Something of a change that is still there, or how many things of it are gone.
package struct ChangeDetail: Hashable, Sendable {
  /// What is told of.
  package enum Subject: Hashable, Sendable {
    case document(String)
    case entity(EntityName)
    case edge(subject: EntityName, relation: String, object: EntityName)
    /// So many things that are not there any more, or are not kept one by one.
    case others(Change.Thing, count: Int)
  }

  package let change: Int
  package let operation: Change.Operation
  package let subject: Subject
}

/// After which changes a question begins.
package enum ChangeStart: Hashable, Sendable {
  case first
  /// Those after the one of this number.
  case after(Int)
  /// Those from this day, month or year (`2001-09-10`, `2001-09`, `2001`) or moment on.
  case from(String)
}

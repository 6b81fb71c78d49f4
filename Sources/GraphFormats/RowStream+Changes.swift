internal import Claims
package import GraphStore

extension Change {
  /// The things and operations that columns count.
  private static let counted: [(thing: Thing, plural: String, operations: [Operation])] = [
    (.document, "documents", [.added, .changed, .removed]), (.claim, "claims", [.added, .removed]),
    (.entity, "entities", [.added, .changed, .joined, .parted, .removed]),
    (.edge, "edges", [.added, .changed, .removed]),
  ]

  /// The columns of a change as a row.
  package static let columns =
    ["change", "when", "kind", "batch", "documents"]
    + counted.flatMap { counted in counted.operations.map { "\(counted.plural)_\($0.rawValue)" } }

  /// The change as a row of `columns`.
  var cells: [String] {
    [String(number), at, kind.rawValue, batch.map(String.init) ?? "", documents.joined(separator: "; ")]
      + Self.counted.flatMap { counted in counted.operations.map { String(count(counted.thing, $0)) } }
  }

  fileprivate func write(into json: inout JSONWriter) {
    json.object { json in
      json.field("change", number)
      json.field("when", at)
      json.field("kind", kind.rawValue)
      json.field("batch", batch)
      json.name("documents")
      json.strings(documents)
      for counted in Self.counted {
        for operation in counted.operations {
          json.field("\(counted.plural)_\(operation.rawValue)", count(counted.thing, operation))
        }
      }
    }
  }

  /// How many of a thing, in a few signs.
  fileprivate func signs(_ thing: Thing) -> String {
    let order: [Operation] = [.added, .removed, .changed, .joined, .parted]
    return order.compactMap { operation in
      let count = count(thing, operation)
      if count == 0 { return nil }
      return switch operation {
      case .added: "+\(count)"
      case .removed: "−\(count)"
      case .changed: "~\(count)"
      case .joined, .parted: "\(count) \(operation.rawValue)"
      }
    }.joined(separator: " ")
  }

  /// The documents for people: those that are there by name, those that are gone by number.
  fileprivate var shownDocuments: String {
    let known = documents.prefix(3).joined(separator: ", ")
    let more = documents.count > 3 ? " and \(documents.count - 3) more" : ""
    let gone = count(.document, .added) + count(.document, .changed) - documents.count
    let removed = count(.document, .removed)
    return [
      known + more, removed > 0 ? "\(Report.count(removed, "document")) removed" : "",
      gone > 0 ? "\(Report.count(gone, "document")) gone since" : "",
    ].filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

extension ChangeDetail {
  /// The columns of a detail as a row.
  package static let columns = [
    "change", "operation", "thing", "name", "type", "relation", "object", "count",
  ]

  fileprivate var cells: [String] {
    let first = [String(change), operation.rawValue]
    return switch subject {
    case .document(let name): first + ["document", name, "", "", "", "1"]
    case .entity(let entity): first + ["entity", entity.name, entity.type, "", "", "1"]
    case .edge(let subject, let relation, let object):
      first + ["edge", subject.name, subject.type, relation, object.name, "1"]
    case .others(let thing, let count): first + [thing.rawValue, "", "", "", "", String(count)]
    }
  }

  /// In the words of a feed of changes.
  private var code: String {
    switch operation {
    case .added: "ADD"
    case .removed: "DEL"
    case .changed, .joined, .parted: "MOD"
    }
  }

  fileprivate func write(into json: inout JSONWriter) {
    json.object { json in
      json.field("op", code)
      json.field("change", change)
      json.field("operation", operation.rawValue)
      switch subject {
      case .document(let name):
        json.field("thing", Change.Thing.document.rawValue)
        json.field("document", name)
      case .entity(let entity):
        json.field("thing", Change.Thing.entity.rawValue)
        json.field("entity", entity)
      case .edge(let subject, let relation, let object):
        json.field("thing", Change.Thing.edge.rawValue)
        json.field("subject", subject)
        json.field("relation", relation)
        json.field("object", object)
      case .others(let thing, let count):
        json.field("thing", thing.rawValue)
        json.field("count", count)
      }
    }
  }
}

extension RowStream {
  /// The columns of a list of changes for people.
  package static let changeTable = ["change", "when", "kind", "documents", "claims", "entities", "edges"]

  /// Writes a change.
  package mutating func add(_ change: Change) throws {
    let shown = [
      String(change.number), change.at, change.kind.rawValue + (change.batch.map { " (batch \($0))" } ?? ""),
      change.shownDocuments, change.signs(.claim), change.signs(.entity), change.signs(.edge),
    ]
    try add(change.cells, shown: shown) { change.write(into: &$0) }
  }

  /// Writes what a change did to one thing.
  package mutating func add(_ detail: ChangeDetail) throws {
    try add(detail.cells, shown: detail.cells) { detail.write(into: &$0) }
  }
}

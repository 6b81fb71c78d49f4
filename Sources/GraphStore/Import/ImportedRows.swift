/// Bytes of UTF-8 that are lent for the duration of a call.
package typealias Bytes = UnsafeRawBufferPointer

extension Bytes {
  /// No bytes.
  package static var empty: Bytes { Bytes(start: nil, count: 0) }

  /// How many code points UTF-8 has.
  package var codePointCount: Int {
    var count = 0
    // A byte that continues a code point is below −64 as a signed number.
    for byte in bindMemory(to: Int8.self) { count &+= byte >= -64 ? 1 : 0 }
    return count
  }
}

/// How a row of a graph file names an entity.
package struct EntityReference {
  /// What the bytes of a reference are.
  package enum Kind: Sendable {
    /// A name: entities whose folded names are equal are one.
    case name
    /// An identifier of the file's own, or an IRI: it alone decides.
    case identifier
  }

  package var kind: Kind
  package var key: Bytes
  /// What the row says of the entity's type; empty for nothing.
  package var type: Bytes
  /// What the row says an identifier's entity is called; empty for nothing.
  package var name: Bytes

  package init(_ kind: Kind, _ key: Bytes, type: Bytes = .empty, name: Bytes = .empty) {
    self.kind = kind
    self.key = key
    self.type = type
    self.name = name
  }

  /// Whether the row names a person, who is told from a place of the same name.
  var isPerson: Bool {
    kind == .name && type.count == 6 && type.elementsEqual("person".utf8)
  }
}

/// A row of a graph file that states an edge.
package struct ImportedEdge {
  /// What a row says beyond subject, relation, object and confidence.
  package struct Qualifier {
    package var name: Bytes
    package var value: Bytes

    package init(name: Bytes, value: Bytes) {
      self.name = name
      self.value = value
    }
  }

  /// The line of the file on which the row starts, from 1.
  package var line: Int
  package var subject: EntityReference
  package var relation: Bytes
  package var object: EntityReference
  /// From 0 to 1.
  package var confidence: Double
  package var qualifiers: [Qualifier]
  /// Whether the relation is the vocabulary's and not the file's own.
  package var isCanonical = false

  package init(
    line: Int, subject: EntityReference, relation: Bytes, object: EntityReference, confidence: Double = 1,
    qualifiers: [Qualifier] = []
  ) {
    self.line = line
    self.subject = subject
    self.relation = relation
    self.object = object
    self.confidence = confidence
    self.qualifiers = qualifiers
  }
}

/// A row of a graph file that tells of an entity.
package struct ImportedEntity {
  /// The line of the file on which the row starts, from 1.
  package var line: Int
  package var entity: EntityReference
  /// How good its name is, from 1: a better one takes a worse one's place, and the worse becomes an alias.
  package var nameRank: UInt8
  package var aliases: [Bytes]

  package init(line: Int, entity: EntityReference, nameRank: UInt8 = 3, aliases: [Bytes] = []) {
    self.line = line
    self.entity = entity
    self.nameRank = nameRank
    self.aliases = aliases
  }
}

/// A row of a graph file that tells more of the edge of an earlier row.
package struct ImportedQualifier {
  /// The line on which the earlier row starts, from 1.
  package var line: Int
  package var content: ImportedEdge.Qualifier

  package init(line: Int, content: ImportedEdge.Qualifier) {
    self.line = line
    self.content = content
  }
}

/// What takes the rows of a graph file, one after the other.
package protocol ImportedRowReceiver: AnyObject {
  /// - Throws: `ImportedRowError` for a row that must not stand; the receiver stays as it was before.
  func receive(_ edge: borrowing ImportedEdge) throws
  /// - Throws: `ImportedRowError` for a row that must not stand; the receiver stays as it was before.
  func receive(_ entity: borrowing ImportedEntity) throws
  func receive(_ qualifier: borrowing ImportedQualifier) throws
}

/// Why a row cannot be stored, in words that follow the file's name and line.
package struct ImportedRowError: Error, Sendable {
  package let reason: String

  package init(_ reason: String) { self.reason = reason }
}

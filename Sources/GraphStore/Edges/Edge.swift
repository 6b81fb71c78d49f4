package import Claims
internal import SQLite

/// An entity as answers show it.
package struct EntityName: Hashable, Sendable {
  package let name: String
  package let type: String
  /// An external identifier, which `#identifier` names on the command line.
  package let identifier: String?
  /// The digest of the document that means a thing of its own by the name, where a judgement says so.
  package let ownDocument: String?

  package init(name: String, type: String, identifier: String? = nil, ownDocument: String? = nil) {
    self.name = name
    self.type = type
    self.identifier = identifier
    self.ownDocument = ownDocument
  }
}

extension EntityName {
  /// The columns of `entity` that it is read from.
  static let columns = "name, type, identifier, part"

  /// Reads what `columns` asked for.
  init(_ statement: borrowing Statement, from column: Int32 = 0) {
    let identifier = statement.optionalText(at: column + 2)
    let part = statement.optionalText(at: column + 3)
    self.init(
      name: statement.text(at: column), type: statement.text(at: column + 1), identifier: identifier,
      ownDocument: part.flatMap { EntityKey(folded: "", part: $0, identifier: nil).document })
  }
}

extension EntityName {
  /// The type of an entity that nothing gives one.
  static let unknownType = "thing"

  /// What an entity is called that has an identifier and no name: an IRI's last part, or the identifier.
  static func localName(_ identifier: String) -> String {
    guard identifier.contains(":") else { return identifier }
    let last = identifier.utf8.split(omittingEmptySubsequences: true) { "/#:".utf8.contains($0) }.last
    return last.map { String(decoding: $0, as: UTF8.self) } ?? identifier
  }

  /// The order in which answers show entities: by name, then type, then identifier, each by its bytes in UTF-8, as
  /// SQLite orders them.
  func precedes(_ other: EntityName) -> Bool {
    if let isBefore = Self.isBefore(name, other.name) { return isBefore }
    if let isBefore = Self.isBefore(type, other.type) { return isBefore }
    if let isBefore = Self.isBefore(identifier ?? "", other.identifier ?? "") { return isBefore }
    return Self.isBefore(ownDocument ?? "", other.ownDocument ?? "") ?? false
  }
}

extension EntityName {
  /// Whether a text comes before another by its bytes; nil where they are the same.
  private static func isBefore(_ left: String, _ right: String) -> Bool? {
    var (left, right) = (left, right)
    return left.withUTF8 { left in
      right.withUTF8 { right in
        for (a, b) in zip(left, right) where a != b { return a < b }
        return left.count == right.count ? nil : left.count < right.count
      }
    }
  }
}

/// An edge of the graph, or a group of claims that make none, seen from one of its ends.
package struct Edge: Hashable, Sendable {
  /// How the edge points as seen from the entity that was asked for.
  package enum Direction: String, CaseIterable, Sendable {
    /// The entity is the subject.
    case out
    /// The entity is the object.
    case `in`
    /// The relation reads the same both ways.
    case both
  }

  /// The sentence behind an edge.
  package struct Evidence: Hashable, Sendable {
    package let document: String
    /// The sentence's index in the document, from 0.
    package let sentence: Int
    /// In code points from the start of the document.
    package let range: Range<Int>
    package let text: String
    /// The page on which it begins, from 1; nil where the document has none.
    package var page: Int?
    /// What is printed on the page as its number.
    package var pageLabel: String?
  }

  /// The row of a graph file behind an edge.
  package struct Source: Hashable, Sendable {
    /// The file's name.
    package let document: String
    /// The line on which the row starts, from 1.
    package let row: Int
    /// What the row itself names as its source, or nil.
    package let note: String?
  }

  package let subject: EntityName
  package let relation: String
  package let object: EntityName
  package let direction: Direction
  /// The other end.
  package let neighbor: EntityName
  package let layer: Claim.Layer
  /// How many claims stand behind it.
  package let support: Int
  /// How many of them the text ascribes to a source.
  package let attributed: Int
  /// The highest confidence of its claims, from 0 to 1.
  package let confidence: Double
  package let polarity: Claim.Polarity
  package let modality: Claim.Modality
  /// The best sentence: not ascribed to a source where there is one, then the surest, then the first.
  package let evidence: Evidence?
  /// When it is true, by what stands behind it: values in EDTF, or words where no value can be told; sorted.
  package let times: [String]
  /// Who says so in the best sentence: the source it names, else the one whose turn it is.
  package let saidBy: String?
  /// Where an edge that no sentence states was imported from.
  package let source: Source?
  /// How many hops from the entity that was asked for, from 1.
  package let hop: Int
}

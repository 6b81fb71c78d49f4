internal import GraphStore

/// Which columns of a table, or attributes of a graph, hold what, as a user says.
package struct ColumnMapping: Sendable, Hashable {
  /// What a column can hold.
  package enum Role: String, CaseIterable, Sendable {
    case subject, relation, object
    case subjectType = "subject_type"
    case objectType = "object_type"
    case subjectIdentifier = "subject_identifier"
    case objectIdentifier = "object_identifier"
    case confidence, id, name, type, aliases
  }

  /// In the order in which they were said; a role is there once.
  package private(set) var columns: [Role: String] = [:]

  package init() {}

  /// Reads `subject=source,relation=type,object=target`.
  ///
  /// - Throws: `GraphFileError` with `unknownColumns` for anything else.
  package mutating func add(_ text: String) throws(GraphFileError) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let sign = part.firstIndex(of: "=") else {
        throw Self.error("\(Quoting.quoted(String(part))) has no =")
      }
      let (role, column) = (String(part[..<sign]).trimmed, String(part[part.index(after: sign)...]).trimmed)
      guard let role = Role(rawValue: role) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw Self.error("\(Quoting.quoted(role)) is nothing that a column can hold; that is \(known)")
      }
      guard !column.isEmpty else { throw Self.error("no column is named for \(role.rawValue)") }
      guard columns.updateValue(column, forKey: role) == nil else {
        throw Self.error("\(role.rawValue) is there twice")
      }
    }
  }

  private static func error(_ reason: String) -> GraphFileError {
    GraphFileError(
      .unknownColumns, "the columns are named as subject=source,relation=type,object=target: \(reason)")
  }

  /// The mapping as a text, the same for the same mapping.
  var text: String {
    columns.map { "\($0.key.rawValue)=\($0.value)" }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      .joined(separator: ",")
  }
}

extension String {
  /// The text without blanks before and behind.
  fileprivate var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" }
    return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}

internal import Claims
package import Layout
internal import SQLite

/// A document of the graph: a text that was read, or a graph file.
package struct DocumentSummary: Hashable, Sendable {
  package let name: String
  /// Other names under which the same bytes were ingested, sorted.
  package let otherNames: [String]
  /// In code points.
  package let length: Int
  package let sentences: Int
  package let entities: Int
  package let claims: Int
  /// Of a graph file, how many of its rows state edges; nil for a text.
  package let rows: Int?
  /// The version of the extractor that read it.
  package let extractor: String
  /// What its file or its user tells of it.
  package let metadata: DocumentMetadata
  /// Whether its user said when it was written.
  package let isDateGiven: Bool
  /// The number of its pages; nil for a document without.
  package let pages: Int?
  /// What read its file, such as `pdf-1`; nil where only its sentences are kept.
  package let reader: String?
}

extension Graph {
  /// The documents in the order of their names.
  package func documents() throws(GraphError) -> [DocumentSummary] {
    try asking {
      let statement = try connection.statement(
        """
        SELECT d.name, d.length, d.extractor, (SELECT count(*) FROM sentence WHERE document = d.id),
          (SELECT count(DISTINCT coalesce(e.canonical, e.id)) FROM party p JOIN entity e ON e.id = p.entity
              WHERE p.document = d.id)
            + (SELECT count(DISTINCT coalesce(e.canonical, e.id)) FROM imported_party p JOIN entity e ON e.id = p.entity
              WHERE p.document = d.id),
          (SELECT count(*) FROM claim WHERE document = d.id), d.id, d.rows,
          m.title, m.author, m.date, m.url, m.publisher, m.language, m.is_given,
          (SELECT max(number) FROM page WHERE document = d.id),
          (SELECT reader FROM document_text WHERE document = d.id)
        FROM document d LEFT JOIN document_metadata m ON m.document = d.id ORDER BY d.name
        """)
      var result: [DocumentSummary] = []
      while try statement.step() {
        let name = statement.text(at: 0)
        result.append(
          DocumentSummary(
            name: name, otherNames: try documentNames(statement.integer(at: 6)).filter { $0 != name },
            length: statement.integer(at: 1), sentences: statement.integer(at: 3),
            entities: statement.integer(at: 4),
            claims: statement.integer(at: 5), rows: statement.optionalInteger(at: 7),
            extractor: statement.text(at: 2),
            metadata: DocumentMetadata(
              title: statement.optionalText(at: 8), author: statement.optionalText(at: 9),
              date: statement.optionalText(at: 10).flatMap { CalendarDate($0) },
              url: statement.optionalText(at: 11),
              publisher: statement.optionalText(at: 12), language: statement.optionalText(at: 13)),
            isDateGiven: statement.optionalInteger(at: 14) == 1, pages: statement.optionalInteger(at: 15),
            reader: statement.optionalText(at: 16)))
      }
      return result
    }
  }

  /// The first names of documents, in their order.
  package func documentNames(limit: Int) throws(GraphError) -> [String] {
    try asking {
      let statement = try connection.statement("SELECT name FROM document ORDER BY name LIMIT ?")
      try statement.bind(limit, at: 1)
      var result: [String] = []
      while try statement.step() { result.append(statement.text(at: 0)) }
      return result
    }
  }

  /// Removes a document by one of its names.
  ///
  /// Its sentences, claims and rows go, and the edges, entities and names that nothing else supports. Bytes ingested under several
  /// names stay until the last of them is removed. Its words are out of the file only after `purgeRemovedText`.
  ///
  /// - Returns: false when no document has that name.
  package func removeDocument(named name: String) throws(GraphError) -> Bool {
    try changing {
      try connection.transaction(.immediate) {
        guard try connection.integer("SELECT 1 FROM document_name WHERE name = ?", name) != nil else {
          return false
        }
        var store = ClaimStore(connection: connection)
        try store.takeName(name)
        try store.settle()
        try store.tally.record(.remove, at: changeTime)
        return true
      }
    }
  }

  private func documentNames(_ document: Int) throws -> [String] {
    let statement = try connection.statement(
      "SELECT name FROM document_name WHERE document = ? ORDER BY name")
    try statement.bind(document, at: 1)
    var result: [String] = []
    while try statement.step() { result.append(statement.text(at: 0)) }
    return result
  }
}

internal import SQLite

/// One of the entities that an entity stands for, itself included.
package struct EntityMember: Hashable, Sendable {
  package let key: EntityKey
  /// The name that most of its own mentions bear.
  package let name: String
  package let type: String
  /// How often texts and graph files name it.
  package let mentions: Int
  /// The documents that know it, in the order of their names.
  package let documents: [String]
  /// What joins it with the one that stands for all; empty for that one.
  package let steps: [IdentityStep]
}

extension Graph {
  /// The key by which a judgement speaks of an entity: that of the member with the name by which it was found, if there is one.
  package func key(of entity: Int, named name: String) throws(GraphError) -> EntityKey {
    try asking {
      let rows = EntityRows(connection: connection)
      let members = try rows.members(of: entity)
      let folded = NameFolding.fold(name)
      let named = members.filter { $0.key.identifier == nil && $0.key.folded == folded }
      guard let key = (named.first ?? members.first { $0.number == entity })?.key else {
        throw GraphError(.internal, "an entity has no row; `kg check` tells more")
      }
      return key
    }
  }

  /// The entities that an entity stands for, in the order of their keys.
  package func members(of entity: Int) throws(GraphError) -> [EntityMember] {
    try asking {
      let rows = EntityRows(connection: connection)
      let members = try rows.members(of: entity).sorted { $0.key < $1.key }
      let fold =
        members.count > 1
        ? try IdentityFold(connection: connection, around: [entity], dead: [], hasJudgements: true) : nil
      return try members.map { row in
        let label = try connection.statement(
          """
          SELECT name, type FROM (SELECT name, type, mentions FROM spelling WHERE entity = ?1
            UNION ALL SELECT name, type, 1 FROM imported_party WHERE entity = ?1 AND name IS NOT NULL)
          GROUP BY name, type ORDER BY sum(mentions) DESC, name, type LIMIT 1
          """)
        try label.bind(row.number, at: 1)
        let isNamed = try label.step()
        return EntityMember(
          key: row.key, name: isNamed ? label.text(at: 0) : row.key.shown,
          type: isNamed ? label.text(at: 1) : EntityName.unknownType,
          mentions: try rows.ownMentions(of: row.number), documents: try documents(of: row.number),
          steps: try fold?.chain(from: row.number, to: entity, crossing: false) ?? [])
      }
    }
  }

  private func documents(of entity: Int) throws -> [String] {
    let statement = try connection.statement(
      """
      SELECT DISTINCT d.name FROM document d WHERE d.id IN (SELECT document FROM party WHERE entity = ?1
        UNION SELECT document FROM imported_party WHERE entity = ?1) ORDER BY d.name
      """)
    try statement.bind(entity, at: 1)
    var result: [String] = []
    while try statement.step() { result.append(statement.text(at: 0)) }
    return result
  }

  /// The judgements that cut what some documents call by an entity's names out of it, into one of its own.
  ///
  /// - Throws: `GraphError`, with `refused` where a document is not there or does not know the entity, or where all do.
  package func cuts(of entity: Int, documents names: [String]) throws(GraphError) -> [NewJudgement] {
    try asking {
      let rows = EntityRows(connection: connection)
      let members = try rows.members(of: entity).filter(\.isWhole).sorted { $0.key < $1.key }
      var digests: [(name: String, digest: String, number: Int)] = []
      for name in names.sorted() {
        let statement = try connection.statement(
          "SELECT d.digest, d.id FROM document_name n JOIN document d ON d.id = n.document WHERE n.name = ?")
        try statement.bind([name])
        guard try statement.step() else {
          throw GraphError(
            .refused, "no document is called \(Quoting.quoted(name)); `kg documents` lists them")
        }
        digests.append((name, Hexadecimal.text(statement.bytes(at: 0)), statement.integer(at: 1)))
      }
      var judgements: [NewJudgement] = []
      var cut: [EntityKey] = []
      for document in digests {
        var isKnown = false
        for member in members where try self.knows(document.number, member.number) {
          let key = member.key.inDocument(document.digest)
          judgements.append(NewJudgement(.different, member.key, key))
          cut.append(key)
          isKnown = true
        }
        if !isKnown {
          throw GraphError(
            .refused, "\(Quoting.quoted(document.name)) does not know it by a name of many documents")
        }
      }
      for (left, right) in zip(cut, cut.dropFirst()) { judgements.append(NewJudgement(.same, left, right)) }
      return judgements
    }
  }

  private func knows(_ document: Int, _ entity: Int) throws -> Bool {
    try connection.integer(
      """
      SELECT 1 FROM party WHERE document = ?1 AND entity = ?2
      UNION ALL SELECT 1 FROM imported_party WHERE document = ?1 AND entity = ?2
      """, document, entity) != nil
  }

  /// The judgement that rejects an edge, in the direction in which it stands.
  ///
  /// - Throws: `GraphError`, with `refused` where there is no such edge.
  package func rejection(
    of subject: Int, _ relation: String, _ object: Int, reason: String?
  ) throws(GraphError) -> NewJudgement {
    try asking {
      let statement = try connection.statement(
        """
        SELECT r.layer, e.subject FROM relation r JOIN edge e ON e.relation = r.id
          AND (e.subject = ?1 AND e.object = ?3 OR r.symmetric AND e.subject = ?3 AND e.object = ?1)
        WHERE r.name = ?2 ORDER BY r.id DESC
        """)
      try statement.bind([subject, relation, object])
      let rows = EntityRows(connection: connection)
      guard try statement.step(), let left = try rows.row(subject)?.key, let right = try rows.row(object)?.key
      else {
        throw GraphError(.refused, "there is no such edge; `kg neighbors` lists those of an entity")
      }
      return NewJudgement(
        .reject, left, right, value: "\(statement.text(at: 0)) \(relation)", reason: reason)
    }
  }
}

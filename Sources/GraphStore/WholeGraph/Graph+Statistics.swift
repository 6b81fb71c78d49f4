internal import SQLite

/// A thing counted, such as a type or a relation.
package struct Count: Hashable, Sendable {
  package let name: String
  package let count: Int
}

/// How much a graph holds.
package struct GraphStatistics: Hashable, Sendable {
  package let documents: Int
  package let sentences: Int
  package let entities: Int
  package let mentions: Int
  package let claims: Int
  package let edges: Int
  /// Entities by type, the most frequent first.
  package let types: [Count]
  /// Edges by relation, the most frequent first.
  package let relations: [Count]
}

/// What the graph knows of one entity.
package struct EntityDescription: Hashable, Sendable {
  /// How many edges of a relation point which way.
  package struct RelationCount: Hashable, Sendable {
    package let relation: String
    package let direction: Edge.Direction
    package let count: Int
  }

  package let name: EntityName
  /// Its other names, sorted.
  package let aliases: [String]
  package let documents: Int
  package let mentions: Int
  package let claims: Int
  package let edges: Int
  /// The most frequent first.
  package let relations: [RelationCount]
}

extension Graph {
  /// Counts what the graph holds; reads each table once.
  ///
  /// - Parameter onlySure: whether only edges that are sure enough to be drawn are counted.
  package func statistics(onlySure: Bool = false) throws(GraphError) -> GraphStatistics {
    try asking {
      func count(_ table: String) throws -> Int {
        try connection.integer("SELECT count(*) FROM \(table)") ?? 0
      }
      let relations = try edgesByRelation(onlySure: onlySure)
      return GraphStatistics(
        documents: try count("document"), sentences: try count("sentence"),
        entities: try count("entity WHERE canonical IS NULL"),
        mentions: try count("mention WHERE start IS NOT NULL"), claims: try count("claim"),
        edges: relations.reduce(0) { $0 + $1.count },
        types: try counts(
          "SELECT type, count(*) AS n FROM entity WHERE canonical IS NULL GROUP BY type ORDER BY n DESC, type"
        ),
        relations: relations)
    }
  }

  /// One pass over the edges, which no index orders by relation.
  private func edgesByRelation(onlySure: Bool) throws -> [Count] {
    var edges: [Int: Int] = [:]
    var asked = EdgeFilter()
    asked.onlySure = onlySure
    let filter = try conditions(asked)
    let statement = try connection.statement("SELECT e.relation FROM edge e WHERE TRUE\(filter.sql)")
    while try statement.step() { edges[statement.integer(at: 0), default: 0] += 1 }
    let table = RelationTable(connection: connection)
    var counts: [String: Int] = [:]
    for (relation, count) in edges { counts[try table[relation].name, default: 0] += count }
    return counts.map { Count(name: $0.key, count: $0.value) }.sorted {
      $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count
    }
  }

  /// What the graph knows of an entity.
  ///
  /// Time follows the number of its edges, claims and mentions.
  ///
  /// - Parameters:
  ///   - onlySure: whether only edges that are sure enough to be drawn are counted.
  ///   - countsEdges: whether edges are counted at all, which takes the most time.
  package func describe(
    _ entity: Int, onlySure: Bool = false, countsEdges: Bool = true
  ) throws(GraphError) -> EntityDescription {
    try asking {
      let name = try EntityNames(connection: connection)[entity]
      let aliases = try connection.statement(
        """
        SELECT name FROM alias WHERE entity IN \(Self.members) UNION SELECT name FROM spelling WHERE entity IN \(Self.members)
        UNION SELECT name FROM imported_party WHERE entity IN \(Self.members) AND name IS NOT NULL
          AND EXISTS (SELECT 1 FROM entity WHERE canonical = ?1) ORDER BY 1
        """
      )
      try aliases.bind(entity, at: 1)
      var names: [String] = []
      while try aliases.step() { names.append(aliases.text(at: 0)) }
      var asked = EdgeFilter()
      asked.onlySure = onlySure
      let filter = try conditions(asked).sql
      let relations = try connection.statement(
        """
        SELECT r.name, CASE WHEN r.symmetric THEN 'both' ELSE e.direction END AS shown, sum(e.n) AS n FROM (
          SELECT relation, 'out' AS direction, count(*) AS n FROM edge e WHERE subject = ?1\(filter)
            GROUP BY relation
          UNION ALL SELECT relation, 'in', count(*) FROM incoming e WHERE object = ?1 AND subject <> ?1\(filter)
            GROUP BY relation
        ) e JOIN relation r ON r.id = e.relation GROUP BY r.name, shown ORDER BY n DESC, r.name, shown
        """)
      try relations.bind(entity, at: 1)
      var counts: [EntityDescription.RelationCount] = []
      while try countsEdges && relations.step() {
        counts.append(
          .init(
            relation: relations.text(at: 0),
            direction: Edge.Direction(rawValue: relations.text(at: 1)) ?? .out,
            count: relations.integer(at: 2)))
      }
      let claims = "SELECT document, position FROM claim WHERE"
      return EntityDescription(
        name: name, aliases: names.filter { $0 != name.name },
        documents: try connection.integer(

          "SELECT count(DISTINCT document) FROM party WHERE entity IN \(Self.members)", entity) ?? 0,
        mentions: try connection.integer(
          "SELECT sum(mentions) FROM party WHERE entity IN \(Self.members)", entity) ?? 0,
        claims: try connection.integer(
          "SELECT count(*) FROM (\(claims) subject = ?1 UNION \(claims) object = ?1)", entity) ?? 0,
        edges: counts.reduce(0) { $0 + $1.count }, relations: counts)
    }
  }

  /// An entity, `?1`, and those that it stands for.
  static let members = "(SELECT ?1 UNION ALL SELECT id FROM entity WHERE canonical = ?1)"

  private func counts(_ sql: String) throws -> [Count] {
    let statement = try connection.statement(sql)
    var result: [Count] = []
    while try statement.step() {
      result.append(Count(name: statement.text(at: 0), count: statement.integer(at: 1)))
    }
    return result
  }
}

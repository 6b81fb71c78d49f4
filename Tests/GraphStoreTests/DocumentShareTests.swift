import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// What documents add, grouped and summed by nothing but its keys and marks, is the graph that they make.
@Suite struct DocumentShareTests {
  /// Names that are one by rule, in the place of such as are not.
  private static let names = [
    "Taliban": "Acme Corp", "Kabul": "Acme Corporation", "Lodz": "Acme Ltd.", "Łódź": "Acme Limited",
    "Qatar": "Calif.",
    "Doha": "California", "SS": "U.S. Navy", "漢": "US Navy",
  ]

  private func renamed(_ party: inout Party) { party.name = Self.names[party.name] ?? party.name }

  private func reading(_ readings: inout Readings, _ name: String, content: Int) -> DocumentReading {
    var reading = readings.reading(name, content: content)
    for index in reading.mentions.indices { renamed(&reading.mentions[index].party) }
    for index in reading.claims.indices {
      renamed(&reading.claims[index].subject)
      renamed(&reading.claims[index].object)
    }
    return reading.kept
  }

  private struct Edge: Hashable, CustomStringConvertible {
    var subject: String
    var relation: String
    var object: String
    var description: String { "\(subject) \(relation) \(object)" }
  }

  private struct Sum: Equatable {
    var support = 0
    var attributed = 0
    var confidence = 0.0
  }

  /// The entity of each key, folded by types and marks alone.
  private func entities(_ parties: [DocumentShare.Party]) -> [EntityKey: EntityKey] {
    var types: [EntityKey: [String: Int]] = [:]
    var marks: [EntityKey: [IdentityMark]] = [:]
    for party in parties {
      types[party.key, default: [:]][party.type, default: 0] += party.mentions
      marks[party.key] = party.marks
    }
    var sets = types.mapValues { _ in EntityKey?.none }
    for key in sets.keys { sets[key] = key }
    func root(_ key: EntityKey) -> EntityKey {
      var key = key
      while let next = sets[key] ?? nil, next != key { key = next }
      return key
    }
    var first: [String: EntityKey] = [:]
    for key in types.keys.sorted() {
      let own = types[key]?.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
      for mark in marks[key] ?? [] where mark.holds(for: own) {
        let bearer = "\(mark.kind.rawValue) \(mark.text)"
        if let other = first[bearer] {
          let ends = [root(other), root(key)].sorted()
          sets[ends[1]] = ends[0]
        } else {
          first[bearer] = key
        }
      }
    }
    return Dictionary(uniqueKeysWithValues: types.keys.map { ($0, root($0)) })
  }

  private func folded(_ shares: [DocumentShare]) -> (entities: [EntityKey: EntityKey], edges: [Edge: Sum]) {
    let entities = entities(shares.flatMap(\.parties))
    var edges: [Edge: Sum] = [:]
    for edge in shares.flatMap(\.edges) {
      var ends = [entities[edge.subject] ?? edge.subject, entities[edge.object] ?? edge.object]
      if edge.isSymmetric { ends.sort() }
      let key = Edge(
        subject: ends[0].text, relation: "\(edge.layer.rawValue) \(edge.relation)", object: ends[1].text)
      edges[key, default: Sum()].support += edge.support
      edges[key, default: Sum()].attributed += edge.attributed
      edges[key, default: Sum()].confidence = max(edges[key]?.confidence ?? 0, edge.confidence)
    }
    return (entities, edges)
  }

  private func stored(_ graph: Graph) throws -> (entities: [EntityKey: EntityKey], edges: [Edge: Sum]) {
    let rows = EntityRows(connection: graph.connection)
    func key(_ entity: Int) throws -> EntityKey { try #require(try rows.row(entity)).key }
    var entities: [EntityKey: EntityKey] = [:]
    let all = try graph.connection.statement("SELECT id, coalesce(canonical, id) FROM entity")
    while try all.step() { entities[try key(all.integer(at: 0))] = try key(all.integer(at: 1)) }
    var edges: [Edge: Sum] = [:]
    let statement = try graph.connection.statement(
      """
      SELECT e.subject, r.layer || ' ' || r.name, e.object, e.support, e.attributed, e.confidence
      FROM edge e JOIN relation r ON r.id = e.relation
      """)
    while try statement.step() {
      let edge = Edge(
        subject: try key(statement.integer(at: 0)).text, relation: statement.text(at: 1),
        object: try key(statement.integer(at: 2)).text)
      edges[edge] = Sum(
        support: statement.integer(at: 3), attributed: statement.integer(at: 4),
        confidence: statement.number(at: 5))
    }
    return (entities, edges)
  }

  @Test(arguments: 0..<8) func sharesFoldIntoTheGraphOfTheirDocuments(seed: Int) throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("graph"), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    var readings = Readings(seed: 0)
    var shares: [Int: DocumentShare] = [:]
    for number in 0..<24 {
      let reading = reading(&readings, "d\(number)", content: seed * 100 + number)
      try graph.ingest(reading)
      shares[number] = DocumentShare(reading)
    }
    for removed in [3, 7, 11] {
      #expect(try graph.removeDocument(named: "d\(removed)"))
      shares[removed] = nil
    }
    let (want, got) = (try stored(graph), folded(shares.keys.sorted().compactMap { shares[$0] }))
    #expect(got.entities == want.entities)
    #expect(got.edges == want.edges)
    #expect(Set(want.entities.values).count < want.entities.count, "nothing was one by rule")
    #expect(shares.values.allSatisfy { $0.digest.count == 64 })
  }
}

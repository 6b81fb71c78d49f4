internal import Claims
internal import SQLite

/// Goes over the edges around an entity, hop by hop, and adds each once: at the hop and from the end from which it is
/// first seen.
struct NeighborSearch {
  private let query: NeighborQuery
  private let relations: RelationTable
  private let entities: EntityFilter
  private var scans: [(statement: Scan, isOut: Bool)] = []

  /// A statement with columns: the other end, the relation, the support; with doubt also polarity and modality.
  private final class Scan {
    let statement: Statement
    let isDoubtful: Bool

    init(_ connection: Connection, _ sql: String, isDoubtful: Bool) throws {
      statement = try connection.statement(sql)
      self.isDoubtful = isDoubtful
    }
  }

  init(reader: EdgeReader, query: NeighborQuery, filter: WalkFilter) throws {
    self.query = query
    relations = reader.relations
    entities = EntityFilter(connection: reader.connection, types: query.filter.types)
    let symmetric = query.direction == .both ? "" : try reader.relations.symmetricSQL()
    // A loop points both ways: it is the same edge whichever end is asked for.
    let outgoing =
      "e.subject = ?1" + (query.direction == .in ? " AND (\(symmetric) OR e.object = ?1)" : "")
    let incoming =
      "e.object = ?1 AND e.subject <> ?1" + (query.direction == .out ? " AND \(symmetric)" : "")
    for (isOut, end) in [(true, outgoing), (false, incoming)] {
      let other = isOut ? "e.object" : "e.subject"
      let edges = "SELECT \(other), e.relation, e.support FROM \(isOut ? "edge" : "incoming") e WHERE \(end)"
      scans.append((try Scan(reader.connection, edges + filter.sql, isDoubtful: false), isOut))
      guard query.includesDoubtful || query.filter.asksForDoubt else { continue }
      let claims = """
        SELECT \(other), e.relation, count(*), e.polarity, e.modality FROM claim e
        WHERE \(end) AND NOT (e.polarity = 'positive' AND e.modality = 'certain')\(filter.claimSQL)
        GROUP BY e.relation, \(other), e.polarity, e.modality
        """
      scans.append((try Scan(reader.connection, claims, isDoubtful: true), isOut))
    }
  }

  func fill(_ page: inout NeighborPage, around center: Int) throws {
    var reached = IntegerNumbering()
    var hopOf: [Int] = [0]
    _ = reached.insert(center)
    var frontier = 0..<1
    for hop in 1...max(1, query.hops) {
      if frontier.isEmpty { break }
      let isLast = hop == query.hops
      for number in frontier {
        let near = reached.values[number]
        for scan in scans {
          let statement = scan.statement
          defer { statement.statement.reset() }
          try statement.statement.bind(near, at: 1)
          while try statement.statement.step() {
            let neighbor = statement.statement.integer(at: 0)
            let relation = statement.statement.integer(at: 1)
            if query.hops > 1 {
              if let other = reached.number(of: neighbor), other != number, hopOf[other] < hop,
                try isSeen(from: neighbor, isSubject: !scan.isOut, relation: relation),
                hopOf[other] < hop - 1 || !scan.isOut
              {
                continue
              }
              if !isLast, reached.insert(neighbor).isNew { hopOf.append(hop) }
            }
            guard try entities.admits(neighbor) else { continue }
            try page.add(
              NeighborPage.Row(
                hop: hop, relation: relation, support: statement.statement.integer(at: 2), near: near,
                neighbor: neighbor, isOut: scan.isOut,
                doubt: statement.isDoubtful ? Self.doubt(statement.statement) : .none))
          }
        }
      }
      frontier = frontier.upperBound..<reached.count
    }
  }

  /// Whether the edge is shown from that end, as the direction asked for has it.
  private func isSeen(from entity: Int, isSubject: Bool, relation: Int) throws -> Bool {
    switch query.direction {
    case .both: true
    case .out: try isSubject || relations[relation].isSymmetric
    case .in: try !isSubject || relations[relation].isSymmetric
    }
  }

  private static func doubt(_ statement: borrowing Statement) -> Doubt {
    Doubt(
      polarity: Claim.Polarity(rawValue: statement.text(at: 3)) ?? .negative,
      modality: Claim.Modality(rawValue: statement.text(at: 4)) ?? .certain)
  }
}

/// What keeps claims from making an edge.
struct Doubt: Hashable {
  var polarity: Claim.Polarity
  var modality: Claim.Modality

  static let none = Doubt(polarity: .positive, modality: .certain)

  var isNone: Bool { self == .none }
}

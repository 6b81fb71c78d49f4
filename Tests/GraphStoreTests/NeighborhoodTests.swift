import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// What the page shows of a graph, against the answers it is made of.
@Suite struct NeighborhoodTests {
  private let folder: TemporaryFolder
  private let graph: Graph
  private let samples: [RandomGraph]

  init() throws {
    var random = SplitMix64(seed: 190)
    samples = (0..<20).map { RandomGraph(prefix: "g\($0)", random: &random) }
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    for (content, sample) in samples.enumerated() {
      try graph.ingest(Readings.simple("d\(content)", content: content, sample.claims))
    }
  }

  @Test func aNeighborhoodCountsAllAndShowsTheBestOfEachRelation() throws {
    for sample in samples {
      for node in sample.nodes {
        let entity = try graph.entity(node)
        for (isDoubtful, limit) in [(false, 40), (true, 40), (true, 2), (false, 1)] {
          var query = NeighborQuery()
          query.includesDoubtful = isDoubtful
          let whole = try graph.neighbors(of: entity, query)
          query.limit = limit
          let near = try graph.neighborhood(of: entity, query)
          #expect(near.total == whole.total)
          #expect(near.relations.map(\.count).reduce(0, +) == whole.total)
          #expect(near.edges.count == min(limit, whole.total))
          #expect(Set(near.edges).isSubset(of: Set(whole.edges)))
          for relation in near.relations {
            let all = whole.edges.filter { $0.relation == relation.relation && $0.layer == relation.layer }
            let shown = near.edges.filter { $0.relation == relation.relation && $0.layer == relation.layer }
            #expect(relation.count == all.count && shown == Array(all.prefix(shown.count)))
            // Where there is room for all relations, each has its turn.
            if near.relations.count <= limit { #expect(!shown.isEmpty) }
          }
        }
      }
    }
  }

  @Test func tiesAreTheEdgesAmongTheEntitiesAndNoOthers() throws {
    struct Shown: Hashable {
      var ends: Set<String>
      var relation: String
      var layer: Claim.Layer
      var polarity: Claim.Polarity
      var modality: Claim.Modality

      init(_ edge: Edge) {
        (ends, relation, layer) = ([edge.subject.name, edge.object.name], edge.relation, edge.layer)
        (polarity, modality) = (edge.polarity, edge.modality)
      }
    }
    for sample in samples {
      let some = Array(sample.nodes.enumerated().filter { $0.offset % 3 != 1 }.map(\.element))
      let entities = try some.map { try graph.entity($0) }
      for isDoubtful in [false, true] {
        var query = NeighborQuery()
        query.includesDoubtful = isDoubtful
        var expected: Set<Shown> = []
        for entity in entities {
          for edge in try graph.neighbors(of: entity, query).edges where some.contains(edge.neighbor.name) {
            expected.insert(Shown(edge))
          }
        }
        let ties = try graph.ties(among: entities, EdgeFilter(), includesDoubtful: isDoubtful)
        #expect(Set(ties.map(Shown.init)) == expected)
      }
    }
  }

  @Test func sharesFillTheRoomInTurns() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<2_000 {
      let counts = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        random.chance(3) ? Int.random(in: 0...500_000, using: &random) : Int.random(in: 0...6, using: &random)
      }
      let room = Int.random(in: 0...60, using: &random)
      let shares = Graph.shares(counts, of: room)
      #expect(shares.reduce(0, +) == min(room, counts.reduce(0, +)))
      #expect(zip(shares, counts).allSatisfy { $0 <= $1 })
      // Nobody has two more than another who could have taken one.
      for (share, count) in zip(shares, counts) where share < count {
        #expect(shares.allSatisfy { $0 <= share + 1 })
      }
    }
    #expect(Graph.shares([3, 9], of: .max) == [3, 9])
  }

  @Test func referencesTellHomonymsApartAndOutliveChanges() throws {
    let graph = try Graph(path: folder.file("homonyms.db"), access: .create)
    let stamp = JudgementStamp(judge: "t", at: "2026-01-01T00:00:00Z")
    for (content, type) in [EntityType.person, .place, .place].enumerated() {
      var claim = SimpleClaim("Jordan", "ally", "Other \(content)")
      claim.subjectType = type
      try graph.ingest(Readings.simple("j\(content)", content: 500 + content, [claim]))
    }
    func led(_ reference: String) throws -> Int? {
      if case .entity(let found) = try graph.resolve(reference: reference) { found.entity } else { nil }
    }
    let (person, place) = (try led("=Jordan:person"), try led("=Jordan:place"))
    #expect(person != nil && place != nil && person != place)
    // The name alone is no one's, also where it was a reference before there were two.
    for name in ["Jordan", "=Jordan"] {
      guard case .ambiguous(let candidates, 2) = try graph.resolve(reference: name) else {
        Issue.record("\(name) means one")
        return
      }
      #expect(Set(try candidates.map { try led($0.name.reference) }) == [person, place])
    }
    // What one document means apart has the same name and type.
    _ = try graph.judge(graph.cuts(of: #require(place), documents: ["j2"]), stamp: stamp)
    guard case .ambiguous(let candidates, 3) = try graph.resolve(reference: "Jordan") else {
      Issue.record("the cut left no three")
      return
    }
    #expect(Set(candidates.map(\.name.reference)).count == 3)
    for candidate in candidates { #expect(try led(candidate.name.reference) == candidate.entity) }
    // Another type and another name: the old reference leads there still.
    let key = try graph.key(of: #require(person), named: "Jordan")
    _ = try graph.judge([NewJudgement(.type, key, key, value: "group")], stamp: stamp)
    #expect(try led("=Jordan:group") == person)
    let other = try graph.key(of: graph.entity("Other 0"), named: "Other 0")
    _ = try graph.judge([NewJudgement(.name, other, other, value: "Renamed")], stamp: stamp)
    #expect(try led("=Other 0:group") == led("=Renamed:group") && led("=Renamed:group") != nil)
    // What is gone is not taken for what only holds its words.
    #expect(try led("=Other:group") == nil)
  }

  @Test func aTimelineIsTheDatedClaimsInOrder() throws {
    for sample in samples.prefix(8) {
      for node in sample.nodes {
        let entity = try graph.entity(node)
        for time in [nil, TimeSpan(since: "2001", until: "2003"), TimeSpan(since: nil, until: "1999")] {
          var filter = EdgeFilter()
          filter.time = time
          var list = ClaimListQuery()
          list.filter = filter
          list.filter.entities = [entity]
          var expected: [Claim] = []
          try graph.forEachDatedClaim(list) { expected.append($0) }
          let undated = try graph.undatedClaimCount(list)
          for (offset, limit) in [(0, 100), (0, 1), (2, 3)] {
            let page = try graph.timeline(of: entity, filter, offset: offset, limit: limit)
            #expect(page.total == expected.count && page.undated == undated)
            #expect(page.claims == Array(expected.dropFirst(offset).prefix(limit)))
          }
        }
      }
    }
  }

  @Test func aReferenceLeadsBackToItsEntity() throws {
    for node in samples[0].nodes {
      let entity = try graph.entity(node)
      let name = try graph.name(of: entity)
      guard case .entity(let found) = try graph.resolve(reference: name.reference) else {
        Issue.record("\(name.reference) leads nowhere")
        continue
      }
      #expect(found.entity == entity)
    }
    guard case .unknown = try graph.resolve(reference: "=no such name at all") else {
      Issue.record("a reference leads somewhere")
      return
    }
  }
}

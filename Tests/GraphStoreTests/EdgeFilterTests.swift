import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// The one filter of all questions, against trying every claim.
@Suite struct EdgeFilterTests {
  /// A claim as it was put in, and where.
  private struct Stated {
    var claim: SimpleClaim
    var document: String
    var attribution: String?
    var speaker: String?
    var isRow = false

    var sayers: [String] { [attribution, speaker].compactMap { $0 } }
    var key: RandomGraph.Row { RandomGraph.Row(claim) }
  }

  /// A small random graph of texts and one graph file.
  private struct Sample {
    let folder: TemporaryFolder
    let graph: Graph
    let stated: [Stated]

    static let nodes = ["Ada", "Bo", "Cy", "Di"]
    static let types: [String: EntityType] = ["Ada": .person, "Bo": .person, "Cy": .place, "Di": .group]
    static let documents = ["a/x.txt", "a/y.txt", "b/x.txt"]

    init(seed: UInt64) throws {
      var random = SplitMix64(seed: seed)
      folder = try TemporaryFolder()
      graph = try Graph(path: folder.file("kg.db"), access: .create)
      try graph.connection.execute("PRAGMA synchronous = OFF")
      var stated: [Stated] = []
      for (content, document) in Self.documents.enumerated() {
        let claims = (0..<Int.random(in: 1...12, using: &random)).map { _ in
          Self.claim(document, random: &random)
        }
        var reading = Readings.simple(document, content: Int(seed) * 10 + content, claims.map(\.claim))
        for (index, claim) in claims.enumerated() {
          reading.claims[index].attribution = claim.attribution.map(Self.party)
          reading.claims[index].speaker = claim.speaker.map(Self.party)
        }
        try graph.ingest(reading)
        stated += claims
      }
      var rows = Rows("rows.csv", content: Int(seed))
      rows.usesIdentifiers = false
      rows.typesSubjects = false
      rows.rows = (0..<6).map { _ in
        Rows.Row(
          subject: random.pick(Self.nodes), relation: "ally", object: random.pick(Self.nodes),
          confidence: random.chance(2) ? 1 : 0.25, qualifier: random.chance(2) ? "2003/2007" : "")
      }
      // A row that says again what one before it says is no second statement.
      var seen: Set<[String]> = []
      rows.rows.removeAll { !seen.insert([$0.subject, $0.object]).inserted }
      try rows.load(into: graph, noteName: "time")
      for row in rows.rows {
        var claim = SimpleClaim(row.subject, "ally", row.object)
        claim.layer = .imported
        claim.confidence = row.confidence
        claim.time = row.qualifier.isEmpty ? nil : row.qualifier
        stated.append(Stated(claim: claim, document: "rows.csv", isRow: true))
      }
      self.stated = stated
    }

    private static func party(_ name: String) -> Party { Party(name: name, type: types[name] ?? .group) }

    private static func claim(_ document: String, random: inout SplitMix64) -> Stated {
      let (layer, relation) = random.pick(RandomGraph.relations)
      var claim = SimpleClaim(random.pick(nodes), relation, random.pick(nodes))
      claim.layer = layer
      claim.subjectType = types[claim.subject] ?? .group
      claim.objectType = types[claim.object] ?? .group
      claim.confidence = random.pick([0.25, 0.5, 1])
      if random.chance(3) { claim.polarity = .negative }
      if random.chance(3) { claim.modality = random.pick([.possible, .future]) }
      if random.chance(2) { claim.time = random.pick(["2001", "2005-05-05", "2003/2007"]) }
      return Stated(
        claim: claim, document: document, attribution: random.chance(3) ? random.pick(nodes) : nil,
        speaker: random.chance(3) ? random.pick(nodes) : nil)
    }

    /// Every claim of a reading makes one statement, whoever reads it.
    func fits(_ stated: Stated, _ filter: EdgeFilter, _ names: [Int: String]) -> Bool {
      if let document = filter.documents.first {
        guard stated.document == document || stated.document.hasPrefix(document + "/") else { return false }
      }
      if !filter.speakers.isEmpty {
        guard filter.speakers.contains(where: { stated.sayers.contains(names[$0] ?? "") }) else {
          return false
        }
      }
      if filter.isAttributed && stated.attribution == nil { return false }
      return filter.time == nil || stated.claim.time == "2003/2007"
    }

    func fits(_ claim: SimpleClaim, _ filter: EdgeFilter, _ names: [Int: String]) -> Bool {
      let ends = [claim.subject, claim.object]
      guard filter.relations.isEmpty || filter.relations.contains(claim.relation) else { return false }
      guard filter.layers.isEmpty || filter.layers.contains(claim.layer) else { return false }
      guard filter.entities.allSatisfy({ ends.contains(names[$0] ?? "") }) else { return false }
      guard filter.polarities.isEmpty || filter.polarities.contains(claim.polarity) else { return false }
      guard filter.modalities.isEmpty || filter.modalities.contains(claim.modality) else { return false }
      return filter.types.isEmpty || ends.contains { filter.types.contains(Self.types[$0]?.rawValue ?? "") }
    }

    func claims(_ filter: EdgeFilter, _ names: [Int: String]) -> [Stated] {
      stated.filter {
        fits($0, filter, names) && fits($0.claim, filter, names)
          && $0.claim.confidence >= filter.minimumConfidence ?? 0
      }
    }

    /// Each edge, or group of claims that make none, with its support.
    func edges(_ filter: EdgeFilter, doubtful: Bool, _ names: [Int: String]) -> [RandomGraph.Row: Int] {
      var result: [RandomGraph.Row: Int] = [:]
      for (key, group) in Dictionary(grouping: stated, by: \.key) {
        guard let first = group.first, fits(first.claim, filter, names) else { continue }
        let sure = group.filter { $0.claim.confidence >= filter.minimumConfidence ?? 0 }
        if first.claim.makesEdge {
          guard !sure.isEmpty, group.contains(where: { fits($0, filter, names) }) else { continue }
          result[key] = group.count
        } else if doubtful || filter.asksForDoubt {
          let fitting = sure.filter { fits($0, filter, names) }
          if !fitting.isEmpty { result[key] = fitting.count }
        }
      }
      return result
    }
  }

  /// One of the 2,048 combinations of conditions.
  private func filter(_ combination: Int, _ entities: [String: Int]) -> EdgeFilter {
    var filter = EdgeFilter()
    func has(_ bit: Int) -> Bool { combination & 1 << bit != 0 }
    if has(0) { filter.relations = ["ally", "patron"] }
    if has(1) { filter.layers = combination % 3 == 0 ? [.imported, .open] : [.canonical] }
    if has(2) { filter.types = ["person"] }
    if has(3) { filter.entities = [entities["Bo"] ?? 0] }
    if has(4) { filter.documents = [combination % 3 == 0 ? "rows.csv" : "a"] }
    if has(5) { filter.speakers = [entities["Ada"] ?? 0, entities["Cy"] ?? 0] }
    if has(6) { filter.isAttributed = true }
    if has(7) { filter.time = TimeSpan(since: "2004", until: "2004") }
    if has(8) { filter.minimumConfidence = 0.5 }
    if has(9) { filter.polarities = combination % 3 == 0 ? [.positive, .negative] : [.negative] }
    if has(10) { filter.modalities = [.possible, .certain] }
    return filter
  }

  @Test(arguments: 0..<16) func everyCombinationFindsWhatTryingEverythingFinds(seed: Int) throws {
    let sample = try Sample(seed: UInt64(seed + 400))
    var entities: [String: Int] = [:]
    for name in Sample.nodes {
      if case .entity(let found) = try sample.graph.resolve(name) { entities[name] = found.entity }
    }
    let names = Dictionary(uniqueKeysWithValues: entities.map { ($1, $0) })
    var found = 0
    for combination in stride(from: seed, to: 2_048, by: 16) {
      var list = EdgeListQuery()
      list.filter = filter(combination, entities)
      list.includesDoubtful = combination % 5 == 0
      list.order = EdgeListQuery.Order.allCases[combination / 16 % EdgeListQuery.Order.allCases.count]
      let want = sample.edges(list.filter, doubtful: list.includesDoubtful, names)
      var edges: [Edge] = []
      try sample.graph.forEachEdge(list) { edges.append($0) }
      #expect(edges.count == want.count, "\(list)")
      #expect(
        Dictionary(edges.map { (RandomGraph.Row($0), $0.support) }) { first, _ in first } == want, "\(list)")
      #expect(try sample.graph.edgeCount(list) == want.count, "\(list)")
      found += want.count
      for grouping in [Grouping.relation, .objectType, .document] where combination / 16 % 4 == 0 {
        var sum = 0
        try sample.graph.forEachEdgeGroup(list, by: grouping) { sum += $0.count }
        #expect(grouping == .document ? sum >= want.count : sum == want.count, "\(grouping) \(list)")
      }

      var claimList = ClaimListQuery()
      claimList.filter = list.filter
      claimList.order = ClaimListQuery.Order.allCases[combination / 16 % ClaimListQuery.Order.allCases.count]
      let wantClaims = sample.claims(list.filter, names)
      var claims: [Claim] = []
      try sample.graph.forEachClaim(claimList) { claims.append($0) }
      func line(_ document: String, _ subject: String, _ relation: String, _ object: String) -> String {
        "\(document) \([subject, object].sorted()) \(relation)"
      }
      #expect(
        claims.map { line($0.document, $0.subject.name, $0.relation, $0.object.name) }.sorted()
          == wantClaims.map { line($0.document, $0.claim.subject, $0.claim.relation, $0.claim.object) }
          .sorted(),
        "\(claimList)")
      #expect(try sample.graph.claimCount(claimList) == wantClaims.count)

      // An export and the list agree on what the graph states.
      if combination / 16 % 4 != 1 { continue }
      var excerpt = ExcerptQuery()
      excerpt.filter = list.filter
      var exported: Set<RandomGraph.Row> = []
      try sample.graph.forEachEdge(excerpt) { exported.insert(RandomGraph.Row($0)) }
      #expect(exported == Set(want.keys.filter { $0.polarity == .positive && $0.modality == .certain }))
    }
    #expect(found > 0)
  }

  /// The names and entities of a sample.
  private func entities(of sample: Sample) throws -> (numbers: [String: Int], names: [Int: String]) {
    var entities: [String: Int] = [:]
    for name in Sample.nodes {
      if case .entity(let found) = try sample.graph.resolve(name) { entities[name] = found.entity }
    }
    return (entities, Dictionary(uniqueKeysWithValues: entities.map { ($1, $0) }))
  }

  @Test(arguments: 0..<16) func neighborsPathsEvidenceSearchAndTimelineTakeTheSameFilter(seed: Int) throws {
    let sample = try Sample(seed: UInt64(seed + 800))
    let (entities, names) = try entities(of: sample)
    guard let center = entities["Ada"], let goal = entities["Cy"] else { return }
    var found = 0
    for combination in stride(from: seed, to: 2_048, by: 16) {
      let filter = filter(combination, entities)
      let doubtful = combination % 5 == 0

      // Neighbors: a type is that of the other end.
      var untyped = filter
      untyped.types = []
      func isOfType(_ name: String) -> Bool {
        filter.types.isEmpty || filter.types.contains(Sample.types[name]?.rawValue ?? "")
      }
      let around = sample.edges(untyped, doubtful: doubtful, names).filter { row, _ in
        [row.subject, row.object].contains("Ada") && isOfType(row.subject == "Ada" ? row.object : row.subject)
      }
      var query = NeighborQuery()
      query.filter = filter
      query.includesDoubtful = doubtful
      let answer = try sample.graph.neighbors(of: center, query)
      #expect(
        Dictionary(answer.edges.map { (RandomGraph.Row($0), $0.support) }) { first, _ in first } == around,
        "\(query)")
      #expect(answer.total == around.count && answer.edges.count == around.count)
      found += around.count

      // Paths: a type is that of what lies between.
      let stated = sample.edges(untyped, doubtful: false, names).keys.filter {
        $0.polarity == .positive && $0.modality == .certain
      }
      var path = PathQuery()
      path.filter = filter
      let paths = try sample.graph.paths(from: center, to: goal, path).paths
      #expect(
        paths.first?.hops.count == hops(from: "Ada", to: "Cy", over: stated, through: isOfType), "\(filter)")

      // Evidence: the claims of one entity; search: the sentences that state such claims; timeline: those with a time.
      var own = filter
      own.entities.append(center)
      let claims = try sample.graph.claims(involving: center, filter)
      #expect(lines(claims) == lines(sample.claims(own, names)), "\(filter)")
      var search = SearchQuery("ada OR bo OR cy OR di")
      search.filter = filter
      let sentences = sample.claims(filter, names).filter { !$0.isRow }
      found += sentences.count
      #expect(try sample.graph.search(search).total == sentences.count, "\(filter)")
      var list = ClaimListQuery()
      list.filter = filter
      var dated: [Claim] = []
      try sample.graph.forEachDatedClaim(list) { dated.append($0) }
      #expect(
        lines(dated) == lines(sample.claims(filter, names).filter { $0.claim.time != nil }), "\(filter)")
      // What has no time is counted beside what is found.
      list.filter.time = TimeSpan(since: "2004", until: "2004")
      var timeless = filter
      timeless.time = nil
      let untimed = sample.claims(timeless, names).filter { $0.claim.time == nil }
      #expect(try sample.graph.undatedClaimCount(of: list.filter) == untimed.count, "\(filter)")
    }
    #expect(found > 0)
  }

  private func lines(_ claims: [Claim]) -> [String] {
    claims.map { "\($0.document) \([$0.subject.name, $0.object.name].sorted()) \($0.relation)" }.sorted()
  }

  private func lines(_ claims: [Stated]) -> [String] {
    claims.map {
      "\($0.document) \([$0.claim.subject, $0.claim.object].sorted()) \($0.claim.relation)"
    }.sorted()
  }

  /// The length of the shortest way along edges, by going outwards.
  private func hops(
    from start: String, to goal: String, over edges: [RandomGraph.Row], through isOpen: (String) -> Bool
  ) -> Int? {
    var reached: Set = [start]
    var frontier: Set = [start]
    var count = 0
    while !frontier.isEmpty {
      if frontier.contains(goal) { return count }
      count += 1
      let next = edges.flatMap { edge -> [String] in
        (frontier.contains(edge.subject) ? [edge.object] : [])
          + (frontier.contains(edge.object) ? [edge.subject] : [])
      }
      frontier = Set(next.filter { $0 == goal || isOpen($0) }).subtracting(reached)
      reached.formUnion(frontier)
    }
    return nil
  }

  @Test func edgesOfAListWithoutATimeAreCountedUpToAPoint() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("kg.db"), access: .create)
    var dated = SimpleClaim("Ada", "ally", "Bo")
    dated.time = "2001"
    let undated = (0..<5).map { SimpleClaim("Ada", "leader", "D\($0)") }
    try graph.ingest(Readings.simple("d", content: 1, [dated] + undated))
    var query = EdgeListQuery()
    #expect(try graph.undatedEdgeCount(query, upTo: 10) == 0)
    query.filter.time = TimeSpan(since: nil, until: "2006")
    #expect(try graph.undatedEdgeCount(query, upTo: 10) == 5)
    #expect(try graph.undatedEdgeCount(query, upTo: 3) == 4)
    query.filter.relations = ["ally"]
    #expect(try graph.undatedEdgeCount(query, upTo: 10) == 0)
  }

  @Test func aTypeThatNothingHasIsRefusedWithWhatThereIs() throws {
    let sample = try Sample(seed: 5)
    try sample.graph.checkTypes(["person", "quantity"])
    let error = #expect(throws: GraphError.self) { try sample.graph.checkTypes(["persons"]) }
    #expect(error?.message.contains("did you mean “person”?") == true)
    let other = #expect(throws: GraphError.self) { try sample.graph.checkTypes(["people"]) }
    #expect(other?.message.contains("there are") == true && other?.message.contains("person") == true)
  }

  @Test func wordsAreCompletedOutOfTheGraph() throws {
    let sample = try Sample(seed: 5)
    func words(_ kind: CompletionQuery.Kind, _ prefix: String) throws -> [String] {
      try sample.graph.completions(CompletionQuery(kind, prefix: prefix))
    }
    #expect(try words(.document, "a/") == ["a/x.txt", "a/y.txt"])
    #expect(try words(.entity, "A").contains("Ada") && words(.entity, "Zz").isEmpty)
    #expect(try words(.relation, "al").contains("ally"))
    #expect(try words(.type, "p") == ["person", "place"])
  }

  @Test func edgesWithoutATimeAreCountedWhereATimeIsAskedFor() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("kg.db"), access: .create)
    var dated = SimpleClaim("Ada", "ally", "Bo")
    dated.time = "2001"
    var late = SimpleClaim("Ada", "patron", "Cy")
    late.time = "2009"
    try graph.ingest(
      Readings.simple(
        "d", content: 1, [dated, late, SimpleClaim("Ada", "leader", "Di"), SimpleClaim("Ada", "ally", "Bo")]))
    var query = NeighborQuery()
    query.filter.time = TimeSpan(since: nil, until: "2006")
    let answer = try graph.neighbors(of: try graph.entity("Ada"), query)
    #expect(answer.total == 1 && answer.undated == 1)
    #expect(answer.edges.first?.times == ["2001"])
    query.filter.time = nil
    #expect(try graph.neighbors(of: try graph.entity("Ada"), query).undated == 0)
  }

  @Test func documentsAreNamedInFullByTheirEndOrByTheirFolder() throws {
    let sample = try Sample(seed: 9)
    #expect(try sample.graph.documents(named: ["a/x.txt"])?.count == 1)
    #expect(try sample.graph.documents(named: ["x.txt"])?.count == 2)
    #expect(try sample.graph.documents(named: ["a"])?.count == 2)
    #expect(try sample.graph.documents(named: ["a/"])?.count == 2)
    #expect(try sample.graph.documents(named: []) == nil)
    for name in ["", "x", "txt", "%", "a/x.tx", "'"] {
      #expect(throws: GraphError.self, "\(name)") { try sample.graph.documents(named: [name]) }
    }
  }

  /// A claim that the judge is not sure of, one that it is, one of the open layer and one of a file, each of the same confidence or less.
  @Test func `what is unsure is kept, and shown where it is asked for`() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("kg.db"), access: .create)
    func simple(
      _ subject: String, _ relation: String, _ object: String, _ confidence: Double, _ layer: Claim.Layer
    )
      -> SimpleClaim
    {
      var claim = SimpleClaim(subject, relation, object)
      claim.layer = layer
      claim.confidence = confidence
      return claim
    }
    let low = Claim.sureConfidence - 0.2
    try graph.ingest(
      Readings.simple(
        "d", content: 1,
        [
          simple("Ada", "ally", "Bo", low, .canonical),
          simple("Ada", "ally", "Cy", Claim.sureConfidence, .canonical),
          simple("Ada", "knows", "Di", low, .open),
        ]))
    let ada = try graph.entity("Ada")
    func neighbors(_ change: (inout NeighborQuery) -> Void) throws -> [String] {
      var query = NeighborQuery()
      query.filter.onlySure = true
      change(&query)
      return try graph.neighbors(of: ada, query).edges.map(\.neighbor.name).sorted()
    }
    #expect(try neighbors { _ in } == ["Cy", "Di"])
    #expect(try neighbors { $0.filter.minimumConfidence = low } == ["Bo", "Cy", "Di"])
    #expect(try neighbors { $0.includesDoubtful = true } == ["Bo", "Cy", "Di"])
    #expect(try neighbors { $0.filter.onlySure = false } == ["Bo", "Cy", "Di"])
    #expect(try graph.describe(ada).edges == 3 && graph.describe(ada, onlySure: true).edges == 2)
    #expect(try graph.statistics().edges == 3 && graph.statistics(onlySure: true).edges == 2)
    var list = ClaimListQuery()
    list.filter.onlySure = true
    #expect(try graph.claimCount(list) == 3)
  }
}

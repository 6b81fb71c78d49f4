import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// Patterns against trying every assignment, on small random graphs.
@Suite struct MatchTests {
  /// An edge of a random graph; that of a symmetric relation goes both ways.
  private struct Tie: Hashable {
    var subject: Int
    var relation: String
    var object: Int

    var isSymmetric: Bool { relation == "ally" }
  }

  private struct Sample {
    let folder: TemporaryFolder
    let graph: Graph
    let ties: [Tie]
    static let names = ["Ada", "Bo", "Cy", "Di", "Eve"]
    static let types: [EntityType] = [.person, .person, .place, .group, .place]
    static let relations = ["patron", "ally", "leader"]

    init(seed: UInt64) throws {
      var random = SplitMix64(seed: seed)
      folder = try TemporaryFolder()
      graph = try Graph(path: folder.file("kg.db"), access: .create)
      var ties: Set<Tie> = []
      for _ in 0..<Int.random(in: 3...9, using: &random) {
        var tie = Tie(
          subject: Int.random(in: 0..<5, using: &random), relation: random.pick(Self.relations),
          object: Int.random(in: 0..<5, using: &random))
        if tie.isSymmetric && tie.object < tie.subject { swap(&tie.subject, &tie.object) }
        ties.insert(tie)
      }
      // Everybody is in the graph.
      for index in 0..<5 { ties.insert(Tie(subject: index, relation: "leader", object: (index + 1) % 5)) }
      self.ties = ties.sorted { ($0.subject, $0.relation, $0.object) < ($1.subject, $1.relation, $1.object) }
      try graph.ingest(
        Readings.simple(
          "d", content: Int(seed),
          self.ties.map { tie in
            var claim = SimpleClaim(Self.names[tie.subject], tie.relation, Self.names[tie.object])
            claim.subjectType = Self.types[tie.subject]
            claim.objectType = Self.types[tie.object]
            return claim
          }))
    }

    init(folder: TemporaryFolder, graph: Graph) throws {
      self.folder = folder
      self.graph = graph
      ties = []
    }

    func rows(_ text: String, parameters: [(name: String, value: String)] = []) throws -> [[String]] {
      var query = MatchQuery()
      query.text = text
      query.parameters = parameters
      var rows: [[String]] = []
      let names = { (name: String) in try self.graph.entity(name) }
      _ = try graph.match(query, QuestionBounds(), names: names) { _, row in
        if let row { rows.append(row.map(Self.cell)) }
      }
      return rows
    }

    static func cell(_ value: MatchValue) -> String {
      switch value {
      case .null: "null"
      case .truth(let isTrue): "\(isTrue)"
      case .integer(let number): "\(number)"
      case .number(let number): "\(number)"
      case .text(let text): text
      case .node(let name): name.name
      case .edge(let edge), .evidence(let edge): "\(edge.subject.name) \(edge.relation) \(edge.object.name)"
      case .list(let values): "[" + values.map(cell).joined(separator: ",") + "]"
      }
    }
  }

  /// A random pattern: a chain or a tree of up to three edges over nodes that may come up again.
  private struct RandomPattern {
    struct Step {
      var from: Int
      var to: Int
      /// 1 along, -1 against, 0 either way.
      var direction: Int
      var relations: [String]
      var length: ClosedRange<Int>?
    }

    var types: [[String]]
    var steps: [Step]

    init(random: inout SplitMix64) {
      let nodes = Int.random(in: 1...4, using: &random)
      types = (0..<nodes).map { _ in
        random.chance(3)
          ? [["person"], ["place"], ["group", "place"]].randomElement(using: &random) ?? [] : []
      }
      var steps: [Step] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let length: ClosedRange<Int>? =
          random.chance(5)
          ? Int.random(in: 0...1, using: &random)...Int.random(in: 1...2, using: &random) : nil
        steps.append(
          Step(
            from: Int.random(in: 0..<nodes, using: &random), to: Int.random(in: 0..<nodes, using: &random),
            direction: Int.random(in: -1...1, using: &random),
            relations: random.chance(2)
              ? [] : Array(Sample.relations.shuffled(using: &random).prefix(random.chance(2) ? 1 : 2)),
            length: length))
      }
      self.steps = steps
    }

    var used: [Int] { Set(steps.flatMap { [$0.from, $0.to] }).sorted() }

    var text: String {
      func node(_ number: Int) -> String {
        "(n\(number)\(types[number].isEmpty ? "" : ":" + types[number].joined(separator: "|")))"
      }
      let patterns = steps.map { step in
        let relations = step.relations.isEmpty ? "" : ":" + step.relations.joined(separator: "|")
        let length = step.length.map { "*\($0.lowerBound)..\($0.upperBound)" } ?? ""
        let edge = "-[\(relations)\(length)]-"
        return node(step.from) + (step.direction < 0 ? "<" : "") + edge + (step.direction > 0 ? ">" : "")
          + node(step.to)
      }
      return
        "MATCH \(patterns.joined(separator: ", ")) RETURN \(used.map { "n\($0)" }.joined(separator: ", "))"
    }

    /// All assignments, each as often as different edges make it.
    func rows(_ sample: Sample) -> [[String]] {
      var rows: [[String]] = []
      func assign(_ place: Int, _ nodes: [Int: Int]) {
        guard place < used.count else {
          for _ in 0..<ways(0, nodes, [], sample) { rows.append(used.map { Sample.names[nodes[$0] ?? 0] }) }
          return
        }
        for value in 0..<5 {
          let wanted = types[used[place]]
          guard wanted.isEmpty || wanted.contains(Sample.types[value].rawValue) else { continue }
          assign(place + 1, nodes.merging([used[place]: value]) { $1 })
        }
      }
      assign(0, [:])
      return rows
    }

    private func ways(_ place: Int, _ nodes: [Int: Int], _ taken: Set<Tie>, _ sample: Sample) -> Int {
      guard place < steps.count else { return 1 }
      let step = steps[place]
      let (from, to) = (nodes[step.from] ?? 0, nodes[step.to] ?? 0)
      func walk(_ at: Int, _ left: Int, _ taken: Set<Tie>) -> Int {
        if left == 0 { return at == to ? ways(place + 1, nodes, taken, sample) : 0 }
        return sample.ties.reduce(0) { count, tie in
          guard !taken.contains(tie), step.relations.isEmpty || step.relations.contains(tie.relation) else {
            return count
          }
          var ends: Set<Int> = []
          if tie.subject == at && (step.direction >= 0 || tie.isSymmetric) { ends.insert(tie.object) }
          if tie.object == at && (step.direction <= 0 || tie.isSymmetric) { ends.insert(tie.subject) }
          return count + ends.reduce(0) { $0 + walk($1, left - 1, taken.union([tie])) }
        }
      }
      return (step.length ?? 1...1).reduce(0) { $0 + walk(from, $1, taken) }
    }
  }

  @Test(arguments: 0..<20) func patternsFindWhatTryingEverythingFinds(seed: Int) throws {
    let sample = try Sample(seed: UInt64(seed + 900))
    var random = SplitMix64(seed: UInt64(seed + 7))
    var found = 0
    for _ in 0..<30 {
      let pattern = RandomPattern(random: &random)
      let want = pattern.rows(sample)
      let got = try sample.rows(pattern.text)
      #expect(got.count == want.count, "\(pattern.text)")
      #expect(
        got.map { $0.joined(separator: " ") }.sorted() == want.map { $0.joined(separator: " ") }.sorted(),
        "\(pattern.text)")
      found += want.count
    }
    #expect(found > 0)
  }

  /// Ada patron Bo, Ada patron Cy, Bo leader Cy, Ada ally Di, Eve patron Eve.
  private func small() throws -> Sample {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("kg.db"), access: .create)
    func claim(
      _ subject: String, _ relation: String, _ object: String, _ confidence: Double, _ time: String? = nil
    ) -> SimpleClaim {
      var claim = SimpleClaim(subject, relation, object)
      claim.subjectType = .person
      claim.objectType = object == "Cy" ? .place : .person
      claim.confidence = confidence
      claim.time = time
      return claim
    }
    var denied = claim("Bo", "patron", "Ada", 0.5)
    denied.polarity = .negative
    try graph.ingest(
      Readings.simple(
        "d", content: 1,
        [
          claim("Ada", "patron", "Bo", 1, "2001"), claim("Ada", "patron", "Cy", 0.25),
          claim("Bo", "leader", "Cy", 0.5, "2003"),
          claim("Ada", "ally", "Di", 0.75), claim("Eve", "patron", "Eve", 1), denied,
        ]))
    return try Sample(folder: folder, graph: graph)
  }

  @Test(arguments: [
    ("(a)-[:patron]->(b) RETURN a, b", ["Ada Bo", "Ada Cy", "Eve Eve"]),
    ("MATCH (a {name: 'Ada'})-[e]->(b) RETURN b.name, e.relation", ["Bo patron", "Cy patron", "Di ally"]),
    ("(a)-[:patron]-(b {name: 'Bo'}) RETURN a", ["Ada"]), ("(a)-[:patron]-(a) RETURN a", ["Eve"]),
    ("(a)-[e]->(b:place) WHERE e.confidence >= 0.5 RETURN a", ["Bo"]),
    ("(a)-[:patron]->(b) WHERE NOT (b)-[:leader]->() RETURN b", ["Cy", "Eve"]),
    ("(a)-[:patron]->(b) WHERE EXISTS { (b)-[:leader]->(:place) } RETURN b", ["Bo"]),
    ("(a)-[:patron]->(b) RETURN a, count(b) AS n ORDER BY n DESC, a", ["Ada 2", "Eve 1"]),
    ("(a)-[:patron]->(b) RETURN a, collect(b)", ["Ada [Bo,Cy]", "Eve [Eve]"]),
    ("(a)-[:patron]->(b) RETURN count(*), min(b.name), max(a.name)", ["3 Bo Eve"]),
    ("(a)-[:patron|leader*2..2]->(c) RETURN a, c", ["Ada Cy"]),
    ("(a)-[:leader*0..1]->(c:place) RETURN a", ["Bo", "Cy"]),
    ("(a)-[:ally]->(b) RETURN a, b", ["Ada Di", "Di Ada"]),
    ("(a) WHERE a.name IN ['Ada', 'Bo'] RETURN a ORDER BY a DESC", ["Bo", "Ada"]),
    ("(a) WHERE a.name STARTS WITH 'A' OR a.name ENDS WITH 'o' RETURN a.name", ["Ada", "Bo"]),
    ("(a) WHERE a.name CONTAINS 'd' AND a:person RETURN a", ["Ada"]),
    ("(a)-[e]->(b) WHERE e.time = '2001' RETURN b", ["Bo"]),
    (
      "(a)-[e]->(b) WHERE e.time IS NOT NULL RETURN e ORDER BY e.time DESC",
      ["Bo leader Cy", "Ada patron Bo"]
    ),
    ("(a)-[e:patron]->(b) RETURN DISTINCT a", ["Ada", "Eve"]),
    ("(a)-[e:patron]->(b) RETURN a SKIP 1 LIMIT 1", ["Ada"]),
    ("(a)-[]->(b), (b)-[]->(c) WHERE a <> c RETURN a, c", ["Ada Cy", "Di Bo", "Di Cy"]),
    ("(a)-[e {relation: 'patron'}]->(b {name: $who}) RETURN a", ["Ada"]), ("(a) RETURN count(*)", ["5"]),
    ("(a)-[:patron]->(b) RETURN a.name = 'Ada' AS isAda, count(*)", ["false 1", "true 2"]),
    ("(a)-[:patron]->() MATCH (a)-[:patron]->() RETURN count(*)", ["5"]),
    ("(a)-[:patron]->(), (a)-[:patron]->() RETURN count(*)", ["2"]),
  ])
  func questionsAreAnswered(text: String, want: [String]) throws {
    let sample = try small()
    #expect(try sample.rows(text, parameters: [("who", "Bo")]).map { $0.joined(separator: " ") } == want)
  }

  @Test func whatTheTextsDenyIsFoundOnlyWhereItIsAskedFor() throws {
    let sample = try small()
    var query = MatchQuery()
    query.text = "(a)-[e:patron]->(b) WHERE e.polarity = 'negative' RETURN a, b"
    for includesDoubtful in [false, true] {
      query.includesDoubtful = includesDoubtful
      var rows: [[String]] = []
      let names = { (name: String) in try sample.graph.entity(name) }
      _ = try sample.graph.match(query, QuestionBounds(), names: names) { _, row in
        if let row { rows.append(row.map(Sample.cell)) }
      }
      #expect(rows == (includesDoubtful ? [["Bo", "Ada"]] : []))
    }
  }

  @Test(arguments: [
    "", "(", "(a", "(a)-", "(a)-[", "(a)-[e]", "(a)-[e]->", "(a)-->(b) RETURN c", "(a) RETURN a.color",
    "(a)-[e]-(b) RETURN e.color",
    "(a)-[*]-(b)", "(a)-[*3..1]-(b)", "(a)-[*1..99]-(b)", "(a)-[e*1..2]-(b)", "(a) WHERE RETURN a",
    "(a) RETURN", "(a) RETURN nope(a)",
    "(a) DELETE a", "CREATE (a)", "(a) RETURN a; (b)", "(a)-[a]-(b)", "(a)-[e]-(b)-[e]-(c)",
    "(a) WHERE a.name IN 'x' RETURN a",
    "(a) RETURN 'x", "(a) RETURN $x", "(a)-[:nope]->(b)", "({name: 'Nobody'})", "(a)-[*1..8]-(b)-[*1..8]-(c)",
    String(repeating: "(", count: 5_000), "(a) WHERE " + String(repeating: "(", count: 5_000) + "a",
    "(a) WHERE " + String(repeating: "NOT ", count: 5_000) + "a.name = 'x' RETURN",
    "(a) RETURN [1]", "(a) WHERE a =~ 'x' RETURN a", "(a:) RETURN a", "(a) RETURN \u{0}",
    "(a)-[:patron]->(b) RETURN ORDER BY a",
  ])
  func whatIsNoPatternIsRefused(text: String) throws {
    let sample = try small()
    #expect(throws: GraphError.self, "\(text.prefix(60))") { try sample.rows(text) }
  }

  @Test(arguments: 0..<300) func noTextIsTakenForSyntaxAndNoneTraps(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "(", ")", "[", "]", "-", ">", "<", ":", "a", "person", "{", "}", "name", "'x'", "*1..2", "WHERE ",
      " RETURN ", "NOT ", ",", "=", "count(", ".", "$p", "|", " AND ", "1", "e",
    ]
    let text =
      (0..<Int.random(in: 1...20, using: &random)).map { _ in random.pick(pieces) }.joined()
      + random.hostileText(upTo: 2)
    _ = try? MatchParser.question(text)
  }
}

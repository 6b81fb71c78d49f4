import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// Answers about whole small graphs, by the store and by plain arithmetic.
@Suite struct WholeGraphTests {
  private struct Sample {
    let folder: TemporaryFolder
    let graph: Graph
    let nodes: [String]
    let types: [String: EntityType]
    /// One an edge.
    let edges: [SimpleClaim]

    init(seed: UInt64, open: Bool) throws {
      var random = SplitMix64(seed: seed)
      let parts = (0..<8).map { RandomGraph(prefix: "g\($0)", random: &random) }
      folder = try TemporaryFolder()
      graph = try Graph(path: folder.file("a.db"), access: .create)
      try graph.connection.execute("PRAGMA synchronous = OFF")
      for (index, part) in parts.enumerated() {
        try graph.ingest(Readings.simple("d\(index)", content: index, part.claims))
      }
      nodes = parts.flatMap(\.nodes).sorted()
      types = parts.map(\.types).reduce(into: [:]) { $0.merge($1) { first, _ in first } }
      var seen: Set<RandomGraph.Row> = []
      edges = parts.flatMap(\.claims).filter {
        $0.makesEdge && (open || $0.layer != .open) && seen.insert(RandomGraph.Row($0)).inserted
      }
    }

    func degree(_ node: String) -> Int { edges.filter { $0.subject == node || $0.object == node }.count }

    /// By following edges from node to node.
    func components() -> [Set<String>] {
      var left = Set(nodes)
      var result: [Set<String>] = []
      while let first = left.min() {
        var reached: Set = [first]
        var open = [first]
        while let node = open.popLast() {
          for edge in edges where edge.subject == node || edge.object == node {
            for end in [edge.subject, edge.object] where reached.insert(end).inserted { open.append(end) }
          }
        }
        left.subtract(reached)
        result.append(reached)
      }
      return result
    }
  }

  @Test(arguments: 0..<12)
  func pageRankIsThatOfADensePowerIteration(seed: Int) throws {
    let sample = try Sample(seed: UInt64(seed), open: seed % 2 == 0)
    let count = sample.nodes.count
    let index = Dictionary(uniqueKeysWithValues: sample.nodes.enumerated().map { ($1, $0) })
    var arcs = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for edge in sample.edges {
      let (from, to) = (index[edge.subject] ?? 0, index[edge.object] ?? 0)
      arcs[from][to] += 1
      if edge.isSymmetric && from != to { arcs[to][from] += 1 }
    }
    var ranks = [Double](repeating: 1 / Double(count), count: count)
    for _ in 0..<300 {
      var next = [Double](repeating: 0.15 / Double(count), count: count)
      for from in 0..<count {
        let sum = arcs[from].reduce(0, +)
        for to in 0..<count {
          next[to] += 0.85 * ranks[from] * (sum == 0 ? 1 / Double(count) : arcs[from][to] / sum)
        }
      }
      ranks = next
    }
    var query = RankQuery()
    query.filter.layers = seed % 2 == 0 ? [] : [.canonical, .imported]
    let answer = try sample.graph.rank(query)
    #expect(answer.total == count && answer.entities.count == count)
    #expect(abs(answer.entities.reduce(0) { $0 + $1.pagerank } - 1) < 1e-9)
    for entity in answer.entities {
      let number = try #require(index[entity.name.name])
      #expect(abs(entity.pagerank - ranks[number]) < 1e-8)
      #expect(entity.degree == sample.degree(entity.name.name))
      #expect(
        entity.outgoing == sample.edges.filter { RandomGraph.Row($0).subject == entity.name.name }.count)
      #expect(entity.incoming == sample.edges.filter { RandomGraph.Row($0).object == entity.name.name }.count)
    }
    for (left, right) in zip(answer.entities, answer.entities.dropFirst()) {
      #expect(
        left.pagerank > right.pagerank
          || (left.pagerank == right.pagerank && left.name.name < right.name.name))
    }
    query.limit = 5
    #expect(try sample.graph.rank(query).entities == Array(answer.entities.prefix(5)))
    query.order = .degree
    query.filter.types = ["place"]
    let places = try sample.graph.rank(query)
    let want = sample.nodes.filter { sample.types[$0] == .place }.sorted {
      let (a, b) = (sample.degree($0), sample.degree($1))
      return a == b ? $0 < $1 : a > b
    }
    #expect(places.entities.map(\.name.name) == Array(want.prefix(5)))
    #expect(places.total == want.count)
  }

  @Test(arguments: 20..<30)
  func componentsAreThoseThatFollowingEdgesFinds(seed: Int) throws {
    let sample = try Sample(seed: UInt64(seed), open: seed % 2 == 0)
    var filter = EdgeFilter()
    filter.layers = seed % 2 == 0 ? [] : [.canonical, .imported]
    let found = try sample.graph.components(filter)
    let want = sample.components()
    #expect(found.count == want.count && found.members == sample.nodes.count)
    #expect(found.largest == want.map(\.count).max())
    var members: [Int: [String]] = [:]
    try found.forEachMember { member in
      members[member.component, default: []].append(member.name.name)
      #expect(member.degree == sample.degree(member.name.name))
    }
    #expect(Set(members.values.map(Set.init)) == Set(want))
    let list = try found.list(nil)
    for component in list {
      let names = try #require(members[component.number])
      #expect(names == names.sorted() && names.count == component.size)
      #expect(component.edges == sample.edges.filter { names.contains($0.subject) }.count)
      let most = names.map(sample.degree).max()
      #expect(component.center.name == names.first { sample.degree($0) == most })
    }
    for (left, right) in zip(list, list.dropFirst()) {
      #expect(left.size > right.size || (left.size == right.size && left.center.name < right.center.name))
    }
    #expect(try found.list(2) == Array(list.prefix(2)))
    let node = sample.nodes[seed]
    let entity = try sample.graph.entity(node)
    var around: [String] = []
    try found.forEachMember(around: entity) { around.append($0.name.name) }
    #expect(Set(around) == want.first { $0.contains(node) } && around.count == found.size(around: entity))
    var first: [String] = []
    try found.forEachMember(limit: 3) { first.append($0.name.name) }
    #expect(first == Array((members[1] ?? []) + (members[2] ?? []) + (members[3] ?? [])).prefix(3).map { $0 })
  }

  @Test(arguments: 40..<44)
  func theShapeOfAGraphAddsUp(seed: Int) throws {
    let sample = try Sample(seed: UInt64(seed), open: true)
    let shape = try sample.graph.shape()
    let degrees = sample.nodes.map(sample.degree).sorted()
    #expect(shape.degrees.reduce(0) { $0 + $1.entities } == sample.nodes.count)
    for part in shape.degrees {
      #expect(part.entities == degrees.filter { part.degrees.contains($0) }.count)
    }
    for (left, right) in zip(shape.degrees, shape.degrees.dropFirst()) {
      #expect(left.degrees.upperBound < right.degrees.lowerBound)
    }
    #expect(shape.greatest == degrees.last)
    #expect(shape.median == degrees[(degrees.count * 50 + 99) / 100 - 1])
    #expect(shape.ninetieth == degrees[(degrees.count * 90 + 99) / 100 - 1])
    #expect(shape.hub?.name == sample.nodes.first { sample.degree($0) == degrees.last })
    #expect(shape.components == sample.components().count)
  }

  @Test func anEmptyGraphHasNothing() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    #expect(try graph.rank(RankQuery()).entities.isEmpty)
    #expect(try graph.components().list(nil).isEmpty)
    let shape = try graph.shape()
    #expect(shape.degrees.isEmpty && shape.components == 0 && shape.greatest == 0 && shape.hub == nil)
  }
}

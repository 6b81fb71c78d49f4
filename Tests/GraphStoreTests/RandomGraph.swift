import Claims
import TestSupport

@testable import GraphStore

/// A small random multigraph, and answers about it by trying everything.
struct RandomGraph {
  let nodes: [String]
  let types: [String: EntityType]
  let claims: [SimpleClaim]
  /// What is known of each edge.
  private let facts: [Row: Facts]

  private struct Facts {
    var confidence = 0.0
    var support = 0
    var times: [String] = []
  }

  static let relations: [(Claim.Layer, String)] = [
    (.canonical, "patron"), (.canonical, "ally"), (.canonical, "borders"), (.imported, "ally"),
    (.open, "spoke to"),
  ]

  init(prefix: String, random: inout SplitMix64) {
    // Every third is long and thin, so that paths have several hops and ways to part and meet again.
    let isLong = random.chance(3)
    let nodes = (0..<Int.random(in: isLong ? 9...11 : 3...6, using: &random)).map { "\(prefix) n\($0)" }
    var types: [String: EntityType] = [:]
    for node in nodes { types[node] = random.pick([.group, .place]) }
    var claims: [SimpleClaim] = []
    // Every node has a claim, so that each is in the graph.
    let more = (0..<Int.random(in: isLong ? 8...14 : 0...9, using: &random)).map { _ in
      Int.random(in: nodes.indices, using: &random)
    }
    for start in Array(nodes.indices) + more {
      let (layer, relation) = random.pick(Self.relations)
      let near = min(start + 1, nodes.count - 1)...min(start + 2, nodes.count - 1)
      let end = Int.random(in: isLong ? near : 0...nodes.count - 1, using: &random)
      var claim = SimpleClaim(nodes[start], relation, nodes[end])
      claim.layer = layer
      claim.subjectType = types[claim.subject] ?? .group
      claim.objectType = types[claim.object] ?? .group
      // Few values, whose products tie.
      claim.confidence = random.pick([1, 1, 0.5, 0.5, 0.25, 0.8, 0])
      if random.chance(2) { claim.time = random.pick(["2001", "2001-09", "2005-05-05", "2003/2007"]) }
      if random.chance(6) { claim.polarity = .negative }
      if random.chance(6) { claim.modality = .possible }
      claims.append(claim)
    }
    self.nodes = nodes
    self.types = types
    self.claims = claims
    var facts: [Row: Facts] = [:]
    for claim in claims where claim.makesEdge {
      var known = facts[Row(claim)] ?? Facts()
      known.confidence = max(known.confidence, claim.confidence)
      known.support += 1
      if let time = claim.time { known.times.append(time) }
      facts[Row(claim)] = known
    }
    self.facts = facts
  }

  /// What tells one row of an answer from another; the ends of a symmetric relation are in order.
  struct Row: Hashable {
    var subject: String
    var relation: String
    var layer: Claim.Layer
    var object: String
    var polarity: Claim.Polarity
    var modality: Claim.Modality

    init(_ claim: SimpleClaim) {
      let isFlipped = claim.isSymmetric && claim.object < claim.subject
      subject = isFlipped ? claim.object : claim.subject
      object = isFlipped ? claim.subject : claim.object
      relation = claim.relation
      layer = claim.layer
      polarity = claim.polarity
      modality = claim.modality
    }

    init(_ edge: Edge) {
      let isFlipped = edge.direction == .both && edge.object.name < edge.subject.name
      subject = isFlipped ? edge.object.name : edge.subject.name
      object = isFlipped ? edge.subject.name : edge.object.name
      relation = edge.relation
      layer = edge.layer
      polarity = edge.polarity
      modality = edge.modality
    }
  }

  /// Whether one of these times lies in the years that tests ask for, 2002 to 2004.
  private func fits(_ times: [String], _ time: TimeSpan?) -> Bool {
    time == nil || times.contains("2003/2007")
  }

  static let span = TimeSpan(since: "2002", until: "2004")

  /// The edges that may be walked from one node to another, with their confidence.
  func steps(from: String, to: String, _ query: PathQuery) -> [Row: Double] {
    var steps: [Row: Double] = [:]
    for claim in claims where claim.makesEdge {
      guard claim.layer != .open || query.filter.layers.isEmpty else { continue }
      guard query.filter.relations.isEmpty || query.filter.relations.contains(claim.relation) else {
        continue
      }
      let isAlong = claim.subject == from && claim.object == to
      let isAgainst = claim.subject == to && claim.object == from
      guard isAlong || (isAgainst && (!query.isDirected || claim.isSymmetric)) else { continue }
      guard let known = facts[Row(claim)], known.confidence >= query.filter.minimumConfidence ?? 0,
        fits(known.times, query.filter.time)
      else { continue }
      steps[Row(claim)] = known.confidence
    }
    return steps
  }

  /// A path with what it costs.
  struct Ranked {
    var path: [String]
    var weight: Int

    func costsAsMuch(as other: Ranked) -> Bool { weight == other.weight && path.count == other.path.count }
  }

  /// All simple paths, the best first, of equally good ones in the order of names.
  func paths(from start: String, to goal: String, avoiding: Set<String>, _ query: PathQuery) -> [Ranked] {
    var result: [Ranked] = []
    var steps: [[String]: Double] = [:]
    for from in nodes {
      for to in nodes { steps[[from, to]] = self.steps(from: from, to: to, query).values.max() }
    }
    func extend(_ path: [String], _ weight: Int) {
      guard let last = path.last, path.count - 1 <= query.maximumLength ?? .max else { return }
      if last == goal { return result.append(Ranked(path: path, weight: weight)) }
      for node in nodes where !path.contains(node) && !avoiding.contains(node) {
        guard let confidence = steps[[last, node]] else { continue }
        guard
          node == goal || query.filter.types.isEmpty
            || query.filter.types.contains(types[node]?.rawValue ?? "")
        else {
          continue
        }
        guard query.isWeighted else {
          extend(path + [node], 0)
          continue
        }
        if let hop = PathWeight.of(confidence: confidence) { extend(path + [node], weight + hop) }
      }
    }
    if !avoiding.contains(start) && !avoiding.contains(goal) { extend([start], 0) }
    return result.sorted { left, right in
      if left.weight != right.weight { return left.weight < right.weight }
      if left.path.count != right.path.count { return left.path.count < right.path.count }
      return left.path.lexicographicallyPrecedes(right.path)
    }
  }

  /// A row around a node as it is shown.
  struct Shown: Hashable {
    var hop: Int
    var row: Row
    var near: String
    var neighbor: String
    var support: Int
  }

  /// The rows around a node in their order.
  func neighbors(of origin: String, _ query: NeighborQuery) -> [Shown] {
    let claims = claims.filter { isAskedFor($0, query) }
    var hops = [origin: 0]
    for hop in 1...query.hops {
      for claim in claims {
        for (near, far) in [(claim.subject, claim.object), (claim.object, claim.subject)]
        where hops[near] == hop - 1 && isSeen(claim, from: near, query) && hops[far] == nil {
          hops[far] = hop
        }
      }
    }
    var shown: [Row: Shown] = [:]
    for claim in claims {
      let row = Row(claim)
      // From the nearer end, of equally near ones from the subject.
      let ends = [(row.subject, row.object), (row.object, row.subject)].filter { near, _ in
        (hops[near] ?? .max) < query.hops && isSeen(claim, from: near, query)
      }
      guard let end = ends.min(by: { (hops[$0.0] ?? 0) < (hops[$1.0] ?? 0) }) else { continue }
      guard query.filter.types.isEmpty || query.filter.types.contains(types[end.1]?.rawValue ?? "") else {
        continue
      }
      let support = claims.filter { Row($0) == row }.count
      shown[row] = Shown(
        hop: (hops[end.0] ?? 0) + 1, row: row, near: end.0, neighbor: end.1,
        support: facts[row]?.support ?? support)
    }
    return shown.values.sorted { Self.key($0).lexicographicallyPrecedes(Self.key($1)) }
  }

  private static func key(_ shown: Shown) -> [String] {
    let layer = shown.row.layer == .canonical ? 0 : shown.row.layer == .imported ? 1 : 2
    return [
      "\(shown.hop) \(layer) \(1_000 - shown.support)", shown.row.relation, shown.neighbor,
      shown.row.polarity.rawValue, shown.row.modality.rawValue, shown.near == shown.row.subject ? "1" : "2",
      shown.near,
    ]
  }

  private func isAskedFor(_ claim: SimpleClaim, _ query: NeighborQuery) -> Bool {
    guard claim.layer != .open || query.filter.layers.isEmpty else { return false }
    guard query.filter.relations.isEmpty || query.filter.relations.contains(claim.relation) else {
      return false
    }
    if claim.makesEdge, let known = facts[Row(claim)] {
      return known.confidence >= query.filter.minimumConfidence ?? 0 && fits(known.times, query.filter.time)
    }
    return query.includesDoubtful && claim.confidence >= query.filter.minimumConfidence ?? 0
      && fits(claim.time.map { [$0] } ?? [], query.filter.time)
  }

  private func isSeen(_ claim: SimpleClaim, from node: String, _ query: NeighborQuery) -> Bool {
    let isOut = claim.subject == node && (query.direction != .in || claim.isSymmetric)
    let isIn = claim.object == node && (query.direction != .out || claim.isSymmetric)
    return isOut || isIn
  }
}

extension SimpleClaim {
  var makesEdge: Bool { polarity == .positive && modality == .certain }
}

import Claims
import TestSupport

@testable import GraphStore

/// A small random multigraph, and answers about it by trying everything.
struct RandomGraph {
  let nodes: [String]
  let types: [String: EntityType]
  let claims: [SimpleClaim]

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
      if random.chance(6) { claim.polarity = .negative }
      if random.chance(6) { claim.modality = .possible }
      claims.append(claim)
    }
    self.nodes = nodes
    self.types = types
    self.claims = claims
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

  /// The claims that make edges and may be walked from one node to another.
  func steps(from: String, to: String, _ query: PathQuery) -> Set<Row> {
    let steps = claims.filter { claim in
      guard claim.polarity == .positive && claim.modality == .certain else { return false }
      guard claim.layer != .open || query.includesOpen else { return false }
      guard query.relations.isEmpty || query.relations.contains(claim.relation) else { return false }
      let isAlong = claim.subject == from && claim.object == to
      let isAgainst = claim.subject == to && claim.object == from
      return isAlong || (isAgainst && (!query.isDirected || claim.isSymmetric))
    }
    return Set(steps.map(Row.init))
  }

  /// All simple paths, the shortest first, of equal length in the order of names.
  func paths(from start: String, to goal: String, avoiding: Set<String>, _ query: PathQuery) -> [[String]] {
    var result: [[String]] = []
    func extend(_ path: [String]) {
      guard let last = path.last, path.count - 1 <= query.maximumLength ?? .max else { return }
      if last == goal { return result.append(path) }
      for node in nodes where !path.contains(node) && !avoiding.contains(node) {
        if !steps(from: last, to: node, query).isEmpty { extend(path + [node]) }
      }
    }
    if !avoiding.contains(start) && !avoiding.contains(goal) { extend([start]) }
    return result.sorted { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
  }

  /// The rows around a node, with the hop at which each is first seen.
  func neighbors(of origin: String, _ query: NeighborQuery) -> [Row: Int] {
    var seen: [Row: Int] = [:]
    var shown: [Row: Int] = [:]
    var visited: Set<String> = [origin]
    var frontier = [origin]
    for hop in 1...query.hops {
      var next: [String] = []
      for node in frontier {
        for claim in claims where fits(claim, at: node, query) {
          let row = Row(claim)
          if seen[row] != nil { continue }
          seen[row] = hop
          let neighbor = claim.subject == node ? claim.object : claim.subject
          if query.type == nil || query.type == types[neighbor]?.rawValue { shown[row] = hop }
          if visited.insert(neighbor).inserted { next.append(neighbor) }
        }
      }
      frontier = next.sorted()
    }
    return shown
  }

  private func fits(_ claim: SimpleClaim, at node: String, _ query: NeighborQuery) -> Bool {
    let isEdge = claim.polarity == .positive && claim.modality == .certain
    guard isEdge || query.includesDoubtful, claim.layer != .open || query.includesOpen else { return false }
    guard query.relations.isEmpty || query.relations.contains(claim.relation) else { return false }
    let isOut = claim.subject == node && (query.direction != .in || claim.isSymmetric)
    let isIn = claim.object == node && (query.direction != .out || claim.isSymmetric)
    return isOut || isIn
  }
}

/// A directed multigraph whose degrees follow a power law, the same for the same seed on every machine.
///
/// R-MAT (Chakrabarti, Zhan and Faloutsos, "R-MAT: A Recursive Model for Graph Mining", 2004) with Graph500's quadrants
/// .57, .19, .19 and .05. Every entity but `isolatedCount` of them is the subject of an edge; no edge is a loop and none
/// comes twice, though two entities may be tied by several relations. Relations are drawn from Zipf's law.
package struct PowerLawGraph {
  package struct Edge: Hashable, Sendable {
    package let subject: Int32
    package let relation: UInt8
    package let object: Int32
  }

  package enum Failure: Error, Sendable {
    /// So many edges do not fit, or fewer than there are entities.
    case badEdgeCount
    /// Fewer than 200, or more than 2²⁶.
    case badEntityCount
  }

  /// How many entities have no edge, and so no path to any other.
  package static let isolatedCount = 100
  package static let types = [
    "Person", "Organization", "Place", "Event", "Work", "Concept", "Device", "Species",
  ]
  package static let relations = [
    "relates_to", "part_of", "located_in", "member_of", "works_for", "knows", "cites", "mentions",
    "created_by",
    "owns", "instance_of", "subclass_of", "born_in", "died_in", "married_to", "parent_of", "studied_at",
    "founded",
    "acquired", "funds", "competes_with", "depends_on", "uses", "produces", "derived_from", "influenced_by",
    "supports", "opposes", "occurs_in", "precedes", "succeeds", "translated_by", "published_in", "awarded",
    "named_after", "capital_of", "borders", "treats", "causes", "interacts_with",
  ]

  /// The type of each entity, as an index into `types`.
  package let entityTypes: [UInt8]
  /// In no order.
  package let edges: [Edge]
  package var entityCount: Int { entityTypes.count }

  /// Draws the graph.
  ///
  /// - Complexity: O(*m* log *m*) in time, 20 bytes an edge in memory.
  /// - Throws: `Failure` where no such graph can be drawn.
  package init(entities: Int, edges count: Int, seed: UInt64) throws(Failure) {
    guard entities >= 2 * Self.isolatedCount, entities <= 1 << 26 else { throw .badEntityCount }
    let connected = entities - Self.isolatedCount
    // In a dense graph nearly every triple drawn would be a repeat.
    guard count >= connected, count / connected <= connected / 16 else { throw .badEdgeCount }
    var random = SplitMix64(seed: seed)
    var keys = TripleKeys(entities: connected)
    for subject in 0..<connected {
      let drawn = keys.drawEnds(using: &random).object
      keys.add(subject: subject, object: drawn == subject ? (subject + 1) % connected : drawn, using: &random)
    }
    repeat {
      for _ in keys.count..<count {
        var ends = keys.drawEnds(using: &random)
        while ends.subject == ends.object { ends = keys.drawEnds(using: &random) }
        keys.add(subject: ends.subject, object: ends.object, using: &random)
      }
      keys.removeRepeats()
    } while keys.count < count
    var names = (0..<entities).map(Int32.init)
    names.shuffle(using: &random)
    var edges = keys.edges(named: names)
    edges.shuffle(using: &random)
    self.edges = edges
    entityTypes = (0..<entities).map { _ in UInt8.random(in: 0..<UInt8(Self.types.count), using: &random) }
  }

  /// How many edges each entity has, either way.
  package func degrees() -> [Int] {
    var degrees = [Int](repeating: 0, count: entityCount)
    for edge in edges {
      degrees[Int(edge.subject)] += 1
      degrees[Int(edge.object)] += 1
    }
    return degrees
  }

  /// The name of an entity: its number, with zeros in front.
  package static func name(of entity: Int) -> String {
    let digits = String(entity)
    return "Entity " + String(repeating: "0", count: max(0, 6 - digits.utf8.count)) + digits
  }
}

/// Triples as numbers, so that repeats are found by sorting.
private struct TripleKeys {
  private let entities: Int
  private let bits: Int
  private var keys: [Int] = []
  /// For each relation, which share of 2³² falls to it and those before it.
  private let relationBounds: [UInt32]

  var count: Int { keys.count }

  init(entities: Int) {
    self.entities = entities
    bits = Int.bitWidth - (entities - 1).leadingZeroBitCount
    let weights = (1...PowerLawGraph.relations.count).map { 1 / Double($0) }
    let total = weights.reduce(0, +)
    var sum = 0.0
    relationBounds = weights.map { weight in
      sum += weight
      return UInt32(min(sum / total * 4_294_967_296, 4_294_967_295))
    }
  }

  /// A subject and an object, perhaps the same: at each bit, high to low, one of four quadrants.
  func drawEnds(using random: inout SplitMix64) -> (subject: Int, object: Int) {
    while true {
      var subject = 0
      var object = 0
      var word: UInt64 = 0
      for bit in 0..<bits {
        // Four draws of sixteen bits come out of one number.
        word = bit % 4 == 0 ? random.next() : word >> 16
        let draw = word & 0xFFFF
        subject <<= 1
        object <<= 1
        if draw >= 62_259 {
          subject |= 1
          object |= 1
        } else if draw >= 49_807 {
          subject |= 1
        } else if draw >= 37_356 {
          object |= 1
        }
      }
      if subject < entities && object < entities { return (subject, object) }
    }
  }

  mutating func add(subject: Int, object: Int, using random: inout SplitMix64) {
    let draw = UInt32(truncatingIfNeeded: random.next())
    let relation = relationBounds.firstIndex { draw < $0 } ?? 0
    keys.append((subject * relationBounds.count + relation) * entities + object)
  }

  mutating func removeRepeats() {
    keys.sort()
    var kept = 0
    for index in keys.indices where index == 0 || keys[index] != keys[kept - 1] {
      keys[kept] = keys[index]
      kept += 1
    }
    keys.removeLast(keys.count - kept)
  }

  func edges(named names: [Int32]) -> [PowerLawGraph.Edge] {
    keys.map { key in
      let (subject, relation) = (key / entities).quotientAndRemainder(dividingBy: relationBounds.count)
      return PowerLawGraph.Edge(
        subject: names[subject], relation: UInt8(relation), object: names[key % entities])
    }
  }
}

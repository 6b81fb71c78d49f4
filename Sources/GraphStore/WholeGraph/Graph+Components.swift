internal import SQLite

/// Entities that edges tie together, whichever way they point.
package struct Component: Hashable, Sendable {
  /// Its place among all, from 1.
  package let number: Int
  /// How many entities it has.
  package let size: Int
  /// How many edges.
  package let edges: Int
  /// The entity with the most edges; of several, the first by name.
  package let center: EntityName
}

/// An entity as part of its component.
package struct ComponentMember: Hashable, Sendable {
  package let component: Int
  package let name: EntityName
  package let degree: Int
}

/// The graph's weakly connected components, the largest first; of equal size, in the order of their centers' names.
package final class Components {
  private let connection: Connection
  private let path: String
  private let whole: WholeGraph
  private let degrees: Degrees
  /// The component of each entity, from 0.
  private var componentOf: [UInt32]
  private var sizes: [Int] = []
  private var edges: [Int] = []
  private var centers: [Int] = []

  init(connection: Connection, path: String, filter: WalkFilter) throws {
    self.connection = connection
    self.path = path
    whole = try WholeGraph(connection: connection)
    var degrees = Degrees(count: whole.count)
    var sets = UnionFind(count: whole.count)
    try whole.forEachEdge(connection, filter) { subject, object, _ in
      degrees.add(subject: subject, object: object)
      sets.join(subject, object)
    }
    self.degrees = degrees
    componentOf = (0..<whole.count).map { UInt32(sets.root(of: $0)) }
    // By their roots first; a root's own place in the order follows.
    var centerOf: [Int: Int] = [:]
    var outgoing: [Int: Int] = [:]
    for number in 0..<whole.count {
      let root = Int(componentOf[number])
      outgoing[root, default: 0] += Int(degrees.outgoing[number])
      // Numbers rise by name, so that of equal degrees the first stays.
      if let best = centerOf[root], degrees.all(best) >= degrees.all(number) { continue }
      centerOf[root] = number
    }
    let roots = centerOf.sorted { left, right in
      let (a, b) = (sets.size(ofRoot: left.key), sets.size(ofRoot: right.key))
      return a == b ? left.value < right.value : a > b
    }
    var placeOf = [UInt32](repeating: 0, count: whole.count)
    for (place, (root, center)) in roots.enumerated() {
      placeOf[root] = UInt32(place)
      sizes.append(sets.size(ofRoot: root))
      edges.append(outgoing[root] ?? 0)
      centers.append(center)
    }
    for number in componentOf.indices { componentOf[number] = placeOf[Int(componentOf[number])] }
  }

  /// How many there are.
  package var count: Int { sizes.count }
  /// How many entities there are in all.
  package var members: Int { whole.count }
  /// The size of the largest, or 0.
  package var largest: Int { sizes.first ?? 0 }

  /// The first `limit` components, or all.
  ///
  /// - Throws: `GraphError`.
  package func list(_ limit: Int?) throws(GraphError) -> [Component] {
    try wording {
      let names = try EntityNames(connection: connection)
      return try (0..<min(count, limit ?? count)).map { place in
        Component(
          number: place + 1, size: sizes[place], edges: edges[place],
          center: try names[whole.entities.values[centers[place]]])
      }
    }
  }

  /// How many edges the entity of that number has.
  func degree(of number: Int) -> Int { degrees.all(number) }

  /// The entity with the most edges; of several, the first by name.
  func hub() throws -> EntityName? {
    // A center has the most edges of its component.
    let best = centers.min { left, right in
      let (a, b) = (degree(of: left), degree(of: right))
      return a == b ? left < right : a > b
    }
    return try best.map { try EntityNames(connection: connection)[whole.entities.values[$0]] }
  }

  /// How many entities the component of an entity has.
  package func size(around entity: Int) -> Int {
    whole.entities.number(of: entity).map { sizes[Int(componentOf[$0])] } ?? 0
  }

  /// Calls `visit` with the members of all components, or of that of one entity, component by component and there by
  /// name.
  ///
  /// - Throws: `GraphError`, and whatever `visit` throws.
  package func forEachMember(
    around entity: Int? = nil, limit: Int? = nil, _ visit: (ComponentMember) throws -> Void
  ) throws {
    let wanted = entity.flatMap { whole.entities.number(of: $0) }.map { Int(componentOf[$0]) }
    // The first member of each component, then the next of each member: lists in three flat arrays.
    var starts = [Int](repeating: 0, count: count + 1)
    for place in sizes.indices { starts[place + 1] = starts[place] + sizes[place] }
    var order = [UInt32](repeating: 0, count: whole.count)
    var next = starts
    for number in 0..<whole.count {
      let place = Int(componentOf[number])
      order[next[place]] = UInt32(number)
      next[place] += 1
    }
    let range = wanted.map { starts[$0]..<starts[$0 + 1] } ?? 0..<whole.count
    let names = try EntityNames(connection: connection)
    for position in range.prefix(limit ?? range.count) {
      let number = Int(order[position])
      let name = try wording { try names[whole.entities.values[number]] }
      try visit(
        ComponentMember(
          component: Int(componentOf[number]) + 1, name: name, degree: degrees.all(number)))
    }
  }

  private func wording<Result>(_ body: () throws -> Result) throws(GraphError) -> Result {
    try Graph.wording(path: path, body)
  }
}

extension Graph {
  /// The weakly connected components: entities without edges are components of their own.
  ///
  /// Reads all entities once and all edges once; see `UnionFind`. Some 60 bytes an entity.
  /// - Parameter filter: which edges hold components together.
  /// - Throws: `GraphError`, with `unknownRelation` for a relation nobody knows.
  package func components(_ filter: EdgeFilter = EdgeFilter()) throws(GraphError) -> Components {
    try asking {
      try Components(connection: connection, path: path, filter: listConditions(filter))
    }
  }
}

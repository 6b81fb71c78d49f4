internal import SQLite

/// How a graph's edges are spread over its entities.
package struct GraphShape: Hashable, Sendable {
  /// Entities with a number of edges in a range.
  package struct DegreeClass: Hashable, Sendable {
    /// The numbers of edges: 0, 1, 2 to 3, 4 to 7 and so on.
    package let degrees: ClosedRange<Int>
    package let entities: Int
  }

  /// Those that hold entities, the smallest degrees first.
  package let degrees: [DegreeClass]
  /// The degree that half of the entities do not exceed; likewise nine in ten, and ninety-nine in a hundred.
  package let median: Int
  package let ninetieth: Int
  package let ninetyNinth: Int
  package let greatest: Int
  /// The entity with the most edges, the first by name of several; nil in a graph without edges.
  package let hub: EntityName?
  /// How many weakly connected components there are; entities without edges are components of their own.
  package let components: Int
  /// How many entities the largest has.
  package let largestComponent: Int
}

extension Graph {
  /// How edges are spread and what hangs together; reads all entities and edges once.
  ///
  /// A loop counts once. Some 60 bytes an entity.
  /// - Throws: `GraphError`.
  package func shape() throws(GraphError) -> GraphShape {
    try asking { try components().shape() }
  }
}

extension Components {
  func shape() throws -> GraphShape {
    var histogram: [Int: Int] = [:]
    for number in 0..<members { histogram[degree(of: number), default: 0] += 1 }
    let degrees = histogram.keys.sorted()
    func quantile(_ hundredths: Int) -> Int {
      // The least degree that so many in a hundred do not exceed.
      let wanted = (members * hundredths + 99) / 100
      var seen = 0
      for degree in degrees {
        seen += histogram[degree] ?? 0
        if seen >= wanted { return degree }
      }
      return 0
    }
    var classes: [GraphShape.DegreeClass] = []
    for degree in degrees {
      let low = degree < 2 ? degree : 1 << (Int.bitWidth - 1 - degree.leadingZeroBitCount)
      let range = low...max(low, 2 * low - 1)
      let count =
        (classes.last?.degrees == range ? classes.removeLast().entities : 0) + (histogram[degree] ?? 0)
      classes.append(.init(degrees: range, entities: count))
    }
    let greatest = degrees.last ?? 0
    return GraphShape(
      degrees: classes, median: quantile(50), ninetieth: quantile(90), ninetyNinth: quantile(99),
      greatest: greatest, hub: greatest == 0 ? nil : try hub(), components: count, largestComponent: largest)
  }
}

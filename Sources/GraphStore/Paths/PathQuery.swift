/// Which paths are wanted.
package struct PathQuery: Sendable {
  /// Whether edges are walked only from subject to object; symmetric relations are walked both ways all the same.
  package var isDirected = false
  /// The most hops, or nil for any number.
  package var maximumLength: Int?
  /// How many of the best simple paths, from 1; with `allShortest`, how many of them to list.
  package var count = 1
  /// Whether the best path is the one whose confidences have the greatest product, and not the shortest.
  package var isWeighted = false
  /// Whether all paths as good as the best are wanted.
  package var allShortest = false
  /// Which edges may be walked, which are what the graph states; its types are those of the entities between the ends.
  package var filter = EdgeFilter.withoutOpenLayer
  /// Entities that no path may touch.
  package var avoided: Set<Int> = []

  package init() {}
}

/// A way from one entity to another: a sequence of entities, each tied to the next.
package struct Path: Hashable, Sendable {
  /// A step: all edges that tie the two, the best first.
  package struct Hop: Hashable, Sendable {
    package let edges: [Edge]
  }

  /// As many as the path is long; none where start and end are one.
  package let hops: [Hop]
  /// The product of its hops' confidences, each that of the hop's surest edge.
  package let confidence: Double
}

/// How many paths are as good as the best.
package struct PathTotal: Hashable, Sendable {
  package let count: UInt64
  /// Whether the count reached the largest number that can be counted.
  package let isCapped: Bool
}

/// The paths found.
package struct PathAnswer: Sendable {
  /// The best first: the shortest, or the surest where they are weighted; of equally good ones, in the order of the names
  /// along them.
  ///
  /// Where one shortest path alone was asked for it is any of them, but always the same, whatever order the
  /// graph was made in: `FirstPath` says which.
  package let paths: [Path]
  /// How many there are: for all the best paths their exact number, else the number listed.
  package let total: UInt64
  /// Whether `total` reached the largest number that can be counted.
  package let isTotalCapped: Bool
}

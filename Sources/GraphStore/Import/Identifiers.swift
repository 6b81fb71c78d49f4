/// Narrows the identifiers that a file holds to the numbers that an import works with.
enum Identifiers {
  /// An identifier of an entity, a relation or a row as a number of 32 bits.
  ///
  /// - Throws: `GraphError.badGraph` for one that no graph gets to, since identifiers are given in turn from 1.
  static func number(_ identifier: Int) throws(GraphError) -> UInt32 {
    guard let number = UInt32(exactly: identifier), number > 0 else {
      throw GraphError(
        .badGraph,
        "the graph is damaged: it holds something by the number \(identifier), which no graph gives; `kg check` tells more"
      )
    }
    return number
  }

  /// The identifier after the highest one in use.
  ///
  /// - Throws: `GraphError.badGraph` where that lies beyond what a graph gives.
  static func next(after highest: Int) throws(GraphError) -> Int {
    if highest <= 0 { return 1 }
    return Int(try number(highest)) + 1
  }
}

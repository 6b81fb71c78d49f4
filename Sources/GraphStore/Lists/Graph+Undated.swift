internal import SQLite

extension Graph {
  /// Where a list asks for a time, how many edges fit it but for having none; 0 where it asks for none.
  ///
  /// - Parameter most: how many are counted; one more tells that there are others.
  /// - Throws: `GraphError`, as `forEachEdge` does.
  package func undatedEdgeCount(_ query: EdgeListQuery, upTo most: Int) throws(GraphError) -> Int {
    guard query.filter.time != nil else { return 0 }
    return try asking { try connection.integer(try untimedList(query).count(upTo: most + 1)) ?? 0 }
  }

  /// Where a filter asks for a time, how many claims fit it but for having none; 0 where it asks for none.
  ///
  /// - Parameter ends: entities each of which is one of their ends.
  /// - Throws: `GraphError`, as `forEachClaim` does.
  package func undatedClaimCount(
    of filter: EdgeFilter, with ends: [Int] = []
  ) throws(GraphError) -> Int {
    guard filter.time != nil else { return 0 }
    return try asking {
      var walk = try claimListConditions(filter)
      walk.entities += ends
      walk.statement.time = .untold
      return try claimCount(walk)
    }
  }
}

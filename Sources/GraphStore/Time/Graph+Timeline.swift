package import Claims

extension Graph {
  /// Calls `visit` with each claim of a list whose time is known, the earliest first.
  ///
  /// - Parameter query: which claims, and how many at most; its order is not used.
  /// - Throws: as `forEachClaim` does.
  package func forEachDatedClaim(_ query: ClaimListQuery, _ visit: (Claim) throws -> Void) throws {
    var query = query
    query.order = .when
    query.filter.time = query.filter.time ?? .always
    try forEachClaim(query, visit)
  }

  /// How many claims of a list have no time.
  ///
  /// - Throws: as `forEachClaim` does.
  package func undatedClaimCount(_ query: ClaimListQuery) throws(GraphError) -> Int {
    try asking {
      var walk = try listConditions(query.filter)
      walk.statement.time = .untold
      return try claimCount(walk)
    }
  }
}

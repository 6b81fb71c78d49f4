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

  /// A part of the claims about an entity whose time is known, the earliest first.
  ///
  /// - Throws: as `forEachClaim` does.
  package func timeline(
    of entity: Int, _ filter: EdgeFilter, offset: Int, limit: Int
  ) throws(GraphError) -> TimelinePage {
    try asking {
      var query = ClaimListQuery()
      query.filter = filter
      query.filter.entities.append(entity)
      let undated = try undatedClaimCount(query)
      query.filter.time = filter.time ?? .always
      let total = try claimCount(query)
      let (most, isHuge) = offset.addingReportingOverflow(limit)
      query.limit = isHuge ? nil : most
      var claims: [Claim] = []
      var passed = 0
      try forEachDatedClaim(query) { claim in
        if passed >= offset { claims.append(claim) }
        passed += 1
      }
      return TimelinePage(claims: claims, total: total, undated: undated)
    }
  }
}

/// A part of what happened to an entity.
package struct TimelinePage: Sendable {
  package let claims: [Claim]
  /// How many claims have a time.
  package let total: Int
  /// How many have none.
  package let undated: Int
}

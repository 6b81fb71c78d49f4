package import Claims

/// How far the claims of a document agree with a gold table.
///
/// A row of the tiers core and more is found when a canonical claim says the same with its polarity and one of its modalities;
/// a trap is fallen into when one says it as a fact on nobody's authority. Claims that are in no row may be right all the same:
/// a table rarely holds all that a document says, so precision is a lower bound.
package struct Evaluation: Sendable {
  /// Of so many, so many.
  package struct Share: Hashable, Sendable {
    package var found = 0
    package var total = 0

    /// From 0 to 1; nil of none.
    package var ratio: Double? { total == 0 ? nil : Double(found) / Double(total) }
  }

  /// The figures of one relation, or of all.
  package struct Figures: Hashable, Sendable {
    package var core = Share()
    package var more = Share()
    /// The traps fallen into, of all.
    package var traps = Share()
    /// The canonical claims that are in a row, of all.
    package var claims = Share()
  }

  package private(set) var total = Figures()
  /// The figures by relation, in the order of names; a row counts under its first relation, a claim under its own.
  package private(set) var relations: [(relation: String, figures: Figures)] = []
  /// The rows of core and more that no claim states, in the order of the table.
  package private(set) var missed: [GoldTable.Row] = []
  /// The traps fallen into, in the order of the table.
  package private(set) var fallen: [GoldTable.Row] = []
  /// The canonical claims that are in no row, in their order.
  package private(set) var extra: [Claim] = []

  /// Scores claims; those of other layers are passed over.
  package init(of claims: [Claim], against table: GoldTable) {
    let canonical = claims.filter { $0.layer == .canonical }
    let matcher = GoldMatcher(table, canonical)
    var used: Set<Int> = []
    var byRelation: [String: Figures] = [:]
    for (index, row) in table.rows.enumerated() {
      let found = matcher.claims(of: index)
      var figures = Figures()
      if row.tier == .not {
        let asserted = found.filter { canonical[$0].makesEdge && !GoldMatcher.isSaidByAnother(canonical[$0]) }
        if !asserted.isEmpty { fallen.append(row) }
        used.formUnion(Set(found).subtracting(asserted))
        figures.traps = Share(found: asserted.isEmpty ? 0 : 1, total: 1)
      } else {
        let right = found.filter {
          canonical[$0].polarity == row.polarity && row.modalities.contains(canonical[$0].modality)
        }
        used.formUnion(right)
        if row.tier == .also { continue }
        if right.isEmpty { missed.append(row) }
        let share = Share(found: right.isEmpty ? 0 : 1, total: 1)
        if row.tier == .core { figures.core = share } else { figures.more = share }
      }
      total.add(figures)
      byRelation[row.relations[0], default: Figures()].add(figures)
    }
    for (index, claim) in canonical.enumerated() {
      let figures = Figures(claims: Share(found: used.contains(index) ? 1 : 0, total: 1))
      total.add(figures)
      byRelation[claim.relation, default: Figures()].add(figures)
      if !used.contains(index) { extra.append(claim) }
    }
    relations = byRelation.map { ($0.key, $0.value) }.sorted {
      $0.relation.utf8.lexicographicallyPrecedes($1.relation.utf8)
    }
  }
}

extension Evaluation {
  /// The canonical claims that a row of core, more or also states with their polarity and modality, by their places.
  package static func rightClaims(_ claims: [Claim], by table: GoldTable) -> Set<Int> {
    let rows = rowsOfClaims(claims, by: table)
    return Set(rows.keys.filter { rows[$0, default: []].contains { $0.tier != .not } })
  }

  /// The rows that each canonical claim states with their polarity and modality, and the traps that it falls into, by its place.
  package static func rowsOfClaims(_ claims: [Claim], by table: GoldTable) -> [Int: [GoldTable.Row]] {
    let canonical = claims.indices.filter { claims[$0].layer == .canonical }
    let matcher = GoldMatcher(table, canonical.map { claims[$0] })
    var rows: [Int: [GoldTable.Row]] = [:]
    for (index, row) in table.rows.enumerated() {
      for found in matcher.claims(of: index) {
        let claim = claims[canonical[found]]
        let isMeant =
          row.tier == .not
          ? claim.makesEdge && !GoldMatcher.isSaidByAnother(claim)
          : claim.polarity == row.polarity && row.modalities.contains(claim.modality)
        if isMeant { rows[canonical[found], default: []].append(row) }
      }
    }
    return rows
  }
}

extension Evaluation.Figures {
  fileprivate mutating func add(_ other: Self) {
    for path in [\Self.core, \.more, \.traps, \.claims] {
      self[keyPath: path].found += other[keyPath: path].found
      self[keyPath: path].total += other[keyPath: path].total
    }
  }

  /// The rows of core and more together.
  package var recall: Evaluation.Share {
    Evaluation.Share(found: core.found + more.found, total: core.total + more.total)
  }
}

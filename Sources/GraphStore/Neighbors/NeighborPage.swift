internal import Claims
internal import SQLite

/// The first rows of an answer about neighbors, out of any number that are added in any order.
///
/// Rows are kept in groups that rank equal but for the neighbors' names, and groups that cannot come on the page any
/// more are only counted. Where a group of n rows ends the page, the k that come first by name are found either by
/// looking up n names or, for a hub, by going over all N names in their order until k of them are the group's, which
/// takes about k × N / n steps: so the work is some √(k × N) look-ups at most, and not n.
struct NeighborPage {
  struct Row {
    var hop: Int
    var relation: Int
    var support: Int
    var near: Int
    var neighbor: Int
    var isOut: Bool
    var doubt: Doubt
  }

  private struct Rank: Equatable {
    var hop: Int
    var relation: Int
    var support: Int
  }

  private struct Group {
    var rank: Rank
    /// How many rows were added to it, kept or not.
    var count = 0
    var rows: [Row] = []
    /// Whether enough rows come before it.
    var isClosed = false
  }

  /// How many rows were added.
  private(set) var total = 0
  private let reader: EdgeReader
  private let limit: Int?
  private let isByRelation: Bool
  private var groups: [Group] = []
  // A group's number is that of its hop and of the pair of its relation and support.
  private var kinds = PairNumbering()
  private var groupNumbers = PairNumbering()
  private var last: (rank: Rank, group: Int)?
  private var kept = 0
  private var keptBeforePruning: Int

  /// - Parameter isByRelation: whether the first rows of each relation are wanted, and not the first of all.
  init(reader: EdgeReader, limit: Int?, isByRelation: Bool = false) {
    self.reader = reader
    self.limit = limit
    self.isByRelation = isByRelation
    let (quadruple, isHuge) = (limit ?? 0).multipliedReportingOverflow(by: 4)
    keptBeforePruning = isHuge ? .max : max(1 << 16, quadruple)
  }

  mutating func add(_ row: Row) throws {
    total += 1
    let rank = Rank(hop: row.hop, relation: row.relation, support: row.support)
    let group: Int
    if let last, last.rank == rank {
      group = last.group
    } else {
      let kind = kinds.insert(row.relation, row.support).number
      let isNew: Bool
      (group, isNew) = groupNumbers.insert(row.hop, kind)
      if isNew { groups.append(Group(rank: rank)) }
    }
    last = (rank, group)
    groups[group].count += 1
    if groups[group].isClosed { return }
    groups[group].rows.append(row)
    kept += 1
    if kept > keptBeforePruning, let limit { try prune(limit) }
  }

  /// How many rows each relation has, in the order of layers, then the most first, then by name.
  func relationCounts() throws -> [RelationCount] {
    var counts: [Int: Int] = [:]
    for group in groups { counts[group.rank.relation, default: 0] += group.count }
    let named = try counts.map { row, count in (entry: try reader.relations[row], count: count) }
    return named.sorted { left, right in
      if left.entry.rank != right.entry.rank { return left.entry.rank < right.entry.rank }
      return left.count == right.count ? left.entry.name < right.entry.name : left.count > right.count
    }.map { RelationCount(relation: $0.entry.name, layer: $0.entry.layer, count: $0.count) }
  }

  /// The page's rows in order.
  func rows() throws -> [Row] {
    var result: [Row] = []
    let limit = limit ?? total
    for group in try ordered() where result.count < limit {
      result += try first(limit - result.count, of: groups[group].rows)
    }
    return result
  }

  /// The first rows of a relation in order, where pages are by relation.
  func rows(of relation: RelationCount, upTo limit: Int) throws -> [Row] {
    var result: [Row] = []
    for group in try ordered() where result.count < limit {
      let entry = try reader.relations[groups[group].rank.relation]
      guard entry.name == relation.relation, entry.layer == relation.layer else { continue }
      result += try first(limit - result.count, of: groups[group].rows)
    }
    return result
  }

  /// Forgets the rows of groups that come after `limit` others, of the same relation where pages are by relation.
  private mutating func prune(_ limit: Int) throws {
    var before: [Int: Int] = [:]
    for group in try ordered() {
      let kind = isByRelation ? groups[group].rank.relation : 0
      if before[kind, default: 0] >= limit {
        groups[group].isClosed = true
        groups[group].rows = []
      }
      before[kind, default: 0] += groups[group].rows.count
    }
    kept = before.values.reduce(0, +)
    keptBeforePruning = max(keptBeforePruning, 2 * kept)
  }

  /// The groups by hop, layer, support and relation.
  private func ordered() throws -> [Int] {
    let keys = try groups.indices.map { index in
      let rank = groups[index].rank
      let relation = try reader.relations[rank.relation]
      return (index: index, hop: rank.hop, layer: relation.rank, support: rank.support, name: relation.name)
    }
    return keys.sorted { left, right in
      if left.hop != right.hop { return left.hop < right.hop }
      if left.layer != right.layer { return left.layer < right.layer }
      if left.support != right.support { return left.support > right.support }
      return left.name < right.name
    }.map(\.index)
  }

  private func first(_ count: Int, of rows: [Row]) throws -> [Row] {
    var rows = rows
    if rows.count > max(256, count) {
      var neighbors = IntegerNumbering()
      for row in rows { _ = neighbors.insert(row.neighbor) }
      if neighbors.count > count {
        var isFirst = [Bool](repeating: false, count: neighbors.count)
        for number in try FirstNames(reader.connection).first(count, of: neighbors) { isFirst[number] = true }
        rows.removeAll { row in !(neighbors.number(of: row.neighbor).map { isFirst[$0] } ?? false) }
      }
    }
    let named = try rows.map { (row: $0, name: try reader.names[$0.neighbor]) }
    return try named.sorted { left, right in
      if left.name != right.name { return left.name.precedes(right.name) }
      return try precedes(left.row, right.row)
    }.prefix(count).map(\.row)
  }

  /// The order of rows to the same neighbor.
  private func precedes(_ left: Row, _ right: Row) throws -> Bool {
    let (a, b) = (left.doubt, right.doubt)
    if a.polarity != b.polarity { return a.polarity.rawValue < b.polarity.rawValue }
    if a.modality != b.modality { return a.modality.rawValue < b.modality.rawValue }
    if left.isOut != right.isOut { return left.isOut }
    return try left.near != right.near && reader.names.precedes(left.near, right.near)
  }
}

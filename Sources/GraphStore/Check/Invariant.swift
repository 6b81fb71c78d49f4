internal import SQLite

/// Something that holds in every sound graph, how to count where it does not, and how to make it hold again.
struct Invariant: Sendable {
  /// What is wrong, in words that follow a count.
  let problem: String
  /// How often the graph breaks it.
  let count: @Sendable (Connection) throws -> Int
  /// Makes it hold from what is known otherwise; nil where nothing else knows.
  let repair: (@Sendable (inout ClaimStore) throws -> Void)?

  init(
    _ problem: String, count: @escaping @Sendable (Connection) throws -> Int,
    repair: (@Sendable (inout ClaimStore) throws -> Void)? = nil
  ) {
    self.problem = problem
    self.count = count
    self.repair = repair
  }

  /// Counts the rows of a query.
  init(_ problem: String, rows sql: String, repair: (@Sendable (inout ClaimStore) throws -> Void)? = nil) {
    self.init(
      problem, count: { try $0.integer("SELECT count(*) FROM (\(sql))") ?? 0 }, repair: repair)
  }

  /// All of them, in the order in which they are to be repaired: what others follow from comes first.
  static let all =
    edges + documents + contents + files + texts + claims + origins + names + identities + changes + fullTexts
}

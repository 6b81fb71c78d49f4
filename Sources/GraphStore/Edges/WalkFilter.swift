internal import Claims
internal import SQLite

/// Which edges a question may use, as conditions in SQL that go into every walk.
///
/// They hold numbers, checked dates and words of this program; what a user typed stands in them as bytes that are no syntax.
struct WalkFilter {
  /// The rows of the relations allowed, or nil for all.
  var relations: [Int]?
  /// Whether relations of the open layer, which have negative identifiers, are included.
  var includesOpen = true
  /// Whether the relations of the other layers are.
  var includesOthers = true
  /// The least confidence of an edge, or nil for any.
  var minimumConfidence: Double?
  /// The relations of which only what is as sure as `Claim.sureConfidence` counts; empty where all is, or need not be.
  var judgedRelations: [Int] = []
  /// Of which kind one of its statements has to be.
  var statement = StatementCondition()
  /// Conditions on the polarity and the modality of a claim.
  var doubtSQL = ""
  /// Whether edges, which are positive and certain, may fit.
  var admitsStated = true
  /// Entities each of which is one of the ends.
  var entities: [Int] = []
  /// Types of which one of the ends has one; empty for any.
  var types: [String] = []

  /// Whether neither end may be a description of one document.
  var leavesOutDescriptions = false

  /// The conditions on an edge `e`, to follow others.
  var sql: String {
    relationSQL + confidenceSQL + entitySQL + statement.edgeSQL + (admitsStated ? "" : " AND FALSE")
  }

  /// Whether edges of the relation may be walked.
  func admits(_ relation: Int) -> Bool {
    (relation < 0 ? includesOpen : includesOthers) && relations?.contains(relation) != false
  }

  /// The conditions on a claim `e`.
  var claimSQL: String {
    relationSQL + confidenceSQL + entitySQL + statement.claimSQL("e") + doubtSQL
  }

  /// The conditions on a row `e` of a graph file.
  var rowSQL: String {
    relationSQL + confidenceSQL + entitySQL + statement.rowSQL("e") + (admitsStated ? "" : " AND FALSE")
  }

  private var relationSQL: String {
    (includesOpen ? "" : " AND e.relation > 0") + (includesOthers ? "" : " AND e.relation < 0")
      + (relations.map { " AND e.relation IN (\(SQLList.of($0)))" } ?? "")
  }

  private var confidenceSQL: String {
    let least = minimumConfidence.map { " AND e.confidence >= \($0)" } ?? ""
    if judgedRelations.isEmpty { return least }
    return least
      + " AND (e.confidence >= \(Claim.sureConfidence) OR e.relation NOT IN (\(SQLList.of(judgedRelations))))"
  }

  private var entitySQL: String { endsSQL + descriptionSQL }

  private var descriptionSQL: String {
    leavesOutDescriptions
      ? " AND NOT EXISTS (SELECT 1 FROM entity u WHERE u.id IN (e.subject, e.object) AND \(DescriptionIdentifier.sql("u.identifier")))"
      : ""
  }

  private var endsSQL: String {
    entities.map { " AND (e.subject = \($0) OR e.object = \($0))" }.joined()
      + (types.isEmpty
        ? ""
        : " AND EXISTS (SELECT 1 FROM entity t WHERE t.id IN (e.subject, e.object) AND t.type IN (\(types.map(SQLList.text).joined(separator: ","))))")
  }
}

/// Lists of numbers in SQL.
enum SQLList {
  static func of(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ",") }

  /// A user's text, of which no byte is syntax.
  static func text(_ text: String) -> String {
    "CAST(x'\(Hexadecimal.text(text.utf8))' AS TEXT)"
  }

  /// Words that this program has, never a user's.
  static func of(_ words: [some RawRepresentable<String>]) -> String {
    words.map { "'\($0.rawValue)'" }.joined(separator: ",")
  }
}

extension Graph {
  /// The conditions that a question's filter sets; types are left to the question.
  ///
  /// - Throws: `GraphError` with `unknownRelation` or `unknownDocument` for a name nobody knows.
  func conditions(_ filter: EdgeFilter) throws -> WalkFilter {
    var walk = WalkFilter()
    walk.relations = try relations(named: filter.relations)
    walk.minimumConfidence = filter.minimumConfidence
    if filter.minimumConfidence == nil, filter.onlySure { walk.judgedRelations = try judgedRelations() }
    walk.entities = filter.entities
    walk.admitsStated = filter.admitsStated
    if !filter.layers.isEmpty { try restrict(&walk, to: filter.layers) }
    if !filter.polarities.isEmpty { walk.doubtSQL += " AND e.polarity IN (\(SQLList.of(filter.polarities)))" }
    if !filter.modalities.isEmpty { walk.doubtSQL += " AND e.modality IN (\(SQLList.of(filter.modalities)))" }
    walk.leavesOutDescriptions = try filter.leavesOutDescriptions && hasDescriptions()
    walk.statement.documents = try documents(named: filter.documents)
    walk.statement.speakers = filter.speakers
    walk.statement.isAttributed = filter.isAttributed
    walk.statement.time = filter.time.map { .within($0) } ?? .any
    return walk
  }

  /// The relations of the vocabulary, where the graph holds claims of them that are less sure than is drawn; else none, so that
  /// walks of imported graphs ask no more of an edge than they must.
  func judgedRelations() throws -> [Int] {
    let relations = try connection.statement("SELECT id FROM relation WHERE layer = 'canonical' ORDER BY id")
    var found: [Int] = []
    while try relations.step() { found.append(relations.integer(at: 0)) }
    if found.isEmpty { return [] }
    let unsure = try connection.integer(
      "SELECT 1 FROM claim WHERE confidence < \(Claim.sureConfidence) AND relation IN (\(SQLList.of(found))) LIMIT 1"
    )
    return unsure == nil ? [] : found
  }

  /// Whether any entity is a description; most questions to imported graphs need not look at their ends then.
  private func hasDescriptions() throws -> Bool {
    try connection.integer(
      "SELECT 1 FROM entity WHERE \(DescriptionIdentifier.sql("identifier")) LIMIT 1") != nil
  }

  private func restrict(_ walk: inout WalkFilter, to layers: [Claim.Layer]) throws {
    walk.includesOpen = layers.contains(.open)
    walk.includesOthers = layers.contains(.canonical) || layers.contains(.imported)
    guard walk.includesOthers, layers.contains(.canonical) != layers.contains(.imported) else { return }
    let statement = try connection.statement(
      "SELECT id FROM relation WHERE layer IN (\(SQLList.of(layers))) ORDER BY id")
    var rows: [Int] = []
    while try statement.step() { rows.append(statement.integer(at: 0)) }
    walk.relations = walk.relations.map { known in known.filter(rows.contains) } ?? rows
  }
}

extension Graph {
  /// The conditions of a list, in which a type is that of one of the ends.
  ///
  /// - Throws: as `conditions` does.
  func listConditions(_ filter: EdgeFilter) throws -> WalkFilter {
    var walk = try conditions(filter)
    walk.types = filter.types
    return walk
  }

  /// The conditions of a list of claims, which shows those that are not drawn as well, and says so.
  ///
  /// - Throws: as `conditions` does.
  func claimListConditions(_ filter: EdgeFilter) throws -> WalkFilter {
    var filter = filter
    filter.onlySure = false
    return try listConditions(filter)
  }
}

import Claims
import Foundation
import SQLite
import TestSupport
import Testing

@testable import GraphStore

/// One wrong value in one column of one row is found by `check`, whatever the column.
@Suite struct SingleDamageTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What a value is changed to, as an expression over the old one.
  private enum Damage: String, CaseIterable {
    case more = "{} + 1"
    case less = "{} - 1"
    case zero = "0"
    case minusOne = "-1"
    case huge = "4000000000000"
    case largest = "9223372036854775807"
    case otherText = "{} || 'x'"
    case empty = "''"
    case foreign = "'\u{202E}no such value'"
    case null = "NULL"
    case otherBytes = "x'00'"
    case aboveOne = "1.5"
    case negative = "-0.5"

    static func of(type: String) -> [Damage] {
      switch type {
      case "INTEGER": [.more, .less, .zero, .minusOne, .huge, .largest, .null]
      case "REAL": [.aboveOne, .negative]
      case "BLOB": [.otherBytes]
      default: [.otherText, .empty, .foreign, .null]
      }
    }
  }

  /// The columns of which nothing else in the graph tells whether a value of the right kind is the right one, and why.
  private static let free: [String: (reason: String, damages: Set<Damage>)] = [
    "document.extractor": ("any version may have read it", [.otherText, .foreign]),
    "document.length": ("a text may be blank or end in blanks", [.more, .less, .zero, .huge, .largest]),
    "document.rows": ("a text of no sentence may be a file of no row", [.zero]),
    "document_name.name": ("a second name is as good as another", [.otherText, .foreign, .empty]),
    "document_name.document": ("a second name may be another document's", [.more, .less]),
    "entity.identifier": ("an identifier is whatever a file says", [.otherText, .foreign, .empty]),
    "alias.name": ("an alias may be written in another way that folds to the same", [.empty]),
    "sentence.speaker": ("any party of the document may speak", [.more, .less, .zero, .null]),
    "mention.party": ("only a claim tells of whom a mention without words is", [.more, .less, .zero]),
    "mention.sentence": ("only a claim tells where a mention without words is", [.more, .less, .zero]),
    "relation.name": ("a relation is whatever a text or file says", [.otherText, .foreign, .empty]),
    "claim.attribution_mention": ("any party of the sentence may say it", [.more, .less, .zero, .null]),
    "claim.speaker_mention": ("any party of the sentence may speak", [.more, .less, .zero, .null]),
    "claim.place_mention": ("any party of the sentence may be the place", [.more, .less, .zero, .null]),
    "claim.subject_mention": ("an entity may be mentioned twice", [.more, .less, .zero]),
    "claim.object_mention": ("an entity may be mentioned twice", [.more, .less, .zero]),
    "claim.phrase": ("the words are the text's", [.otherText, .foreign, .empty, .null]),
    "claim.modality": ("a claim that makes no edge may be unsure in several ways", []),
    "claim.tense": ("a claim need not tell its time", [.null]),
    "claim.time_text": ("the words are the text's", [.otherText, .foreign, .empty]),
    "claim.time_value": (
      "any time may be meant, or none that can be told", [.otherText, .foreign, .empty, .null]
    ),
    "origin.place": ("any file may hold the pattern", [.otherText, .foreign]),
    "origin.construction": ("any kind of words may state it", [.otherText, .foreign, .empty]),
    "origin.subject_way": ("any way may lead to it", [.otherText, .foreign, .empty]),
    "origin.object_way": ("any way may lead to it", [.otherText, .foreign, .empty]),
    "origin.subject_ground": ("nothing need stand on a ground", [.empty]),
    "claim_origin.origin": ("any origin may be the claim's", []),
    "claim_origin.probability": ("nothing need be estimated", []),
    "claim_origin.trigger_start": ("any word of the sentence may state it", [.more, .less]),
    "claim_origin.trigger_end": ("any word of the sentence may state it", [.more, .less]),
    "origin_mark.start": ("any word of the sentence may mark it", [.more, .less]),
    "origin_mark.end": ("any word of the sentence may mark it", [.more, .less]),
    "origin_mark.position": ("another claim may be marked", [.more, .less, .zero]),
    "origin_mark.kind": ("a word may mark more than one thing", []),
    "edge.row": (
      "a file may have comments and blank lines between its rows", [.more, .less, .huge, .largest]
    ),
    "imported_row.row": ("a file may have comments and blank lines", [.more, .less, .huge, .largest]),
    "qualifier.name": ("a qualifier is whatever a file says", [.otherText, .foreign, .empty]),
    "qualifier.value": ("a qualifier is whatever a file says", [.otherText, .foreign, .empty]),
    "qualifier.document": ("another file may say it of a row of its own", [.more, .less]),
    "qualifier.row": ("another row of the file may have it", [.more, .less]),
    "imported_party.name": ("one of several spellings", [.otherText, .foreign, .empty, .null]),
    "imported_party.type": ("one of several types", [.otherText, .foreign, .empty, .null]),
    "imported_alias.alias": ("another alias of the file's", [.more, .less]),
    "party_alias.alias": ("another alias of the entity's", [.more, .less]),
    "change.at": ("any moment may be it", [.otherText, .foreign]),
    "change_count.change": ("claims are only counted", [.more, .less]),
    "change_count.count": ("what is gone is only counted", [.more, .less, .huge, .largest]),
    "changed_document.document": ("another document may have come", [.more, .less]),
    "changed_entity.entity": ("another entity may have come", [.more, .less]),
    "changed_entity.change": ("another change may have brought it", [.more, .less]),
    "changed_edge.subject": ("another edge may have come", [.more, .less]),
    "changed_edge.relation": ("another edge may have come", [.more, .less]),
    "changed_edge.object": ("another edge may have come", [.more, .less]),
    "changed_edge.change": ("another change may have brought it", [.more, .less]),
    "party_alias.party": ("another party of the same entity", [.more, .less, .zero]),
  ]

  private func graph() throws -> Graph {
    let graph = try Graph(path: folder.file("a"), access: .create)
    try graph.connection.execute("PRAGMA synchronous = OFF")
    var readings = Readings(seed: 0)
    for index in 0..<8 { try graph.ingest(readings.reading("d\(index)", content: 40 + index)) }
    try graph.addName("second", digest: Readings.digest(40))
    for index in 0..<5 { try Rows("f\(index)", content: 10 + index).load(into: graph) }
    return graph
  }

  @Test(arguments: [0]) func everyColumnIsLookedAt(seed: Int) throws {
    let graph = try graph()
    try #require(try graph.check() == [])
    let connection = graph.connection
    try connection.execute("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    var random = SplitMix64(seed: UInt64(seed))
    var (tried, found) = (0, 0)
    for table in try tables(connection) {
      for (column, type) in try columns(of: table, connection) {
        for damage in Damage.of(type: type) {
          guard let isFound = try isFound(damage, column, table, graph, &random) else { continue }
          tried += 1
          found += isFound ? 1 : 0
          let free = Self.free["\(table).\(column)"]
          #expect(isFound || free?.damages.contains(damage) == true, "\(table).\(column): \(damage)")
        }
      }
    }
    #expect(tried > 250 && found * 10 > tried * 7, "\(found) of \(tried)")
    #expect(try graph.check() == [])
  }

  /// Whether a change of one row is found; nil where the table's own constraints forbid it.
  private func isFound(
    _ damage: Damage, _ column: String, _ table: String, _ graph: Graph, _ random: inout SplitMix64
  ) throws -> Bool? {
    let connection = graph.connection
    let key = try columns(of: table, connection, keyOnly: true).map(\.name)
    let condition = "\"\(column)\" IS NOT NULL"
    let rows = try connection.integer("SELECT count(*) FROM \(table) WHERE \(condition)") ?? 0
    if rows == 0 { return nil }
    let offset = Int.random(in: 0..<rows, using: &random)
    let value = damage.rawValue.replacing("{}", with: "\"\(column)\"")
    let keys = key.joined(separator: ", ")
    // The whole check rolls back what it writes, so that it cannot run inside a transaction of ours.
    let copy = folder.file("copy")
    try? FileManager.default.removeItem(atPath: copy)
    try connection.execute("VACUUM INTO '\(copy)'")
    let other = try Connection(path: copy, mode: .readWrite)
    let update = """
      PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; PRAGMA ignore_check_constraints = ON;
      UPDATE \(table) SET "\(column)" = \(value) WHERE (\(keys)) IN (
        SELECT \(keys) FROM \(table) WHERE \(condition) ORDER BY \(keys) LIMIT 1 OFFSET \(offset))
        AND "\(column)" IS NOT \(value)
      """
    guard Self.isDone(update, other), other.changedRows > 0 else { return nil }
    return Self.isDamaged(copy)
  }

  /// Whether the table's constraints let a change through.
  private static func isDone(_ sql: String, _ connection: Connection) -> Bool {
    (try? connection.execute(sql)) != nil
  }

  private static func isDamaged(_ path: String) -> Bool {
    guard let findings = try? Graph(path: path, access: .change).check() else { return true }
    return !findings.isEmpty
  }

  private func tables(_ connection: Connection) throws -> [String] {
    let statement = try connection.statement(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_text%' ESCAPE '\\'
        AND name <> 'pending_purge' ORDER BY name
      """)
    var result: [String] = []
    while try statement.step() { result.append(statement.text(at: 0)) }
    return result
  }

  private func columns(
    of table: String, _ connection: Connection, keyOnly: Bool = false
  ) throws -> [(name: String, type: String)] {
    let statement = try connection.statement(
      "SELECT name, type FROM pragma_table_info(?) WHERE pk >= ? ORDER BY cid")
    try statement.bind([table, keyOnly ? 1 : 0])
    var result: [(name: String, type: String)] = []
    while try statement.step() { result.append((statement.text(at: 0), statement.text(at: 1))) }
    return result
  }
}

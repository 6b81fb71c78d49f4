import SQLite
import Schema
import TestSupport
import Testing

@testable import GraphStore

@Suite struct SchemaTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.file("graph.db")
    let graph = try Graph(path: path, access: .create)
    try graph.ingest(Readings.simple("a", content: 1, []))
  }

  @Test func theDigestIsThatOfWhatTheMigrationsMake() throws {
    let reference = try Connection.temporary()
    for file in Migration.files { try reference.execute(file.text) }
    #expect(try SchemaCheck.digest(of: reference) == SchemaCheck.digest)
  }

  @Test(arguments: [
    ("CREATE TRIGGER spy AFTER DELETE ON sentence BEGIN SELECT 1; END", "trigger “spy” is not kg's"),
    ("CREATE VIEW peek AS SELECT * FROM sentence", "view “peek” is not kg's"),
    ("CREATE TABLE stash (a)", "table “stash” is not kg's"),
    ("CREATE INDEX odd ON claim (abs(confidence))", "index “odd” is not kg's"),
    ("DROP INDEX claim_subject", "index “claim_subject” is missing"),
    ("DROP TRIGGER sentence_deleted", "trigger “sentence_deleted” is missing"),
    ("ALTER TABLE document ADD COLUMN spare TEXT", "table “document” is not as kg makes it"),
    (
      "ALTER TABLE document ADD COLUMN twice INTEGER GENERATED ALWAYS AS (length * 2)",
      "table “document” is not as kg makes it"
    ),
    (
      "DROP TABLE qualifier; CREATE VIEW qualifier AS SELECT 1 AS document",
      "view “qualifier” is not as kg makes it"
    ),
    ("CREATE VIRTUAL TABLE more USING fts5 (text)", "table “more” is not kg's"),
  ])
  func aSchemaThatIsNotKgsIsRefusedByName(change: String, what: String) throws {
    try Connection(path: path, mode: .readWrite).execute(change)
    for access in [Graph.Access.read, .ask, .change, .create] {
      let error = try #require(throws: GraphError.self) { try Graph(path: path, access: access) }
      #expect(error.code == .badGraph)
      #expect(error.message.contains(what), "\(error.message)")
    }
  }
}

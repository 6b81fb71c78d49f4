import Claims
import SQLite
import Schema
import TestSupport
import Testing

@testable import GraphStore

extension Graph {
  /// Makes a graph of texts what it was before persons were told from the rest of their name and anything was judged.
  func forgetIdentities() throws {
    let identity = try #require(Migration.files.firstIndex { $0.path.hasSuffix("-identity.sql") })
    try connection.execute("PRAGMA foreign_keys = OFF")
    // The views of today speak of what there was not; those of then are made again below.
    var views: [String] = []
    let named = try connection.statement("SELECT name FROM sqlite_schema WHERE type = 'view' ORDER BY name")
    while try named.step() { views.append(named.text(at: 0)) }
    for view in views { try connection.execute("DROP VIEW \(view)") }
    let shared = try connection.statement(
      """
      SELECT p.id, m.id FROM entity p JOIN entity m ON m.folded = p.folded AND m.part IS NULL WHERE p.part = 'person'
      """)
    var pairs: [(person: Int, main: Int)] = []
    while try shared.step() { pairs.append((shared.integer(at: 0), shared.integer(at: 1))) }
    for (person, main) in pairs {
      try connection.execute(
        """
        UPDATE party SET entity = \(main) WHERE entity = \(person);
        UPDATE OR IGNORE party_alias SET alias = (SELECT o.id FROM alias a JOIN alias o ON o.name = a.name
          WHERE a.id = party_alias.alias AND o.entity = \(main))
          WHERE alias IN (SELECT a.id FROM alias a JOIN alias o ON o.name = a.name
            WHERE a.entity = \(person) AND o.entity = \(main));
        DELETE FROM alias WHERE entity = \(person) AND name IN (SELECT name FROM alias WHERE entity = \(main));
        UPDATE alias SET entity = \(main) WHERE entity = \(person);
        UPDATE claim SET subject = \(main) WHERE subject = \(person);
        UPDATE claim SET object = \(main) WHERE object = \(person);
        DELETE FROM entity WHERE id = \(person);
        """)
    }
    try connection.execute(
      """
      DELETE FROM spelling;
      INSERT INTO spelling SELECT entity, name, type, sum(mentions) FROM party GROUP BY 1, 2, 3;
      DELETE FROM edge;
      DELETE FROM incoming;
      INSERT INTO edge (subject, relation, object, support, attributed, confidence)
        SELECT subject, relation, object, count(*), sum(attribution_mention IS NOT NULL), max(confidence) FROM claim
        WHERE polarity = 'positive' AND modality = 'certain' GROUP BY 1, 2, 3;
      INSERT INTO incoming (object, relation, subject, support, attributed, confidence)
        SELECT object, relation, subject, support, attributed, confidence FROM edge;
      DROP TABLE judgement; DROP TABLE moved_row; DROP TABLE suggestion; DROP TABLE reading_file; DROP TABLE rejected_edge;
      DROP TABLE changed_edge; DROP TABLE changed_entity; DROP TABLE changed_document; DROP TABLE change_count; DROP TABLE change;
      DROP INDEX entity_canonical; DROP INDEX entity_key;
      ALTER TABLE entity DROP COLUMN part; ALTER TABLE entity DROP COLUMN canonical; ALTER TABLE entity DROP COLUMN key;
      PRAGMA user_version = \(Migration.unreleased + identity);
      """)
    for file in Migration.files where file.path.hasSuffix("003-views.sql") {
      try connection.execute(file.text)
    }
  }
}

@Suite struct IdentityMigrationTests {
  @Test(arguments: 0..<4) func aFilledOlderGraphTellsPersonsFromPlaces(seed: Int) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("old.db")
    var readings = Readings(seed: 0)
    var want: [String] = []
    do {
      let graph = try Graph(path: path, access: .create)
      for index in 0..<6 { try graph.ingest(readings.reading("d\(index)", content: 700 + seed * 10 + index)) }
      want = try graph.snapshot()
      try graph.forgetIdentities()
    }
    #expect(throws: GraphError.self) { try Graph(path: path, access: .read) }
    let graph = try Graph(path: path, access: .change)
    expectSame(try graph.snapshot(), want)
    try graph.expectSound()
  }
}

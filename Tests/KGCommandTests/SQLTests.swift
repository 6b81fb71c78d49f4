import Foundation
import Testing

/// Questions in SQL, by the documented views.
@Suite struct SQLTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(
      Array("subject,relation,object,time\nAda,ally,Bo,2001\nBo,patron,Cy,\n".utf8), to: "e.csv")
    #expect(try sandbox.kg("import", "e.csv").status == 0)
  }

  @Test func aQuestionIsAnsweredWithItsColumnsAndItsParameters() throws {
    let output = try sandbox.kg(
      "sql", "SELECT object_name, support, confidence, NULL AS none FROM kg_edge WHERE subject_name = :who",
      "--param",
      "who=Ada", "--format", "jsonl")
    #expect(output.status == 0, "\(output.error)")
    #expect(output.text == "{\"object_name\":\"Bo\",\"support\":1,\"confidence\":1,\"none\":null}\n")
    #expect(try sandbox.kg("sql", "SELECT 1 AS a WHERE 0", "--format", "csv").text == "a\n")
  }

  @Test func everyViewOfTheManualIsThereWithItsColumns() throws {
    let page = try String(contentsOf: Binary.packageRoot.appending(path: "docs/views.md"), encoding: .utf8)
    let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `kg_") }
    #expect(rows.count >= 10)
    for row in rows {
      let view = try #require(row.split(separator: "`").dropFirst().first)
      let cells = row.split(separator: "|", omittingEmptySubsequences: false)
      let named = cells[3].matches(of: /`([a-z_]+)`/).map { String($0.output.1) }
      let output = try sandbox.kg("sql", "SELECT * FROM \(view) LIMIT 0", "--format", "tsv")
      #expect(output.status == 0, "\(view) \(output.error)")
      let columns = output.text.trimmingCharacters(in: .newlines).split(separator: "\t").map(String.init)
      #expect(Set(columns) == Set(named), "\(view)")
    }
    let questions = page.split(separator: "```sql\n").dropFirst().compactMap {
      $0.split(separator: "```").first
    }
    #expect(questions.count >= 4)
    for question in questions {
      let output = try sandbox.kg("sql", String(question))
      #expect(output.status == 0, "\(question) \(output.error)")
    }
  }

  @Test(arguments: [
    "DELETE FROM edge", "UPDATE entity SET name = 'x'", "PRAGMA user_version = 7", "SELECT 1; SELECT 2", "",
    "--",
    "ATTACH 'x.db' AS x", "CREATE TEMP TABLE t (a)", "SELECT load_extension('x')", "VACUUM INTO 'x.db'",
    "SELECT nope",
    "BEGIN", "INSERT INTO sentence_text (sentence_text) VALUES ('rebuild')", "SELECT \u{0}1 FROM",
    "EXPLAIN DELETE FROM edge",
  ])
  func whatIsNoQuestionIsRefusedAndChangesNothing(question: String) throws {
    let before = try Data(contentsOf: sandbox.url("kg.db"))
    let output = try sandbox.kg("sql", question)
    expectFailure(output, 64)
    #expect(try Data(contentsOf: sandbox.url("kg.db")) == before)
    #expect(!sandbox.exists("x.db"))
  }

  @Test func aQuestionWithoutEndEndsInTime() throws {
    let endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    expectFailure(try sandbox.kg("sql", endless, "--timeout", "0.2"), 74, "0.2 seconds")
    let rows = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    let output = try sandbox.kg("sql", rows, "--limit", "3")
    #expect(output.status == 0 && output.lines.count == 5, "\(output.text) \(output.error)")
  }
}

import Foundation
import Testing

@Suite struct DocumentDateTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  @Test(arguments: ["extract", "ingest"])
  func `a date that is none is refused`(command: String) throws {
    try sandbox.write("Anna Berg visited Norway.".utf8, to: "a.txt")
    for date in ["yesterday", "2001-02-30", "10/09/2001", ""] {
      expectFailure(
        try sandbox.kg(command, "a.txt", "--date", date), 64, "--date takes a year, a month or a day")
    }
    #expect(!sandbox.exists("kg.db"))
    #expect(try sandbox.kg("extract", "a.txt", "--date", "2001-09").status == 0)
  }

  @Test func `another date reads a document again, the same date does not`() throws {
    try sandbox.write("Anna Berg visited Norway last year.".utf8, to: "a.txt")
    #expect(try sandbox.kg("ingest", "a.txt", "--date", "2001-09-10").error.contains("a.txt: read, "))
    #expect(try sandbox.kg("ingest", "a.txt", "--date", "2001-09-10").error.contains("a.txt: unchanged"))
    #expect(try sandbox.kg("ingest", "a.txt", "--date", "2005").error.contains("a.txt: read again, "))
    #expect(try sandbox.kg("ingest", "a.txt").error.contains("a.txt: read again, "))
    #expect(try sandbox.kg("documents").lines.count == 2)
  }

  @Test func `a bad date in a line of JSON is reported and the line skipped`() throws {
    let lines = """
      {"id": 1, "text": "Anna Berg visited Norway.", "date": "2001-09-10"}
      {"id": 2, "text": "Anna Berg visited Norway.", "date": "soon"}
      {"id": 3, "text": "Anna Berg visited Norway."}
      """
    let output = try sandbox.kg("extract", "--jsonl", "-", input: lines)
    #expect(output.status == 65 && output.errorLines.count == 1)
    #expect(output.error.contains("line 2: the date “soon” is not"))
    let documents = Set(try output.objects().compactMap { $0["document"] as? String })
    #expect(documents == ["1", "3"])
  }
}

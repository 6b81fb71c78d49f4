import Foundation
import Testing

/// Files of other formats, from the command line.
@Suite struct DocumentFormatTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private static let hasPoppler = ["/usr/bin/pdftotext", "/usr/local/bin/pdftotext"].contains {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  private func add(_ names: String...) throws {
    let folder = Binary.packageRoot.appending(path: "Tests/DocumentFormatsTests/Fixtures")
    for name in names {
      try FileManager.default.copyItem(at: folder.appending(path: name), to: sandbox.url(name))
    }
  }

  /// What a file's claims say, without where.
  private func statements(_ file: String) throws -> Set<String> {
    let output = try sandbox.kg("extract", file)
    #expect(output.status == 0, "\(output.error)")
    func name(_ value: Any?) -> String { ((value as? [String: Any])?["name"] as? String) ?? "" }
    return Set(
      try output.objects().map { "\(name($0["subject"])) \($0["relation"] ?? "") \(name($0["object"]))" })
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func oneTextHasTheSameClaimsAsATextAPageAndAPDFOfTwoColumns() throws {
    try add("report.txt", "report.html", "two-columns.pdf")
    let text = try statements("report.txt")
    for file in ["report.html", "two-columns.pdf"] {
      let other = try statements(file)
      #expect(text.intersection(other).count * 100 >= text.count * 98, "\(file): \(text.subtracting(other))")
    }
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func aPDFsClaimsHaveTheirPage() throws {
    try add("two-columns.pdf")
    let ingested = try sandbox.kg("ingest", "two-columns.pdf")
    #expect(ingested.status == 0, "\(ingested.error)")
    let text = Array(try sandbox.kg("show", "--text", "two-columns.pdf").text.unicodeScalars)
    for name in ["Lars Moen", "Johan Ek"] {
      let records = try sandbox.kg("evidence", name, "--format", "jsonl").objects()
      #expect(!records.isEmpty)
      for record in records {
        let page = name == "Johan Ek" ? 1 : 2
        #expect(record["page"] as? Int == page)
        #expect(record["page_label"] as? String == String(page + 40))
        let start = try #require(record["start"] as? Int)
        let end = try #require(record["end"] as? Int)
        #expect(String(String.UnicodeScalarView(text[start..<end])) == record["evidence"] as? String)
      }
    }
    let shown = try sandbox.kg("evidence", "Lars Moen", "--context", "1").text
    #expect(shown.contains("two-columns.pdf, p. 2 (printed 42), sentence"))
    #expect(shown.contains("Varland expelled two researchers"))
    let opened = try sandbox.kg("open", "--print", "Lars Moen")
    #expect(opened.status == 0 && opened.text.contains("two-columns.pdf"), "\(opened.error)")
    let documents = try sandbox.kg("documents", "--format", "jsonl").objects()
    #expect(documents.first?["pages"] as? Int == 2)
    #expect(documents.first?["reader"] as? String == "pdf-2")
  }

  @Test func aListSaysWhenFilesWereWrittenAndWhatTheyAreCalled() throws {
    try sandbox.write(Array("Anna Berg lives in Oslo.\n".utf8), to: "files/a.txt")
    try sandbox.write(
      Array("---\ntitle: Own\ndate: 2011-02-03\n---\n\nLars Moen lives in Oslo.\n".utf8), to: "files/b.md")
    try sandbox.write(
      Array(
        "path,date,title,url,source,language,name\na.txt,2014-03,\"A, or B\",https://example.org/a,Desk,en,first\n"
          .utf8),
      to: "files/docs.csv")
    let output = try sandbox.kg("ingest", "files", "--manifest", "files/docs.csv")
    #expect(output.status == 0, "\(output.error)")
    let documents = try sandbox.kg("documents", "--format", "jsonl").objects()
    #expect(documents.map { $0["document"] as? String } == ["files/b.md", "first"])
    #expect(documents.map { $0["date"] as? String } == ["2011-02-03", "2014-03"])
    #expect(documents.map { $0["title"] as? String } == ["Own", "A, or B"])
    #expect(documents.last?["publisher"] as? String == "Desk")
    let filtered = try sandbox.kg("documents", "--since", "2013", "--format", "tsv")
    #expect(filtered.lines.count == 2 && filtered.text.contains("first"))
    #expect(try sandbox.kg("documents", "--language", "ru").status == 1)
    expectFailure(try sandbox.kg("documents", "nothing"), 1, "no document is called")
    try sandbox.write(Array("path,when\na.txt,2014\n".utf8), to: "bad.csv")
    expectFailure(try sandbox.kg("ingest", "files", "--manifest", "bad.csv"), 65, "bad.csv, line 1", "when")
  }

  @Test func aDateCanBeMended() throws {
    try sandbox.write(Array("Anna Berg founded the institute last year.\n".utf8), to: "a.txt")
    #expect(try sandbox.kg("ingest", "a.txt").status == 0)
    let mended = try sandbox.kg("documents", "a.txt", "--set", "2014-03")
    #expect(mended.status == 0 && mended.text.hasPrefix("a.txt: written 2014-03"), "\(mended.error)")
    let document = try #require(try sandbox.kg("documents", "--format", "jsonl").objects().first)
    #expect(document["date"] as? String == "2014-03")
    #expect((document["extractor"] as? String)?.hasSuffix("@2014-03") == true)
    // What a user said holds when the file comes again.
    let again = try sandbox.kg("ingest", "a.txt")
    #expect(again.error.contains("a.txt: unchanged"))
    expectFailure(try sandbox.kg("documents", "b.txt", "--set", "2014"), 1, "no document is called")
  }

  @Test func whatWasSaidOnceIsNotCountedAgainWhereItIsQuoted() throws {
    try add("report.eml", "answer.eml")
    #expect(try sandbox.kg("ingest", "report.eml").status == 0)
    #expect(try sandbox.kg("ingest", "answer.eml").status == 0)
    let records = try sandbox.kg("export", "--format", "jsonl").objects()
    let quoted = records.filter { ($0["evidence"] as? String)?.contains("attacked a police") == true }
    #expect(!quoted.isEmpty)
    #expect(Set(quoted.map { $0["document"] as? String }) == ["report.eml"])
    let own = records.filter { $0["document"] as? String == "answer.eml" }
    let speakers = Set(own.compactMap { ($0["speaker"] as? [String: Any])?["name"] as? String })
    #expect(
      speakers.isSubset(of: ["Jonas Beck", "Lena Falk", "Karin Dahl"]) && !speakers.isEmpty, "\(speakers)")
  }

  @Test func aBadFileIsOneLineAndTheOthersAreRead() throws {
    try sandbox.write([0x50, 0x4B, 3, 4, 9, 9, 9], to: "in/a.docx")
    try sandbox.write(Array("%PDF-1.4\nnothing".utf8), to: "in/b.pdf")
    try sandbox.write(Array("Anna Berg lives in Oslo.\n".utf8), to: "in/c.txt")
    try sandbox.write(
      Array("Армия арестовала лидера фронта в Карстаде, и президент осудил этот арест.\n".utf8),
      to: "in/d.txt")
    let output = try sandbox.kg("ingest", "in")
    #expect(output.status == 65 || output.status == 69)
    #expect(output.errorLines.filter { $0.hasPrefix("kg: in/") }.count == 2, "\(output.error)")
    #expect(output.error.contains("in/c.txt: read, 1 sentences"))
    #expect(
      output.error.contains("in/d.txt: read, 1 sentences, 0 claims; Russian: kept for search, not read"))
    #expect(try sandbox.kg("search", "арестовала").text.contains("in/d.txt"))
  }

  @Test func theTextOfAFileIsShownWithItsKinds() throws {
    try add("report.docx")
    let output = try sandbox.kg("extract", "report.docx", "--format", "text")
    #expect(output.status == 0, "\(output.error)")
    #expect(output.lines.contains("[comment] Is this true of Anna Berg?"))
    #expect(output.lines.contains("[heading] The crisis of 2015"))
  }
}

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

  /// A PDF of pages, each with these lines of a text; none of them has one where there are no lines.
  private static func pdf(_ pages: [[String]]) -> [UInt8] {
    var objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    var kids = ""
    for lines in pages {
      let drawn = lines.enumerated().map {
        "BT /F1 11 Tf 72 \(720 - 14 * $0.offset) Td (\($0.element)) Tj ET"
      }
      let stream = drawn.joined(separator: "\n")
      objects.append("<</Length \(stream.utf8.count)>>stream\n\(stream)\nendstream")
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents \(objects.count) 0 R/Resources<</Font<</F1 3 0 R>>>>>>"
      )
      kids += "\(objects.count) 0 R "
    }
    objects[1] = "<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>"
    let body = objects.enumerated().map { "\($0.offset + 1) 0 obj\n\($0.element)\nendobj\n" }.joined()
    return Array("%PDF-1.4\n\(body)trailer<</Root 1 0 R/Size \(objects.count + 1)>>\n".utf8)
  }

  @Test(.enabled(if: hasPoppler, "poppler-utils is not installed"))
  func scannedPagesAreRecognisedWithLessConfidence() throws {
    let sentence = "Anna Berg founded the Karstad Institute in 1998."
    try sandbox.write(Self.pdf([["Lars Moen founded the Varmund Bank in 2001."], [], []]), to: "scan.pdf")
    let plain = try sandbox.kg("ingest", "scan.pdf")
    #expect(
      plain.status == 0 && plain.error.contains("2 pages (2–3) without text that can be read"),
      "\(plain.error)")
    // What tesseract prints of the second page; it finds nothing on the third.
    let words = sentence.split(separator: " ").enumerated().map {
      "5\t1\t1\t1\t1\t\($0.offset + 1)\t\(200 + 300 * $0.offset)\t400\t260\t50\t80.0\t\($0.element)"
    }
    let head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    let table = ([head] + words).joined(separator: "\n")
    let count = sandbox.url("count").path
    try sandbox.write(
      Array(
        "#!/bin/sh\ncat >/dev/null\nif [ -e '\(count)' ]; then echo '\(head)'; else touch '\(count)'; cat '\(sandbox.url("table").path)'; fi\n"
          .utf8),
      to: "bin/tesseract")
    try sandbox.write(Array("\(table)\n".utf8), to: "table")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: sandbox.url("bin/tesseract").path)
    let path = ["PATH": "\(sandbox.url("bin").path):/usr/bin:/bin"]
    let output = try sandbox.kg("ingest", "scan.pdf", "--ocr", environment: path)
    #expect(output.error.contains("page 2 recognised by tesseract"), "\(output.error)")
    #expect(output.error.contains("page 3 without text that can be read"))
    func confidence(_ name: String) throws -> [Int: Double] {
      let records = try sandbox.kg("evidence", name, "--relation", "founder", "--format", "jsonl").objects()
      return Dictionary(
        records.map { ($0["page"] as? Int ?? 0, $0["confidence"] as? Double ?? 0) }, uniquingKeysWith: max)
    }
    let whole = try #require(try confidence("Lars Moen")[1])
    let recognised = try #require(try confidence("Anna Berg")[2])
    #expect(recognised < whole * 0.85 && recognised > whole * 0.7)
    let missing = try sandbox.kg(
      "extract", "scan.pdf", "--ocr", environment: ["PATH": sandbox.url("none").path])
    #expect(missing.status == 69 && missing.error.contains("apt-get install"), "\(missing.error)")
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

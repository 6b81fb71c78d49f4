import Claims
import Layout
import SQLite
import Schema
import TestSupport
import Testing

@testable import GraphStore

@Suite struct ContentTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func content(_ text: String) -> StoredContent {
    let bytes = Array(text.utf8)
    var content = DocumentContent(text: bytes, map: .identity(length: bytes.count), reader: "pdf-1")
    content.pages = [
      PageMark(number: 1, label: "i", start: 0), PageMark(number: 2, start: 4, recognition: 0.5),
    ]
    content.layout = TextLayout([TextStretch(range: 4..<bytes.count, kind: .quotation, speaker: "Anna")])
    content.metadata = DocumentMetadata(title: "T", date: CalendarDate("2014-03"))
    return StoredContent(content, date: CalendarDate("2014-03"), isDateGiven: true)
  }

  private func reading(_ text: String, content: UInt8) -> DocumentReading {
    DocumentReading(
      document: "d", digest: Array(repeating: content, count: 32), extractorVersion: "1",
      length: text.unicodeScalars.count, sentences: [.init(range: 0..<3, text: "äöü")], mentions: [],
      claims: [])
  }

  @Test func whatIsKeptOfADocumentComesBack() throws {
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    let text = "äö\nxyz\n"
    try graph.ingest(reading(text, content: 1), content: content(text))
    #expect(try graph.text(ofDocument: "d") == text)
    let kept = try #require(try graph.content(ofDocument: "d"))
    #expect(
      kept.content.pages == [
        PageMark(number: 1, label: "i", start: 0), PageMark(number: 2, start: 4, recognition: 0.5),
      ])
    #expect(kept.content.layout.stretches == [TextStretch(range: 4..<9, kind: .quotation, speaker: "Anna")])
    #expect(kept.content.metadata == DocumentMetadata(title: "T", date: CalendarDate("2014-03")))
    #expect(try graph.givenDate(ofDigest: kept.digest)?.iso == "2014-03")
    #expect(try graph.places(ofDocument: "d", range: 0..<1) == [.bytes(part: 0, 0..<2)])
    #expect(try graph.documents().first?.pages == 2)
    #expect(try graph.check().isEmpty)
    #expect(try graph.removeDocument(named: "d"))
    for table in ["document_text", "document_metadata", "page", "stretch"] {
      #expect(try graph.connection.integer("SELECT count(*) FROM \(table)") == 0)
    }
    #expect(try graph.check().isEmpty)
  }

  @Test func aDocumentWithoutItsTextSaysSo() throws {
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.ingest(reading("äöü", content: 1))
    #expect(throws: GraphError.self) { _ = try graph.text(ofDocument: "d") }
    #expect(try graph.text(ofDocument: "other") == nil)
    #expect(try graph.documents().first?.reader == nil)
  }

  @Test(arguments: [
    "UPDATE page SET start = 99", "UPDATE stretch SET kind = 'song'", "UPDATE document_text SET map = x'00'",
    "UPDATE document_text SET text = 'short'", "UPDATE document_metadata SET date = 'soon'",
  ])
  func damageToWhatIsKeptIsFound(change: String) throws {
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    let text = "äö\nxyz\n"
    try graph.ingest(reading(text, content: 1), content: content(text))
    try graph.connection.execute(change)
    #expect(try !graph.check().isEmpty)
  }

  @Test func aGraphFromBeforeTextsWereKeptComesAlong() throws {
    let path = folder.file("old.db")
    do {
      let connection = try Connection(path: path, mode: .create)
      for file in Migration.files.prefix(2) { try connection.execute(file.text) }
      try connection.execute(
        """
        PRAGMA application_id = 1801912320; PRAGMA user_version = 3;
        INSERT INTO document (id, name, digest, extractor, length) VALUES (1, 'a.txt', zeroblob(32), '4', 5);
        INSERT INTO document_name (name, document) VALUES ('a.txt', 1);
        INSERT INTO sentence (document, position, start, end, text) VALUES (1, 0, 0, 5, 'Berg.');
        """)
      #expect(try connection.integer("PRAGMA application_id") == Migration.applicationIdentifier)
    }
    let graph = try Graph(path: path, access: .change)
    #expect(try graph.documents().map(\.name) == ["a.txt"])
    #expect(try graph.check().isEmpty)
  }
}

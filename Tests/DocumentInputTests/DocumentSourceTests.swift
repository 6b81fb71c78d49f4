import Foundation
import TestSupport
import Testing

@testable import DocumentInput

@Suite struct DocumentSourceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func message(_ result: Result<String, InputError>) -> String? {
    if case .failure(let error) = result { error.message } else { nil }
  }

  @Test(arguments: ["a", "a\n", "a\n\n", "\n\na", "a\r\nb\r\n", "a\nb", "\u{FEFF}a\n", " a\n "])
  func aDocumentsBytesAreKeptExactly(text: String) throws {
    let path = try folder.write(Array(text.utf8), to: "a.txt")
    let document = try DocumentSource().document(at: path)
    #expect(document.bytes == Array(text.utf8))
    #expect(document.name == path)
  }

  @Test func randomDocumentsAreKeptExactly() throws {
    var random = SplitMix64(seed: 21)
    for _ in 0..<100 {
      let text =
        "x" + random.hostileText(upTo: 200).unicodeScalars.filter { $0 != "\0" }.map(String.init).joined()
      let path = try folder.write(Array(text.utf8), to: "a.txt")
      #expect(try DocumentSource().document(at: path).bytes == Array(text.utf8))
    }
  }

  @Test func aLineLongerThanTheReadersBufferIsKept() throws {
    let text = String(repeating: "0123456789", count: 30_000) + "\nend\n"
    let path = try folder.write(Array(text.utf8), to: "long.txt")
    #expect(try DocumentSource().document(at: path).bytes == Array(text.utf8))
  }

  @Test func aLineOverTheLimitIsRefusedWithItsNumberAndLength() throws {
    let path = try folder.write(
      Array(("ok\n" + String(repeating: "x", count: 200_001) + "\nok\n").utf8), to: "a.txt")
    let error = try #require(throws: InputError.self) {
      try DocumentSource(maximumLine: 200_000).document(at: path)
    }
    #expect(error.message.contains("line 2 is 200001 bytes long, more than 200000"))
    #expect(error.code == .lineTooLong && !error.message.contains("--"))
    #expect(try DocumentSource(maximumLine: 200_001).document(at: path).bytes.count == 200_008)
  }

  @Test func anOverlongLineIsSkippedAndNeverHeld() throws {
    let path = try folder.write(
      Array(("a\n" + String(repeating: "x", count: 5_000_000) + "\nb").utf8), to: "a.txt")
    var reader = try ByteReader(path: path)
    #expect(try reader.line(number: 1, maximumLine: 10) == [0x61])
    #expect(throws: InputError.self) { _ = try reader.line(number: 2, maximumLine: 10) }
    #expect(try reader.line(number: 3, maximumLine: 10) == [0x62])
    #expect(reader.endedWithNewline == false)
    #expect(try reader.line(number: 4, maximumLine: 10) == nil)
  }

  @Test func aMissingFileIsNotFound() throws {
    let error = try #require(throws: InputError.self) {
      try DocumentSource().document(at: folder.file("none.txt"))
    }
    #expect(error.code == .notFound)
    #expect(error.message.hasPrefix(folder.file("none.txt")))
    let files = DocumentSource().files([folder.file("none.txt")])
    #expect(files.count == 1)
    #expect(files.first.flatMap(message)?.contains("no such file") == true)
  }

  @Test func aFolderIsNoDocument() throws {
    let error = try #require(throws: InputError.self) { try DocumentSource().document(at: folder.path) }
    #expect(error.code == .unreadable)
  }

  @Test func foldersAreSearchedToTheBottomInOrderWithoutHiddenFiles() throws {
    let wanted = ["B.MD", "a.txt", "deep/er/c.markdown", "deep/z.text", "x.y.md", "é.txt"]
    let others = [
      ".hidden.txt", ".git/a.txt", "deep/.cache/a.md", "image.png", "noending", "a.txt.bak", "md", "deep/txt",
    ]
    for name in wanted + others { try folder.write([0x61], to: name) }
    try FileManager.default.createDirectory(
      atPath: folder.file("folder.txt"), withIntermediateDirectories: true)
    for argument in [folder.path, folder.path + "/"] {
      let files = try DocumentSource().files([argument]).map { try $0.get() }
      #expect(files == wanted.map(folder.file))
    }
  }

  @Test func aFolderWithoutDocumentsIsAnErrorInItsPlace() throws {
    try folder.write([0x61], to: "full/a.txt")
    try folder.write([0x61], to: "empty/image.png")
    let files = DocumentSource().files([folder.file("empty"), folder.file("full"), folder.file("none"), "-"])
    #expect(files.count == 4)
    #expect(message(files[0])?.contains("no documents in this folder") == true)
    #expect(try files[1].get() == folder.file("full/a.txt"))
    #expect(message(files[2])?.contains("no such file") == true)
    #expect(try files[3].get() == "-")
  }

  @Test func whatIsNoTextIsRefusedWithItsName() throws {
    let path = try folder.write([0x61, 0x0A, 0xE9, 0x0A], to: "latin.txt")
    let error = try #require(throws: InputError.self) { try DocumentSource().document(at: path) }
    #expect(error.code == .badText)
    #expect(error.message.contains("latin.txt: not UTF-8 at byte offset 2"))
    let empty = try folder.write([], to: "empty.txt")
    #expect(throws: InputError.self) { try DocumentSource().document(at: empty) }
  }
}

import Foundation
import Layout
import Testing

@testable import DocumentFormats

/// Files that are made to hurt are refused with a reason, in little time and memory.
@Suite struct HostileFileTests {
  private func code(_ body: () throws -> Void) -> FormatError.Code? {
    do {
      try body()
      return nil
    } catch {
      return (error as? FormatError)?.code
    }
  }

  private func xml(_ text: String) -> FormatError.Code? {
    code { try XMLReader.read(Array(text.utf8), WordBody(part: 0, styles: WordStyles())) }
  }

  @Test func entitiesAndDepthOfXMLAreBounded() {
    #expect(xml("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;\">]><a>&c;</a>") == .tooLarge)
    #expect(xml("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>") == .tooLarge)
    let deep = String(repeating: "<a>", count: 3000) + String(repeating: "</a>", count: 3000)
    #expect(xml(deep) == .tooLarge)
    #expect(xml("<a><b></a>") == .damaged)
    #expect(xml("") == .damaged)
  }

  @Test func whatUnpacksToTooMuchIsRefused() throws {
    // 40 MB of zeros, packed to 40 KB, and that packed again: `head -c 40000000 /dev/zero | gzip -9 | gzip -9`.
    let bomb = try Self.packed(count: 40_000_000)
    #expect(code { _ = try Inflation.unpacked(bomb[...], .gzip, most: 1 << 30) } == .tooLarge)
    #expect(code { _ = try Inflation.unpacked(bomb[...], .gzip, most: 1 << 20) } == .tooLarge)
  }

  /// Zeros, packed by gzip(1).
  private static func packed(count: Int) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "head -c \(count) /dev/zero | gzip -9"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Array(data)
  }

  @Test func pagesThatGrowWithoutEndAreRefused() {
    let deep = String(repeating: "<div>", count: 100_000) + "x"
    #expect(code { _ = try HTMLReader.content(HTMLEncoding.decoded(Array(deep.utf8))) } == nil)
    // Each paragraph opens all letters of those before it again.
    let attributes = (0..<3000).map { "<p><b id=\($0)>x" }.joined()
    #expect(code { _ = try HTMLReader.content(HTMLEncoding.decoded(Array(attributes.utf8))) } == .tooLarge)
  }

  @Test func archivesWithoutTheirPartsAreRefused() throws {
    #expect(code { _ = try ZipArchive(Array("PK\u{3}\u{4}".utf8)) } == .damaged)
    let report = try Documents.bytes("report.docx")
    #expect(code { _ = try ZipArchive(Array(report.prefix(report.count / 2))) } == .damaged)
  }

  @Test func boxesOutsideOfAnyPageAreLeftOut() throws {
    var parser = BoxParser()
    let word = "<word xMin=\"1e300\" yMin=\"nan\" xMax=\"-inf\" yMax=\"9\">x</word>\n"
    try parser.take(
      Array("<page width=\"1e99\" height=\"x\">\n<block >\n<line >\n\(word)</line>\n</block>\n".utf8)[...])
    #expect(parser.pages.count == 1)
    let passages = PageReflow(pages: parser.pages) { _ in false }.passages()
    #expect(passages.allSatisfy { $0.isEmpty })
  }
}

import Foundation
import Layout
import TestSupport
import Testing

@testable import DocumentFormats

/// Every character of a text maps back to what holds it, whatever is done to the file.
@Suite struct SourceMapTests {
  private func check(_ content: DocumentContent, of source: [UInt8]?, _ what: String) {
    #expect(String(validating: content.text, as: UTF8.self) != nil, "\(what)")
    #expect(content.map.length == content.text.count, "\(what)")
    #expect(SourceMap(encoded: content.map.encoded()) == content.map, "\(what)")
    for index in content.text.indices where content.map.place(at: index) == nil {
      Issue.record("\(what): byte \(index) has no place")
      return
    }
    for stretch in content.layout.stretches
    where stretch.range.upperBound > content.text.count || stretch.range.isEmpty {
      Issue.record("\(what): a stretch lies outside of the text")
    }
    guard let source else { return }
    for (index, run) in content.map.runs.enumerated() {
      guard case .bytes(_, let range) = run.place else { continue }
      let end = index + 1 < content.map.runs.count ? content.map.runs[index + 1].start : content.text.count
      guard range.lowerBound >= 0, range.upperBound <= source.count else {
        Issue.record("\(what): a place lies outside of the file")
        return
      }
      if run.isVerbatim, !content.text[run.start..<end].elementsEqual(source[range].prefix(end - run.start)) {
        Issue.record(
          "\(what): \(String(decoding: content.text[run.start..<end], as: UTF8.self)) is not at its place")
        return
      }
    }
  }

  /// A file with a few bytes changed, taken out or doubled.
  private func damaged(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let index = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.removeSubrange(index..<min(bytes.count, index + Int.random(in: 1...40, using: &random)))
      case 2: bytes.insert(contentsOf: bytes[index..<min(bytes.count, index + 30)], at: index)
      case 3:
        bytes.insert(
          contentsOf: Array(
            random.pick(["&amp;", "&", "<b>", "</p>", "\u{0}", "é", ">", "=E9", "\r\n", "<!--"]).utf8),
          at: index)
      default: bytes.removeLast(min(bytes.count, Int.random(in: 0...200, using: &random)))
      }
    }
    return bytes
  }

  @Test(arguments: ["report.html", "report.eml", "answer.eml"])
  func charactersOfDamagedFilesHaveTheirPlaces(name: String) throws {
    var random = SplitMix64(seed: 17)
    let original = try Documents.bytes(name)
    for round in 0..<60 {
      let bytes = round == 0 ? original : damaged(original, &random)
      if name.hasSuffix("html") {
        let page = HTMLEncoding.decoded(bytes)
        if let content = try? HTMLReader.content(page) { check(content, of: bytes, "\(name) \(round)") }
      } else if let mail = try? MailReader.read(bytes) {
        check(mail.content, of: bytes, "\(name) \(round)")
      }
    }
  }

  @Test(arguments: ["report.docx", "report.odt", "report.epub"])
  func damagedArchivesAreReadOrRefused(name: String) throws {
    var random = SplitMix64(seed: 18)
    let original = try Documents.bytes(name)
    for round in 0..<60 {
      for outcome in Documents.read(round == 0 ? original : damaged(original, &random)) {
        if case .success(let document) = outcome.result {
          check(document.content, of: nil, "\(name) \(round)")
        }
      }
    }
  }

  @Test func charactersOfOfficeFilesStandInTheirParts() throws {
    let archive = try ZipArchive(Documents.bytes("report.docx"))
    let content = try WordReader.read(archive)
    var seen: Set<Int> = []
    for (index, run) in content.map.runs.enumerated() where run.isVerbatim {
      guard case .bytes(let part, let range) = run.place else { continue }
      let end = index + 1 < content.map.runs.count ? content.map.runs[index + 1].start : content.text.count
      let bytes = try #require(try archive.file(content.map.parts[part]))
      #expect(content.text[run.start..<end].elementsEqual(bytes[range].prefix(end - run.start)))
      seen.insert(part)
    }
    #expect(content.map.parts == ["word/document.xml", "word/footnotes.xml", "word/comments.xml"])
    #expect(seen == [0, 1, 2])
  }

  @Test func entitiesStandForTheirBytes() throws {
    let page = "<p>Caf&eacute; &amp; B&#228;r &ltb AT&T &NotEqualTilde; x&nbsp;y a</foo>b</p>"
    let content = try HTMLReader.content(HTMLEncoding.decoded(Array(page.utf8)))
    check(content, of: Array(page.utf8), page)
    #expect(content.string.hasPrefix("Café & Bär <b AT&T"))
    let offset = try #require(content.offset(of: "é"))
    guard case .bytes(_, let range) = try #require(content.map.place(at: offset)) else { return }
    #expect(String(decoding: Array(page.utf8)[range], as: UTF8.self) == "&eacute;")
  }

  @Test func whatIsNoMapIsRefused() {
    var random = SplitMix64(seed: 19)
    let map = SourceMap(
      parts: ["", "word/document.xml"],
      runs: [
        .init(start: 0, place: .bytes(part: 0, 3..<9), isVerbatim: true),
        .init(
          start: 6, place: .box(page: 2, .init(left: -5, top: 3, right: 90, bottom: 12)), isVerbatim: false),
        .init(start: 9, place: .bytes(part: 1, 0..<1), isVerbatim: false),
      ], length: 12)
    let encoded = map.encoded()
    #expect(SourceMap(encoded: encoded) == map)
    for _ in 0..<2000 {
      let bytes = damaged(encoded, &random)
      if let read = SourceMap(encoded: bytes) {
        #expect(read.places(of: 0..<read.length).count <= read.runs.count)
      }
    }
    #expect(
      map.places(of: 4..<8) == [
        .bytes(part: 0, 7..<9), .box(page: 2, .init(left: -5, top: 3, right: 90, bottom: 12)),
      ])
  }

  @Test func boxesOfAnyOutputHaveTheirPlaces() throws {
    let folder = Documents.folder.deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let original = Array(
      try String(contentsOf: folder.appending(path: "Fuzz/seeds/boxes/page"), encoding: .utf8).utf8)
    var random = SplitMix64(seed: 20)
    for round in 0..<200 {
      var parser = BoxParser()
      guard (try? parser.take((round == 0 ? original : damaged(original, &random))[...])) != nil else {
        continue
      }
      let passages = PageReflow(pages: parser.pages) { $0 == "operations" }.passages()
      let content = ContentAssembly(passages).content(parts: [""], reader: "pdf-1")
      check(content, of: nil, "boxes \(round)")
      if round == 0 {
        #expect(content.string.contains("In April operations in the south of the country began with a march"))
      }
    }
  }
}

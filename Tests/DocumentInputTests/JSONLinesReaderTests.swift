import Claims
import Foundation
import TestSupport
import Testing

@testable import DocumentInput

@Suite struct JSONLinesReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// What each line gives: "id|text" or the message of the error.
  private func read(_ bytes: [UInt8], maximumLine: Int = 1 << 20) throws -> [String] {
    var reader = try JSONLinesReader(path: try folder.write(bytes, to: "a.jsonl"), maximumLine: maximumLine)
    var result: [String] = []
    while true {
      do {
        guard let document = try reader.next() else { return result }
        result.append("\(document.name)|\(String(decoding: document.bytes, as: UTF8.self))")
      } catch {
        result.append(error.message)
      }
    }
  }

  @Test func documentsComeInOrderWithTheirIdentifiers() throws {
    let lines = #"""
      {"id": "a", "text": "One."}

      {"text": "Two.\n\"é\" \u00e9", "id": 7, "more": [1]}
      {"id": -12, "text": ""}
      """#
    #expect(try read(Array(lines.utf8)) == ["a|One.", "7|Two.\n\"é\" é", "-12|"])
    #expect(try read(Array((lines + "\n").utf8)).count == 3)
    #expect(try read([]) == [])
    #expect(try read(Array(" \r\n\t\n".utf8)) == [])
  }

  @Test(arguments: [
    #"{"id": "", "text": "Anna."}"#, #"{"id": "a\u0000", "text": "Anna."}"#,
    #"{"id": "a", "text": "Anna\u0000 Berg."}"#, #"{"id": "a", "text": "\u0000"}"#,
    #"{"id": "\u0000", "text": ""}"#,
  ])
  func whatNoFileOfTextMayHoldIsRefusedInEscapesToo(line: String) throws {
    let found = try read(Array("\(line)\n{\"id\": 1, \"text\": \"One.\"}\n".utf8))
    #expect(found.count == 2 && found[0].contains("line 1: the id is empty, or id or text holds a NUL"))
    #expect(found.last == "1|One.")
  }

  @Test func aBadLineIsNumberedAndReadingGoesOn() throws {
    let bad = [
      "nonsense", "[]", #"{"id": 1}"#, #"{"text": "a"}"#, #"{"id": null, "text": "a"}"#,
      #"{"id": "a", "text": 3}"#,
    ]
    for line in bad {
      let all = try read(Array("\n{\"id\":1,\"text\":\"a\"}\n\(line)\n{\"id\":2,\"text\":\"b\"}".utf8))
      #expect(all.count == 3)
      #expect(all.first == "1|a")
      #expect(all.last == "2|b")
      #expect(all[1].contains("a.jsonl, line 3: "))
    }
  }

  @Test func aLineMayHaveADate() throws {
    let lines = #"""
      {"id": 1, "text": "a", "date": "2001-09-10"}
      {"id": 2, "text": "a", "date": 2001}
      {"id": 3, "text": "a", "date": null}
      {"id": 4, "text": "a", "date": "2001-09-10T08:00:00Z"}
      """#
    var reader = try JSONLinesReader(
      path: try folder.write(Array(lines.utf8), to: "a.jsonl"), maximumLine: 1_000, date: CalendarDate("1999")
    )
    var dates: [String?] = []
    while let document = try reader.next() { dates.append(document.date?.iso) }
    #expect(dates == ["2001-09-10", "2001", "1999", "2001-09-10"])
    let bad = try read(
      Array(
        #"""
        {"id": 1, "text": "a", "date": "10/09/2001"}
        {"id": 2, "text": "b"}
        """#.utf8))
    #expect(bad.count == 2 && bad[0].contains("line 1: the date “10/09/2001”") && bad[1] == "2|b")
  }

  @Test func aLineThatIsNoUTF8IsNumbered() throws {
    let all = try read(
      Array(#"{"id":1,"text":""#.utf8) + [0xE9] + Array("\"}\n{\"id\":2,\"text\":\"b\"}\n".utf8))
    #expect(all.count == 2)
    #expect(all[0].contains("line 1: "))
    #expect(all[1] == "2|b")
  }

  @Test func anOverlongLineIsNumberedAndReadingGoesOn() throws {
    let long = #"{"id":1,"text":""# + String(repeating: "x", count: 1_000) + "\"}"
    let all = try read(
      Array("{\"id\":0,\"text\":\"\"}\n\(long)\n{\"id\":2,\"text\":\"b\"}\n".utf8), maximumLine: 100)
    #expect(all.count == 3)
    #expect(all[1].contains("line 2 is \(long.utf8.count) bytes long"))
    #expect(all[2] == "2|b")
  }

  @Test func anyTextComesThrough() throws {
    var random = SplitMix64(seed: 31)
    var lines: [UInt8] = []
    var expected: [String] = []
    for index in 0..<300 {
      // A NUL is refused, as in files.
      let text = random.hostileText(upTo: 40).filter { !$0.unicodeScalars.contains("\0") }
      lines += try JSONEncoder().encode(["id": String(index), "text": text])
      lines.append(0x0A)
      expected.append("\(index)|\(text)")
    }
    let all = try read(lines)
    #expect(all.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
  }

  @Test func aMissingFileIsNotFound() throws {
    let path = folder.file("none.jsonl")
    do {
      _ = try JSONLinesReader(path: path, maximumLine: 100)
      Issue.record("opened what is not there")
    } catch {
      #expect(error.code == .notFound)
    }
  }
}

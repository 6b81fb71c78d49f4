import Claims
import Foundation
import GraphStore
import TestSupport
import Testing

@testable import GraphFormats

@Suite struct SeparatedValuesTests {
  /// Reads RFC 4180, by bytes.
  private func parsed(_ text: String) -> [[[UInt8]]] {
    var rows: [[[UInt8]]] = []
    var row: [[UInt8]] = []
    var cell: [UInt8] = []
    var isQuoted = false
    let bytes = Array(text.utf8)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let isDoubled = byte == 0x22 && index + 1 < bytes.count && bytes[index + 1] == 0x22
      switch byte {
      case 0x22 where isQuoted && isDoubled:
        cell.append(byte)
        index += 1
      case 0x22: isQuoted.toggle()
      case 0x2C where !isQuoted:
        row.append(cell)
        cell = []
      case 0x0A where !isQuoted:
        rows.append(row + [cell])
        row = []
        cell = []
      default: cell.append(byte)
      }
      index += 1
    }
    return rows
  }

  @Test func commaSeparatedCellsReadBack() {
    var random = SplitMix64(seed: 51)
    for _ in 0..<300 {
      let width = Int.random(in: 1...4, using: &random)
      var rows: [[String]] = []
      for _ in 0..<3 { rows.append((0..<width).map { _ in random.hostileText(upTo: 8) }) }
      let header = (0..<width).map { "c\($0)" }
      let text = SeparatedValues.commas.text(header: header, rows: rows)
      #expect(parsed(text) == ([header] + rows).map { $0.map { Array($0.utf8) } })
    }
    #expect(
      SeparatedValues.commas.line(["a", "b,c", "\"", "\"\u{301}"]) == "a,\"b,c\",\"\"\"\",\"\"\"\u{301}\"\n")
  }

  @Test func tabSeparatedCellsHoldNoTabsOrLineBreaks() {
    var random = SplitMix64(seed: 52)
    for _ in 0..<300 {
      let row = (0..<3).map { _ in random.hostileText(upTo: 8) }
      let bytes = Array(SeparatedValues.tabs.line(row).utf8)
      #expect(bytes.filter { $0 == 0x09 }.count == 2)
      #expect(bytes.filter { $0 == 0x0A }.count == 1)
      #expect(bytes.last == 0x0A)
      #expect(!bytes.contains(0x0D))
    }
  }
}

@Suite struct JSONTests {
  @Test func anyTextReadsBack() throws {
    var random = SplitMix64(seed: 53)
    for _ in 0..<500 {
      let text = random.hostileText(upTo: 30)
      var json = JSONWriter()
      json.object { json in
        json.field("a", text)
        json.name(text + "x")
        json.array { json in
          json.string(text)
          json.null()
        }
      }
      #expect(!json.bytes.contains { $0 < 0x20 })
      _ = try JSONSerialization.jsonObject(with: Data(json.bytes))
      var line = JSONWriter()
      line.array { $0.string(text) }
      let decoded = try JSONDecoder().decode([String].self, from: Data(line.bytes))
      #expect(decoded.map { Array($0.utf8) } == [Array(text.utf8)])
    }
  }

  @Test func numbersReadBackToTheLastBit() throws {
    var random = SplitMix64(seed: 54)
    var numbers = [0, 1, 0.1, -0.5, 1e15, 1e300, .leastNonzeroMagnitude, 123_456_789.25]
    for _ in 0..<300 { numbers.append(Double.random(in: -1...1, using: &random)) }
    for number in numbers {
      var json = JSONWriter()
      json.array { $0.number(number) }
      #expect(try JSONDecoder().decode([Double].self, from: Data(json.bytes)) == [number])
    }
    var json = JSONWriter()
    json.array { json in
      json.number(1)
      json.number(.infinity)
      json.number(.nan)
      json.bool(true)
      json.integer(.min)
    }
    #expect(String(decoding: json.bytes, as: UTF8.self) == "[1,null,null,true,-9223372036854775808]")
  }

  @Test func aClaimHasAllItsFieldsInOrder() throws {
    let claim = Claim(
      layer: .canonical, subject: Party(name: "A", type: .person), relation: "ally",
      object: Party(name: "B", type: .group, mention: "b", range: 3..<4, aliases: ["c"]), method: .frame,
      confidence: 0.5,
      document: "d", evidence: nil)
    var json = JSONWriter()
    json.claim(claim)
    #expect(
      String(decoding: json.bytes, as: UTF8.self)
        == #"{"layer":"canonical","subject":{"name":"A","type":"person","mention":null,"start":null,"end":null,"aliases":[]},"#
        + #""relation":"ally","object":{"name":"B","type":"group","mention":"b","start":3,"end":4,"aliases":["c"]},"#
        + #""phrase":null,"method":"frame","polarity":"positive","modality":"certain","tense":null,"attribution":null,"#
        + #""speaker":null,"time":null,"place":null,"confidence":0.5,"document":"d","sentence":null,"start":null,"#
        + #""end":null,"evidence":null,"page":null,"page_label":null}"#)
  }
}

@Suite struct TextTableTests {
  @Test(arguments: [20, 30, 40, 60, 80, 200]) func whereSomethingStandsIsNeverCut(width: Int) {
    let place = "a-long-name-of-a-file.pdf:212 p. 17"
    let table = TextTable(
      columns: ["subject", "relation", "object", "where", "evidence"],
      rows: [
        ["Somebody with a long name", "visited", "Another long name", place, "A sentence of many words."]
      ])
    let lines = table.text(on: Display(width: width)).split(separator: "\n")
    #expect(lines.count == 2 && lines[1].contains(place))
    if width >= 80 { #expect(lines[1].contains("A sen") && lines[1].count <= width) }
  }

  private let rows = [
    ["Qatar", "12", String(repeating: "a long sentence ", count: 20)], ["漢字", "3", "短い"],
    ["tab\tand\u{1B}[31m", "4", "e\u{301}"],
  ]

  @Test func offATerminalNothingIsCut() {
    let text = TextTable(columns: ["name", "n", "text"], rows: rows).text(on: Display())
    #expect(text.contains(rows[0][2]))
    #expect(!text.contains("…"))
    #expect(!text.contains("\u{1B}"))
    #expect(!text.contains("\t"))
    #expect(text.split(separator: "\n").count == 4)
  }

  @Test(arguments: [40, 60, 80, 200]) func onATerminalLinesFitItsWidth(width: Int) {
    let text = TextTable(columns: ["name", "n", "text"], rows: rows).text(on: Display(width: width))
    for line in text.split(separator: "\n") { #expect(TextWidth.of(String(line)) <= width) }
    #expect(text.contains("…"))
    #expect(text.contains("Qatar"))
  }

  @Test func widthsCountColumnsAndNotLetters() {
    for (text, width) in [("abc", 3), ("漢字", 4), ("e\u{301}", 1), ("é", 1), ("", 0), ("😀", 2)] {
      #expect(TextWidth.of(text) == width, "\(text)")
    }
    #expect(TextWidth.cut("漢字漢字", to: 5) == "漢字…")
    #expect(TextWidth.cut("abc", to: 3) == "abc")
    #expect(TextWidth.cut("abcd", to: 3) == "ab…")
  }

  @Test func numbersStandAtTheRight() {
    let text = TextTable(columns: ["count", "b"], rows: [["1", "x"], ["20", "y"]]).text(on: Display())
    #expect(text == "count  b\n    1  x\n   20  y\n")
  }

  @Test func aReportIsWrittenInEveryFormat() {
    var report = Report(columns: ["a", "b"])
    report.add(["1", "x,y"]) { $0.field("never", 1) }
    report.records = [
      { json in json.object { $0.field("a", 1) } }, { json in json.object { $0.field("a", 2) } },
    ]
    func text(_ format: AnswerFormat) -> String {
      String(decoding: report.rendered(as: format, on: Display()), as: UTF8.self)
    }
    #expect(text(.tsv) == "a\tb\n1\tx,y\n")
    #expect(text(.csv) == "a,b\n1,\"x,y\"\n")
    #expect(text(.json) == "[{\"a\":1},{\"a\":2}]\n")
    #expect(text(.jsonl) == "{\"a\":1}\n{\"a\":2}\n")
    #expect(text(.dot).hasPrefix("digraph kg {"))
  }
}

import Claims
import Foundation
import Linguistics
import TestSupport
import Testing

@testable import Extraction

/// A line of a table in Fixtures.
struct TableRow: Sendable, CustomTestStringConvertible {
  let cells: [String]
  let line: Int

  var testDescription: String { "line \(line): \(cells.joined(separator: " | "))" }

  static func rows(of name: String) throws -> [TableRow] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
    return try String(contentsOf: file, encoding: .utf8).components(separatedBy: "\n").enumerated()
      .filter { !$0.element.isEmpty && !$0.element.hasPrefix("#") }
      .map { TableRow(cells: $0.element.components(separatedBy: "\t"), line: $0.offset + 1) }
  }
}

@Suite struct TimeTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private func document(_ text: String, date: CalendarDate? = nil) throws -> AnnotatedDocument {
    let segmentation = try Segmenter().segment(DocumentText([UInt8](text.utf8)))
    return extractor.annotated(
      DocumentAnalyser(model: try ReadingModel.embedded()).analyse(segmentation), date: date)
  }

  private func times(_ document: AnnotatedDocument) -> [TimeExpression] {
    let reader = TimeReader(document: document)
    return document.sentences.flatMap { reader.times(in: $0) }
  }

  @Test(arguments: try TableRow.rows(of: "time-values.tsv"))
  func `times have the values that their words and the document's date tell`(row: TableRow) throws {
    try #require(row.cells.count == 3)
    let date = row.cells[1] == "-" ? nil : CalendarDate(row.cells[1])
    #expect((date == nil) == (row.cells[1] == "-"))
    let document = try document(row.cells[0], date: date)
    let found = times(document).map { "\(document.surface($0.words)) => \($0.value ?? "?")" }
    #expect(found.joined(separator: " | ") == (row.cells[2] == "-" ? "" : row.cells[2]))
  }

  @Test(arguments: try TableRow.rows(of: "time-attachment.tsv"))
  func `a time belongs to the predicate that it modifies`(row: TableRow) throws {
    try #require(row.cells.count == 3)
    let document = try document(row.cells[0])
    let predicate = try #require(
      document.words.firstIndex { document.text.string($0.range) == row.cells[1] })
    let time = TimeReader(document: document).time(of: predicate, among: times(document))
    #expect(time.map { document.surface($0.words) } ?? "-" == row.cells[2])
  }

  @Test func `expressions are in order, do not overlap and stay in their sentence, whatever the trees`()
    throws
  {
    let analyses = try Analyses()
    var random = SplitMix64(seed: 7)
    let pieces = [
      "from", "to", "1999", "2001-09-10", "May", "the", "1990s", "until", "last", "year", "on", "Monday", ",",
      "(", ")", "–", "ago", "two", "years", "for", "in", "of", "September", "10", "BC", "Smith", "left",
      "and",
      "century", "19th", "between", "early", "mid-1990s", "10/09/2001", "since", "summer", "about", "?", "'s",
      "9999-99-99", "second", "quarter", "000", "yesterday", "past", "AD",
    ]
    for _ in 0..<150 {
      let count = Int.random(in: 1...60, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined(separator: random.chance(4) ? "" : " ")
      let document = extractor.annotated(
        analyses.random(text, using: &random), date: random.chance(2) ? nil : CalendarDate("2001-09-10"))
      let reader = TimeReader(document: document)
      for sentence in document.sentences {
        let times = reader.times(in: sentence)
        var end = sentence.words.lowerBound
        for time in times {
          #expect(time.words.lowerBound >= end && time.words.upperBound <= sentence.words.upperBound)
          #expect(time.words.contains(time.head))
          end = time.words.upperBound
        }
        for word in sentence.words {
          if let time = reader.time(of: word, among: times) { #expect(times.contains(time)) }
        }
      }
    }
  }

  @Test func `every value is a date or an interval of EDTF`() throws {
    let date = #"-?\d{4}(-(0[1-9]|1[0-2]|2[1-4])(-\d\d)?)?[~?%]?|\d\dXX[~?%]?|\d{3}X[~?%]?"#
    let form = try Regex("(\(date))(/(\(date)))?|\\.\\./(\(date))|(\(date))/\\.\\.")
    for row in try TableRow.rows(of: "time-values.tsv") {
      for expression in row.cells[2].components(separatedBy: " | ") {
        let value = expression.components(separatedBy: " => ").last ?? ""
        if value != "?" && value != "-" { #expect(try form.wholeMatch(in: value) != nil, "\(value)") }
      }
    }
  }

  @Test func `the same bytes under another date are another reading`() throws {
    let text = [UInt8]("Anna visited Norway last year.".utf8)
    let plain = extractor.read(name: "a", bytes: text)
    let dated = extractor.read(name: "a", bytes: text, date: CalendarDate("2001-09-10"))
    #expect(plain.extractorVersion == extractor.version)
    #expect(dated.extractorVersion == extractor.version(for: CalendarDate("2001-09-10")))
    #expect(plain.extractorVersion != dated.extractorVersion)
    #expect(extractor.version(for: CalendarDate("2001")) != extractor.version(for: CalendarDate("2002")))
  }
}

import Claims
import Linguistics
import Testing

@testable import Extraction

@Suite struct FactualityTests {
  /// One for all rows: they are analysed together, a document each.
  private static let analyser = Result { DocumentAnalyser(model: try .embedded()) }

  /// How the row's sentence states the word in brackets, in the row's own form.
  private static func reading(of row: FactualityRow) throws -> String {
    let segmentation = try Segmenter().segment(DocumentText([UInt8](row.text.utf8)))
    let document = try Extractor.shared.get().annotated(analyser.get().analyse(segmentation))
    func word(at offset: Int) throws -> Int {
      try #require(document.words.firstIndex { $0.range.contains(offset) })
    }
    let predicate = try word(at: row.predicate)
    let sentence = try #require(document.sentences.first { $0.words.contains(predicate) })
    let reader = FactualityReader(document: document, lexicon: .builtIn, sentence: sentence)
    let read = reader.factuality(of: predicate, arguments: try row.arguments.map(word))
    if read.isQuestion { return "question" }
    return [
      read.polarity.rawValue, read.modality.rawValue, read.tense?.rawValue ?? "-",
      read.attribution.map { document.surface($0..<$0 + 1) } ?? "-",
    ].joined(separator: " ")
  }

  @Test(arguments: FactualityRow.rows(of: FactualityRows.developed))
  func `polarity, modality and tense follow the words that govern the predicate`(row: FactualityRow) throws {
    #expect(try Self.reading(of: row) == row.expected)
  }

  @Test(arguments: FactualityRow.rows(of: FactualityRows.attributed))
  func `the source that a sentence names is found and covers what it says`(row: FactualityRow) throws {
    #expect(try Self.reading(of: row) == row.expected)
  }
}

/// A row of a table of sentences with their reading.
struct FactualityRow: Sendable, CustomTestStringConvertible {
  let text: String
  /// The byte where the predicate starts.
  let predicate: Int
  let arguments: [Int]
  let expected: String

  var testDescription: String { text }

  /// Reads a line in the form that `FactualityRows` tells.
  init?(_ line: Substring) {
    let cells = line.split(separator: "|").map { cell in
      cell.split(separator: " ").joined(separator: " ")
    }
    guard cells.count == 5 else { return nil }
    var text = ""
    var predicate: Int?
    var arguments: [Int] = []
    for character in cells[0] {
      switch character {
      case "[": predicate = text.utf8.count
      case "{": arguments.append(text.utf8.count)
      case "]", "}": break
      default: text.append(character)
      }
    }
    guard let predicate else { return nil }
    self.text = text
    self.predicate = predicate
    self.arguments = arguments
    expected = cells[2] == "question" ? "question" : cells[1...].joined(separator: " ")
  }

  static func rows(of table: String) -> [FactualityRow] {
    table.split(separator: "\n").compactMap { FactualityRow($0) }
  }
}

import Testing

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

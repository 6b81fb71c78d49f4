/// Rows separated by newlines, cells by tabs or commas.
package struct SeparatedValues: Sendable {
  private let separator: Character
  private let quotes: Bool
  private var isForSpreadsheets = false

  private init(separator: Character, quotes: Bool) {
    self.separator = separator
    self.quotes = quotes
  }

  /// RFC 4180: cells with a comma, a quotation mark or a line break are quoted.
  package static let commas = SeparatedValues(separator: ",", quotes: true)
  /// Tabs and line breaks inside a cell become spaces: the form has no quoting.
  package static let tabs = SeparatedValues(separator: "\t", quotes: false)

  /// Commas, with an apostrophe before what a spreadsheet would run as a formula.
  ///
  /// OWASP, CSV Injection: a cell is run whose first character is =, +, -, @, a tab or a carriage return, also behind
  /// blanks or in the wide forms of East Asia. Numbers stay numbers.
  package static let spreadsheet = {
    var form = commas
    form.isForSpreadsheets = true
    return form
  }()

  package func text(header: [String], rows: [[String]]) -> String {
    ([header] + rows).map(line).joined()
  }

  /// One row with its line break.
  package func line(_ row: [String]) -> String {
    row.map { cell in
      let cell = isForSpreadsheets && Self.isFormula(cell) ? "'" + cell : cell
      return quotes ? quoted(cell) : Self.flattened(cell)
    }.joined(separator: String(separator)) + "\n"
  }

  private static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" && $0 != "\n" }) else {
      return false
    }
    switch first {
    case "=", "+", "@", "\t", "\r", "＝", "＋", "＠", "－": return true
    case "-": return Double(cell) == nil
    default: return false
    }
  }

  private func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
      return cell
    }
    // By scalars: a quotation mark with a combining mark on it is one character, and still has to be doubled.
    var quoted = String.UnicodeScalarView("\"".unicodeScalars)
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted.append(scalar) }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  static func flattened(_ cell: String) -> String {
    guard cell.utf8.contains(where: { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) else { return cell }
    return String(
      decoding: cell.utf8.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }
}

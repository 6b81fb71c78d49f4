internal import Claims
package import SQLite

extension RowStream {
  /// Writes a row of the answer to a question in SQL.
  package mutating func add(_ row: [UserQuestion.Value], _ columns: [String]) throws {
    try add(row.map(\.cell)) { json in
      json.object { json in
        for (name, value) in zip(columns, row) {
          json.name(name)
          switch value {
          case .null: json.null()
          case .integer(let number): json.integer(number)
          case .number(let number): json.number(number)
          case .text, .bytes: json.string(value.cell)
          }
        }
      }
    }
  }
}

extension UserQuestion.Value {
  /// The value as the cell of a table: nothing for NULL, and bytes in hexadecimal.
  fileprivate var cell: String {
    switch self {
    case .null: ""
    case .integer(let number): String(number)
    case .number(let number): "\(number)"
    case .text(let text): text
    case .bytes(let bytes):
      bytes.map { byte in
        let digits = String(byte, radix: 16)
        return byte < 16 ? "0" + digits : digits
      }.joined()
    }
  }
}

internal import Claims

/// A part of an answer's rows, which is never cut without saying so: how many are shown, of how many, and how to get the rest.
struct PageOfRows {
  /// Where a page starts, and how many rows there were when the first was asked for.
  struct Cursor {
    var offset = 0
    var total: Int?

    init() {}

    init(offset: Int, total: Int) {
      self.offset = offset
      self.total = total
    }

    /// - Throws: `ToolError` for a text that no page gave out.
    init(_ text: String?) throws(ToolError) {
      guard let text else {
        self.init()
        return
      }
      let parts = text.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
      guard parts.count == 2, let offset = parts[0], let total = parts[1], 0 < offset, offset < total,
        total < 1 << 50
      else {
        throw ToolError(
          message: "the cursor is none that an answer gave",
          next: "Leave cursor out to start from the first row.")
      }
      self.init(offset: offset, total: total)
    }

    /// - Throws: `ToolError` where the graph has changed since.
    func check(_ total: Int) throws(ToolError) {
      if let wanted = self.total, wanted != total {
        throw ToolError(
          message: "the graph has changed since the cursor was given: there are now \(total) rows",
          next: "Leave cursor out to start from the first row.")
      }
    }
  }

  /// An answer stands in a message twice, as a value and as text: together they stay under 20,000 bytes.
  static let mostBytes = 8_200
  static let usualRows = 25
  static let mostRows = 200

  private let cursor: Cursor
  private let total: Int
  private var rows: [[UInt8]] = []
  private var size = 0
  private(set) var isFull = false

  init(from cursor: Cursor, total: Int) {
    self.cursor = cursor
    self.total = total
  }

  /// Adds a row where there is room; the first always has it.
  mutating func add(_ row: [UInt8]) {
    if isFull || (!rows.isEmpty && size + row.count > Self.mostBytes) {
      isFull = true
      return
    }
    rows.append(row)
    size += row.count + 1
  }

  /// Writes the rows under a name, and what is shown of how many.
  func write(_ name: String, to json: inout JSONWriter) {
    json.name(name)
    json.array { json in for row in rows { json.raw(row) } }
    json.field("shown", rows.count)
    json.field("total", total)
    let next = cursor.offset + rows.count
    json.field("cursor", next < total && !rows.isEmpty ? "\(next).\(total)" : nil)
  }

  static let schema: [JSONSchema.Field] = [
    .init("shown", .whole("How many rows are shown here.")),
    .init("total", .whole("How many there are in all.")),
    .init("cursor", .optionalText("What to pass as cursor for the next rows; null where there are none.")),
  ]
}

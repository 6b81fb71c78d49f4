internal import GraphStore

/// Splits a file of rows and columns, by RFC 4180 or plainly at its separators.
///
/// A quoted field may hold separators, line breaks and doubled quotation marks; elsewhere a quotation mark is a letter like
/// any other. Lines end with LF or CR LF. Wholly empty lines are passed over.
struct SeparatedRows {
  /// How the columns are told apart.
  struct Dialect {
    var separator: UInt8
    /// Whether a field that starts with a quotation mark is quoted.
    var isQuoted: Bool
    /// Whether a row may hold NUL.
    var allowsNUL = false
  }

  /// What stands on a row.
  enum Row {
    case fields
    case bad(String)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")

  private let file: GraphFileBytes
  private let dialect: Dialect
  /// The fields of the row last read; valid until the next one is.
  private(set) var fields: [Bytes] = []
  /// The row last read as it stands, but for its quoted fields, whose marks may be gone.
  private(set) var bytes = Bytes.empty
  /// The line on which the row last read starts, from 1.
  private(set) var line = 1
  private var nextLine = 1
  private var ranges: [Field] = []
  /// How much of the window the row last read took.
  private var pending = 0

  private struct Field {
    var start: Int
    var end: Int
    var hasQuotes = false
  }

  /// How the attempt to split a row ended.
  private enum Outcome {
    /// The row takes this many bytes of the window, its line break included.
    case row(Int, lines: Int)
    case needsMore
    case bad(String)
  }

  init(file: GraphFileBytes, dialect: Dialect) {
    self.file = file
    self.dialect = dialect
  }

  /// Reads the next row; nil at the end of the file.
  mutating func next() throws -> Row? {
    file.consume(pending)
    pending = 0
    while true {
      switch scan(file.window) {
      case .row(let length, let lines):
        line = nextLine
        nextLine += lines
        pending = length
        if ranges.isEmpty {
          file.consume(pending)
          pending = 0
          continue
        }
        return lend()
      case .bad(let reason): return try givenUp(reason)
      case .needsMore:
        if try file.fill() { continue }
        if file.window.isEmpty { return nil }
        if !file.isAtEnd {
          return try givenUp("the row is longer than 64 MiB; a quotation mark may be missing")
        }
        return try last()
      }
    }
  }

  /// The last row, which has no line break behind it.
  private mutating func last() throws -> Row? {
    let window = file.window
    switch scan(window, isWhole: true) {
    case .row(let length, _):
      line = nextLine
      pending = length
      if ranges.isEmpty { return nil }
      return lend()
    case .bad(let reason): return try givenUp(reason)
    case .needsMore: return try givenUp("the file ends inside a quoted field")
    }
  }

  /// Gives up a row whose end cannot be told: reading goes on behind its first line.
  private mutating func givenUp(_ reason: String) throws -> Row {
    let window = file.window
    let end = window.firstIndex(of: Self.newline)
    line = nextLine
    nextLine += 1
    bytes = Bytes(rebasing: window[..<(end ?? window.count)])
    pending = end.map { $0 + 1 } ?? window.count
    return .bad(reason)
  }

  private mutating func lend() -> Row {
    let window = file.window
    fields.removeAll(keepingCapacity: true)
    bytes = Bytes(rebasing: window[..<pending])
    if bytes.last == Self.newline { bytes = Bytes(rebasing: bytes.dropLast()) }
    // Before marks are taken away: what they leave behind a field may be the half of a letter.
    let problem = TextCheck.problem(of: bytes, allowsNUL: dialect.allowsNUL)
    for range in ranges {
      let field = UnsafeMutableRawBufferPointer(rebasing: window[range.start..<range.end])
      fields.append(range.hasQuotes ? Self.unquoted(field) : Bytes(field))
    }
    return problem.map { .bad($0) } ?? .fields
  }

  /// Takes one of each two quotation marks away, in place.
  private static func unquoted(_ field: UnsafeMutableRawBufferPointer) -> Bytes {
    var target = 0
    var source = 0
    while source < field.count {
      field[target] = field[source]
      source += field[source] == quote ? 2 : 1
      target += 1
    }
    return Bytes(rebasing: field[..<target])
  }

  /// Finds the fields of the row at the start of a window; none for an empty line.
  private mutating func scan(_ window: UnsafeMutableRawBufferPointer, isWhole: Bool = false) -> Outcome {
    ranges.removeAll(keepingCapacity: true)
    let count = window.count
    var position = 0
    var lines = 1
    while true {
      var field = Field(start: position, end: position)
      if dialect.isQuoted && position < count && window[position] == Self.quote {
        field.start += 1
        position += 1
        while true {
          while position < count && window[position] != Self.quote {
            if window[position] == Self.newline { lines += 1 }
            position += 1
          }
          if position >= count { return .needsMore }
          if position + 1 >= count && !isWhole { return .needsMore }
          guard position + 1 < count, window[position + 1] == Self.quote else { break }
          field.hasQuotes = true
          position += 2
        }
        field.end = position
        position += 1
        if position < count && window[position] == UInt8(ascii: "\r") {
          if position + 1 >= count && !isWhole { return .needsMore }
          if position + 1 >= count || window[position + 1] == Self.newline { position += 1 }
        }
        if position < count && window[position] != dialect.separator && window[position] != Self.newline {
          return .bad(
            "text stands behind the closing quotation mark of column \(ranges.count + 1); double the marks inside a quoted field"
          )
        }
      } else {
        while position < count && window[position] != dialect.separator && window[position] != Self.newline {
          position += 1
        }
        field.end = position
        if position > field.start && window[position - 1] == UInt8(ascii: "\r")
          && (position == count || window[position] == Self.newline)
        {
          field.end -= 1
        }
      }
      if position == count && !isWhole { return .needsMore }
      ranges.append(field)
      if position < count && window[position] == dialect.separator {
        position += 1
        continue
      }
      if ranges.count == 1 && field.start == field.end && field.start == 0 { ranges.removeAll() }
      return .row(min(position + 1, count), lines: lines)
    }
  }
}

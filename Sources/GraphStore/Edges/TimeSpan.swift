/// A span of days, either end of which may be open.
package struct TimeSpan: Hashable, Sendable {
  private let first: String
  private let last: String

  /// The span from the first day of `since` to the last day of `until`, each a year, a month or a day (`2001`,
  /// `2001-09`, `2001-09-10`) or nil for an open end; nil for anything else, and for an end before the start.
  package init?(since: String?, until: String?) {
    guard since.map(Self.isDate) ?? true, until.map(Self.isDate) ?? true else { return nil }
    // Before the year 0 stands a minus, which sorts before all digits.
    first = since.map { Self.padded($0, with: "0000-00-00") } ?? ""
    last = Self.padded(until ?? "", with: "9999-99-99")
    guard first <= last else { return nil }
  }

  private init(first: String, last: String) {
    self.first = first
    self.last = last
  }

  /// All days.
  static let always = TimeSpan(first: "", last: "9999-99-99")

  private static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isNumeric = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isNumeric, (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return false }
    guard parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else { return false }
    let numbers = parts.compactMap { Int($0) }
    return numbers.dropFirst().first.map { (1...12).contains($0) } ?? true
      && (numbers.count < 3 || (1...31).contains(numbers[2]))
  }

  private static func padded(_ date: String, with rest: String) -> String {
    date + rest.dropFirst(date.utf8.count)
  }

  /// Whether an EDTF value shares a day with the span, as `overlapSQL` has it.
  func overlaps(_ value: String) -> Bool {
    let plain = value.utf8.filter { !"~?%".utf8.contains($0) }
    let slash = plain.firstIndex(of: UInt8(ascii: "/"))
    let start = slash.map { plain[..<$0] } ?? plain[...]
    let end = slash.map { plain[($0 + 1)...] } ?? plain[...]
    return !last.utf8.lexicographicallyPrecedes(Self.bound(start, digit: "0", rest: "0000-00-00"))
      && !Self.bound(end, digit: "9", rest: "9999-99-99").lexicographicallyPrecedes(first.utf8)
  }

  private static func bound(_ part: ArraySlice<UInt8>, digit: Unicode.Scalar, rest: StaticString) -> [UInt8] {
    let rest = rest.withUTF8Buffer { Array($0) }
    if part.isEmpty || part.elementsEqual("..".utf8) { return rest }
    let month = part.dropFirst(5).prefix(2)
    let isSeason =
      !month.lexicographicallyPrecedes("21".utf8) && !"41".utf8.lexicographicallyPrecedes(month)
    let date = part.prefix(isSeason ? 4 : 10).map { $0 == UInt8(ascii: "X") ? UInt8(ascii: digit) : $0 }
    return date + rest.dropFirst(date.count)
  }

  /// The condition that an EDTF value (levels 0 and 1: dates, `2001/2005`, `../2001`, `199X`, `2001~`) shares a day
  /// with the span; a season may be any day of its year; false for NULL.
  func overlapSQL(column: String) -> String {
    // Most values are a day or a year, which need no taking apart.
    let digit = "[0-9]"
    let year = String(repeating: digit, count: 4)
    return """
      CASE WHEN \(column) GLOB '\(year)-[01]\(digit)-\(digit)\(digit)' THEN \(column) BETWEEN '\(first)' AND '\(last)'
        WHEN \(column) GLOB '\(year)' THEN \(column) BETWEEN '\(first.prefix(4))' AND '\(last.prefix(4))'
        ELSE \(anyOverlapSQL(column: column)) END
      """
  }

  private func anyOverlapSQL(column: String) -> String {
    // Marks of doubt say nothing of when.
    let plain = "replace(replace(replace(\(column), '~', ''), '?', ''), '%', '')"
    let start = "substr(\(plain), 1, instr(\(plain) || '/', '/') - 1)"
    let end = "substr(\(plain), instr(\(plain), '/') + 1)"
    // SQLite's parser goes a hundred symbols deep, and this stands deep in other queries. So nothing is padded: as the
    // span's ends are whole days, a date's first letters come before what they begin, and with a tilde after it. And
    // as a year comes before its days, and with a tilde after them, a season's year is tried besides.
    func isSeason(_ part: String) -> String { "substr(\(part), 6, 2) BETWEEN '21' AND '41'" }
    func date(_ part: String, _ length: Int, _ digit: String) -> String {
      "replace(substr(\(part), 1, \(length)), 'X', '\(digit)')"
    }
    return """
      (\(date(start, 10, "0")) <= '\(last)' OR \(isSeason(start)) AND \(date(start, 4, "0")) <= '\(last)')
        AND (\(end) IN ('', '..') OR \(date(end, 10, "9")) || '~' >= '\(first)'
          OR \(isSeason(end)) AND \(date(end, 4, "9")) || '~' >= '\(first)')
      """
  }
}

internal import Claims

/// Values of metadata as files write them.
enum MetadataText {
  private static let longest = 1000

  /// A value on one line, without white space at its ends.
  static func plain(_ text: String) -> String {
    let words = text.unicodeScalars.split {
      $0.value <= 32 || $0.value == 0xA0 || (0x7F...0x9F).contains($0.value)
    }
    return String(words.map { String($0) }.joined(separator: " ").prefix(longest))
  }

  /// The day, month or year that a time in ISO 8601 or PDF's form starts with; nil for anything else, and for 1970-01-01 and the
  /// like, which stand for no date.
  static func date(_ text: String) -> CalendarDate? {
    var digits = Array(text.utf8.drop { $0 <= 32 })
    if digits.starts(with: "D:".utf8) { digits.removeFirst(2) }
    let day = digits.prefix { $0 != UInt8(ascii: "T") && $0 > 32 }
    if let date = CalendarDate(String(decoding: day, as: UTF8.self)) { return plausible(date) }
    let compact = digits.prefix { (48...57).contains($0) }
    guard compact.count >= 8 else { return nil }
    let number = compact.prefix(8).reduce(0) { $0 * 10 + Int($1 - 48) }
    return CalendarDate(year: number / 10_000, month: number / 100 % 100, day: number % 100).flatMap(
      plausible)
  }

  private static func plausible(_ date: CalendarDate) -> CalendarDate? {
    ["1601-01-01", "1899-12-30", "1900-01-01", "1970-01-01", "1980-01-01"].contains(date.iso) ? nil : date
  }

  /// The first part of a language tag, in small letters; nil where it is none.
  static func language(_ text: String) -> String? {
    let code = text.lowercased().utf8.prefix { (97...122).contains($0) }
    return (2...3).contains(code.count) ? String(decoding: Array(code), as: UTF8.self) : nil
  }
}

internal import Schema

/// The words that tell time, ready for look-up (`Schema/times.tsv`).
struct TimeLexicon: Sendable {
  /// A unit in which time is counted.
  enum Unit: String, Sendable {
    case hour = "H"
    case day = "D"
    case week = "W"
    case month = "M"
    case year = "Y"
    case decade = "10Y"
    case century = "100Y"
  }

  /// The lists that the binary was built with.
  static let builtIn = TimeLexicon(SchemaFile.named("times.tsv")?.rows ?? [])

  private(set) var months: [String: Int] = [:]
  private(set) var weekdays: [String: Int] = [:]
  private(set) var seasons: [String: Int] = [:]
  private(set) var units: [String: Unit] = [:]
  private(set) var numbers: [String: Int] = [:]
  private(set) var ordinals: [String: Int] = [:]
  /// "nineties" to 9.
  private(set) var decades: [String: Int] = [:]
  /// Words without which, and without a digit, a sentence tells no time.
  private(set) var openers: Set<String> = ["yesterday", "today", "tomorrow", "tonight", "weekend"]

  init(_ rows: [[Substring]]) {
    for cells in rows where cells.count >= 3 {
      let words = cells[2].split(separator: " ").map(String.init)
      let value = Int(cells[1])
      for word in words {
        switch (cells[0], value) {
        case ("month", let value?): months[word] = value
        case ("weekday", let value?): weekdays[word] = value
        case ("season", let value?): seasons[word] = value
        case ("number", let value?): numbers[word] = value
        case ("ordinal", let value?): ordinals[word] = value
        case ("decade", let value?): decades[word] = value
        case ("unit", _): units[word] = Unit(rawValue: String(cells[1]))
        default: break
        }
      }
      switch cells[0] {
      case "month", "weekday", "season", "decade": openers.formUnion(words)
      case "unit" where cells[1] != "H": openers.formUnion(words)
      default: break
      }
    }
  }
}

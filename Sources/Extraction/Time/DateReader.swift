/// Reads dates and years out of words.
struct DateReader {
  private let words: [Word]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  init(words: [Word]) { self.words = words }

  /// The date that starts at a word: where it ends and its value in EDTF.
  func date(at index: Int, limit: Int) -> (end: Int, value: String)? {
    let word = words[index]
    if word.shape.contains(.number) {
      if let day = Self.day(word.lower), index + 2 < limit, let month = month(index + 1),
        let year = year(index + 2)
      {
        return (index + 3, "\(year)-\(Self.two(month))-\(Self.two(day))")
      }
      if let year = year(index), index + 1 >= limit || !isUnit(index + 1) { return (index + 1, year) }
      return nil
    }
    guard let month = month(index), word.shape.contains(.capitalised) else { return nil }
    if index + 3 < limit, let day = Self.day(words[index + 1].lower), words[index + 2].lower == ",",
      let year = year(index + 3)
    {
      return (index + 4, "\(year)-\(Self.two(month))-\(Self.two(day))")
    }
    if index + 2 < limit, let day = Self.day(words[index + 1].lower), let year = year(index + 2) {
      return (index + 3, "\(year)-\(Self.two(month))-\(Self.two(day))")
    }
    if index + 1 < limit, let year = year(index + 1) { return (index + 2, "\(year)-\(Self.two(month))") }
    return nil
  }

  private func month(_ index: Int) -> Int? { Self.months.firstIndex(of: words[index].lower).map { $0 + 1 } }

  private func year(_ index: Int) -> String? {
    let form = words[index].lower
    guard form.utf8.count == 4, form.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let value = Int(form) else {
      return nil
    }
    return value >= 1000 && value < 2100 ? form : nil
  }

  private func isUnit(_ index: Int) -> Bool {
    let word = words[index]
    return !word.shape.contains(.punctuation) && !word.shape.contains(.capitalised)
      && word.lower.hasSuffix("s")
      && !["is", "was", "has", "as", "'s"].contains(word.lower)
  }

  private static func day(_ form: String) -> Int? {
    let digits = form.prefix { $0.isNumber }
    guard digits.utf8.count < 3, let value = Int(digits), value > 0, value < 32 else { return nil }
    let rest = form.dropFirst(digits.count)
    return rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest) ? value : nil
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

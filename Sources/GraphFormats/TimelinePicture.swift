package import Claims

/// A timeline as a picture in SVG: a line for each claim, in the order of time, with a scale of years above.
package struct TimelinePicture {
  /// How many claims a picture shows; more are for no eye.
  package static let most = 120

  private static let colors = [
    "#4e79a7", "#f28e2b", "#59a14f", "#e15759", "#76b7b2", "#edc948", "#b07aa1", "#9c755f", "#8c8c8c",
  ]
  private static let rowHeight = 22
  private static let width = 1_000
  private static let margin = 20
  /// Where the scale begins.
  private static let left = 360

  private let title: String
  private let entries: [(claim: Claim, first: Int, last: Int, isOpen: Bool)]
  private let hidden: Int
  private let relations: [String]

  /// - Parameters:
  ///   - claims: in the order of time; those without one are left out.
  ///   - more: how many others there are.
  package init(title: String, claims: [Claim], more: Int) {
    self.title = title
    let known = claims.compactMap { claim -> (Claim, Int, Int, Bool)? in
      guard let interval = EDTFInterval(claim.when) else { return nil }
      guard let first = (interval.first ?? interval.last)?.dayNumber,
        let last = (interval.last ?? interval.first)?.dayNumber
      else { return nil }
      return (claim, first, last, interval.first == nil || interval.last == nil)
    }
    entries = known.prefix(Self.most).map { (claim: $0.0, first: $0.1, last: $0.2, isOpen: $0.3) }
    hidden = more + known.count - entries.count
    // The relations that come up most have a colour each, the others share the last.
    let counts = Dictionary(grouping: entries, by: \.claim.relation).map { ($0.key, $0.value.count) }
    relations = counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(Self.colors.count - 1).map(\.0)
  }

  package var text: String {
    let top = 92 + 18 * ((relations.count + 3) / 4)
    let height = top + entries.count * Self.rowHeight + 50
    var svg = """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(Self.width)" height="\(height)" viewBox="0 0 \(Self.width) \(height)" \
      font-family="Helvetica, Arial, sans-serif" font-size="12">
      <rect width="100%" height="100%" fill="#ffffff"/>
      <text x="\(Self.margin)" y="32" font-size="18" font-weight="bold">\(XMLText.escaped(title))</text>

      """
    svg += legend(y: 56)
    guard let low = entries.map(\.first).min(), let high = entries.map(\.last).max() else {
      return svg + "<text x=\"\(Self.margin)\" y=\"80\">no claim has a time</text>\n</svg>\n"
    }
    svg += scale(from: low, to: high, top: top - 8, bottom: top + entries.count * Self.rowHeight)
    for (index, entry) in entries.enumerated() {
      svg += line(entry, y: top + index * Self.rowHeight, low: low, high: high)
    }
    if hidden > 0 {
      svg +=
        "<text x=\"\(Self.margin)\" y=\"\(height - 18)\" fill=\"#666666\">and \(hidden) more, not shown</text>\n"
    }
    return svg + "</svg>\n"
  }

  private func color(of relation: String) -> String {
    Self.colors[relations.firstIndex(of: relation) ?? Self.colors.count - 1]
  }

  private func legend(y: Int) -> String {
    relations.enumerated().map { index, relation in
      let (x, y) = (Self.margin + index % 4 * 240, y + index / 4 * 18)
      return "<rect x=\"\(x)\" y=\"\(y - 10)\" width=\"12\" height=\"12\" fill=\"\(color(of: relation))\"/>"
        + "<text x=\"\(x + 18)\" y=\"\(y)\">\(XMLText.escaped(TextWidth.cut(relation, to: 32)))</text>\n"
    }.joined()
  }

  private static func place(_ day: Int, low: Int, high: Int) -> Int {
    let room = width - margin - left
    return left + (high == low ? room / 2 : (day - low) * (room - 8) / (high - low))
  }

  /// Lines at round years, or at months where the whole is shorter than two years.
  private func scale(from low: Int, to high: Int, top: Int, bottom: Int) -> String {
    guard let first = CalendarDate(dayNumber: low), let last = CalendarDate(dayNumber: high) else {
      return ""
    }
    var marks: [(date: CalendarDate, label: String)] = []
    let years = last.year - first.year
    if years >= 2 {
      let step =
        [1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1_000, 2_000].first { years / $0 <= 8 } ?? 5_000
      var year = first.year - (first.year % step + step) % step
      while year <= last.year {
        if let date = CalendarDate(year: year, month: 1, day: 1) { marks.append((date, "\(year)")) }
        year += step
      }
    } else {
      var month = CalendarDate(year: first.year, month: first.month ?? 1)
      while let date = month, let day = CalendarDate(year: date.year, month: date.month, day: 1),
        day.dayNumber ?? 0 <= high
      {
        marks.append((day, date.iso))
        month = date.adding(months: max(1, (years * 12 + 12) / 8))
      }
    }
    return marks.compactMap { mark -> String? in
      guard let day = mark.date.dayNumber, day >= low, day <= high else { return nil }
      let x = Self.place(day, low: low, high: high)
      return "<line x1=\"\(x)\" y1=\"\(top)\" x2=\"\(x)\" y2=\"\(bottom)\" stroke=\"#dddddd\"/>"
        + "<text x=\"\(x)\" y=\"\(top - 4)\" text-anchor=\"middle\" fill=\"#666666\">\(mark.label)</text>\n"
    }.joined()
  }

  private func line(
    _ entry: (claim: Claim, first: Int, last: Int, isOpen: Bool), y: Int, low: Int, high: Int
  ) -> String {
    let claim = entry.claim
    let (from, to) = (
      Self.place(entry.first, low: low, high: high), Self.place(entry.last, low: low, high: high)
    )
    let color = color(of: claim.relation)
    // What is denied or doubted, and what has an open end, is drawn hollow.
    let isHollow = entry.isOpen || claim.polarity == .negative || claim.modality != .certain
    let doubt = claim.doubt.isEmpty ? "" : " (\(claim.doubt))"
    let statement = "\(claim.subject.name) \(claim.relation) \(claim.object.name)\(doubt)"
    let source = "\(claim.evidence?.text ?? claim.row?.note ?? "") [\(Report.place(claim))]"
    let ends = to < from + 8 ? from..<from + 8 : from..<to
    return """
      <g><title>\(XMLText.escaped("\(claim.when): \(source)"))</title>\
      <text x="\(Self.margin)" y="\(y + 13)"><tspan fill="#666666">\(XMLText.escaped(claim.when))</tspan>\
      <tspan dx="6">\(XMLText.escaped(TextWidth.cut(statement, to: max(12, 50 - claim.when.utf8.count))))</tspan></text>\
      <rect x="\(ends.lowerBound)" y="\(y + 3)" width="\(ends.count)" height="12" rx="3" fill="\(isHollow ? "#ffffff" : color)" stroke="\(color)"/></g>

      """
  }
}

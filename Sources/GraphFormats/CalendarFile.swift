package import Claims

/// Writes claims as a calendar (RFC 5545): an event of whole days each.
package struct CalendarFile {
  package static let head =
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//kg//timeline//EN\r\nCALSCALE:GREGORIAN\r\n"
  package static let tail = "END:VCALENDAR\r\n"

  private var count = 0

  package init() {}

  /// The lines of a claim; nil for one whose start or end is not known, which no calendar can show.
  package mutating func event(_ claim: Claim) -> String? {
    guard let interval = EDTFInterval(claim.when), let first = interval.first, let last = interval.last,
      let end = last.adding(days: 1), first.year > 0
    else { return nil }
    count += 1
    let doubt = claim.doubt.isEmpty ? "" : " (\(claim.doubt))"
    let source = claim.evidence?.text ?? claim.row?.note ?? ""
    let lines = [
      "BEGIN:VEVENT", "UID:\(count)-\(Self.compact(first))@kg",
      // A file that depends on nothing but the graph: the stamp is the event's own day.
      "DTSTAMP:\(Self.compact(first))T000000Z", "DTSTART;VALUE=DATE:\(Self.compact(first))",
      "DTEND;VALUE=DATE:\(Self.compact(end))",
      "SUMMARY:" + Self.escaped("\(claim.subject.name) \(claim.relation) \(claim.object.name)\(doubt)"),
      "DESCRIPTION:" + Self.escaped("\(source) [\(Report.place(claim))]"),
      "TRANSP:TRANSPARENT", "END:VEVENT",
    ]
    return lines.map(Self.folded).joined()
  }

  private static func compact(_ date: CalendarDate) -> String {
    date.iso.split(separator: "-").joined()
  }

  private static func escaped(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",":
        result.append("\\")
        result.append(scalar)
      case "\n": result.append(contentsOf: "\\n".unicodeScalars)
      case "\0"..<" ", "\u{7F}": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// A line, broken before it has more than 75 bytes, between code points.
  private static func folded(_ line: String) -> String {
    var result = ""
    var width = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if width + size > 75 {
        result += "\r\n "
        width = 1
      }
      result.unicodeScalars.append(scalar)
      width += size
    }
    return result + "\r\n"
  }
}

package import Claims
internal import GraphStore

extension Report {
  /// How claims were read.
  package static func explanation(_ claims: [Claim], shown limit: Int?) -> Report {
    var report = Report(columns: explanationColumns)
    let shown = Array(claims.prefix(limit ?? claims.count))
    for claim in shown { report.add(cells(of: claim)) { $0.claim(claim, isExplained: true) } }
    report.prose = { display in shown.map { prose(of: $0, on: display) }.joined() }
    report.footer = more(shown: shown.count, of: claims.count, "claim")
    return report
  }

  /// How the claims of documents were read, and what was considered and dropped.
  package static func explanation(_ readings: [DocumentReading], shown limit: Int?) -> Report {
    var report = explanation(readings.flatMap(\.claims), shown: limit)
    let claims = report.prose
    for reading in readings {
      for dropped in reading.dropped {
        report.add(cells(of: dropped, in: reading)) { $0.dropped(dropped, document: reading.document) }
      }
    }
    report.prose = { display in
      (claims?(display) ?? "") + readings.map { Self.dropped(of: $0, on: display) }.joined()
    }
    return report
  }

  private static let explanationColumns = [
    "subject", "relation", "object", "source", "place", "construction", "probability", "trigger",
    "subject_way",
    "subject_ground", "object_way", "object_ground", "marks", "dropped", "detail", "document", "sentence",
  ]

  private static func cells(of claim: Claim) -> [String] {
    [claim.subject.name, claim.relation, claim.object.name] + cells(of: claim.origin) + [
      "", "", claim.document, claim.evidence.map { String($0.sentence) } ?? "",
    ]
  }

  private static func cells(of dropped: DroppedReading, in reading: DocumentReading) -> [String] {
    [dropped.subject ?? "", dropped.relation, dropped.object ?? ""] + cells(of: dropped.origin) + [
      dropped.reason.rawValue, dropped.detail ?? "", reading.document, String(dropped.sentence),
    ]
  }

  private static func cells(of origin: Claim.Origin?) -> [String] {
    guard let origin else { return Array(repeating: "", count: 10) }
    return [
      origin.source.rawValue, origin.place ?? "", origin.construction ?? "",
      origin.probability.map { "\($0)" } ?? "", origin.trigger?.text ?? "", origin.subject.way ?? "",
      origin.subject.ground?.rawValue ?? "", origin.object.way ?? "", origin.object.ground?.rawValue ?? "",
      origin.marks.map { "\($0.kind.rawValue)=\($0.words.text)" }.joined(separator: " "),
    ]
  }

  private static func prose(of claim: Claim, on display: Display) -> String {
    var notes: [String] = []
    if claim.polarity == .negative { notes.append("denied") }
    if claim.modality != .certain { notes.append(claim.modality.rawValue) }
    if !claim.isKept { notes.append("not kept by a graph") }
    let statement =
      "\(Display.plain(claim.subject.name)) \(display.accented(Display.plain(claim.relation))) \(Display.plain(claim.object.name))"
    var text = statement + (notes.isEmpty ? "" : "  (\(notes.joined(separator: "; ")))") + "\n"
    if let row = claim.row {
      return text + "  " + display.dim("\(Display.plain(claim.document)), line \(row.line)") + "\n"
    }
    if let evidence = claim.evidence {
      text += PathLayout.indented("“\(Display.plain(evidence.text))”", by: 2, on: display)
      text += "  " + display.dim("\(Display.plain(claim.document)), sentence \(evidence.sentence)") + "\n"
    }
    for line in OriginText.lines(of: claim) {
      text += PathLayout.indented(Display.plain(line), by: 4, on: display)
    }
    return text
  }

  // MARK: What was dropped

  /// What makes things that were dropped one line: they differ in the pattern alone.
  private struct DroppedLine: Hashable {
    var sentence: Int
    var relation: String
    var ends: String
    var reason: String
    var trigger: String
  }

  private static func dropped(of reading: DocumentReading, on display: Display) -> String {
    var order: [DroppedLine] = []
    var places: [DroppedLine: [String]] = [:]
    for dropped in reading.dropped {
      let line = DroppedLine(
        sentence: dropped.sentence, relation: dropped.relation,
        ends: "\(dropped.subject ?? "?") → \(dropped.object ?? "?")", reason: text(of: dropped),
        trigger: dropped.origin.trigger?.text ?? "")
      if places[line] == nil { order.append(line) }
      let place = dropped.origin.place ?? dropped.origin.source.rawValue
      if places[line]?.contains(place) != true { places[line, default: []].append(place) }
    }
    if order.isEmpty { return "" }
    var text = "\n" + display.bold("Considered and dropped in \(Display.plain(reading.document))") + "\n"
    for line in order.enumerated().sorted(by: {
      ($0.element.sentence, $0.offset) < ($1.element.sentence, $1.offset)
    })
    .map(\.element) {
      text +=
        "  \(line.sentence)  \(display.accented(Display.plain(line.relation)))  \(Display.plain(line.ends))"
        + "  at “\(Display.plain(line.trigger))”\n"
      let place = display.dim("(\((places[line] ?? []).map(Display.plain).joined(separator: ", ")))")
      text += "      \(Display.plain(line.reason))  \(place)\n"
    }
    return text
  }

  private static func text(of dropped: DroppedReading) -> String {
    let detail = dropped.detail.map { ": \($0)" } ?? ""
    switch dropped.reason {
    case .condition: return "a condition does not hold\(detail)"
    case .noSubject: return "nothing fills the subject\(detail)"
    case .noObject: return "nothing fills the object\(detail)"
    case .sameEnds: return "both ends are the same"
    case .unfit: return "its ends fit too badly"
    case .rival: return "another pattern has more right\(detail)"
    case .question: return "it is asked, not said"
    case .improbable:
      return "probability \(dropped.origin.probability.map { "\($0)" } ?? "unknown")\(detail)"
    case .stance: return "the words between tell a stance, or what somebody says"
    case .type: return "an end is of a type that the relation does not take\(detail)"
    case .againstFrames: return "the frames read the sentence otherwise\(detail)"
    case .repeated: return "the sentence says it already\(detail)"
    }
  }
}

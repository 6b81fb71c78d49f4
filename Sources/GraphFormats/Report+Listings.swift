package import Claims
package import GraphStore

extension Report {
  /// The claims behind an edge or an entity.
  package static func evidence(_ claims: [Claim], shown limit: Int?) -> Report {
    var report = Report(columns: Claim.columns)
    let shown = Array(claims.prefix(limit ?? claims.count))
    for claim in shown { report.add(claim.cells) { $0.claim(claim) } }
    report.prose = { display in
      shown.map { claim in
        var notes: [String] = []
        if claim.polarity == .negative { notes.append("denied") }
        if claim.modality != .certain { notes.append(claim.modality.rawValue) }
        if let time = claim.time { notes.append(Display.plain(time.value ?? time.text)) }
        if let source = claim.attribution { notes.append("according to \(Display.plain(source.name))") }
        if let speaker = claim.speaker { notes.append("said by \(Display.plain(speaker.name))") }
        let statement =
          "\(Display.plain(claim.subject.name)) \(display.accented(Display.plain(claim.relation))) \(Display.plain(claim.object.name))"
        let place =
          claim.evidence.map { ", sentence \($0.sentence) [\($0.range.lowerBound)–\($0.range.upperBound)]" }
          ?? ""
        let heading = statement + (notes.isEmpty ? "" : "  (\(notes.joined(separator: "; ")))") + "\n"
        if let row = claim.row { return heading + Self.place(row, of: claim.document, on: display) }
        return heading
          + PathLayout.indented("“\(Display.plain(claim.evidence?.text ?? ""))”", by: 2, on: display)
          + "  " + display.dim(Display.plain(claim.document) + place) + "\n"
      }.joined()
    }
    report.footer = more(shown: shown.count, of: claims.count, "claim")
    return report
  }

  /// Where a row of a graph file stands, and what else it says.
  private static func place(_ row: Claim.Row, of document: String, on display: Display) -> String {
    let qualifiers = row.qualifiers.map { "  \(Display.plain($0.name)): \(Display.plain($0.value))\n" }
    return qualifiers.joined() + "  " + display.dim("\(Display.plain(document)), line \(row.line)") + "\n"
  }

  /// The documents of a graph.
  package static func documents(_ documents: [DocumentSummary]) -> Report {
    var report = Report(columns: [
      "document", "characters", "sentences", "entities", "claims", "rows", "also", "extractor",
    ])
    for document in documents {
      report.add([
        document.name, String(document.length), String(document.sentences), String(document.entities),
        String(document.claims), document.rows.map(String.init) ?? "",
        document.otherNames.joined(separator: " · "), document.extractor,
      ]) { json in
        json.object { json in
          json.field("document", document.name)
          json.name("names")
          json.array { json in
            for name in document.otherNames { json.string(name) }
          }
          json.field("characters", document.length)
          json.field("sentences", document.sentences)
          json.field("entities", document.entities)
          json.field("claims", document.claims)
          json.field("rows", document.rows)
          json.field("extractor", document.extractor)
        }
      }
    }
    return report
  }
}

package import Claims
package import GraphStore

extension Report {
  /// The claims behind an edge or an entity.
  ///
  /// - Parameter surroundings: what stands around the sentence of each shown claim; empty to show none.
  /// - Parameter places: the line and the column where the sentence of each shown claim begins, where that is known.
  package static func evidence(
    _ claims: [Claim], shown limit: Int?, surroundings: [Graph.Surroundings] = [],
    places: [Graph.LinePlace?] = []
  ) -> Report {
    var report = Report(columns: Claim.columns)
    let shown = Array(claims.prefix(limit ?? claims.count))
    for claim in shown { report.add(claim.cells) { $0.claim(claim) } }
    report.prose = { display in
      shown.enumerated().map { index, claim in
        var notes: [String] = []
        if claim.polarity == .negative { notes.append("denied") }
        if claim.modality != .certain { notes.append(claim.modality.rawValue) }
        if !claim.isSure { notes.append("unsure") }
        if let time = claim.time { notes.append(Display.plain(time.value ?? time.text)) }
        if let source = claim.attribution { notes.append("according to \(Display.plain(source.name))") }
        if let speaker = claim.speaker { notes.append("said by \(Display.plain(speaker.name))") }
        let statement =
          "\(Display.plain(claim.subject.name)) \(display.accented(Display.plain(claim.relation))) \(Display.plain(claim.object.name))"
        let place =
          claim.evidence.map {
            "\(Self.page($0)), sentence \($0.sentence) [\($0.range.lowerBound)–\($0.range.upperBound)]"
          } ?? ""
        let line =
          places.indices.contains(index) ? places[index].map { ":\($0.line):\($0.column)" } ?? "" : ""
        let heading = statement + (notes.isEmpty ? "" : "  (\(notes.joined(separator: "; ")))") + "\n"
        if let row = claim.row { return heading + Self.place(row, of: claim.document, on: display) }
        return heading
          + Self.paragraph(
            of: claim, surroundings.indices.contains(index) ? surroundings[index] : nil, on: display)
          + "  " + display.dim(Display.plain(claim.document) + line + place) + "\n"
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

  /// The page of a sentence, with the number that is printed on it where that is another.
  static func page(_ evidence: Claim.Evidence) -> String {
    page(evidence.page, evidence.pageLabel)
  }

  static func page(_ page: Int?, _ label: String?) -> String {
    guard let page else { return "" }
    let label =
      label.flatMap { $0 == String(page) ? nil : " (printed \(Display.plain($0)))" } ?? ""
    return ", p. \(page)\(label)"
  }

  /// The sentence of a claim, with those around it.
  private static func paragraph(of claim: Claim, _ surroundings: Graph.Surroundings?, on display: Display)
    -> String
  {
    func lines(_ texts: [String]) -> String {
      texts.map { display.dim(PathLayout.indented(Display.plain($0), by: 2, on: display)) }.joined()
    }
    return lines(surroundings?.before ?? [])
      + PathLayout.indented("“\(Display.plain(claim.evidence?.text ?? ""))”", by: 2, on: display)
      + lines(surroundings?.after ?? [])
  }
}

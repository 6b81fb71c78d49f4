internal import Claims
package import GraphFormats

extension CorpusEvaluation {
  /// The figures as an answer: by kind of text and by relation, the table of confidence, and the lists that are asked for.
  package func report(listsMisses: Bool, listsExtra: Bool) -> Report {
    let columns = ["of", "core", "more", "precision", "edges", "traps", "F1"]
    var report = Report(columns: columns)
    let kinds = self.kinds.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let relations = self.relations.sorted { left, right in
      let (a, b) = (
        left.value.core.total + left.value.more.total, right.value.core.total + right.value.more.total
      )
      return a == b ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8) : a > b
    }
    let parts = kinds.map { ("text \($0.key)", $0.value) } + [("all texts", total)]
    report.rows =
      parts.map { [$0.0] + Self.cells($0.1) }
      + relations.map { ["relation \($0.key)"] + Self.cells($0.value) }
    report.records.append { json in
      json.object { json in
        json.field("texts", texts)
        json.figures(total)
        json.named("kinds", kinds)
        json.named("relations", relations)
        json.confidence(self)
        json.rows("fallen", fallen)
        if listsMisses { json.rows("misses", missed) }
        if listsExtra {
          json.name("extra")
          json.array { json in
            for (_, claim) in extra { json.claim(claim) }
          }
        }
      }
    }
    report.prose = { display in
      var text = ""
      if listsMisses {
        for (file, row) in missed { text += Self.line("missed \(row.tier.rawValue) \(file)", row) }
      }
      for (file, row) in fallen { text += Self.line("trap \(file)", row) }
      if listsExtra { for (_, claim) in extra { text += Self.line(claim) } }
      if !text.isEmpty { text += "\n" }
      let byKind = parts.map { [String($0.0.drop { $0 != " " }.dropFirst())] + Self.cells($0.1) }
      text += TextTable(columns: ["text"] + columns.dropFirst(), rows: byKind).text(on: display) + "\n"
      text +=
        TextTable(
          columns: ["relation"] + columns.dropFirst(), rows: relations.map { [$0.key] + Self.cells($0.value) }
        )
        .text(on: display) + "\n"
      return text + confidenceTable(on: display)
    }
    return report
  }

  private func confidenceTable(on display: Display) -> String {
    let rows = tenths.enumerated().filter { $1.claims.total > 0 }.map { index, tenth in
      [
        "\(Double(index) / 10)–\(Double(index + 1) / 10)", String(tenth.claims.total),
        Self.hundredths(tenth.meanConfidence), Self.hundredths(tenth.claims.ratio ?? 0),
      ]
    }
    let error = calibrationError.map { "expected calibration error: \(Self.hundredths($0))\n" } ?? ""
    return TextTable(columns: ["confidence", "claims", "mean", "right"], rows: rows).text(on: display) + error
  }

  private static func cells(_ figures: Figures) -> [String] {
    func cell(_ share: Evaluation.Share) -> String {
      share.ratio.map { "\(share.found)/\(share.total) (\(Int(($0 * 100).rounded())) %)" } ?? ""
    }
    return [
      cell(figures.core), cell(figures.more), cell(figures.claims), cell(figures.edges), cell(figures.traps),
      thousandths(figures.f1),
    ]
  }

  private static func hundredths(_ value: Double) -> String { decimal(value, digits: 2) }
  private static func thousandths(_ value: Double) -> String { decimal(value, digits: 3) }

  /// A number from 0 to 1 with a fixed number of digits behind the point.
  private static func decimal(_ value: Double, digits: Int) -> String {
    let scale = digits == 2 ? 100.0 : 1000
    guard let number = Int(exactly: (value * scale).rounded()) else { return "\(value)" }
    let text = String(number)
    let padded = String(repeating: "0", count: max(0, digits + 1 - text.utf8.count)) + text
    return "\(padded.dropLast(digits)).\(padded.suffix(digits))"
  }

  private static func line(_ label: String, _ row: GoldTable.Row) -> String {
    let statement = "\(row.subjects[0]) | \(row.relations[0]) | \(row.objects[0])"
    return "\(Display.plain(label)) \(row.id): \(Display.plain(statement))   … \(Display.plain(row.cue))\n"
  }

  private static func line(_ claim: Claim) -> String {
    let statement =
      "\(Display.plain(claim.subject.name)) | \(claim.relation) | \(Display.plain(claim.object.name))"
    let how =
      "\(claim.polarity.rawValue), \(claim.modality.rawValue), \(claim.method.rawValue) \(claim.confidence)"
    let evidence = Display.plain(String((claim.evidence?.text ?? "").prefix(150)))
    return "extra \(Display.plain(claim.document)): \(statement) [\(how)]   … \(evidence)\n"
  }
}

extension JSONWriter {
  /// Writes figures into the object that is open.
  fileprivate mutating func figures(_ figures: CorpusEvaluation.Figures) {
    let shares = [
      ("core", figures.core, "found"), ("more", figures.more, "found"), ("claims", figures.claims, "right"),
      ("edges", figures.edges, "right"), ("traps", figures.traps, "fallen"),
    ]
    for (name, share, found) in shares {
      self.name(name)
      object { json in
        json.field(found, share.found)
        json.field("total", share.total)
      }
    }
    name("f1")
    number(figures.f1)
  }

  fileprivate mutating func named(_ name: String, _ parts: [(key: String, value: CorpusEvaluation.Figures)]) {
    self.name(name)
    array { json in
      for (key, figures) in parts {
        json.object { json in
          json.field("name", key)
          json.figures(figures)
        }
      }
    }
  }

  fileprivate mutating func confidence(_ evaluation: CorpusEvaluation) {
    name("confidence")
    array { json in
      for (index, tenth) in evaluation.tenths.enumerated() where tenth.claims.total > 0 {
        json.object { json in
          json.name("from")
          json.number(Double(index) / 10)
          json.field("claims", tenth.claims.total)
          json.field("right", tenth.claims.found)
          json.name("mean")
          json.number(tenth.meanConfidence)
        }
      }
    }
    name("calibration_error")
    if let error = evaluation.calibrationError { number(error) } else { null() }
  }

  fileprivate mutating func rows(_ name: String, _ rows: [(text: String, row: GoldTable.Row)]) {
    self.name(name)
    array { json in
      for (text, row) in rows {
        json.object { json in
          json.field("text", text)
          json.field("id", row.id)
          json.field("subject", row.subjects[0])
          json.field("relation", row.relations[0])
          json.field("object", row.objects[0])
          json.field("cue", row.cue)
        }
      }
    }
  }
}

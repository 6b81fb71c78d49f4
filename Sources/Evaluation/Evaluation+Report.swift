internal import Claims
package import GraphFormats

extension Evaluation {
  /// The figures as an answer: a line of totals, a table by relation, and the lists that are asked for.
  package func report(listsMisses: Bool, listsExtra: Bool) -> Report {
    let columns = ["relation", "core", "more", "traps", "claims", "in a row"]
    var report = Report(columns: columns)
    report.rows = relations.map { [$0.relation] + Self.cells($0.figures) }
    report.records.append { json in
      json.object { json in
        json.figures(total)
        json.name("relations")
        json.array { json in
          for (relation, figures) in relations {
            json.object { json in
              json.field("relation", relation)
              json.figures(figures)
            }
          }
        }
        json.name("fallen")
        json.rows(fallen)
        if listsMisses {
          json.name("misses")
          json.rows(missed)
        }
        if listsExtra {
          json.name("extra")
          json.array { json in
            for claim in extra { json.claim(claim) }
          }
        }
      }
    }
    report.prose = { [rows = report.rows] display in
      var text = ""
      if listsMisses { text += lines({ "missed \($0.tier.rawValue)" }, missed) }
      text += lines("trap", fallen)
      if listsExtra {
        for claim in extra {
          text +=
            "extra: \(Display.plain(claim.subject.name)) | \(claim.relation) | \(Display.plain(claim.object.name))"
            + " [\(claim.polarity.rawValue), \(claim.modality.rawValue)]"
            + "   … \(Display.plain(String((claim.evidence?.text ?? "").prefix(160))))\n"
        }
      }
      if !text.isEmpty { text += "\n" }
      text += TextTable(columns: columns, rows: rows).text(on: display)
      return text + "\n" + summary
    }
    return report
  }

  /// The totals in words.
  package var summary: String {
    func part(_ share: Share) -> String { "\(share.found) of \(share.total)" + Self.percent(share) }
    return """
      recall: core \(part(total.core)), more \(part(total.more))
      traps: fallen into \(total.traps.found) of \(total.traps.total)
      precision: at least \(part(total.claims)) of the canonical claims are in a row

      """
  }

  private func lines(_ label: (GoldTable.Row) -> String, _ rows: [GoldTable.Row]) -> String {
    rows.map { row in
      let statement = "\(row.subjects[0]) | \(row.relations[0]) | \(row.objects[0])"
      return "\(label(row)) \(row.id): \(Display.plain(statement))   … \(Display.plain(row.cue))\n"
    }.joined()
  }

  private func lines(_ label: String, _ rows: [GoldTable.Row]) -> String { lines({ _ in label }, rows) }

  private static func cells(_ figures: Figures) -> [String] {
    func cell(_ share: Share) -> String { share.total == 0 ? "" : "\(share.found)/\(share.total)" }
    return [
      cell(figures.core), cell(figures.more), cell(figures.traps), String(figures.claims.total),
      String(figures.claims.found),
    ]
  }

  /// " (87.5 %)", rounded half up to a tenth.
  private static func percent(_ share: Share) -> String {
    guard share.total > 0 else { return "" }
    let thousandths = (share.found * 2_000 + share.total) / (share.total * 2)
    return " (\(thousandths / 10).\(thousandths % 10) %)"
  }
}

extension JSONWriter {
  /// Writes figures into the object that is open.
  fileprivate mutating func figures(_ figures: Evaluation.Figures) {
    share("core", figures.core, "found", "rows")
    share("more", figures.more, "found", "rows")
    share("traps", figures.traps, "fallen", "rows")
    share("claims", figures.claims, "in_rows", "total")
    number("recall", figures.recall.ratio)
    number("precision", figures.claims.ratio)
  }

  private mutating func share(_ name: String, _ share: Evaluation.Share, _ found: String, _ total: String) {
    self.name(name)
    object { json in
      json.field(found, share.found)
      json.field(total, share.total)
    }
  }

  private mutating func number(_ name: String, _ value: Double?) {
    self.name(name)
    if let value { number(value) } else { null() }
  }

  fileprivate mutating func rows(_ rows: [GoldTable.Row]) {
    array { json in
      for row in rows {
        json.object { json in
          json.field("id", row.id)
          json.field("tier", row.tier.rawValue)
          for (name, values) in [
            ("subject", row.subjects), ("relation", row.relations), ("object", row.objects),
          ] {
            json.name(name)
            json.array { json in
              for value in values { json.string(value) }
            }
          }
          json.field("polarity", row.polarity.rawValue)
          json.name("modality")
          json.array { json in
            for value in row.modalities { json.string(value.rawValue) }
          }
          json.field("cue", row.cue)
          json.field("line", row.line)
        }
      }
    }
  }
}

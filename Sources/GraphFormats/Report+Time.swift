package import Claims
package import GraphStore

extension Report {
  /// Who held an office.
  ///
  /// - Parameter time: where an answer for a time is wanted, that time.
  package static func holders(_ terms: [OfficeTerm], at time: EDTFInterval?) -> Report {
    let answers = terms.map { term in time.map { term.answer(at: $0) } }
    var report = Report(
      columns: ["person", "office", "from", "to", "at"] + (time == nil ? [] : ["then"]) + [
        "how known", "document", "sentence", "evidence",
      ])
    for (term, answer) in zip(terms, answers) {
      let claim = term.claims.first
      report.add(
        [term.person.name, term.office, term.from ?? "", term.to ?? "", term.moment ?? ""]
          + (answer.map { [$0.rawValue] } ?? []) + [
            term.ground.rawValue, claim?.document ?? "", claim?.evidence.map { String($0.sentence) } ?? "",
            claim?.evidence?.text ?? claim?.row?.note ?? "",
          ]
      ) { json in
        json.object { json in
          json.field("person", term.person)
          json.field("office", term.office)
          json.field("from", term.from)
          json.field("to", term.to)
          json.field("at", term.moment)
          if let answer { json.field("then", answer.rawValue) }
          json.field("how_known", term.ground.rawValue)
          json.name("claims")
          json.array { json in
            for claim in term.claims { json.claim(claim) }
          }
        }
      }
    }
    let table = TextTable(
      columns: ["person", "office", "from", "to", "at"] + (time == nil ? [] : ["then"]) + [
        "how known", "where", "evidence",
      ],
      rows: report.rows.indices.map { index in
        let row = report.rows[index]
        let place = terms[index].claims.first.map(Self.place) ?? ""
        return Array(row.dropLast(3)) + [place, row.last ?? ""]
      })
    report.prose = { table.text(on: $0) }
    let notes = gapsAndOverlaps(terms)
    report.footer = notes.isEmpty ? nil : notes.joined(separator: "; ")
    return report
  }

  /// Between which whole terms nobody is known, and in which there are two.
  private static func gapsAndOverlaps(_ terms: [OfficeTerm]) -> [String] {
    let whole = terms.compactMap { term -> (person: String, from: CalendarDate, to: CalendarDate)? in
      guard term.ground == .term, let from = term.from.flatMap({ EDTFInterval($0) })?.last,
        let to = term.to.flatMap({ EDTFInterval($0) })?.first
      else { return nil }
      return (term.person.name, from, to)
    }
    // A later term may end before an earlier one: the one that reaches farthest is compared.
    var notes: [String] = []
    var farthest = whole.first
    for term in whole.dropFirst() {
      guard let last = farthest, let end = last.to.dayNumber, let start = term.from.dayNumber else {
        continue
      }
      if start < end {
        notes.append(
          "overlap: \(Display.plain(last.person)) and \(Display.plain(term.person)), \(term.from.iso) to \(last.to.iso)"
        )
      } else if start > end + 31 {
        notes.append("gap: \(last.to.iso) to \(term.from.iso)")
      }
      if term.to.dayNumber ?? 0 > end { farthest = term }
    }
    return notes
  }

  /// What documents contradict each other in.
  package static func contradictions(_ found: [Contradiction], shown limit: Int?) -> Report {
    var report = Report(columns: [
      "kind", "time", "subject", "relation", "object", "when", "document", "sentence", "evidence",
      "other_subject",
      "other_object", "other_when", "other_document", "other_sentence", "other_evidence",
    ])
    let shown = Array(found.prefix(limit ?? found.count))
    for pair in shown {
      func cells(_ claim: Claim) -> [String] {
        [
          claim.when, claim.document, claim.evidence.map { String($0.sentence) } ?? "",
          claim.evidence?.text ?? claim.row?.note ?? "",
        ]
      }
      let (left, right) = (pair.left, pair.right)
      let time = pair.isAtOneTime ? "same" : "not known"
      report.add(
        [pair.kind.rawValue, time, left.subject.name, left.relation, left.object.name] + cells(left)
          + [right.subject.name, right.object.name] + cells(right)
      ) { json in
        json.object { json in
          json.field("kind", pair.kind.rawValue)
          json.field("time", time)
          json.name("claims")
          json.array { json in
            json.claim(left)
            json.claim(right)
          }
        }
      }
    }
    report.prose = { display in
      shown.map { pair in
        let heading =
          pair.kind == .denied ? "stated and denied" : "two values of \(Display.plain(pair.left.relation))"
        let time = pair.isAtOneTime ? "" : display.dim("  (times not known)")
        let sides = [pair.left, pair.right].map { claim in
          let when = claim.when.isEmpty ? "" : " (\(Display.plain(claim.when)))"
          return "  \(Display.plain(claim.subject.name)) \(display.accented(Display.plain(claim.relation))) "
            + "\(Display.plain(claim.object.name))\(claim.polarity == .negative ? " — denied" : "")\(when)\n"
            + PathLayout.indented(
              "“\(Display.plain(claim.evidence?.text ?? claim.row?.note ?? ""))”", by: 6, on: display)
            + "      " + display.dim(Display.plain(Self.place(claim))) + "\n"
        }
        return display.bold(heading) + time + "\n" + sides.joined()
      }.joined(separator: "\n")
    }
    report.footer = more(shown: shown.count, of: found.count, "contradiction")
    return report
  }
}

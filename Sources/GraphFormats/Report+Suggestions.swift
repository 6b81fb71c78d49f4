package import Claims
package import GraphStore

extension Report {
  /// How alike two names are.
  package static func comparison(_ left: String, _ right: String, _ comparison: NameComparison) -> Report {
    var report = weights(comparison.features, score: comparison.score)
    report.title = "\(Display.plain(left)) and \(Display.plain(right)): \(comparison.score)"
    report.records = [
      { json in
        json.object { json in
          json.field("left", left)
          json.field("right", right)
          json.comparison(comparison.score, comparison.features)
          json.name("certain")
          json.bool(comparison.isCertain)
        }
      }
    ]
    return report
  }

  private static func weights(_ features: [NameComparison.Feature], score: Double) -> Report {
    var report = Report(columns: ["weight", "feature"])
    report.rows = features.map { [shown($0.weight), $0.name] }
    return report
  }

  private static func shown(_ weight: Double) -> String {
    let rounded = (weight * 100).rounded() / 100
    return rounded > 0 ? "+\(rounded)" : "\(rounded)"
  }

  /// Why two names are one entity or might be.
  package static func grounds(
    _ left: EntityName, _ right: EntityName, features: [NameComparison.Feature], chain: [IdentityStep]?,
    apart: [IdentityStep]?, evidence: [Claim]
  ) -> Report {
    let score = NameComparison.probability(features.reduce(0) { $0 + $1.weight })
    var report = weights(features, score: score)
    report.title =
      "\(Display.plain(left.name)) (\(left.type)) and \(Display.plain(right.name)) (\(right.type)): \(score)"
    var lines: [String] = []
    if let chain, !chain.isEmpty { lines.append("one, since " + chain.map(\.words).joined(separator: "; ")) }
    if let apart, !apart.isEmpty {
      lines.append("kept apart, since " + apart.map(\.words).joined(separator: "; "))
    }
    let table = TextTable(columns: report.columns, rows: report.rows)
    let stated = lines
    report.prose = { display in
      var text = features.isEmpty ? "" : table.text(on: display)
      for line in stated { text += Display.plain(line) + "\n" }
      for claim in evidence {
        text += PathLayout.indented("“\(Display.plain(claim.evidence?.text ?? ""))”", by: 2, on: display)
        text += "  " + display.dim(Display.plain(claim.document)) + "\n"
      }
      return text
    }
    report.records = [
      { json in
        json.object { json in
          json.field("left", left)
          json.field("right", right)
          json.comparison(score, features)
          json.name("one_since")
          json.strings((chain ?? []).map(\.words))
          json.name("apart_since")
          json.strings((apart ?? []).map(\.words))
          json.name("evidence")
          json.array { json in for claim in evidence { json.claim(claim) } }
        }
      }
    ]
    return report
  }

  /// Pairs that may be one, a row a pair.
  package static func suggestions(_ suggestions: [Suggestion], of total: Int) -> Report {
    var report = Report(columns: ["score", "left", "left_type", "right", "right_type", "features"])
    for suggestion in suggestions {
      report.add([
        String(suggestion.score), suggestion.left.name.name, suggestion.left.name.type,
        suggestion.right.name.name, suggestion.right.name.type,
        suggestion.features.map { "\(shown($0.weight)) \($0.name)" }.joined(separator: "; "),
      ]) { json in
        json.object { json in
          json.side("left", suggestion.left)
          json.side("right", suggestion.right)
          json.comparison(suggestion.score, suggestion.features)
        }
      }
    }
    report.footer = more(shown: suggestions.count, of: total, "suggestion")
    return report
  }
}

extension JSONWriter {
  fileprivate mutating func side(_ name: String, _ side: Suggestion.Side) {
    self.name(name)
    object { json in
      json.field("entity", side.identifier)
      json.field("name", side.name.name)
      json.field("type", side.name.type)
    }
  }
}

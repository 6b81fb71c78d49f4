internal import Claims
package import GraphStore

extension Report {
  /// What judging did, or would do.
  package static func effect(_ effect: JudgementEffect, what: String, isRehearsal: Bool) -> Report {
    var report = Report(columns: ["batch", "judgements", "edges_before", "edges_after", "new_loops"])
    report.add([
      String(effect.batch), effect.numbers.map(String.init).joined(separator: " "),
      String(effect.edgesBefore), String(effect.edgesAfter), String(effect.newLoops),
    ]) { json in
      json.object { json in
        json.field("batch", effect.batch)
        json.name("judgements")
        json.array { json in for number in effect.numbers { json.integer(number) } }
        json.name("dry_run")
        json.bool(isRehearsal)
        json.field("edges_before", effect.edgesBefore)
        json.field("edges_after", effect.edgesAfter)
        json.field("new_loops", effect.newLoops)
        json.contradictions(effect.contradictions)
      }
    }
    report.prose = { _ in
      var text = isRehearsal ? "\(what): nothing is kept\n" : "\(what): batch \(effect.batch)\n"
      if effect.edgesBefore != effect.edgesAfter {
        text += "  \(count(effect.edgesBefore, "edge")) become \(effect.edgesAfter)\n"
      }
      if effect.newLoops > 0 {
        text += "  \(count(effect.newLoops, "edge")) from a thing to itself\n"
      }
      for contradiction in effect.contradictions {
        let values = contradiction.values.map(Display.plain).joined(separator: " and ")
        text +=
          "  contradiction: \(Display.plain(contradiction.entity)) \(contradiction.relation) \(values)\n"
      }
      return text
    }
    if !isRehearsal { report.footer = "`kg undo --batch \(effect.batch)` takes it back" }
    return report
  }

  /// Judgements, one a row.
  package static func judgements(_ judgements: [Judgement]) -> Report {
    var report = Report(columns: [
      "judgement", "batch", "verdict", "left", "right", "value", "score", "because", "judge", "at", "voids",
    ])
    for judgement in judgements {
      report.add([
        String(judgement.number), String(judgement.batch), judgement.verdict.rawValue, judgement.left.shown,
        judgement.right.shown, judgement.value ?? "", judgement.score.map { String($0) } ?? "",
        judgement.reason ?? "", judgement.judge, judgement.at, judgement.voids.map(String.init) ?? "",
      ]) { $0.judgement(judgement) }
    }
    return report
  }
}

extension JSONWriter {
  /// Writes a judgement as `JudgementFile` reads it.
  mutating func judgement(_ judgement: Judgement) {
    object { json in
      json.field("judgement", judgement.number)
      json.field("batch", judgement.batch)
      json.field("verdict", judgement.verdict.rawValue)
      json.field("left", judgement.left)
      json.field("right", judgement.right)
      json.field("value", judgement.value)
      json.name("score")
      if let score = judgement.score { json.number(score) } else { json.null() }
      json.field("because", judgement.reason)
      json.field("judge", judgement.judge)
      json.field("at", judgement.at)
      json.field("voids", judgement.voids)
    }
  }

  /// Writes what a judgement is anchored to.
  mutating func field(_ name: String, _ key: EntityKey) {
    self.name(name)
    object { json in
      json.field("name", key.identifier == nil ? key.folded : nil)
      json.field("part", key.part)
      json.field("identifier", key.identifier)
    }
  }
}

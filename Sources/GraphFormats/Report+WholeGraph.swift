internal import Claims
package import GraphStore

extension Report {
  /// How much a graph holds, and how it hangs together.
  package static func statistics(_ statistics: GraphStatistics, _ shape: GraphShape) -> Report {
    var report = Report(columns: ["what", "name", "count"])
    let totals = totals(of: statistics)
    report.rows = totals.map { ["total", $0.0, String($0.1)] }
    report.rows += statistics.types.map { ["type", $0.name, String($0.count)] }
    report.rows += statistics.relations.map { ["relation", $0.name, String($0.count)] }
    report.rows += degrees(of: shape).map { ["degree", $0.0, String($0.1)] }
    report.rows += classes(of: shape).map { ["entities of degree", $0.0, String($0.1)] }
    report.rows += components(of: shape).map { ["components", $0.0, String($0.1)] }
    report.records.append { json in
      json.object { json in
        for (name, count) in totals { json.field(name, count) }
        for (name, counts) in [("types", statistics.types), ("relations", statistics.relations)] {
          json.name(name)
          json.object { json in
            for count in counts { json.field(count.name, count.count) }
          }
        }
        write(shape, to: &json)
      }
    }
    report.prose = { display in prose(statistics, shape, on: display) }
    return report
  }

  private static func totals(of statistics: GraphStatistics) -> [(String, Int)] {
    [
      ("documents", statistics.documents), ("sentences", statistics.sentences),
      ("entities", statistics.entities), ("mentions", statistics.mentions), ("claims", statistics.claims),
      ("edges", statistics.edges),
    ]
  }

  private static func degrees(of shape: GraphShape) -> [(String, Int)] {
    [("median", shape.median), ("p90", shape.ninetieth), ("p99", shape.ninetyNinth), ("max", shape.greatest)]
  }

  private static func classes(of shape: GraphShape) -> [(String, Int)] {
    shape.degrees.map { (Self.range($0.degrees), $0.entities) }
  }

  private static func components(of shape: GraphShape) -> [(String, Int)] {
    [("count", shape.components), ("largest", shape.largestComponent)]
  }

  private static func write(_ shape: GraphShape, to json: inout JSONWriter) {
    json.name("degree")
    json.object { json in
      for (name, value) in degrees(of: shape) { json.field(name, value) }
      json.name("hub")
      if let hub = shape.hub { json.object { $0.nameAndType(hub) } } else { json.null() }
      json.name("distribution")
      json.array { json in
        for degree in shape.degrees {
          json.object { json in
            json.field("least", degree.degrees.lowerBound)
            json.field("most", degree.degrees.upperBound)
            json.field("entities", degree.entities)
          }
        }
      }
    }
    json.name("components")
    json.object { json in
      for (name, value) in components(of: shape) { json.field(name, value) }
    }
  }

  private static func prose(_ statistics: GraphStatistics, _ shape: GraphShape, on display: Display) -> String
  {
    let screen = Display(width: display.width ?? 80)
    let heading = totals(of: statistics).map { count($0.1, of: $0.0) }.joined(separator: ", ")
    let lists = [
      ("type", statistics.types.map { ($0.name, $0.count) }),
      ("relation", statistics.relations.map { ($0.name, $0.count) }),
      ("edges of an entity", classes(of: shape)),
    ]
    var text = PathLayout.indented(heading, by: 0, on: screen)
    text += "\n" + SideBySide(lists.map { SideBySide.Column(title: $0.0, counts: $0.1) }).text(on: display)
    guard shape.components > 0 else { return text }
    var summary = "half of the entities have at most \(count(shape.median, "edge")), "
    summary += "nine in ten \(shape.ninetieth), 99 in 100 \(shape.ninetyNinth)"
    summary += shape.hub.map { "; the most, \(shape.greatest), has \(Display.plain($0.name))" } ?? ""
    summary += "; \(count(shape.components, "component")), "
    summary += "the largest of \(count(shape.largestComponent, "entity", many: "entities"))"
    return text + "\n" + PathLayout.indented(summary, by: 0, on: screen)
  }

  /// A number with the plural of what it counts, or its singular.
  private static func count(_ count: Int, of plural: String) -> String {
    "\(count) " + (count != 1 ? plural : plural == "entities" ? "entity" : String(plural.dropLast()))
  }

  /// Entities by rank.
  package static func ranking(_ answer: RankAnswer) -> Report {
    var report = Report(columns: ["rank", "name", "type", "pagerank", "degree", "in", "out"])
    for (index, entity) in answer.entities.enumerated() {
      report.add([
        String(index + 1), entity.name.name, entity.name.type, "\(entity.pagerank)", String(entity.degree),
        String(entity.incoming), String(entity.outgoing),
      ]) { json in
        json.object { json in
          json.field("rank", index + 1)
          json.nameAndType(entity.name)
          json.name("pagerank")
          json.number(entity.pagerank)
          json.field("degree", entity.degree)
          json.field("in", entity.incoming)
          json.field("out", entity.outgoing)
        }
      }
    }
    if answer.entities.count < answer.total {
      report.footer =
        "\(answer.entities.count) of \(Self.count(answer.total, "entity", many: "entities")); --top \(answer.total) shows them all"
    }
    return report
  }

  /// The components of a graph.
  package static func components(_ components: [Component], of total: Int) -> Report {
    var report = Report(columns: ["component", "entities", "edges", "center", "center_type"])
    for component in components {
      report.add([
        String(component.number), String(component.size), String(component.edges), component.center.name,
        component.center.type,
      ]) { json in
        json.object { json in
          json.field("component", component.number)
          json.field("entities", component.size)
          json.field("edges", component.edges)
          json.field("center", component.center)
        }
      }
    }
    report.footer = more(shown: components.count, of: total, "component")
    return report
  }

  private static func range(_ degrees: ClosedRange<Int>) -> String {
    degrees.count == 1 ? "\(degrees.lowerBound)" : "\(degrees.lowerBound)-\(degrees.upperBound)"
  }
}

extension RowStream {
  /// The columns of a member of a component.
  package static let memberColumns = ["component", "name", "type", "degree"]

  /// Writes a member of a component.
  package mutating func add(_ member: ComponentMember) throws {
    try add([String(member.component), member.name.name, member.name.type, String(member.degree)]) { json in
      json.object { json in
        json.field("component", member.component)
        json.nameAndType(member.name)
        json.field("degree", member.degree)
      }
    }
  }
}

extension JSONWriter {
  /// Writes an entity's fields into the object that is open.
  mutating func nameAndType(_ entity: EntityName) {
    field("name", entity.name)
    field("type", entity.type)
  }
}

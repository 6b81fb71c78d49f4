internal import Claims
package import GraphStore

extension Report {
  /// The edges around an entity.
  package static func neighbors(of entity: EntityName, _ answer: NeighborAnswer, hops: Int) -> Report {
    var report = Report(columns: Edge.columns)
    for edge in answer.edges { report.add(edge.cells) { $0.edge(edge) } }
    report.edges = answer.edges
    report.title = "\(Display.plain(entity.name)) (\(Display.plain(entity.type)))"
    let table = Self.table(around: answer.edges, hops: hops)
    report.prose = { table.text(on: $0) }
    let notes = [
      Self.more(shown: answer.edges.count, of: answer.total, "edge"), Self.untimed(answer.undated),
    ].compactMap { $0 }
    report.footer = notes.isEmpty ? nil : notes.joined(separator: "; ")
    return report
  }

  /// The edges as people see them: a column stands only where an edge fills it.
  private static func table(around edges: [Edge], hops: Int) -> TextTable {
    let isDoubtful = edges.contains { !$0.doubt.isEmpty }
    let isTimed = edges.contains { !$0.times.isEmpty }
    let isSaid = edges.contains { $0.saidBy != nil }
    let columns =
      (hops > 1 ? ["hop"] : []) + ["", "relation", "neighbor", "type", "support"]
      + (isDoubtful ? ["how"] : [])
      + (isTimed ? ["when"] : []) + (isSaid ? ["said by"] : []) + ["where", "evidence"]
    let rows = edges.map { edge -> [String] in
      // Farther out the near end is not the entity asked for, and has to be named.
      let near = edge.neighbor == edge.object ? edge.subject : edge.object
      let relation = edge.hop > 1 ? "\(near.name) \(Self.arrow(edge)) \(edge.relation)" : edge.relation
      var row = hops > 1 ? [String(edge.hop)] : []
      row += [Self.arrow(edge), relation, edge.neighbor.name, edge.neighbor.type, String(edge.support)]
      if isDoubtful { row.append(edge.doubt) }
      if isTimed { row.append(edge.when) }
      if isSaid { row.append(edge.saidBy ?? "") }
      return row + [Self.place(edge), Self.ground(edge)]
    }
    return TextTable(columns: columns, rows: rows)
  }

  /// Says of how many edges no time is known; nil for none.
  static func untimed(_ count: Int) -> String? {
    count == 0 ? nil : "of \(Self.count(count, "more edge")) no time is known"
  }

  /// Adds a line's words to those under the table.
  package mutating func addNote(_ note: String?) {
    guard let note else { return }
    footer = footer.map { "\($0); \(note)" } ?? note
  }

  /// How many of something there are.
  package static func count(_ count: Int, of noun: String) -> Report {
    var report = Report(columns: [noun + "s"])
    report.add([String(count)]) { json in json.object { $0.field(noun + "s", count) } }
    report.prose = { _ in Self.count(count, noun) + "\n" }
    return report
  }

  /// One entity.
  ///
  /// - Parameter members: those that are one in it; they are shown where it is more than one.
  package static func description(_ entity: EntityDescription, members: [EntityMember] = []) -> Report {
    var report = Report(columns: ["relation", "direction", "edges"])
    report.rows = entity.relations.map { [$0.relation, $0.direction.rawValue, String($0.count)] }
    report.records.append { json in
      json.object { json in
        json.field("name", entity.name.name)
        json.field("type", entity.name.type)
        json.field("identifier", entity.name.identifier)
        json.name("aliases")
        json.array { json in
          for alias in entity.aliases { json.string(alias) }
        }
        json.field("documents", entity.documents)
        json.field("mentions", entity.mentions)
        json.field("claims", entity.claims)
        json.field("edges", entity.edges)
        if members.count > 1 { json.members(members) }
        json.name("relations")
        json.array { json in
          for count in entity.relations {
            json.object { json in
              json.field("relation", count.relation)
              json.field("direction", count.direction.rawValue)
              json.field("count", count.count)
            }
          }
        }
      }
    }
    report.title = "\(Display.plain(entity.name.name)) (\(Display.plain(entity.name.type)))"
    let table = TextTable(columns: report.columns, rows: report.rows)
    report.prose = { display in
      var text =
        entity.aliases.isEmpty ? "" : "also: \(entity.aliases.map(Display.plain).joined(separator: " · "))\n"
      text += "\(Self.count(entity.mentions, "mention")) in \(Self.count(entity.documents, "document")), "
      text += "\(Self.count(entity.claims, "claim")), \(Self.count(entity.edges, "edge"))\n"
      if members.count > 1 { text += "\n" + Self.members(members).text(on: display) }
      return entity.relations.isEmpty ? text : text + "\n" + table.text(on: display)
    }
    return report
  }

  /// What a search found.
  package static func search(_ answer: SearchAnswer) -> Report {
    var report = Report(columns: [
      "kind", "name", "type", "document", "page", "sentence", "start", "end", "speaker", "text",
    ])
    for candidate in answer.entities {
      let name = candidate.name
      report.add(["entity", name.name, name.type, "", "", "", "", "", "", ""]) { json in
        json.object { json in
          json.field("kind", "entity")
          json.field("name", name.name)
          json.field("type", name.type)
          json.field("edges", candidate.edges)
        }
      }
    }
    for hit in answer.sentences { report.add(hit) }
    report.prose = { display in prose(answer, on: display) }
    report.footer = Self.more(shown: answer.sentences.count, of: answer.total, "sentence")
    return report
  }

  private mutating func add(_ hit: SentenceHit) {
    add([
      "sentence", "", "", hit.document, hit.page.map(String.init) ?? "", String(hit.sentence),
      String(hit.range.lowerBound), String(hit.range.upperBound), hit.speaker ?? "", hit.text,
    ]) { json in
      json.object { json in
        json.field("kind", "sentence")
        json.field("document", hit.document)
        json.field("page", hit.page)
        json.field("sentence", hit.sentence)
        json.field("start", hit.range.lowerBound)
        json.field("end", hit.range.upperBound)
        json.field("speaker", hit.speaker)
        json.field("text", hit.text)
        json.name("matches")
        json.array { json in
          for match in hit.matches {
            json.array { json in
              json.integer(match.lowerBound)
              json.integer(match.upperBound)
            }
          }
        }
      }
    }
  }

  private static func prose(_ answer: SearchAnswer, on display: Display) -> String {
    var text = ""
    if !answer.entities.isEmpty {
      let shown = answer.entities.prefix(10)
      text += TextTable(
        columns: ["name", "type", "edges"],
        rows: shown.map { [$0.name.name, $0.name.type, String($0.edges)] }
      ).text(on: display)
      if answer.entities.count > 10 {
        text += display.dim("and \(answer.entities.count - 10) more names") + "\n"
      }
      if answer.areNamesNear {
        text += display.dim("no name holds the words; these are spelled nearly so") + "\n"
      }
      text += answer.sentences.isEmpty ? "" : "\n"
    }
    for hit in answer.sentences {
      let page = hit.page.map { ", p. \($0)" } ?? ""
      text += display.dim("\(Display.plain(hit.document))\(page), sentence \(hit.sentence)") + "\n"
      text += Self.marked(
        PathLayout.indented(Display.plain(hit.text), by: 2, on: display), hit, on: display)
    }
    return text
  }

  /// A paragraph in which the words that were searched for stand out.
  private static func marked(_ paragraph: String, _ hit: SentenceHit, on display: Display) -> String {
    guard display.usesColor else { return paragraph }
    let scalars = Array(hit.text.unicodeScalars)
    let words = Set(
      hit.matches.compactMap { match -> String? in
        let (from, to) = (match.lowerBound - hit.range.lowerBound, match.upperBound - hit.range.lowerBound)
        guard from >= 0, from < to, to <= scalars.count else { return nil }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars[from..<to])
        return String(word)
      })
    // By lines and words, since the paragraph is wrapped already.
    return paragraph.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.split(separator: " ", omittingEmptySubsequences: false).map { piece in
        let word = words.first { piece.contains($0) && !$0.contains(" ") }
        guard let word, let place = piece.firstRange(of: word) else { return String(piece) }
        return piece[..<place.lowerBound] + display.bold(word) + piece[place.upperBound...]
      }.joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// The document, without its folders, and the index of the sentence, or the file and the line of its row.
  static func place(_ edge: Edge) -> String {
    guard let evidence = edge.evidence else {
      return edge.source.map { "\(Self.file($0.document)):\($0.row)" } ?? ""
    }
    return "\(Self.file(evidence.document)):\(evidence.sentence)\(shortPage(evidence.page))"
  }

  static func place(_ claim: Claim) -> String {
    "\(file(claim.document)):\(claim.evidence?.sentence ?? claim.row?.line ?? 0)\(shortPage(claim.evidence?.page))"
  }

  private static func shortPage(_ page: Int?) -> String { page.map { " p. \($0)" } ?? "" }

  /// What stands behind the edge, in words.
  static func ground(_ edge: Edge) -> String { edge.evidence?.text ?? edge.source?.note ?? "" }

  private static func file(_ path: String) -> String {
    // By bytes: splitting by characters took a tenth of a short question.
    guard let slash = path.utf8.dropLast().lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.utf8.index(after: slash)...])
  }

  static func arrow(_ edge: Edge) -> String {
    switch edge.direction {
    case .out: "→"
    case .in: "←"
    case .both: "↔"
    }
  }

  static func count(_ count: Int, _ noun: String, many: String? = nil) -> String {
    "\(count) \(count == 1 ? noun : many ?? noun + "s")"
  }

  package static func more(shown: Int, of total: Int, _ noun: String) -> String? {
    shown < total ? "\(shown) of \(count(total, noun)); --limit \(total) shows them all" : nil
  }
}

import Foundation
import TestSupport
import Testing

/// A session with `kg mcp`: all requests at once, the answers by id.
private struct Session {
  let output: Output
  let answers: [Int: [String: Any]]

  init(_ sandbox: Sandbox, _ lines: [String]) throws {
    output = try sandbox.kg("mcp", input: lines.map { $0 + "\n" }.joined())
    var answers: [Int: [String: Any]] = [:]
    for answer in try output.objects() {
      if let id = answer["id"] as? Int { answers[id] = answer }
    }
    self.answers = answers
  }

  func result(_ id: Int) -> [String: Any]? { answers[id]?["result"] as? [String: Any] }
  func value(_ id: Int) -> [String: Any]? { result(id)?["structuredContent"] as? [String: Any] }
  func isError(_ id: Int) -> Bool? { result(id)?["isError"] as? Bool }
  func text(_ id: Int) -> String? { (result(id)?["content"] as? [[String: Any]])?.first?["text"] as? String }
}

private func call(_ id: Int, _ tool: String, _ arguments: [String: Any]) throws -> String {
  let request: [String: Any] = [
    "jsonrpc": "2.0", "id": id, "method": "tools/call", "params": ["name": tool, "arguments": arguments],
  ]
  return String(decoding: try JSONSerialization.data(withJSONObject: request), as: UTF8.self)
}

@Suite struct ModelContextTests {
  @Test func everyToolAnswersAboutTheSeed() throws {
    let sandbox = try Sandbox.seeded()
    let session = try Session(
      sandbox,
      [
        try call(1, "search", ["query": "Taliban"]), try call(2, "entity", ["name": "Taliban"]),
        try call(3, "neighbors", ["name": "Taliban", "limit": 2]),
        try call(4, "path", ["from": "Turkey", "to": "Dostum"]),
        try call(5, "evidence", ["name": "Dostum", "other": "Turkey"]),
        try call(6, "read", ["document": "seeds/interview.txt", "sentence": 19]),
        try call(7, "timeline", ["name": "Taliban"]), try call(8, "about", [:]),
      ])
    #expect(session.output.status == 0 && session.output.error.isEmpty)
    for id in 1...8 { #expect(session.isError(id) == false, "\(id): \(session.text(id) ?? "")") }
    let edges = try #require(session.value(3)?["edges"] as? [[String: Any]])
    #expect(edges.count == 2 && session.value(3)?["shown"] as? Int == 2)
    #expect(session.value(3)?["cursor"] is String)
    for edge in edges {
      #expect(
        Set(edge.keys).isSuperset(of: [
          "polarity", "modality", "attribution", "time", "confidence", "citations",
        ]))
      let citation = try #require((edge["citations"] as? [[String: Any]])?.first)
      #expect(Set(citation.keys).isSuperset(of: ["document", "page", "sentence", "start", "end", "quote"]))
      #expect((citation["quote"] as? String)?.isEmpty == false)
    }
    let claims = try #require(session.value(5)?["claims"] as? [[String: Any]])
    #expect(claims.contains { $0["relation"] as? String == "lives-in" })
    // A citation's offsets are those of the text, in code points.
    let text = try String(contentsOfFile: Binary.seed, encoding: .utf8)
    let citation = try #require((claims[0]["citations"] as? [[String: Any]])?.first)
    let start = try #require(citation["start"] as? Int)
    let end = try #require(citation["end"] as? Int)
    #expect(
      String(String.UnicodeScalarView(text.unicodeScalars.dropFirst(start).prefix(end - start)))
        == citation["quote"] as? String)
    let sentences = try #require(session.value(6)?["sentences"] as? [[String: Any]])
    #expect(
      sentences.contains {
        $0["sentence"] as? Int == 19 && $0["quote"] as? String == citation["quote"] as? String
      })
    for id in 1...8 {
      // The same object as text, for clients that know no structured content.
      let value = try #require(session.value(id)) as NSDictionary
      let text = try #require(session.text(id))
      #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary == value)
      #expect((value["notice"] as? String)?.contains("never instructions") == true)
    }
  }

  @Test func homonymsAreToldApartByReferences() throws {
    let sandbox = try Sandbox.seeded()
    let table = """
      subject,subject_type,relation,object,object_type
      Jordan,place,part-of,Asia,place
      Jordan,person,knows,Hill School,organization

      """
    try sandbox.write(table.utf8, to: "jordan.csv")
    #expect(try sandbox.kg("import", "jordan.csv").status == 0)
    let asked = try Session(
      sandbox,
      [
        try call(1, "neighbors", ["name": "Jordan"]), try call(2, "neighbors", ["name": "Jordan:place"]),
        try call(3, "neighbors", ["name": "=Jordan:person"]), try call(4, "timeline", ["name": "Jordan"]),
        try call(5, "path", ["from": "Jordan", "to": "Asia"]), try call(6, "search", ["query": "Jordan"]),
      ])
    for id in [1, 4, 5] {
      #expect(asked.isError(id) == true)
      let text = try #require(asked.text(id))
      let error = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let candidates = try #require(error["candidates"] as? [[String: Any]])
      #expect(
        Set(candidates.compactMap { $0["reference"] as? String }) == ["=Jordan:person", "=Jordan:place"])
    }
    for (id, other) in [(2, "Asia"), (3, "Hill School")] {
      let edges = try #require(asked.value(id)?["edges"] as? [[String: Any]])
      #expect(edges.count == 1 && asked.text(id)?.contains(other) == true)
    }
    let found = try #require(asked.value(6)?["entities"] as? [[String: Any]])
    #expect(
      Set(found.compactMap { $0["reference"] as? String }).isSuperset(of: ["=Jordan:person", "=Jordan:place"])
    )
  }

  @Test func pagesTogetherAreTheWholeAnswer() throws {
    let sandbox = try Sandbox.seeded()
    let whole = try sandbox.kg("neighbors", "Taliban", "--format", "jsonl").objects()
    var seen: [String] = []
    var cursor: String?
    repeat {
      var arguments: [String: Any] = ["name": "Taliban", "limit": 7]
      if let cursor { arguments["cursor"] = cursor }
      let page = try Session(sandbox, [try call(1, "neighbors", arguments)])
      let value = try #require(page.value(1))
      #expect(value["total"] as? Int == whole.count)
      for edge in try #require(value["edges"] as? [[String: Any]]) {
        seen.append("\(edge["relation"] ?? "") \((edge["object"] as? [String: Any])?["name"] ?? "")")
      }
      cursor = value["cursor"] as? String
    } while cursor != nil
    #expect(
      seen == whole.map { "\($0["relation"] ?? "") \(($0["object"] as? [String: Any])?["name"] ?? "")" })
    let wrong = try Session(
      sandbox,
      [
        try call(1, "neighbors", ["name": "Taliban", "cursor": "7.9999"]),
        try call(2, "neighbors", ["name": "Taliban", "cursor": "-1.5"]),
      ])
    #expect(wrong.isError(1) == true && wrong.text(1)?.contains("has changed") == true)
    #expect(wrong.isError(2) == true)
  }

  @Test func aNameOfSeveralIsAnErrorWithTheCandidates() throws {
    let sandbox = try Sandbox()
    let table = "node1\tlabel\tnode2\nAnna Berg\tknows\tOslo\nBerg Hansen\tknows\tOslo\n"
    try sandbox.write(table.utf8, to: "edges.tsv")
    #expect(try sandbox.kg("import", "edges.tsv").status == 0)
    let session = try Session(
      sandbox,
      [
        try call(1, "entity", ["name": "Berg"]), try call(2, "neighbors", ["name": "Nobody Here"]),
        try call(3, "neighbors", ["name": "Oslo", "relation": ["no-such"]]),
        try call(4, "neighbors", ["nme": "Oslo"]), try call(5, "entity", [:]),
        try call(6, "neighbors", ["name": "Oslo", "limit": 0]),
      ])
    for id in 1...6 {
      #expect(session.isError(id) == true && session.value(id) == nil, "\(id)")
      #expect(session.text(id)?.contains("\"next\"") == true)
    }
    let text = try #require(session.text(1))
    let error = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let candidates = try #require(error["candidates"] as? [[String: Any]])
    #expect(Set(candidates.compactMap { $0["name"] as? String }) == ["Anna Berg", "Berg Hansen"])
    #expect(error["candidates_total"] as? Int == 2)
  }

  @Test func anAnswerAboutAHubStaysShort() throws {
    let sandbox = try Sandbox()
    var table = "node1\tlabel\tnode2\n"
    for number in 0..<20_000 { table += "Hub of many\trelation-\(number % 40)\tNeighbor number \(number)\n" }
    try sandbox.write(table.utf8, to: "edges.tsv")
    #expect(try sandbox.kg("import", "edges.tsv").status == 0)
    let session = try Session(
      sandbox,
      [
        try call(1, "neighbors", ["name": "Hub of many", "limit": 200]),
        try call(2, "entity", ["name": "Hub of many"]),
        try call(3, "evidence", ["name": "Hub of many", "limit": 200]), try call(4, "about", [:]),
        try call(5, "search", ["query": "neighbor number"]),
      ])
    for line in session.output.lines { #expect(line.utf8.count < 20_000) }
    #expect(session.value(1)?["total"] as? Int == 20_000 && session.value(1)?["cursor"] is String)
    #expect(session.value(3)?["total"] as? Int == 20_000)
    #expect(session.value(2)?["relations_total"] as? Int == 40)
  }

  @Test func malformedLinesNeverEndTheProcess() throws {
    let sandbox = try Sandbox.seeded()
    var random = SplitMix64(seed: 19)
    let good = try call(7, "entity", ["name": "Taliban"])
    var lines: [String] = []
    for _ in 0..<10_000 {
      var line = Array(good.utf8)
      switch random.chance(40) ? 3 : random.pick([0, 1, 2, 4]) {
      case 0: line = Array(random.hostileText(upTo: 40).utf8.filter { $0 != 10 })
      case 1: line = Array(line.prefix(Int.random(in: 0..<line.count, using: &random)))
      case 2:
        for _ in 0..<3 {
          line[Int.random(in: 0..<line.count, using: &random)] = UInt8.random(in: 11...126, using: &random)
        }
      case 3:
        let name = random.hostileText(upTo: 20)
        let names = ["search", "entity", "neighbors", "path", "evidence", "read", "timeline", "x"]
        let fields = ["query", "name", "from", "to", "document", "limit", "cursor", "relation"]
        var arguments: [String: Any] = [random.pick(fields): name]
        arguments[random.pick(fields)] = 3
        line = Array(try call(1, random.pick(names), arguments).utf8)
      default: line = Array(String(repeating: random.pick(["[", "{", "\"", "{\"a\":"]), count: 90).utf8)
      }
      lines.append(String(decoding: line, as: UTF8.self))
    }
    lines.append(try call(99_999, "entity", ["name": "Taliban"]))
    let session = try Session(sandbox, lines)
    #expect(session.output.status == 0 && session.output.error.isEmpty && !session.output.wasKilled)
    #expect(session.isError(99_999) == false)
  }

  @Test func aGraphThatIsNoneIsSaidAtTheStart() throws {
    let sandbox = try Sandbox()
    expectFailure(try sandbox.kg("mcp", "nowhere.db"), 66, "nowhere.db")
    try sandbox.write("no graph".utf8, to: "text.txt")
    expectFailure(try sandbox.kg("mcp", "text.txt"), 65, "text.txt")
    expectFailure(try sandbox.kg("mcp", "a.db", "--db", "b.db"), 64, "once")
  }
}

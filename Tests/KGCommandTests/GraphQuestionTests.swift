import Foundation
import Testing

/// Questions about an imported graph, asked at the command line.
@Suite struct GraphQuestionTests {
  private let sandbox: Sandbox

  private static let edges = """
    subject\trelation\tobject\tsubject_type\tobject_type\tsource\tconfidence\ttime
    Alfa\tknows\tBravo\tperson\tperson\tledger\t0.5\t2001
    Alfa\tpays\tBravo\tperson\tperson\t\t0.25\t
    Alfa\tknows\tCharlie\tperson\torganization\tletter\t0.9\t2003/2007
    Charlie\tknows\tBravo\torganization\tperson\t\t0.9\t2004
    Alfa\tpays\tDelta\tperson\tplace\t\t1\t
    Bravo\tpays\tEcho\tperson\tplace\t\t1\t
    Delta\tborders\tEcho\tplace\tplace\t\t1\t
    Foxtrot\tknows\tGolf\tperson\tperson\t\t1\t

    """

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(Self.edges.utf8, to: "edges.tsv")
    let output = try sandbox.kg("import", "edges.tsv")
    try #require(output.status == 0, "\(output.error)")
  }

  private func path(_ options: String...) throws -> [[String]] {
    let output = try sandbox.run(Binary.path, ["path", "Alfa", "Bravo", "--format", "jsonl"] + options)
    if output.status == 1 { return [] }
    try #require(output.status == 0, "\(output.error)")
    return try output.objects().map { path in
      try #require(path["hops"] as? [[String: Any]]).map { hop in
        (hop["neighbor"] as? [String: Any])?["name"] as? String ?? ""
      }
    }
  }

  @Test func parallelRelationsMakeOnePathThatShowsThemAll() throws {
    let output = try sandbox.kg("path", "Alfa", "Bravo", "--format", "jsonl")
    let hop = try #require((try output.objects().first?["hops"] as? [[String: Any]])?.first)
    #expect(hop["relation"] as? String == "knows")
    #expect((hop["parallel"] as? [[String: Any]])?.map { $0["relation"] as? String } == ["pays"])
    let text = try sandbox.kg("path", "Alfa", "Bravo").text
    #expect(text.contains("knows") && text.contains("pays") && text.contains("edges.tsv, line 2 (ledger)"))
  }

  @Test func weightedPathsGoWhereConfidenceIsGreatest() throws {
    #expect(try path() == [["Bravo"]])
    #expect(try path("--weighted") == [["Delta", "Echo", "Bravo"]])
    #expect(try path("--weighted", "--max-length", "2") == [["Charlie", "Bravo"]])
    #expect(try path("--weighted", "--max-length", "1") == [["Bravo"]])
    let several = try sandbox.kg("path", "Alfa", "Bravo", "--weighted", "-k", "3", "--format", "jsonl")
      .objects()
    let confidences = several.compactMap { $0["confidence"] as? Double }
    #expect(confidences.count == 3)
    for (got, want) in zip(confidences, [1, 0.81, 0.5]) { #expect(abs(got - want) < 1e-9) }
    #expect(try sandbox.kg("path", "Alfa", "Bravo", "--weighted").text.contains("confidence 1.0"))
  }

  @Test func everyConditionNarrowsTheWalk() throws {
    #expect(try path("--min-confidence", "0.6") == [["Charlie", "Bravo"]])
    #expect(try path("--since", "2002", "--until", "2004-06") == [["Charlie", "Bravo"]])
    #expect(try path("--until", "2001-06-30") == [["Bravo"]])
    #expect(try path("--since", "2008").isEmpty)
    #expect(
      try path("--relation", "pays", "--relation", "borders", "--min-confidence", "1") == [
        ["Delta", "Echo", "Bravo"]
      ])
    #expect(try path("-k", "9", "--type", "place") == [["Bravo"], ["Delta", "Echo", "Bravo"]])
    #expect(try path("-k", "9", "--type", "place", "--type", "organization").count == 3)
    #expect(try path("--min-confidence", "0.6", "--avoid", "Charlie") == [["Delta", "Echo", "Bravo"]])
    #expect(try path("--directed", "--min-confidence", "0.95").isEmpty)
    let neighbors = try sandbox.kg(
      "neighbors", "Alfa", "--min-confidence", "0.4", "--until", "2004", "--type", "person", "--format", "tsv"
    )
    #expect(neighbors.lines.count == 2 && neighbors.text.contains("Bravo"))
  }

  @Test func allPathsAreCountedAndSomeListed() throws {
    let steps = (0..<10).flatMap { index in
      ["a", "b", "c"].flatMap { ["m\(index)\tr\t\($0)\(index)", "\($0)\(index)\tr\tm\(index + 1)"] }
    }
    try sandbox.write(
      ("subject\trelation\tobject\n" + steps.joined(separator: "\n") + "\n").utf8, to: "m.tsv")
    #expect(try sandbox.kg("import", "m.tsv").status == 0)
    let table = try sandbox.kg("path", "m0", "m10", "--all", "--limit", "2")
    #expect(table.text.contains("and 59047 more paths of the same length"))
    for option in ["--all", "--all-shortest"] {
      let records = try sandbox.kg("path", "m0", "m10", option, "--limit", "4", "--format", "jsonl").objects()
      #expect(records.count == 4 && records.allSatisfy { $0["total"] as? Int == 59_049 })
    }
    #expect(
      try sandbox.kg("path", "m0", "m3", "--all", "--limit", "0", "--format", "jsonl").lines.count == 27)
    #expect(try sandbox.kg("path", "m0", "m3", "--all", "--format", "jsonl").lines.count == 27)
  }

  @Test func anImportedEdgeNamesItsFileWhereASentenceWouldBe() throws {
    let edge = try #require(try sandbox.kg("neighbors", "Golf", "--format", "jsonl").objects().first)
    let evidence = try #require(edge["evidence"] as? [String: Any])
    #expect(edge["layer"] as? String == "imported")
    #expect(evidence["document"] as? String == "edges.tsv")
    #expect(["sentence", "start", "end", "text"].allSatisfy { evidence[$0] is NSNull })
    let rows = try sandbox.kg("neighbors", "Alfa").text
    #expect(rows.contains("edges.tsv:2") && rows.contains("ledger"))
  }

  @Test func aHubShowsItsFirstPageAndHowManyThereAre() throws {
    var rows = "subject\trelation\tobject\n"
    for number in 0..<4_000 { rows += number % 2 == 0 ? "Hub\tr\tn\(number)\n" : "n\(number)\tr\tHub\n" }
    try sandbox.write(rows.utf8, to: "hub.tsv")
    #expect(try sandbox.kg("import", "hub.tsv").status == 0)
    let table = try sandbox.kg("neighbors", "Hub")
    #expect(table.text.contains("50 of 4000 edges; --limit 4000 shows them all"))
    let whole = try sandbox.kg("neighbors", "Hub", "--format", "tsv").lines
    let page = try sandbox.kg("neighbors", "Hub", "--format", "tsv", "--limit", "60").lines
    #expect(whole.count == 4_001 && page == Array(whole.prefix(61)))
  }

  @Test func plainQuestionsAnswerAsTheParserWould() throws {
    for format in ["table", "json", "jsonl", "tsv", "csv", "dot"] {
      let plain = try sandbox.kg("neighbors", "Alfa", "--format", format, "--limit", "2", "--db", "kg.db")
      let parsed = try sandbox.kg("neighbors", "--format=\(format)", "--limit=2", "--db=kg.db", "--", "Alfa")
      #expect(plain.status == 0 && plain.standardOutput == parsed.standardOutput)
      let path = try sandbox.kg("path", "Alfa", "Echo", "--format", format)
      let parsedPath = try sandbox.kg("path", "--format=\(format)", "--", "Alfa", "Echo")
      #expect(path.status == 0 && path.standardOutput == parsedPath.standardOutput)
    }
    for arguments in [
      ["neighbors"], ["path", "Alfa"], ["neighbors", "Alfa", "Bravo"],
      ["neighbors", "Alfa", "--limit", "-1"],
      ["neighbors", "Alfa", "--limit", "x"], ["neighbors", "Alfa", "--format", "xml"],
      ["path", "Alfa", "Bravo", "--db"],
      ["neighbors", "Alfa", "--db", ""], ["path", "Alfa", "Bravo", "Charlie"],
      ["neighbors", "Alfa", "--limits", "1"],
    ] {
      expectFailure(try sandbox.run(Binary.path, arguments), 64)
    }
    #expect(try sandbox.kg("neighbors", "--help").text.hasPrefix("OVERVIEW: "))
    expectFailure(try sandbox.kg("neighbors", "Zulu"), 1, "Zulu")
    expectFailure(try sandbox.kg("neighbors", "Alfa", "--db", "none.db"), 66, "none.db")
  }

  @Test(
    arguments: [
      (["path", "Alfa", "Bravo", "--avoid", "Alfa"], 64, "Alfa"),
      (["path", "Alfa", "Bravo", "--avoid", "Bravo"], 64, "Bravo"),
      (["path", "Alfa", "Bravo", "--all", "-k", "2"], 64, "--limit"),
      (["path", "Alfa", "Bravo", "--limit", "-2"], 64, "--limit"),
      (["path", "Alfa", "Bravo", "--relation", "know"], 64, "knows"),
      (["path", "Alfa", "Bravo", "--min-confidence", "1.5"], 64, "--min-confidence"),
      (["path", "Alfa", "Bravo", "--min-confidence", "nan"], 64, "--min-confidence"),
      (["path", "Alfa", "Bravo", "--since", "yesterday"], 64, "--since"),
      (["neighbors", "Alfa", "--since", "2002", "--until", "2001"], 64, "--until"),
      (["path", "Alfa", "Foxtrot"], 1, "Foxtrot"), (["path", "Alfa", "Foxtrot", "--weighted"], 1, "Foxtrot"),
      (["path", "Alfa", "Foxtrot", "--weighted", "--max-length", "3"], 1, "Foxtrot"),
      (["path", "Alfa", "Foxtrot", "--all"], 1, "Foxtrot"),
      (["path", "Alfa", "Foxtrot", "-k", "3"], 1, "Foxtrot"),
      (["rank", "--type", "dragon"], 64, "dragon"), (["rank", "--top", "-1"], 64, "--top"),
      (["rank", "--by", "beauty"], 64, "beauty"), (["rank", "--relation", "know"], 64, "knows"),
      (["rank", "--format", "dot"], 64, "--format"),
      (["components", "--members", "--format", "dot"], 64, "--format"),
      (["components", "Zulu"], 1, "Zulu"), (["components", "--relation", "know"], 64, "knows"),
      (["stats", "--format", "dot"], 64, "--format"),
    ] as [([String], Int32, String)])
  func wrongUsesAreNamed(arguments: [String], status: Int32, words: String) throws {
    let output = try sandbox.run(Binary.path, arguments)
    expectFailure(output, status, words)
    #expect(output.text.isEmpty)
  }

  @Test func aPathFromAThingToItselfNeedsNoHopHoweverItIsAsked() throws {
    for options in [[], ["--all"], ["--weighted"], ["-k", "3"], ["--max-length", "0"], ["--directed"]] {
      let output = try sandbox.run(Binary.path, ["path", "Alfa", "alfa", "--format", "jsonl"] + options)
      #expect(output.status == 0)
      #expect(try output.objects().map { $0["length"] as? Int } == [0])
    }
  }

  @Test func ranksAndComponentsAndStatisticsAreTold() throws {
    let ranks = try sandbox.kg("rank", "--format", "jsonl").objects()
    #expect(ranks.count == 7 && ranks.map { $0["rank"] as? Int } == Array(1...7))
    #expect(Set(ranks[0].keys) == ["rank", "name", "type", "pagerank", "degree", "in", "out"])
    #expect(abs(ranks.compactMap { $0["pagerank"] as? Double }.reduce(0, +) - 1) < 1e-9)
    let degrees = try sandbox.kg("rank", "--by", "degree", "--top", "2", "--format", "tsv").lines
    #expect(degrees.count == 3 && degrees[1].contains("Alfa") && degrees[2].contains("Bravo"))
    #expect(try sandbox.kg("rank", "--top", "2").text.contains("2 of 7 entities; --top 7 shows them all"))
    #expect(try sandbox.kg("rank", "--type", "place", "--format", "jsonl").lines.count == 2)

    let components = try sandbox.kg("components", "--format", "jsonl").objects()
    #expect(components.map { $0["entities"] as? Int } == [5, 2])
    #expect(components.map { $0["edges"] as? Int } == [7, 1])
    #expect((components[0]["center"] as? [String: Any])?["name"] as? String == "Alfa")
    let members = try sandbox.kg("components", "Golf", "--format", "csv").lines
    #expect(members == ["component,name,type,degree", "2,Foxtrot,person,1", "2,Golf,person,1"])
    for format in ["jsonl", "tsv"] {
      let all = try sandbox.kg("components", "--members", "--format", format)
      #expect(all.lines.count == (format == "tsv" ? 8 : 7))
    }
    let json = try sandbox.kg("components", "--members", "--format", "json")
    #expect((try JSONSerialization.jsonObject(with: json.standardOutput) as? [Any])?.count == 7)
    #expect(try sandbox.kg("components", "--members", "--limit", "3").text.contains("3 of 7 members"))
    #expect(try sandbox.kg("components", "--min-confidence", "1", "--format", "jsonl").lines.count == 3)

    let stats = try #require(try sandbox.kg("stats", "--format", "jsonl").objects().first)
    #expect(stats["edges"] as? Int == 8)
    let degree = try #require(stats["degree"] as? [String: Any])
    #expect(degree["max"] as? Int == 4 && degree["median"] as? Int == 2)
    #expect(
      (degree["distribution"] as? [[String: Any]])?.compactMap { $0["entities"] as? Int }.reduce(0, +) == 7)
    #expect((stats["components"] as? [String: Any])?["largest"] as? Int == 5)
    #expect(try sandbox.kg("stats").text.contains("2 components, the largest of 5 entities"))
  }

  @Test func anExportOfTheWholeGraphHoldsEveryEdge() throws {
    for (format, mark) in [("dot", " -> n"), ("graphml", "<edge "), ("csv", "\n"), ("jsonl", "\n")] {
      let text = try sandbox.kg("export", "--format", format).text
      let count = text.components(separatedBy: mark).count - 1
      // A picture gathers parallel edges in one line, which goes on from its label to a node; a table has a heading.
      #expect(count == (format == "dot" ? 7 : format == "csv" ? 9 : 8), "\(format)")
    }
  }
}

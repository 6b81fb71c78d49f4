import Foundation
import Testing

private let edgeFields: Set = [
  "subject", "relation", "object", "direction", "neighbor", "layer", "support", "confidence", "polarity",
  "modality", "when", "said_by",
  "evidence",
]

private func neighborNames(_ output: Output) throws -> [String] {
  try output.objects().compactMap { ($0["neighbor"] as? [String: Any])?["name"] as? String }
}

@Suite struct QuestionTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.seeded() }

  @Test func neighborsOfTheTalibanHoldQatarAndDohaWithEvidence() throws {
    let output = try sandbox.kg("neighbors", "Taliban", "--format", "jsonl")
    #expect(output.status == 0 && output.error.isEmpty)
    let edges = try output.objects()
    #expect(try neighborNames(output).contains("Doha"))
    #expect(
      edges.contains {
        $0["relation"] as? String == "patron"
          && ($0["subject"] as? [String: Any])?["name"] as? String == "Qatar"
      })
    let texts = edges.compactMap { ($0["evidence"] as? [String: Any])?["text"] as? String }
    #expect(texts.contains { $0.contains("Taliban") })
    for edge in edges {
      #expect(Set(edge.keys) == edgeFields)
      let evidence = try #require(edge["evidence"] as? [String: Any])
      #expect(Set(evidence.keys) == ["document", "page", "sentence", "start", "end", "text"])
      // The sentence names them or stands for them by a pronoun, so that only the text's own words are certain.
      #expect((evidence["text"] as? String)?.isEmpty == false)
      #expect(Set((edge["neighbor"] as? [String: Any] ?? [:]).keys) == ["name", "type"])
    }
  }

  @Test func turkeyAndDostumAreOneHopApart() throws {
    let output = try sandbox.kg("path", "Turkey", "Dostum", "--format", "jsonl")
    #expect(output.status == 0 && output.error.isEmpty)
    let path = try #require(try output.objects().first)
    #expect(Set(path.keys) == ["length", "hops"] && path["length"] as? Int == 1)
    let hop = try #require((path["hops"] as? [[String: Any]])?.first)
    #expect(Set(hop.keys).isSuperset(of: edgeFields))
    #expect(((hop["evidence"] as? [String: Any])?["text"] as? String)?.contains("Dostum") == true)
    #expect(try sandbox.kg("path", "Turkey", "Dostum").text.contains("Dostum now lives in Turkey"))
  }

  @Test func allNamesOfISKhorasanReachOneEntity() throws {
    let answers = try ["IS-Khorasan", "IG-Khorasan", "is-khorasan", "Islamic State – Vilayat Khorsan"].map {
      try sandbox.kg("show", $0, "--format", "json")
    }
    #expect(answers.allSatisfy { $0.status == 0 })
    #expect(Set(answers.map(\.standardOutput)).count == 1)
  }

  @Test(arguments: [
    ["neighbors", "Taliban"], ["neighbors", "Taliban", "--hops", "2"], ["neighbors", "Taliban", "--all"],
    ["path", "Turkey", "Dostum"], ["path", "Taliban", "Dostum", "-k", "2"],
    ["path", "Turkey", "Dostum", "--all-shortest"],
    ["show", "Taliban"], ["evidence", "Taliban"], ["search", "Taliban"], ["stats"], ["documents"],
  ])
  func everyQuestionAnswersInEveryFormat(question: [String]) throws {
    for format in ["table", "json", "jsonl", "tsv", "csv", "dot"] {
      let output = try sandbox.run(Binary.path, question + ["--format", format])
      let hasEdges = ["neighbors", "path"].contains(question[0])
      if format == "dot" && !hasEdges {
        expectFailure(output, 64, "--format")
        continue
      }
      if output.status == 1 && question[0] == "path" { continue }
      #expect(
        output.status == 0 && output.error.isEmpty && !output.text.isEmpty,
        "\(question) \(format) \(output.error)")
      #expect(!output.text.contains("\u{1B}"))
      switch format {
      case "json": #expect(try JSONSerialization.jsonObject(with: output.standardOutput) is [Any])
      case "jsonl": #expect(try !output.objects().isEmpty)
      case "tsv":
        let columns = output.lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).count }
        #expect(Set(columns).count == 1 && output.lines.count > 1)
      case "dot": #expect(output.text.hasPrefix("digraph") && output.text.hasSuffix("}\n"))
      default: break
      }
    }
  }

  @Test func limitBoundsTheRowsAndZeroLiftsIt() throws {
    let all = try neighborNames(try sandbox.kg("neighbors", "Taliban", "--format", "jsonl"))
    let two = try neighborNames(try sandbox.kg("neighbors", "Taliban", "--format", "jsonl", "--limit", "2"))
    #expect(two == Array(all.prefix(2)) && all.count > 2)
    #expect(
      try neighborNames(try sandbox.kg("neighbors", "Taliban", "--format", "jsonl", "--limit", "0")) == all)
    #expect(try sandbox.kg("neighbors", "Taliban", "--limit", "2").text.contains("2 of \(all.count) edges"))
  }

  @Test func relationsDirectionTypeAndHopsNarrowAndWiden() throws {
    let all = try sandbox.kg("neighbors", "Taliban", "--format", "jsonl").objects()
    let two = try sandbox.kg(
      "neighbors", "Taliban", "--relation", "patron", "--relation", "has-office-in", "--format", "jsonl"
    ).objects()
    #expect(Set(two.compactMap { $0["relation"] as? String }) == ["patron", "has-office-in"])
    for direction in ["in", "out"] {
      let edges = try sandbox.kg("neighbors", "Taliban", "--direction", direction, "--format", "jsonl")
        .objects()
      #expect(!edges.isEmpty && edges.count < all.count)
      let end = direction == "out" ? "subject" : "object"
      for edge in edges where edge["direction"] as? String != "both" {
        #expect(edge["direction"] as? String == direction)
        #expect((edge[end] as? [String: Any])?["name"] as? String == "Taliban")
      }
    }
    let places = try sandbox.kg("neighbors", "Taliban", "--type", "place", "--format", "jsonl").objects()
    #expect(
      places.allSatisfy { ($0["neighbor"] as? [String: Any])?["type"] as? String == "place" }
        && !places.isEmpty)
    #expect(
      try sandbox.kg("neighbors", "Taliban", "--hops", "2", "--format", "jsonl").lines.count > all.count)
    #expect(try sandbox.kg("neighbors", "Taliban", "--all", "--format", "jsonl").lines.count >= all.count)
  }

  @Test func databaseComesFromTheOptionElseTheEnvironmentElseTheFolder() throws {
    let other = try Sandbox()
    let path = sandbox.url("kg.db").path
    #expect(try other.kg("stats", "--db", path).status == 0)
    #expect(try other.kg("stats", environment: ["KG_DB": path]).status == 0)
    expectFailure(try other.kg("stats", "--db", "none.db", environment: ["KG_DB": path]), 66, "none.db")
    #expect(other.fileNames.isEmpty)
  }
}

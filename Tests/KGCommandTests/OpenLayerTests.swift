import Foundation
import Testing

/// A graph of three people: canonical, imported and open edges.
@Suite struct OpenLayerTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    let text = """
      Maria Keller visited Norway. Maria Keller trusts Peter Novak. Peter Novak outran Otto Brandt. He served as a cook. \
      The soldiers reached the village.
      """
    try sandbox.write(text.utf8, to: "people.txt")
    try sandbox.write(
      "subject\trelation\tobject\nMaria Keller\tcousin\tAnna Lindholm\n".utf8, to: "cousins.tsv")
    for arguments in [["ingest", "people.txt"], ["import", "cousins.tsv"]] {
      let output = try sandbox.run(Binary.path, arguments)
      try #require(output.status == 0, "\(output.error)")
    }
  }

  private func layers(_ options: String...) throws -> [String] {
    let output = try sandbox.run(
      Binary.path, ["neighbors", "Maria Keller", "--format", "jsonl"] + options)
    try #require(output.status == 0, "\(output.error)")
    return try output.objects().compactMap { $0["layer"] as? String }
  }

  @Test func neighborsShowTheOpenLayerLastAndCanonicalHidesIt() throws {
    #expect(try layers() == ["canonical", "imported", "open"])
    #expect(try layers("--canonical") == ["canonical", "imported"])
  }

  @Test func anOpenEdgeHasItsSentence() throws {
    let output = try sandbox.kg("neighbors", "Maria Keller", "--relation", "trust", "--format", "jsonl")
    let edge = try #require(try output.objects().first)
    #expect((edge["evidence"] as? [String: Any])?["text"] as? String == "Maria Keller trusts Peter Novak.")
    #expect(edge["layer"] as? String == "open")
  }

  @Test func pathsWalkTheOpenLayerOnlyWhenTold() throws {
    expectFailure(try sandbox.kg("path", "Maria Keller", "Otto Brandt"), 1, "Maria Keller", "Otto Brandt")
    let output = try sandbox.kg(
      "path", "Maria Keller", "Otto Brandt", "--open", "--relation", "trust", "--relation", "outrun",
      "--format",
      "jsonl")
    let path = try #require(try output.objects().first)
    let hops = try #require(path["hops"] as? [[String: Any]])
    #expect(hops.compactMap { $0["relation"] as? String } == ["trust", "outrun"])
    #expect(hops.allSatisfy { $0["layer"] as? String == "open" })
    #expect(try sandbox.kg("path", "Norway", "Anna Lindholm").status == 0)
  }

  @Test func extractPrintsWhatNoGraphKeeps() throws {
    let said = try sandbox.kg("extract", "people.txt", "--format", "jsonl").objects()
    let phrases = said.compactMap { $0["phrase"] as? String }
    #expect(phrases.contains("served as") && phrases.contains("reached"))
    let stored = try sandbox.kg("export", "--format", "jsonl")
    #expect(stored.status == 0 && stored.text.contains("Maria Keller trusts"))
    #expect(!stored.text.contains("\"reached\""))
    for name in ["he", "village", "soldiers"] {
      #expect(try sandbox.kg("show", name).status == 1, "\(name) is no entity")
    }
  }

  @Test func whatExportPrintsOfTheOpenLayerImportsAgain() throws {
    let stored = try sandbox.kg("export", "--format", "jsonl")
    try sandbox.write(stored.standardOutput, to: "all.jsonl")
    #expect(try sandbox.kg("import", "all.jsonl", "--db", "copy.db").status == 0)
    #expect(
      try sandbox.kg("export", "--format", "jsonl", "--db", "copy.db").standardOutput == stored.standardOutput
    )
  }
}

import Foundation
import Testing

@Suite struct ExportTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.seeded() }

  @Test(arguments: [
    "dot", "jsonl", "graphml", "csv", "gexf", "cypher", "neo4j-nodes", "neo4j-relationships", "turtle",
    "ntriples", "ftm",
  ])
  func outputToAFileIsWhatGoesToStandardOutput(format: String) throws {
    let whole = try sandbox.kg("export", "--format", format)
    #expect(whole.status == 0 && !whole.text.isEmpty)
    // Forms that have edges alone say how many claims make none.
    let keepsAll = ["dot", "jsonl", "neo4j-nodes", "turtle", "ntriples"].contains(format)
    #expect(whole.error.isEmpty == keepsAll && (keepsAll || whole.error.contains("left out: ")))
    let part = try sandbox.kg("export", "--format", format, "--around", "Taliban", "--hops", "1")
    #expect(part.status == 0 && part.standardOutput.count < whole.standardOutput.count)
    let written = try sandbox.kg("export", "--format", format, "--output", "out.\(format)")
    #expect(written.status == 0 && written.text.isEmpty && written.error == whole.error)
    #expect(try Data(contentsOf: sandbox.url("out.\(format)")) == whole.standardOutput)
    #expect(!sandbox.fileNames.contains { $0.hasSuffix(".part") })
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")))
  func graphVizAcceptsEveryPicture() throws {
    let pictures = [
      ["export", "--format", "dot"], ["export", "--format", "dot", "--around", "Taliban", "--hops", "2"],
      ["neighbors", "Taliban", "--format", "dot"], ["path", "Turkey", "Dostum", "--format", "dot"],
    ]
    for arguments in pictures {
      let picture = try sandbox.run(Binary.path, arguments)
      let drawn = try sandbox.run("/usr/bin/dot", ["-Tsvg"], input: picture.text)
      #expect(drawn.status == 0 && drawn.error.isEmpty, "\(drawn.error)")
      #expect(drawn.text.contains("<svg"))
    }
  }

  @Test func onlyTheRelationsAskedForAreExported() throws {
    let output = try sandbox.kg("export", "--format", "jsonl", "--relation", "patron")
    #expect(try Set(output.objects().compactMap { $0["relation"] as? String }) == ["patron"])
  }

  @Test func anExportThatFailsLeavesNoFile() throws {
    expectFailure(try sandbox.kg("export", "--format", "dot", "--output", "no/such/file.dot"), 73, "file.dot")
    expectFailure(
      try sandbox.kg("export", "--format", "dot", "--relation", "leeder", "--output", "x.dot"), 64, "leader")
    #expect(!sandbox.fileNames.contains { $0.hasPrefix("x.dot") })
  }

  @Test func aReaderThatGoesAwayEndsTheCommandQuietly() throws {
    for reader in ["head -1", "true"] {
      let command = "{ sleep 0.1; \"$0\" export --format jsonl; echo status $? >&2; } | \(reader)"
      let output = try sandbox.run("/bin/sh", ["-c", command, Binary.path])
      #expect(output.status == 0 && output.lines.count == (reader == "true" ? 0 : 1))
      #expect(output.error == "status 0\n")
    }
  }
}

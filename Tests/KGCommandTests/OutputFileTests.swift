import Foundation
import Testing

/// What `--output` and `--rejects` do to the files that are there.
@Suite struct OutputFileTests {
  private static func graph() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("subject\trelation\tobject\nA\tb\tC\n".utf8, to: "i.tsv")
    try #require(try sandbox.kg("import", "i.tsv").status == 0)
    return sandbox
  }

  private func mode(_ name: String, in sandbox: Sandbox) throws -> Int {
    let value = try FileManager.default.attributesOfItem(atPath: sandbox.url(name).path)[.posixPermissions]
    return try #require(value as? Int)
  }

  private func link(_ name: String, to target: String, in sandbox: Sandbox) throws {
    try FileManager.default.createSymbolicLink(atPath: sandbox.url(name).path, withDestinationPath: target)
  }

  @Test(arguments: [
    "kg.db", "./kg.db", "sub/../kg.db", "link.db", "link2.db", "hard.db", "kg.db-wal", "kg.db-shm",
    "sub/up-wal",
  ])
  func nothingIsWrittenOverTheGraph(path: String) throws {
    let sandbox = try Self.graph()
    try FileManager.default.createDirectory(at: sandbox.url("sub"), withIntermediateDirectories: true)
    try link("link.db", to: "kg.db", in: sandbox)
    try link("link2.db", to: "sub/../link.db", in: sandbox)
    try link("sub/up-wal", to: "../kg.db-wal", in: sandbox)
    try FileManager.default.linkItem(at: sandbox.url("kg.db"), to: sandbox.url("hard.db"))
    let before = try Data(contentsOf: sandbox.url("kg.db"))
    let files = sandbox.fileNames
    expectFailure(try sandbox.kg("export", "--format", "csv", "-o", path), 64, "the graph")
    expectFailure(try sandbox.kg("export", "--format", "csv", "--db=link2.db", "-o", path), 64, "the graph")
    expectFailure(try sandbox.kg("import", "i.tsv", "--rejects", path), 64, "the graph")
    #expect(try Data(contentsOf: sandbox.url("kg.db")) == before)
    #expect(sandbox.fileNames == files)
  }

  @Test(arguments: ["i.tsv", "./i.tsv", "l.tsv", "e.tsv"])
  func rejectsAreNotWrittenOverAnInput(path: String) throws {
    let sandbox = try Self.graph()
    try link("l.tsv", to: "i.tsv", in: sandbox)
    try sandbox.write("id\tname\nA\tAnna\nC\tCarl\n".utf8, to: "e.tsv")
    let before = try Data(contentsOf: sandbox.url(path))
    let output = try sandbox.kg("import", "i.tsv", "--entities", "e.tsv", "--rejects", path, "--db=new.db")
    expectFailure(output, 64, "an input")
    #expect(try Data(contentsOf: sandbox.url(path)) == before && !sandbox.exists("new.db"))
    expectFailure(try sandbox.kg("import", "i.tsv", "--rejects", "new.db", "--db=new.db"), 64, "the graph")
    let piped = try sandbox.run("/bin/sh", ["-c", "\"$0\" import - --rejects i.tsv < i.tsv", Binary.path])
    expectFailure(piped, 64, "an input")
  }

  @Test(arguments: [0o600, 0o640, 0o666])
  func anExistingFileKeepsItsPermissions(mode: Int) throws {
    let sandbox = try Self.graph()
    try sandbox.write("old".utf8, to: "o.csv")
    chmod(sandbox.url("o.csv").path, mode_t(mode))
    #expect(try sandbox.kg("export", "--format", "csv", "-o", "o.csv").status == 0)
    #expect(try self.mode("o.csv", in: sandbox) == mode)
    #expect(try Data(contentsOf: sandbox.url("o.csv")).count > 10)
  }

  @Test func linksStayAndWhatTheyLeadToIsWritten() throws {
    let sandbox = try Self.graph()
    let whole = try sandbox.kg("export", "--format", "csv").standardOutput
    try sandbox.write("old".utf8, to: "sub/o.csv")
    try link("l.csv", to: "sub/o.csv", in: sandbox)
    try link("dangling.csv", to: "sub/new.csv", in: sandbox)
    try FileManager.default.linkItem(at: sandbox.url("sub/o.csv"), to: sandbox.url("hard.csv"))
    for name in ["l.csv", "dangling.csv"] {
      #expect(try sandbox.kg("export", "--format", "csv", "-o", name).status == 0)
      #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: sandbox.url(name).path)) != nil)
      #expect(try Data(contentsOf: sandbox.url(name)) == whole)
    }
    #expect(try Data(contentsOf: sandbox.url("hard.csv")) == whole)
    #expect(!sandbox.fileNames.contains { $0.hasSuffix(".part") })
  }

  @Test func aNewGraphIsItsOwnersAlone() throws {
    let sandbox = try Self.graph()
    #expect(try mode("kg.db", in: sandbox) == 0o600)
    let output = try sandbox.kg("export", "--format", "csv", "-o", "/dev/full")
    expectFailure(output, 74, "/dev/full")
  }

  @Test(arguments: ["0", "1", "2", "012"])
  func noFileLandsOnAClosedDescriptor(closed: String) throws {
    let sandbox = try Self.graph()
    try sandbox.write("subject\trelation\tobject\nA\tb\tD\nbad\n".utf8, to: "j.tsv")
    let redirections = closed.map { $0 == "0" ? "0<&-" : "\($0)>&-" }.joined(separator: " ")
    let output = try sandbox.run(
      "/bin/sh", ["-c", "\"$0\" import j.tsv none.tsv --rejects r.tsv \(redirections); true", Binary.path])
    #expect(!output.wasKilled)
    _ = try sandbox.run(
      "/bin/sh", ["-c", "\"$0\" import j.tsv --rejects r.tsv \(redirections); true", Binary.path])
    let rejected = try String(contentsOf: sandbox.url("r.tsv"), encoding: .utf8)
    #expect(rejected.hasPrefix("file\tline\treason\trow\n") && !rejected.contains("kg: "))
    #expect(rejected.split(separator: "\n").count == 2)
  }

  @Test func cellsThatASpreadsheetWouldRunAreText() throws {
    let sandbox = try Sandbox()
    let names = ["=1+1", "+cmd|x", "-x", "@SUM(A1)", "ok", "-5"]
    let rows = names.map { "\($0)\tr\tT\n" }.joined()
    try sandbox.write("subject\trelation\tobject\n\(rows)".utf8, to: "t.tsv")
    try #require(try sandbox.kg("import", "t.tsv").status == 0)
    let plain = try sandbox.kg("export", "--format", "csv").text
    #expect(plain.contains("\n=1+1,"))
    let output = try sandbox.kg("export", "--format", "csv", "--excel")
    #expect(output.standardOutput.starts(with: [0xEF, 0xBB, 0xBF]))
    for name in names.prefix(4) { #expect(output.text.contains("\n'\(name),"), "\(name)") }
    #expect(output.text.contains("\nok,"))
    expectFailure(try sandbox.kg("export", "--format", "dot", "--excel"), 64, "csv")
  }
}

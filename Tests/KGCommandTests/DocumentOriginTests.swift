import Foundation
import Testing

/// No document takes the place of another without a word.
@Suite struct DocumentOriginTests {
  private static let one = "Maria Keller visited Oslo."
  private static let two = "Otto Brandt visited Paris."

  private func documents(_ sandbox: Sandbox) throws -> [String] {
    try sandbox.kg("documents", "--format", "jsonl").objects().compactMap { $0["document"] as? String }
  }

  @Test func standardInputDoesNotReplaceStandardInput() throws {
    let sandbox = try Sandbox()
    #expect(try sandbox.kg("ingest", "-", input: Self.one).status == 0)
    let again = try sandbox.kg("ingest", "-", input: Self.two)
    #expect(again.status == 65 && again.error.contains("another document"), "\(again.error)")
    #expect(try sandbox.kg("neighbors", "Maria Keller").status == 0)
    #expect(try sandbox.kg("ingest", "-", input: Self.one).error.contains("unchanged"))
    #expect(try sandbox.kg("ingest", "-", "--name", "b", input: Self.two).status == 0)
    #expect(try documents(sandbox) == ["-", "b"])
    #expect(try sandbox.kg("ingest", "-", "--name", "b", input: Self.two + " ").error.contains("read again"))
  }

  @Test func oneRelativePathOfTwoFoldersIsTwoDocuments() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Self.one.utf8, to: "x/a.txt")
    try sandbox.write(Self.two.utf8, to: "y/a.txt")
    let script = "cd x && \"$0\" ingest a.txt --db ../kg.db && cd ../y && \"$0\" ingest a.txt --db ../kg.db"
    let output = try sandbox.run("/bin/sh", ["-c", script, Binary.path])
    #expect(output.status == 65 && output.error.contains("a.txt") && output.error.contains("remove"))
    #expect(try sandbox.kg("neighbors", "Maria Keller").status == 0)
    #expect(try sandbox.kg("remove", "a.txt").status == 0)
    #expect(
      try sandbox.run("/bin/sh", ["-c", "cd y && \"$0\" ingest a.txt --db ../kg.db", Binary.path]).status == 0
    )
  }

  @Test(arguments: ["./a.txt", "sub/../a.txt", "l.txt"])
  func anotherSpellingOfThePathIsTheSameDocument(path: String) throws {
    let sandbox = try Sandbox()
    try sandbox.write(Self.one.utf8, to: "a.txt")
    try FileManager.default.createDirectory(at: sandbox.url("sub"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: sandbox.url("l.txt").path, withDestinationPath: "a.txt")
    #expect(try sandbox.kg("ingest", "a.txt").status == 0)
    #expect(try sandbox.kg("ingest", path).error.contains("unchanged"))
    try sandbox.write(Self.two.utf8, to: "a.txt")
    #expect(try sandbox.kg("ingest", path).error.contains("read again"))
    #expect(try documents(sandbox) == ["a.txt"])
    #expect(try sandbox.kg("ingest", sandbox.url("a.txt").path).error.contains("unchanged"))
  }

  @Test func recordsAndTablesDoNotReplaceATextOfTheirName() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Self.one.utf8, to: "a.txt")
    #expect(try sandbox.kg("ingest", "a.txt").status == 0)
    let before = try sandbox.kg("export", "--format", "jsonl").text
    try sandbox.write(before.replacing("Oslo", with: "Rome").utf8, to: "c.jsonl")
    expectFailure(try sandbox.kg("import", "c.jsonl"), 65, "a.txt")
    try sandbox.write("subject\trelation\tobject\nA\tb\tC\n".utf8, to: "t.tsv")
    expectFailure(
      try sandbox.kg("import", "-", "--name", "a.txt", input: "subject\trelation\tobject\nA\tb\tC\n"), 65,
      "a.txt")
    #expect(try sandbox.kg("export", "--format", "jsonl").text == before)
    #expect(try sandbox.kg("import", "t.tsv").status == 0)
    try sandbox.write("subject\trelation\tobject\nA\tb\tD\n".utf8, to: "t.tsv")
    #expect(try sandbox.kg("import", "./t.tsv").status == 0)
    #expect(try documents(sandbox) == ["a.txt", "t.tsv"])
  }

  @Test func aFoldersLinksOutOfItAreNotFollowed() throws {
    let sandbox = try Sandbox()
    try sandbox.write(Self.one.utf8, to: "in/a.txt")
    try sandbox.write(Self.two.utf8, to: "secret.txt")
    for (name, target) in [("in/out.txt", "../secret.txt"), ("in/b.txt", "a.txt")] {
      try FileManager.default.createSymbolicLink(atPath: sandbox.url(name).path, withDestinationPath: target)
    }
    let output = try sandbox.kg("ingest", "in")
    #expect(output.status == 0 && output.error.contains("in/out.txt: skipped"), "\(output.error)")
    #expect(try sandbox.kg("neighbors", "Otto Brandt").status == 1)
    #expect(try sandbox.kg("ingest", "in/out.txt").status == 0)
    #expect(try sandbox.kg("neighbors", "Otto Brandt").status == 0)
  }
}

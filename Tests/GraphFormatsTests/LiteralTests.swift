import Claims
import TestSupport
import Testing

@testable import GraphFormats
@testable import GraphStore

/// Values that differ stay apart, whatever file they come from.
@Suite struct LiteralTests {
  private func names(_ text: String, as file: String) throws -> [String] {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    let path = try folder.write(Array(text.utf8), to: file)
    try GraphFileImport(options: .init(), rejects: nil, progress: { _, _, _ in }).run([path], into: graph) {
      _ in
    }
    var result: Set<String> = []
    try graph.forEachClaim(in: ExcerptQuery()) { claim in
      result.insert(claim.object.identifier ?? claim.object.name)
    }
    return result.sorted()
  }

  @Test(arguments: [
    ["-5", "5", "+5"], ["1.0", "1"], ["A-", "A", "A+"], ["C", "C++", "C#"], ["-.5", ".5"], ["AB-", "AB+"],
    ["-5 °C", "5 °C"], ["-x", "x"],
  ])
  func valuesThatDifferInASignStayApartInTables(values: [String]) throws {
    let rows = values.map { "Oslo,value,\($0)\n" }.joined()
    #expect(try names("subject,relation,object\n" + rows, as: "e.csv") == values.sorted())
  }

  @Test(arguments: [
    ["5mW", "5MW"], ["1Mb", "1MB", "1mb"], ["3pm", "3PM", "3Pm"], ["7s", "7S"], ["2kG", "2kg"], ["4K", "4k"],
    ["10mmol", "10Mmol"], ["-0.5mA", "-0.5MA"], ["6Gy", "6gy"], ["1e3Pa", "1e3pA"], ["2[1,3]mV", "2[1,3]MV"],
  ])
  func quantitiesWhoseUnitsDifferInCaseStayApart(values: [String]) throws {
    let kgtk = values.map { "Q1\tP1\t\($0)\n" }.joined()
    #expect(try names("node1\tlabel\tnode2\n" + kgtk, as: "e.kgtk") == values.sorted())
    let typed = values.map { "\"\($0)\"^^<http://w3id.org/lindt/custom_datatypes#ucum>" }
    let triples = typed.map { "<x:s> <x:p> \($0) .\n" }.joined()
    #expect(try names(triples, as: "e.nt") == typed.sorted())
    let plain = values.map { "\"\($0)\"" }
    #expect(try names(plain.map { "<x:s> <x:p> \($0) .\n" }.joined(), as: "e.nt") == plain.sorted())
  }

  @Test(arguments: [
    ("A-", "a-"), (" −5 ", "-5"), ("Jean-Luc", "jean luc"), ("- item", "item"), ("A -", "a"), ("-", "-"),
  ])
  func onlySignsThatTouchALetterOrDigitAreKept(name: String, folded: String) {
    #expect(NameFolding.fold(name) == folded)
  }

  @Test(arguments: [
    ["\"x\"", "\"X\""], ["\"5\"^^<x:a>", "\"5\"^^<x:b>", "\"5\""], ["\"chat\"@fr", "\"chat\"@en"],
    ["\"-5\"", "\"5\""], ["\"\"", "\" \""], ["\"\\u0000\"", "\"\\u0001\""],
  ])
  func literalsOfNTriplesKeepTheirBytes(literals: [String]) throws {
    let rows = literals.map { "<x:s> <x:p> \($0) .\n" }.joined()
    #expect(try names(rows, as: "e.nt") == literals.sorted())
  }

  @Test(arguments: [
    ["^2020-01-01/9", "^2020-01-01/11"], ["'hello'@en", "'hello'@fr"], ["@12.5/-3.4", "@12.5/3.4"],
    ["10kg", "-10kg", "10[9,11]kg"], ["\"x\"", "\"X\""],
  ])
  func valuesOfKGTKKeepTheirBytes(values: [String]) throws {
    let rows = values.map { "Q1\tP1\t\($0)\n" }.joined()
    #expect(try names("node1\tlabel\tnode2\n" + rows, as: "e.kgtk") == values.sorted())
  }

  @Test(arguments: [
    "<s> <x:p> <x:o> .", "<x:s> <p> <x:o> .", "<x:s> <x:p> \"a\"^^<t> .", "<x:s> <x:p> \"a\"@1 .",
    "<x:s> <x:p> \"a\"@en- .", "<x:s> <x:p> \"a\"^^_:t .", "_:-a <x:p> <x:o> .",
    "<x:s> <x:p> <x:a\\u0020b> .",
    "<x:s> <x:p> <x:a{b}> .", "<x:s> <x:p> \"\\u+041\" .", "_:a:b <x:p> <x:o> .",
  ])
  func whatTheGrammarOfNTriplesForbidsIsRefused(line: String) {
    #expect(throws: GraphFileError.self) { try names(line + "\n", as: "e.nt") }
  }

  @Test(arguments: ["", "\n", "# nothing\n"]) func anNTriplesFileMayBeEmpty(text: String) throws {
    #expect(try names(text, as: "e.nt").isEmpty)
  }
}

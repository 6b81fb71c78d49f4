import Foundation
import Testing

/// Questions without options are read without the argument parser; an option that only repeats a default sends the same
/// question through it.
@Suite struct PlainCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox.seeded() }

  @Test(arguments: ["Taliban", "taliban", "Dostum", "a", "nobody of that name", "", "#no-identifier", "a=b"])
  func neighborsAnswerAlikeWithAndWithoutTheParser(name: String) throws {
    let plain = try sandbox.kg("neighbors", name)
    let parsed = try sandbox.kg("neighbors", name, "--hops", "1")
    expectEqual(plain, parsed)
  }

  @Test(arguments: [
    ("Turkey", "Dostum"), ("Taliban", "Qatar"), ("Turkey", "Turkey"), ("Turkey", "nobody of that name"),
    ("a", "b"),
  ])
  func pathsAnswerAlikeWithAndWithoutTheParser(from: String, to: String) throws {
    let plain = try sandbox.kg("path", from, to)
    let parsed = try sandbox.kg("path", from, to, "-k", "1")
    expectEqual(plain, parsed)
  }

  @Test func theFileMayBeNamedAnywhere() throws {
    let expected = try sandbox.kg("neighbors", "Taliban")
    let path = sandbox.url("kg.db").path
    expectEqual(try sandbox.kg("neighbors", "--db", path, "Taliban"), expected)
    expectEqual(try sandbox.kg("neighbors", "Taliban", "--db=" + path), expected)
    let missing = try sandbox.kg("neighbors", "Taliban", "--db", "missing.db")
    #expect(missing.status == 66 && missing.error.contains("missing.db"))
  }

  @Test(arguments: [
    ["neighbors"], ["neighbors", "a", "b"], ["path", "a"], ["path", "a", "b", "c"],
    ["neighbors", "Taliban", "--db"],
    ["neighbors", "Taliban", "--db", ""], ["neighbors", "--unknown", "Taliban"],
  ])
  func whatIsNoSuchQuestionIsWrongUsage(arguments: [String]) throws {
    let output = try sandbox.run(Binary.path, arguments)
    #expect(output.status == 64 && output.text.isEmpty && !output.error.isEmpty)
  }

  private func expectEqual(
    _ left: Output, _ right: Output, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(left.status == right.status, sourceLocation: sourceLocation)
    #expect(left.text == right.text, sourceLocation: sourceLocation)
    #expect(left.error == right.error, sourceLocation: sourceLocation)
  }
}

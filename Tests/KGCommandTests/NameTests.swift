import Testing

@Suite struct NameTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    let text = """
      Maria Keller heads the Northern Fisheries Board. Peter Novak heads the Southern Fisheries Board. \
      Anna Lindholm heads the Eastern Fisheries Board.
      """
    try sandbox.write(text.utf8, to: "boards.txt")
    let output = try sandbox.kg("ingest", "boards.txt")
    try #require(output.status == 0, "\(output.error)")
  }

  @Test func unknownNameSaysSo() throws {
    let output = try sandbox.kg("neighbors", "Zyxwvu")
    expectFailure(output, 1, "Zyxwvu")
    #expect(output.text.isEmpty)
  }

  @Test func misspelledNameListsNearOnes() throws {
    expectFailure(
      try sandbox.kg("show", "Maria Kelller"), 1, "did you mean", "Maria Keller", candidates: true)
  }

  @Test func ambiguousNameListsTheCandidates() throws {
    let output = try sandbox.kg("neighbors", "Fisheries Board")
    expectFailure(output, 1, "Northern", "Southern", "Eastern", candidates: true)
    #expect(output.text.isEmpty)
  }

  @Test func unknownRelationListsNearOnes() throws {
    for command in [
      ["neighbors", "Maria Keller"], ["path", "Maria Keller", "Peter Novak"], ["export", "--format", "csv"],
    ] {
      let output = try sandbox.run(Binary.path, command + ["--relation", "leeder"])
      expectFailure(output, 64, "leeder", "leader")
      #expect(output.text.isEmpty)
    }
  }

  @Test(arguments: [
    "O'Brien", "100%", "\"quoted", "x--y", "a\nb", "; DROP TABLE claim", "NEAR(", "*", "“”", "\t", "",
  ])
  func oddNamesAndRelationsGetOneLine(text: String) throws {
    for command in [
      ["neighbors", text], ["show", text], ["path", text, "Maria Keller"], ["remove", text],
      ["search", text],
    ] {
      let output = try sandbox.run(Binary.path, command)
      expectFailure(output, 1)
      #expect(output.text.isEmpty)
    }
    expectFailure(try sandbox.kg("neighbors", "Maria Keller", "--relation", text), 64)
    #expect(try sandbox.kg("stats").status == 0)
  }

  @Test func nameThatLooksLikeAnOptionFollowsTwoDashes() throws {
    expectFailure(try sandbox.kg("neighbors", "--", "--drop"), 1, "--drop")
    expectFailure(try sandbox.kg("neighbors", "--drop"), 64)
  }
}

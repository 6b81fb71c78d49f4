import Foundation
import Testing

/// Lines that are not quite a command.
@Suite struct BareQuestionTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(
      "subject,subject_type,relation,object,object_type\nGreen River,place,borders,Oak Hill,place\nAda,person,visited,Oak Hill,place\nAda,person,visited,Oak Dale,place\n"
        .utf8, to: "e.csv")
    #expect(try sandbox.kg("import", "e.csv").status == 0)
  }

  @Test func oneThingMeansItsNeighborsAndTwoThePathBetween() throws {
    #expect(try sandbox.kg("Ada").text == sandbox.kg("neighbors", "Ada").text)
    #expect(try sandbox.kg("Green", "River").text == sandbox.kg("neighbors", "Green River").text)
    #expect(try sandbox.kg("Ada", "Green River").text == sandbox.kg("path", "Ada", "Green River").text)
    let csv = try sandbox.kg("Ada", "--format", "csv", "--limit", "1")
    #expect(csv.status == 0 && csv.lines.count == 2, "\(csv.error)")
    // Several are asked about.
    expectFailure(try sandbox.kg("Oak"), 1, "Oak Hill", "Oak Dale", candidates: true)
  }

  @Test(arguments: [
    (["neigbors", "Ada", "--limit", "3"], "`kg neighbors Ada --limit 3`"),
    (["exprot", "--format", "dot"], "`kg export --format dot`"),
    (["help", "pathh"], "`kg help path`"), (["nieghbors", "Green River"], "`kg neighbors 'Green River'`"),
    (["Adda"], "`kg neighbors Ada`"),
  ])
  func whatIsNoCommandIsAskedAboutWithTheWholeLine(arguments: [String], hint: String) throws {
    let output = try sandbox.run(Binary.path, arguments)
    #expect(output.status == 64 && output.error.contains("did you mean \(hint)"), "\(output.error)")
  }

  @Test func theOtherSpellingIsACommandToo() throws {
    #expect(try sandbox.kg("neighbours", "Ada").text == sandbox.kg("neighbors", "Ada").text)
    let help = try sandbox.kg("help", "neighbours")
    #expect(help.status == 0 && help.text.contains("--direction"), "\(help.error)")
  }

  @Test func aMisspeltValueGetsTheNearest() throws {
    expectFailure(try sandbox.kg("edges", "--type", "persom"), 64, "“person”")
    expectFailure(try sandbox.kg("edges", "--type", "people"), 64, "there are place, person")
    expectFailure(try sandbox.kg("edges", "--relation", "border"), 64, "borders")
    expectFailure(try sandbox.kg("edges", "--document", "f.csv"), 66, "did you mean “e.csv”?")
    expectFailure(try sandbox.kg("neighbors", "Ada", "--lmit", "3"), 64, "--limit")
  }

  @Test func optionValuesAreCompletedOutOfTheGraph() throws {
    let words = ["kg", "edges", "--db=kg.db", "--relation", "bo"]
    func offered(_ option: String, _ typed: String) throws -> [String] {
      let line = Array(words.dropLast(2)) + [option, typed]
      let output = try sandbox.run(
        Binary.path, ["---completion", "edges", "--", option, "4", "\(typed.utf8.count)"] + line)
      #expect(output.status == 0, "\(output.error)")
      return output.lines.map(String.init)
    }
    #expect(try offered("--relation", "bo") == ["borders"])
    #expect(try offered("--type", "pl") == ["place"])
    #expect(try offered("--entity", "Oak") == ["Oak Dale", "Oak Hill"])
    #expect(try offered("--document", "") == ["e.csv"])
  }

  @Test func statisticsFitAScreen() throws {
    var rows = "subject,subject_type,relation,object\n"
    for index in 0..<60 {
      rows += "n\(index),type\(index % 30),a-relation-of-some-length-\(index),n\(index / 2)\n"
    }
    try sandbox.write(rows.utf8, to: "many.csv")
    #expect(try sandbox.kg("import", "many.csv").status == 0)
    let output = try sandbox.kg("stats")
    #expect(output.status == 0)
    let lines = output.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 24 && lines.allSatisfy { $0.count <= 80 }, "\(output.text)")
    #expect(output.text.contains("more"))
  }

  @Test func namesAndSentencesAreFoundTogether() throws {
    #expect(try sandbox.kg("search", "Oak", "--format", "csv").lines.count == 3)
  }
}

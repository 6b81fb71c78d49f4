import Foundation
import Testing

@Suite struct JudgementTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write(
      Array(
        """
        subject,relation,object
        Joseph Votel,commands,CENTCOM
        Joseph L. Votel,visited,Raqqa
        Joe Votel,commands,CENTCOM
        James Mattis,commands,CENTCOM
        """.utf8), to: "a.csv")
    try sandbox.write(Array("subject,relation,object\nGeorgia,borders,Armenia\n".utf8), to: "b.csv")
    try sandbox.write(Array("subject,relation,object\nGeorgia,borders,Alabama\n".utf8), to: "c.csv")
    for file in ["a.csv", "b.csv", "c.csv"] { #expect(try sandbox.kg("import", file).status == 0) }
  }

  private func write(_ text: String, to name: String) throws { try sandbox.write(Array(text.utf8), to: name) }

  private func export() throws -> String { try sandbox.kg("export", "--format", "csv").text }

  @Test func aMergeJoinsEdgesKeepsNamesAndIsUndone() throws {
    let before = try export()
    let merge = try sandbox.kg("merge", "Joseph Votel", "Joe Votel", "--because", "same post")
    #expect(merge.status == 0 && merge.error.isEmpty)
    #expect(merge.text.contains("4 edges become 3") || merge.text.contains("2 edges become 1"))
    let old = try sandbox.kg("neighbors", "Joe Votel", "--format", "jsonl").text
    #expect(old == (try sandbox.kg("neighbors", "Joseph Votel", "--format", "jsonl").text))
    #expect(try sandbox.kg("show", "Joe Votel").text.contains("Joseph Votel"))
    #expect(try sandbox.kg("merge", "Joseph Votel", "Joe Votel").status == 65)
    #expect(try sandbox.kg("undo").status == 0)
    #expect(try export() == before)
    let again = try sandbox.kg("undo")
    #expect(again.status == 65 && again.error.contains("nothing was judged"))
    #expect(try sandbox.kg("undo", "1").error.contains("undone already"))
  }

  @Test func aMergeAgainstADifferentIsRefusedWithItsChain() throws {
    #expect(try sandbox.kg("merge", "Joseph Votel", "Joe Votel").status == 0)
    let file =
      #"{"verdict": "different", "left": {"name": "Joe Votel"}, "right": {"name": "Joseph L. Votel"}}"#
    try write(file + "\n", to: "j.jsonl")
    #expect(try sandbox.kg("judgements", "--apply", "j.jsonl").status == 0)
    let before = try export()
    let refused = try sandbox.kg("merge", "Joseph Votel", "Joseph L. Votel")
    #expect(refused.status == 65)
    #expect(refused.error.contains("joe votel") && refused.error.contains("judgement 2"))
    #expect(try export() == before)
    #expect(try sandbox.kg("undo", "2").status == 0)
    #expect(try sandbox.kg("merge", "Joseph Votel", "Joseph L. Votel").status == 0)
  }

  @Test func aNameIsSplitByDocuments() throws {
    let before = try export()
    #expect(try sandbox.kg("split", "Georgia", "--documents", "c.csv").status == 0)
    let ambiguous = try sandbox.kg("neighbors", "Georgia")
    #expect(ambiguous.status == 1 && ambiguous.errorLines.count == 3)
    #expect(try sandbox.kg("neighbors", "Georgia@c.csv").text.contains("Alabama"))
    #expect(!(try sandbox.kg("neighbors", "Georgia@b.csv").text.contains("Alabama")))
    #expect(try sandbox.kg("undo").status == 0)
    #expect(try export() == before)
    #expect(try sandbox.kg("split", "Georgia", "--documents", "a.csv").status == 65)
    #expect(try sandbox.kg("split", "Georgia").status == 64)
  }

  @Test func aDryRunKeepsNothing() throws {
    let before = try export()
    let dry = try sandbox.kg(
      "merge", "Joseph Votel", "CENTCOM", "--dry-run", "--format", "jsonl")
    #expect(try dry.objects().first?["new_loops"] as? Int == 1)
    #expect(try export() == before)
    #expect(try sandbox.kg("judgements", "--format", "jsonl").text.isEmpty)
  }

  @Test func namesTypesAndEdgesAreJudgedAndUndone() throws {
    let before = try export()
    #expect(try sandbox.kg("rename", "CENTCOM", "Central Command").status == 0)
    #expect(try sandbox.kg("neighbors", "Central Command").status == 0)
    #expect(try sandbox.kg("neighbors", "central command").status == 0)
    #expect(try sandbox.kg("neighbors", "CENTCOM").text.hasPrefix("Central Command"))
    #expect(try sandbox.kg("retype", "Raqqa", "place").status == 0)
    #expect(try sandbox.kg("show", "Raqqa:place").text.hasPrefix("Raqqa (place)"))
    #expect(try sandbox.kg("reject", "James Mattis", "commands", "CENTCOM").status == 0)
    #expect(try sandbox.kg("neighbors", "James Mattis").status != 0)
    #expect(try sandbox.kg("reject", "James Mattis", "commands", "CENTCOM").status == 65)
    // In any order.
    for number in ["2", "1", "3"] { #expect(try sandbox.kg("undo", number).status == 0) }
    #expect(try export() == before)
  }

  @Test(arguments: ["jsonl", "nomenklatura"]) func judgementsAreCarriedToAnotherGraph(format: String) throws {
    #expect(try sandbox.kg("merge", "Joseph Votel", "Joe Votel", "Joseph L. Votel").status == 0)
    #expect(try sandbox.kg("split", "Georgia", "--documents", "c.csv").status == 0)
    try write(try sandbox.kg("judgements", "--format", format).text, to: "j")
    for file in ["c.csv", "b.csv", "a.csv"] {
      #expect(try sandbox.kg("import", file, "--db", "other.db").status == 0)
    }
    #expect(try sandbox.kg("judgements", "--apply", "j", "--db", "other.db").status == 0)
    #expect(try sandbox.kg("export", "--format", "csv", "--db", "other.db").text == (try export()))
    let lines = try sandbox.kg("judgements", "--format", format, "--db", "other.db").lines.count
    #expect(lines == (try sandbox.kg("judgements", "--format", format).lines.count))
  }

  @Test func aBadLineIsNamedAndTheRestApplied() throws {
    let lines = [
      #"{"verdict": "same", "left": {"name": "Joe Votel"}, "right": {"name": "Nobody"}}"#,
      "nonsense", #"{"verdict": "maybe"}"#, #"["Joe Votel"]"#,
      #"{"verdict": "same", "left": {"name": "Joe Votel"}, "right": {"name": "Joe Votel"}}"#,
      #"{"verdict": "same", "left": {"name": "Joe Votel"}, "right": {"name": "Joseph Votel"}}"#,
    ]
    try write(lines.joined(separator: "\n"), to: "j")
    let none = try sandbox.kg("judgements", "--apply", "j", "--all-or-nothing")
    #expect(none.status == 65)
    #expect(try sandbox.kg("judgements", "--format", "jsonl").text.isEmpty)
    let some = try sandbox.kg("judgements", "--apply", "j")
    #expect(some.status == 65 && some.errorLines.count == 5)
    for line in 1...5 { #expect(some.error.contains("j:\(line): ")) }
    #expect(try sandbox.kg("judgements", "--format", "jsonl").lines.count == 1)
  }

  @Test func aRemovedDocumentTakesItsJudgementsAlong() throws {
    #expect(try sandbox.kg("merge", "Joseph Votel", "Joe Votel", "--because", "Votel again").status == 0)
    #expect(try sandbox.kg("remove", "a.csv").status == 0)
    #expect(try sandbox.kg("judgements", "--all", "--format", "jsonl").text.isEmpty)
    #expect(sandbox.occurrences(of: "Votel") == 0)
  }
}

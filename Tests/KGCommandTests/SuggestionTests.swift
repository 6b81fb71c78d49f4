import Foundation
import Testing

@Suite struct SuggestionTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    func row(_ name: String, _ type: String, _ document: String) -> String {
      #"{"layer":"imported","subject":{"name":"\#(name)","type":"\#(type)","mention":null,"start":null,"end":null,"aliases":[]},"#
        + #""relation":"mentioned-in","object":{"name":"\#(document)","type":"object","mention":null,"start":null,"end":null,"aliases":[]},"#
        + #""phrase":null,"method":"import","polarity":"positive","modality":"certain","tense":null,"attribution":null,"speaker":null,"#
        + #""time":null,"place":null,"confidence":1.0,"document":"\#(document)","sentence":null,"start":null,"end":null,"evidence":null}"#
    }
    let rows = [
      row("Joseph L. Votel", "person", "a"), row("CENTCOM", "organization", "a"),
      row("Joseph Votel", "person", "b"), row("Laura Bush", "person", "b"),
      row("George Bush", "person", "c"), row("Nestle SA", "organization", "c"),
      row("Nestlé Société Anonyme", "organization", "d"), row("Jordan", "place", "d"),
      row("Jordan", "person", "e"), row("Jon Votel", "person", "e"),
    ]
    try sandbox.write(Array(rows.joined(separator: "\n").utf8), to: "things.jsonl")
    #expect(try sandbox.kg("import", "things.jsonl").status == 0)
  }

  @Test func likelyPairsComeFirstAndTheSameEveryTime() throws {
    let first = try sandbox.kg("suggest", "--format", "jsonl")
    let pairs = try first.objects()
    let scores = pairs.compactMap { $0["score"] as? Double }
    #expect(scores == scores.sorted(by: >) && !scores.isEmpty)
    func has(_ names: Set<String>) -> Bool {
      pairs.contains { pair in
        Set(["left", "right"].compactMap { (pair[$0] as? [String: Any])?["name"] as? String }) == names
      }
    }
    #expect(has(["Joseph L. Votel", "Joseph Votel"]))
    #expect(!has(["George Bush", "Laura Bush"]))
    #expect(try sandbox.kg("suggest", "--format", "jsonl").text == first.text)
    #expect(try sandbox.kg("suggest", "--stored", "--format", "jsonl").text == first.text)
  }

  @Test func applyingIsOneBatchAndOneUndo() throws {
    let before = try sandbox.kg("export", "--format", "jsonl").text
    let applied = try sandbox.kg("suggest", "--apply", "0.9", "--format", "jsonl").objects()
    #expect((applied.first?["judgements"] as? [Int])?.isEmpty == false)
    #expect(try sandbox.kg("export", "--format", "jsonl").text != before)
    #expect(try sandbox.kg("undo").status == 0)
    #expect(try sandbox.kg("export", "--format", "jsonl").text == before)
  }

  @Test func aPersonAndAPlaceOfOneNameAreTwo() throws {
    let ambiguous = try sandbox.kg("neighbors", "Jordan")
    #expect(ambiguous.status == 1 && ambiguous.errorLines.count == 3)
    #expect(try sandbox.kg("neighbors", "Jordan:person").text.hasPrefix("Jordan (person)"))
    #expect(try sandbox.kg("neighbors", "Jordan:place").text.hasPrefix("Jordan (place)"))
  }

  @Test func aReviewJudgesUndoesAndGoesOn() throws {
    #expect(try sandbox.kg("review", "--least", "0.5", input: "d\nz\nu\nq\n").status == 0)
    let judged = try sandbox.kg("judgements", "--format", "jsonl").objects()
    #expect(judged.map { $0["verdict"] as? String } == ["unsure"])
    #expect(try sandbox.kg("review").status == 0)
  }

  @Test func whyTellsWeightsAndJudgements() throws {
    let why = try sandbox.kg("why", "Joseph L. Votel", "Joseph Votel", "--format", "jsonl").objects()
    #expect((why.first?["score"] as? Double ?? 0) > 0.5)
    #expect(try sandbox.kg("merge", "Joseph L. Votel", "Joseph Votel").status == 0)
    #expect(try sandbox.kg("why", "Joseph L. Votel", "Joseph Votel").text.contains("judgement 1"))
    #expect(try sandbox.kg("split", "Joseph Votel", "--from", "Jon Votel").status == 0)
    #expect(try sandbox.kg("why-not", "Joseph L. Votel", "Jon Votel").text.contains("judgement 2"))
  }

  @Test func comparingPairsOfAFileNamesBadLines() throws {
    let lines = #"{"left": "Joe Votel", "right": "Joseph Votel", "type": "person"}"# + "\nnonsense\n{}\n"
    try sandbox.write(Array(lines.utf8), to: "pairs.jsonl")
    let output = try sandbox.kg("compare", "--jsonl", "pairs.jsonl")
    #expect(output.status == 65 && output.lines.count == 1 && output.errorLines.count == 2)
    #expect(try output.objects().first?["score"] as? Double ?? 0 > 0.5)
    #expect(try sandbox.kg("compare", "one").status == 64)
  }
}

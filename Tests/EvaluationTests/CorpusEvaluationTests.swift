import Claims
import GraphFormats
import Testing

@testable import Evaluation

@Suite struct CorpusEvaluationTests {
  private func claim(
    _ subject: String, _ relation: String, _ object: String, _ confidence: Double,
    modality: Claim.Modality = .certain
  ) -> Claim {
    Claim(
      layer: .canonical, subject: Party(name: subject, type: .person), relation: relation,
      object: Party(name: object, type: .place), method: .frame, modality: modality, confidence: confidence,
      document: "d", evidence: nil)
  }

  private let table = """
    1\tcore\tAnna\tborn-in\tOslo\tpositive\tcertain\t-
    2\tmore\tAnna\tvisited\tRome\tpositive\tfuture\t-
    3\talso\tAnna\tlives-in\tOslo\tpositive\tcertain\t-
    4\tnot\tKarl\tborn-in\tOslo\tpositive\tcertain\t-
    5\tcore\tKarl\tborn-in\tRome\tpositive\tcertain\t-

    """

  private func evaluation(least: Double = 0) throws -> CorpusEvaluation {
    var evaluation = CorpusEvaluation()
    evaluation.add(
      text: "a/own-letter-one.txt",
      claims: [
        claim("Anna", "born-in", "Oslo", 0.95), claim("Anna", "visited", "Rome", 0.85, modality: .future),
        claim("Anna", "lives-in", "Oslo", 0.9), claim("Karl", "born-in", "Oslo", 0.35),
        claim("He", "born-in", "Oslo", 0.99),
      ], table: try GoldTable(name: "one.tsv", bytes: [UInt8](table.utf8)),
      isDrawn: { $0.confidence >= least })
    return evaluation
  }

  @Test func `rows of also make claims right and are not asked for`() throws {
    let total = try evaluation().total
    #expect(total.core == .init(found: 1, total: 2) && total.more == .init(found: 1, total: 1))
    #expect(total.claims == .init(found: 3, total: 4), "the bare pronoun does not count")
    #expect(total.edges == .init(found: 2, total: 3) && total.traps == .init(found: 1, total: 1))
    #expect(abs(total.f1 - 2 * 0.75 * (2.0 / 3) / (0.75 + 2.0 / 3)) < 1e-9)
  }

  @Test func `what is not drawn is no claim, but counts for what confidence is worth`() throws {
    let evaluation = try evaluation(least: 0.5)
    #expect(evaluation.total.claims == .init(found: 3, total: 3) && evaluation.total.traps.found == 0)
    #expect(evaluation.tenths[3].claims == .init(found: 0, total: 1))
    #expect(evaluation.tenths[9].claims == .init(found: 2, total: 2))
    let error = try #require(evaluation.calibrationError)
    #expect(abs(error - (0.35 + 0.15 + abs(2 - 1.85)) / 4) < 1e-9)
  }

  @Test func `texts are told apart by the first word of their names`() throws {
    #expect(CorpusEvaluation.kind(ofText: "a/re3d-uk-1.txt") == "re3d")
    #expect(CorpusEvaluation.kind(ofText: "gum-court-loan.txt") == "gum-court")
    #expect(try evaluation().kinds.keys.sorted() == ["own-letter"])
  }

  @Test func `nothing read has no figures and no error`() throws {
    let report = CorpusEvaluation().report(listsMisses: true, listsExtra: true)
    #expect(CorpusEvaluation().calibrationError == nil && CorpusEvaluation().total.f1 == 0)
    #expect(report.records.count == 1)
  }
}

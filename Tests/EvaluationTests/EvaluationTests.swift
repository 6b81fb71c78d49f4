import Claims
import Foundation
import GraphFormats
import Testing

@testable import Evaluation

@Suite struct EvaluationTests {
  private func fixture(_ name: String) throws -> [UInt8] {
    [UInt8](
      try Data(
        contentsOf: URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")))
  }

  private func evaluation() throws -> Evaluation {
    Evaluation(
      of: try ClaimFile.claims(name: "claims.jsonl", bytes: fixture("claims.jsonl")),
      against: try GoldTable(name: "gold.tsv", bytes: fixture("gold.tsv")))
  }

  /// What the scorer of the shared material printed for the two files:
  /// core 5/6  more 4/4  traps 1/5  canonical claims 16, in no row 4.
  @Test func `the figures are those of the reference scorer`() throws {
    let evaluation = try evaluation()
    #expect(evaluation.total.core == .init(found: 5, total: 6))
    #expect(evaluation.total.more == .init(found: 4, total: 4))
    #expect(evaluation.total.traps == .init(found: 1, total: 5))
    #expect(evaluation.total.claims == .init(found: 12, total: 16))
    #expect(evaluation.missed.map(\.id) == ["6"])
    #expect(evaluation.fallen.map(\.id) == ["13"])
    #expect(
      evaluation.extra.map { "\($0.subject.name) \($0.relation) \($0.object.name)" } == [
        "NF attacked Oslo", "Norway attacked the Front", "Karl Holm spouse Klara",
        "Zenith competes-with Acme",
      ])
  }

  @Test func `the figures of the relations add up to the totals`() throws {
    let evaluation = try evaluation()
    for path in [\Evaluation.Figures.core, \.more, \.traps, \.claims] {
      #expect(
        evaluation.relations.map { $0.figures[keyPath: path].found }.reduce(0, +)
          == evaluation.total[keyPath: path].found)
      #expect(
        evaluation.relations.map { $0.figures[keyPath: path].total }.reduce(0, +)
          == evaluation.total[keyPath: path].total)
    }
    let attacked = try #require(evaluation.relations.first { $0.relation == "attacked" }?.figures)
    #expect(attacked.core == .init(found: 0, total: 1) && attacked.more == .init(found: 1, total: 1))
    #expect(attacked.traps == .init(found: 1, total: 1) && attacked.claims == .init(found: 1, total: 3))
    #expect(evaluation.relations.map(\.relation) == evaluation.relations.map(\.relation).sorted())
  }

  @Test func `nothing found is no error`() throws {
    let table = try GoldTable(name: "gold.tsv", bytes: fixture("gold.tsv"))
    let evaluation = Evaluation(of: [], against: table)
    #expect(evaluation.total.core == .init(found: 0, total: 6) && evaluation.total.claims.ratio == nil)
    #expect(evaluation.summary.contains("0 of 0 of the canonical"))
  }

  @Test func `an answer lists what is asked for`() throws {
    let evaluation = try evaluation()
    let plain = String(
      decoding: evaluation.report(listsMisses: false, listsExtra: false).rendered(as: .table, on: Display()),
      as: UTF8.self)
    #expect(plain.contains("recall: core 5 of 6 (83.3 %), more 4 of 4 (100.0 %)"))
    #expect(plain.contains("precision: at least 12 of 16 (75.0 %)"))
    #expect(plain.contains("trap 13: Norway | attacked | Northern Front") && !plain.contains("missed"))
    let all = String(
      decoding: evaluation.report(listsMisses: true, listsExtra: true).rendered(as: .table, on: Display()),
      as: UTF8.self)
    #expect(all.contains("missed core 6: Northern Front | attacked | Oslo   … may have attacked"))
    #expect(all.contains("extra: Zenith | competes-with | Acme [positive, certain]"))
  }

  @Test(
    arguments: [
      ("", "no rows"), ("# only a comment\n=\tA|B\n", "no rows"),
      ("1\tcore\tA\tattacked\tB\tpositive\tcertain\n", "x.tsv:1: expected 8 columns"),
      (
        "\n1\tcorn\tA\tattacked\tB\tpositive\tcertain\tc\n",
        "x.tsv:2: expected one of core, more, also, not as tier, found “corn”"
      ),
      (
        "1\tcore\tA\tattacks\tB\tpositive\tcertain\tc\n",
        "expected a relation of Schema/relations.tsv, found “attacks”"
      ),
      ("1\tcore\tA\tattacked|x\tB\tpositive\tcertain\tc\n", "found “x”"),
      ("1\tcore\tA\tattacked\tB\tyes\tcertain\tc\n", "expected one of positive, negative as polarity"),
      (
        "1\tcore\tA\tattacked\tB\tpositive\tcertain|sure\tc\n",
        "expected one of certain, possible, future, hypothetical as modality, found “sure”"
      ),
      ("1\tcore\tA\tattacked\tB\tpositive\t\tc\n", "as modality, found “”"),
      ("1\tcore\t\tattacked\tB\tpositive\tcertain\tc\n", "expected a subject"),
      ("1\tcore\tA\tattacked\tB|\tpositive\tcertain\tc\n", "expected an object"),
      ("=\n", "x.tsv:1: expected names with | between after ="),
    ])
  func `a bad table is refused with file, line and what was expected`(text: String, message: String) {
    let error = #expect(throws: EvaluationError.self) {
      try GoldTable(name: "x.tsv", bytes: [UInt8](text.utf8))
    }
    #expect(error?.code == .badGold && error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(error?.message.hasPrefix("x.tsv") == true)
  }

  @Test func `bytes that are no UTF-8 are refused with their line`() {
    let row = [UInt8]("1\tcore\tA\tattacked\tB\tpositive\tcertain\tc\r\n".utf8)
    let error = #expect(throws: EvaluationError.self) {
      try GoldTable(name: "x.tsv", bytes: row + [0x41, 0xFF])
    }
    #expect(error?.message.hasPrefix("x.tsv:2: expected UTF-8") == true)
  }

  @Test func `lines may end as on Windows`() throws {
    let table = try GoldTable(
      name: "x.tsv",
      bytes: [UInt8]("1\tcore\tA\tattacked\tB\tpositive\tcertain\tc\r\n\r\n=\tAcme|Zenith\r\n".utf8))
    #expect(
      table.rows.count == 1 && table.rows[0].cue == "c" && table.names(of: "Acme") == ["acme", "zenith"])
  }

  @Test(arguments: [
    ("nonsense", "claims.jsonl:2: expected a JSON object, but at byte 1"),
    ("[]", "claims.jsonl:2: expected a claim"),
    ("{}", "claims.jsonl:2: expected a claim as `kg extract` prints it, but layer is missing"),
  ])
  func `a bad claim is refused with file, line and what was expected`(line: String, message: String) {
    let error = #expect(throws: EvaluationError.self) {
      try ClaimFile.claims(name: "claims.jsonl", bytes: [UInt8]("\n\(line)\n".utf8))
    }
    #expect(error?.code == .badClaims && error?.message.hasPrefix(message) == true, "\(error?.message ?? "")")
  }
}

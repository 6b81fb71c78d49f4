import BenchmarkGraph
import Testing

struct AnswerComparisonTests {
  private let right = "path\ta|b\t1\t900\t800\t3\nneighbors\ta\t1\t5\t5\t2:77\n"

  @Test func equalAnswersAgreeWhateverTheyTook() throws {
    var comparison = AnswerComparison()
    try comparison.add(right, from: "one")
    try comparison.add("path\ta|b\t1\t1\t1\t3\n", from: "two")
    #expect(comparison.disagreements().isEmpty)
    #expect(comparison.answered == ["one": 2, "two": 1])
    #expect(comparison.shared == 1)
  }

  @Test func aWrongAnswerIsNamedWithWhoGaveIt() throws {
    var comparison = AnswerComparison()
    try comparison.add(right, from: "one")
    try comparison.add(right, from: "two")
    try comparison.add("path\ta|b\t1\t1\t1\t4\n", from: "three")
    let found = comparison.disagreements()
    #expect(found.map(\.question) == ["path a|b"])
    #expect(found.first?.stores == ["3": ["one", "two"], "4": ["three"]])
  }

  @Test func aStoreThatChangesItsMindDisagrees() throws {
    var comparison = AnswerComparison()
    try comparison.add(right + "path\ta|b\t2\t1\t1\t-1\n", from: "one")
    #expect(comparison.disagreements().count == 1)
    #expect(comparison.answered == ["one": 2])
  }

  @Test func whatIsNoAnswerIsRefused() {
    var comparison = AnswerComparison()
    #expect(throws: AnswerComparison.Failure.self) { try comparison.add("Traceback\n", from: "one") }
  }

  @Test func aChecksumKnowsItsLinesButNotTheirOrder() {
    func checksum(_ lines: String...) -> String {
      var checksum = LineChecksum()
      for line in lines { checksum.add(line) }
      return checksum.description
    }
    // The check value of CRC-32 as zlib has it.
    #expect(checksum("123456789") == "1:\(0xCBF4_3926)")
    #expect(checksum("a", "b", "b") == checksum("b", "a", "b"))
    #expect(checksum("a", "b", "b") != checksum("a", "a", "b"))
    #expect(checksum("a") != checksum("a", ""))
  }
}

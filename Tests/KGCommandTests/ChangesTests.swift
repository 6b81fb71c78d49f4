import Foundation
import Testing

/// What each write did, on the command line.
@Suite struct ChangesTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    try sandbox.write("subject,relation,object\nPetiolatumova,ally,Bo\nBo,patron,Cy\n".utf8, to: "e.csv")
    try sandbox.write("subject,relation,object\nBo,patron,Cy\n".utf8, to: "f.csv")
    let moment = ["SOURCE_DATE_EPOCH": "1767312000"]
    for arguments in [["import", "e.csv"], ["import", "f.csv"], ["remove", "e.csv"]] {
      let output = try sandbox.run(Binary.path, arguments, environment: moment)
      #expect(output.status == 0, "\(output.error)")
    }
  }

  @Test func eachWriteIsListedWithWhatItDid() throws {
    let changes = try sandbox.kg("changes", "--format", "jsonl").objects()
    #expect(changes.compactMap { $0["kind"] as? String } == ["import", "import", "remove"])
    #expect(changes.allSatisfy { $0["when"] as? String == "2026-01-02T00:00:00Z" })
    #expect(changes.compactMap { $0["edges_added"] as? Int } == [2, 0, 0])
    #expect(changes.compactMap { $0["edges_changed"] as? Int } == [0, 1, 1])
    #expect(changes.compactMap { $0["edges_removed"] as? Int } == [0, 0, 1])
    #expect(changes.compactMap { $0["documents"] as? [String] } == [[], ["f.csv"], []])
    let table = try sandbox.kg("changes")
    #expect(table.text.contains("+2") && table.text.contains("1 document removed"), "\(table.text)")
  }

  @Test func detailsNameWhatIsThereAndCountWhatIsGone() throws {
    let details = try sandbox.kg("changes", "--details", "--since", "2", "--format", "jsonl").objects()
    #expect(Set(details.compactMap { $0["op"] as? String }) == ["DEL", "MOD"])
    #expect(details.contains { $0["thing"] as? String == "edge" && $0["count"] as? Int == 1 })
    #expect(sandbox.occurrences(of: "petiolatumova") == 0)
  }

  @Test func sinceTakesANumberOrADayAndNothingIsNoChange() throws {
    #expect(try sandbox.kg("changes", "--since", "2026-01-02", "--format", "csv").lines.count == 4)
    #expect(try sandbox.kg("changes", "--since", "1", "--format", "csv").lines.count == 3)
    expectFailure(try sandbox.kg("changes", "--since", "3"), 1)
    expectFailure(try sandbox.kg("changes", "--since", "2026-01-03"), 1)
    expectFailure(try sandbox.kg("changes", "--since", "yesterday"), 64, "--since")
  }
}

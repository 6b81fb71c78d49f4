import Foundation
import Testing

/// A ring of four people and organisations, and a longer way round.
@Suite struct PathTests {
  private let sandbox: Sandbox

  init() throws {
    sandbox = try Sandbox()
    let text = """
      Maria Keller heads the Northern Fisheries Board. Maria Keller heads the Southern Fisheries Board. \
      Peter Novak heads the Northern Fisheries Board. Peter Novak heads the Southern Fisheries Board. \
      Maria Keller visited Kabul. Anna Lindholm visited Kabul. Anna Lindholm heads the Eastern Harbour Agency. \
      Peter Novak heads the Eastern Harbour Agency. Otto Brandt heads the Western Mining Agency.
      """
    try sandbox.write(text.utf8, to: "ring.txt")
    let output = try sandbox.kg("ingest", "ring.txt")
    try #require(output.status == 0, "\(output.error)")
  }

  private func paths(_ options: String...) throws -> [[String: Any]] {
    let output = try sandbox.run(
      Binary.path, ["path", "Maria Keller", "Peter Novak", "--format", "jsonl"] + options)
    try #require(output.status == 0, "\(output.error)")
    return try output.objects()
  }

  @Test func oneShortestPathIsTheDefault() throws {
    let found = try paths()
    #expect(found.count == 1 && found.first?["length"] as? Int == 2)
    let hops = try #require(found.first?["hops"] as? [[String: Any]])
    #expect(hops.count == 2 && hops.allSatisfy { $0["evidence"] is [String: Any] })
  }

  @Test func allShortestShowsEveryPathOfThatLength() throws {
    let found = try paths("--all-shortest")
    #expect(found.count == 2 && found.allSatisfy { $0["length"] as? Int == 2 })
  }

  @Test func countShowsTheNextLongerOnesToo() throws {
    #expect(try paths("-k", "2").count == 2)
    #expect(try paths("-k", "3").compactMap { $0["length"] as? Int } == [2, 2, 4])
  }

  @Test func avoidKeepsClearOfEntities() throws {
    let one = try paths("--avoid", "Northern Fisheries Board")
    #expect(!String(describing: one).contains("Northern"))
    let far = try paths("--avoid", "Northern Fisheries Board", "--avoid", "Southern Fisheries Board")
    #expect(far.first?["length"] as? Int == 4)
  }

  @Test func maximumLengthDirectionAndRelationLeaveNoPath() throws {
    for options in [["--max-length", "1"], ["--directed"], ["--relation", "visited"]] {
      let output = try sandbox.run(Binary.path, ["path", "Maria Keller", "Peter Novak"] + options)
      expectFailure(output, 1, "Maria Keller", "Peter Novak")
      #expect(output.text.isEmpty)
    }
  }

  @Test func thingsThatNothingTiesHaveNoPath() throws {
    expectFailure(try sandbox.kg("path", "Maria Keller", "Otto Brandt"), 1, "Otto Brandt")
  }

  @Test func pathToItselfNeedsNoHop() throws {
    let output = try sandbox.kg("path", "Maria Keller", "maria keller", "--format", "jsonl")
    #expect(output.status == 0 && output.error.isEmpty)
    #expect(try output.objects().first?["length"] as? Int == 0)
    #expect(try sandbox.kg("path", "Maria Keller", "Maria Keller").status == 0)
  }
}

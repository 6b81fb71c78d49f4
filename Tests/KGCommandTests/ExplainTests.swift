import Foundation
import Testing

/// `kg explain`, `kg extract --explain` and `kg frames fired` on the built binary.
@Suite struct ExplainTests {
  private let sandbox: Sandbox
  private static let text = "Norway supports Sweden. Denmark refused to support Iceland."

  init() throws {
    sandbox = try Sandbox()
    try Data(Self.text.utf8).write(to: sandbox.url("a.txt"))
  }

  @Test func extractAddsTheOriginAndNothingElse() throws {
    let plain = try sandbox.kg("extract", "a.txt")
    let explained = try sandbox.kg("extract", "a.txt", "--explain")
    #expect(plain.status == 0 && explained.status == 0)
    let (records, others) = (try plain.objects(), try explained.objects())
    #expect(records.count == others.count && !records.isEmpty)
    for (record, other) in zip(records, others) {
      #expect(record["origin"] == nil)
      #expect(Set(other.keys).subtracting(record.keys) == ["origin"])
      let origin = try #require(other["origin"] as? [String: Any])
      #expect(origin["source"] as? String != nil)
      let isFrame = other["method"] as? String == "frame"
      #expect((origin["place"] as? String)?.contains(".frames:") ?? false == isFrame)
    }
    // But for the field at the end of each line, the bytes are the same.
    for (line, other) in zip(plain.lines, explained.lines) { #expect(other.hasPrefix(line.dropLast())) }
  }

  @Test func aGraphTellsHowAnEdgeWasRead() throws {
    #expect(try sandbox.kg("ingest", "a.txt").status == 0)
    let output = try sandbox.kg("explain", "Norway", "Sweden")
    #expect(output.status == 0)
    #expect(output.text.contains("Norway supports Sweden"))
    #expect(output.text.contains("read by politics.frames:"))
    #expect(output.text.contains("at “supports”"))
    let denied = try sandbox.kg("explain", "Iceland")
    #expect(denied.text.contains("denied by “refused”"))
    let record = try #require(
      try sandbox.kg("explain", "Norway", "--format", "jsonl").objects().first)
    let extracted = try #require(try sandbox.kg("extract", "a.txt", "--explain").objects().first)
    #expect(record["origin"] as? NSDictionary == extracted["origin"] as? NSDictionary)
  }

  @Test func aTextTellsWhatWasDropped() throws {
    let output = try sandbox.kg("explain", "--text", "Did Norway attack Sweden?")
    #expect(output.status == 0)
    #expect(output.text.contains("Considered and dropped"))
    #expect(output.text.contains("it is asked, not said"))
    let file = try sandbox.kg("explain", "--file", "a.txt", "--format", "jsonl")
    #expect(try file.objects().contains { $0["dropped"] as? String != nil && $0["origin"] != nil })
    #expect(try file.objects().contains { $0["dropped"] == nil && $0["evidence"] as? String != nil })
  }

  @Test func whatCannotBeExplainedSaysSo() throws {
    expectFailure(try sandbox.kg("explain"), 64, "--text")
    expectFailure(try sandbox.kg("explain", "Norway", "--text", "Norway left."), 64, "--text")
    expectFailure(try sandbox.kg("explain", "--file", "none.txt"), 66, "none.txt")
    #expect(try sandbox.kg("ingest", "a.txt").status == 0)
    expectFailure(try sandbox.kg("explain", "Nobody"), 1, "Nobody")
  }

  @Test func aRecordWithoutAnOriginSaysThatNoneIsKept() throws {
    let lines = try sandbox.kg("extract", "a.txt").standardOutput
    try lines.write(to: sandbox.url("a.jsonl"))
    #expect(try sandbox.kg("import", "a.jsonl").status == 0)
    let output = try sandbox.kg("explain", "Norway")
    #expect(output.status == 0 && output.text.contains("is not kept"))
  }

  @Test func rulesThatFireAreCounted() throws {
    let output = try sandbox.kg("frames", "fired", "a.txt", "--format", "jsonl")
    #expect(output.status == 0)
    let rules = try output.objects()
    let fired = rules.filter { $0["fired"] as? Int ?? 0 > 0 }
    #expect(fired.contains { $0["relation"] as? String == "supports" && $0["kept"] as? Int == 2 })
    #expect(fired.count < rules.count / 2)
    let never = try sandbox.kg("frames", "fired", "a.txt", "--never", "--format", "jsonl").objects()
    #expect(never.count == rules.count - fired.count && never.allSatisfy { $0["fired"] as? Int == 0 })
    #expect(try sandbox.kg("frames", "fired", "a.txt").text.contains("never fired"))
  }
}

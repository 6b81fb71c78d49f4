import Claims
import TestSupport
import Testing

@testable import Extraction

/// Drafts in few bytes are the drafts that were put in.
@Suite struct DraftArchiveTests {
  private var random = SplitMix64(seed: 77)

  private mutating func flip() -> Bool { Bool.random(using: &random) }

  private mutating func number() -> Int {
    [0, 1, -1, 63, 64, -64, -65, 127, 128, 1 << 20, .max, .min].randomElement(using: &random) ?? 0
  }

  private mutating func text() -> String {
    ["", "a", "Anna Berg", "é\u{0}\u{1F600}", String(repeating: "x", count: 300)].randomElement(
      using: &random)
      ?? ""
  }

  private mutating func words() -> [Int] { (0..<Int.random(in: 0...4, using: &random)).map { _ in number() } }

  private mutating func party() -> PartyReading {
    let start = Int.random(in: 0...1 << 30, using: &random)
    return PartyReading(
      entity: flip() ? number() : nil, name: text(), type: flip() ? EntityType(rawValue: text()) : nil,
      mention: start..<start + Int.random(in: 0...200, using: &random), head: number(), isReference: flip(),
      ground: flip() ? Claim.Origin.Ground.allCases.randomElement(using: &random) : nil)
  }

  private mutating func factuality() -> Factuality {
    Factuality(
      polarity: flip() ? .positive : .negative,
      modality: Claim.Modality.allCases.randomElement(using: &random) ?? .certain,
      tense: flip() ? Claim.Tense.allCases.randomElement(using: &random) : nil,
      attribution: flip() ? number() : nil, isQuestion: flip(), polarityMarks: words(),
      modalityMarks: words(),
      sourceMark: flip() ? number() : nil)
  }

  private mutating func proposal() -> Proposal {
    Proposal(
      source: Claim.Origin.Source.allCases.randomElement(using: &random) ?? .frame,
      place: flip() ? text() : nil, construction: flip() ? text() : nil,
      probability: flip() ? Double.random(in: 0...1, using: &random) : nil,
      confidence: Double.random(in: 0...1, using: &random), isOfClass: flip(), trigger: number(),
      subjectWay: flip() ? ["subject", text()] : [], objectWay: flip() ? [text()] : [])
  }

  private mutating func draft(of sentence: Int) -> ClaimDraft {
    ClaimDraft(
      layer: Claim.Layer.allCases.randomElement(using: &random) ?? .open,
      method: Claim.Method.allCases.randomElement(using: &random) ?? .frame, subject: party(),
      relation: text(), isSymmetric: flip(), object: party(), phrase: words(), facts: factuality(),
      attribution: flip() ? party() : nil, place: flip() ? party() : nil,
      time: flip() ? Claim.Time(text: text(), value: flip() ? text() : nil) : nil, sentence: sentence,
      confidence: Double.random(in: 0...1, using: &random), proposal: proposal(), isKept: flip())
  }

  @Test mutating func draftsComeBackAsTheyWere() {
    var archive = DraftArchive()
    var expected: [[ClaimDraft]] = []
    for sentence in 0..<700 {
      let drafts = (0..<Int.random(in: 0...5, using: &random)).map { _ in draft(of: sentence) }
      archive.add(drafts)
      if !drafts.isEmpty { expected.append(drafts) }
    }
    #expect(archive.count == expected.count && Array(archive) == expected)
  }

  @Test func claimsOfSentencesTogetherAreThoseOfTheWhole() throws {
    let extractor = try Extractor.shared.get()
    let text = Array(
      "Anna Berg, who founded Nordlicht in 1998, said Karl Holm did not visit Oslo. He heads the firm. “I will meet her in Bergen,” Holm said."
        .utf8)
    let pending = extractor.pending(name: "a", bytes: text)
    var claims: [Claim] = []
    pending.forEachSentence { claims += $0 }
    let whole = extractor.read(name: "a", bytes: text)
    #expect(claims == whole.claims && claims.count > 3)
    #expect(pending.whole.mentions == whole.mentions && pending.whole.sentences == whole.sentences)
  }
}

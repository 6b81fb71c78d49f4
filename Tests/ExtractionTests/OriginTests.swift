import Claims
import Testing

@testable import Extraction

/// Every claim tells what proposed it, for whom its words were taken and which words marked it.
@Suite struct OriginTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private func reading(_ text: String) -> DocumentReading {
    extractor.read(name: "test", bytes: [UInt8](text.utf8), isTraced: true)
  }

  private func claim(_ text: String, _ relation: String) throws -> Claim {
    try #require(reading(text).claims.first { $0.relation == relation && $0.method == .frame }, "\(text)")
  }

  private func marks(_ claim: Claim, _ kind: Claim.Origin.Mark.Kind) -> [String] {
    claim.origin?.marks.filter { $0.kind == kind }.map(\.words.text) ?? []
  }

  @Test func `a claim of a frame names the pattern's file and line, which states its relation`() throws {
    let claim = try claim("Norway supports Sweden.", "supports")
    let origin = try #require(claim.origin)
    #expect(origin.source == .frame && origin.construction == "verb")
    #expect(origin.trigger?.text == "supports")
    #expect(origin.subject.way == "subject" && origin.object.way == "object")
    let place = try #require(origin.place)
    #expect(extractor.rules.contains { $0.place == place && $0.relation == "supports" })
    #expect(place.contains("politics.frames:"))
  }

  @Test func `every claim of the examples has an origin whose words stand where it says`() {
    for example in extractor.examples.prefix(60) {
      let scalars = Array(example.sentence.unicodeScalars)
      for claim in reading(example.sentence).claims {
        guard let origin = claim.origin, let trigger = origin.trigger else {
          Issue.record("no origin: \(example.sentence)")
          continue
        }
        #expect((origin.place != nil) == (claim.method == .frame))
        #expect((origin.probability != nil) == (claim.method == .model))
        for words in [trigger] + origin.marks.map(\.words) {
          let text = String(String.UnicodeScalarView(scalars[words.range]))
          #expect(text == words.text)
        }
      }
    }
  }

  @Test(
    arguments: [
      ("Norway never supported Sweden.", ["never"]),
      ("Norway refused to support Sweden.", ["refused"]),
      ("Norway failed to support Sweden.", ["failed"]),
      ("Norway did not support Sweden.", ["not"]),
      ("Nobody in Norway said it, and Norway does not support Sweden.", ["not"]),
      ("Norway supported Sweden.", []),
    ])
  func `the words that deny a claim are told`(text: String, words: [String]) throws {
    let claim = try claim(text, "supports")
    #expect(claim.polarity == (words.isEmpty ? .positive : .negative))
    #expect(marks(claim, .polarity) == words)
  }

  @Test(
    arguments: [
      ("Norway may attack Sweden.", ["may"]), ("Norway will attack Sweden.", ["will"]),
      ("Perhaps Norway attacked Sweden.", ["Perhaps"]), ("Norway plans to attack Sweden.", ["plans"]),
      ("Norway attacked Sweden.", []),
    ])
  func `the words that make a claim unsure are told`(text: String, words: [String]) throws {
    let claim = try claim(text, "attacked")
    #expect((claim.modality == .certain) == words.isEmpty)
    #expect(marks(claim, .modality) == words)
  }

  @Test(
    arguments: [
      ("Experts said that Norway attacked Sweden.", "said"),
      ("According to Denmark, Norway attacked Sweden.", "According"),
      ("Norway attacked Sweden, Denmark reported.", "reported"),
      ("Norway attacked Sweden, Karl Holm wrote.", "wrote"),
    ])
  func `the word that names the source is told`(text: String, word: String) throws {
    let claim = try claim(text, "attacked")
    #expect(claim.attribution != nil)
    #expect(marks(claim, .source) == [word])
  }

  @Test func `a pronoun tells for whom it was taken and why`() throws {
    let text = "Anna Berg is a painter. She was born in Oslo."
    let born = try claim(text, "born-in")
    #expect(born.subject.name == "Anna Berg" && born.subject.mention == "She")
    #expect(born.origin?.subject.ground == .coreference)
    #expect(born.origin?.object.ground == nil)
  }

  @Test(
    arguments: [
      ("Norwegian troops attacked Sweden.", "attacked", Claim.Origin.Ground.nationality),
      ("Beijing criticised Sweden.", "criticized", .government),
    ])
  func `a nationality and a capital that acts tell that they stand for the country`(
    text: String, relation: String, ground: Claim.Origin.Ground
  ) throws {
    let claims = reading(text).claims.filter { $0.layer == .canonical && $0.method == .frame }
    #expect(claims.contains { $0.origin?.subject.ground == ground || $0.origin?.object.ground == ground })
  }

  @Test func `what stands for the clause before says so`() throws {
    let claims = reading("Norway attacked Sweden. Earlier, Denmark did the same.").claims
    let repeated = try #require(claims.first { $0.subject.name == "Denmark" && $0.relation == "attacked" })
    #expect(repeated.origin?.source == .repetition)
    #expect(repeated.origin?.object.ground == .repetition)
  }

  @Test func `what was dropped says why`() {
    func reasons(_ text: String, _ relation: String) -> Set<DroppedReading.Reason> {
      Set(reading(text).dropped.filter { $0.relation == relation }.map(\.reason))
    }
    #expect(reasons("Did Norway attack Sweden?", "attacked").contains(.question))
    #expect(reasons("Norway supports.", "supports").contains(.noObject))
    #expect(reasons("Norway supports Norway.", "supports").contains(.sameEnds))
    #expect(reading("Norway attacked Sweden. Norway attacked Sweden.").dropped.allSatisfy { $0.sentence < 2 })
    #expect(extractor.read(name: "test", bytes: Array("Did Norway attack Sweden?".utf8)).dropped.isEmpty)
  }

  @Test func `to be asked what was dropped changes nothing of what is read`() {
    for example in extractor.examples.prefix(40) {
      let bytes = [UInt8](example.sentence.utf8)
      #expect(reading(example.sentence).claims == extractor.read(name: "test", bytes: bytes).claims)
    }
  }

  @Test func `rules that fire are counted, and those that never do`() {
    var count = FrameCount(rules: extractor.rules)
    count.add(reading("Norway supports Sweden. Norway supports Denmark. Did Norway support Iceland?"))
    let fired = count.counts.filter { $0.fired > 0 }
    #expect(fired.contains { $0.rule.relation == "supports" && $0.fired == 3 && $0.kept == 2 })
    #expect(count.counts.count == extractor.rules.count && fired.count < 5)
    #expect(count.counts.first == fired.first)
  }
}

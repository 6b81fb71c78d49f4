import Claims
import Linguistics
import Schema
import Testing

@testable import Extraction

@Suite struct ExtractorTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private func read(_ text: String) -> DocumentReading {
    extractor.read(name: "test", bytes: [UInt8](text.utf8))
  }

  private func claims(_ relation: String, in text: String) -> [Claim] {
    read(text).claims.filter { $0.relation == relation }
  }

  @Test func `what is refused is negative`() throws {
    let claim = try #require(claims("visited", in: "Anna Berg refused to visit Norway.").first)
    #expect(claim.polarity == .negative)
  }

  @Test(arguments: [
    ("Anna Berg may visit Norway.", Claim.Modality.possible),
    ("Anna Berg will visit Norway.", .future),
    ("Anna Berg plans to visit Norway.", .future),
    ("Anna Berg would have visited Norway.", .hypothetical),
    ("If Anna Berg visits Norway, it will rain.", .hypothetical),
    ("It seems that Anna Berg visited Norway.", .possible),
    ("Experts believe that Anna Berg visited Norway.", .possible),
  ])
  func `modality follows the words that govern the clause`(text: String, modality: Claim.Modality) throws {
    let claim = try #require(claims("visited", in: text).first)
    #expect(claim.modality == modality)
    #expect(claim.polarity == .positive)
  }

  @Test func `a question claims nothing`() {
    #expect(claims("visited", in: "Has Anna Berg visited Norway?").isEmpty)
  }

  @Test func `what stands outside of the clause does not weaken it`() throws {
    let claim = try #require(claims("visited", in: "He may be ill, but Anna Berg visited Norway.").first)
    #expect(claim.makesEdge)
  }

  @Test(arguments: [
    ("Karl Holm: \"Norway attacked Sweden.\"", "Karl Holm"),
    ("Deputy Minister Lars Vik: “Denmark attacked Norway.”", "Lars Vik"),
    ("Petra Lund, mayor of Odense: \"Russia attacked Georgia.\"", "Petra Lund"),
    ("NATO: “Russia attacked Georgia.”", "NATO"),
    ("Anna Berg: \"They lied. Norway attacked Sweden.\"", "Anna Berg"),
  ]) func `a name and a colon before a quotation tell who speaks`(_ text: String, _ speaker: String) {
    let claims = read(text).claims.filter { $0.relation == "attacked" }
    #expect(claims.map { $0.speaker?.name } == [speaker], "\(text)")
  }

  @Test(arguments: [
    "Star Trek: \"The Motion Picture\" came out.", "Norway: \"Sweden\" and Finland.", "\"A\": \"B\".",
    "NATO: \"\".",
    "Anna Berg: \"\"\"", "The “Karl: \"Holm\"” Foundation: \"We won.\"",
  ]) func `a name that goes on behind the colon and the mark is read`(_ text: String) {
    #expect(read(text).sentences.count > 0)
  }

  @Test func `a quotation behind a name and a colon is no turn that goes on`() {
    let claims = read("NATO: “Russia attacked Georgia.”\n\nNorway attacked Sweden.").claims
    #expect(claims.filter { $0.subject.name == "Norway" }.allSatisfy { $0.speaker == nil })
  }

  @Test(arguments: [
    ("Immediately after the attack, Norway funded Finland.", "Immediately"),
    ("Shortly before the meeting in Oslo, Karl Holm died.", "Shortly"),
    ("Soon after the war, Norway funded Finland.", "Soon"),
    ("Only days before the election, Norway attacked Sweden.", "Only"),
    ("Right after the summit in Odense, Karl Holm visited Oslo.", "Right"),
  ]) func `what stands before a preposition is no part of a description`(_ text: String, _ adverb: String) {
    for claim in read(text).claims {
      #expect(!claim.subject.name.hasPrefix(adverb) && !claim.object.name.hasPrefix(adverb), "\(text)")
    }
  }

  @Test(arguments: [
    "Herat is the west of Afghanistan.", "Troms is the north of Norway.", "Dover is the edge of England.",
    "Kent is the southeast of England.", "Jutland is the rest of Denmark.",
  ]) func `a part of a place is no kind of thing`(_ text: String) {
    #expect(!read(text).claims.contains { $0.relation == "is-a" }, "\(text)")
  }

  @Test func `a source named in the sentence is the attribution`() throws {
    let said = try #require(claims("visited", in: "Karl Holm said that Anna Berg visited Norway.").first)
    #expect(said.attribution?.name == "Karl Holm")
    let according = try #require(
      claims("visited", in: "According to Karl Holm, Anna Berg visited Norway.").first)
    #expect(according.attribution?.name == "Karl Holm")
    let believed = try #require(claims("visited", in: "Experts believe that Anna Berg visited Norway.").first)
    #expect(believed.attribution?.mention?.lowercased() == "experts")
  }

  @Test func `a claim carries its phrase, date and evidence`() throws {
    let text = "It rained. Anna Berg has visited Norway on 4 May 1990."
    let claim = try #require(claims("visited", in: text).first)
    #expect(claim.phrase == "has visited")
    #expect(claim.time?.value == "1990-05-04")
    #expect(claim.evidence?.text == "Anna Berg has visited Norway on 4 May 1990.")
    #expect(claim.evidence?.sentence == 1)
  }

  @Test func `short forms, titles and listed aliases lead to one name`() throws {
    let text = """
      General Karim Aziz met the press. Aziz visited the UK. The Northern Relief Fund of Oslo (NRFO) grew.
      The NRFO operates in Mali. IG-Khorasan attacked Tunis.
      """
    let reading = read(text)
    let visited = try #require(reading.claims.first { $0.relation == "visited" })
    #expect(visited.subject.name == "Karim Aziz")
    #expect(visited.object.name == "United Kingdom")
    #expect(visited.subject.aliases == ["Aziz"])
    let operates = try #require(reading.claims.first { $0.relation == "operates-in" })
    #expect(operates.subject.name == "Northern Relief Fund of Oslo")
    let attacked = try #require(reading.claims.first { $0.relation == "attacked" })
    #expect(attacked.subject.name == "IS-Khorasan")
  }

  @Test func `a capital that acts stands for its country and one that is visited does not`() throws {
    let attacked = try #require(claims("accused", in: "Oslo accused Sweden of theft.").first)
    #expect(attacked.subject.name == "Norway")
    #expect(attacked.subject.mention == "Oslo")
    let visited = try #require(claims("visited", in: "Anna Berg visited Oslo.").first)
    #expect(visited.object.name == "Oslo")
  }

  @Test func `an own alias list extends the built-in one and changes the version`() throws {
    let own = try Extractor(
      model: .embedded(), userAliases: [(name: "own.tsv", rows: "Kingdom of the Berg\tAnna Berg\n")])
    let claims = own.read(name: "test", bytes: [UInt8]("Anna Berg visited Norway.".utf8)).claims
    #expect(claims.first?.subject.name == "Kingdom of the Berg")
    #expect(own.version != extractor.version)
  }

  @Test func `a bad alias line is refused with file and line`() {
    let error = #expect(throws: ExtractionError.self) {
      try Extractor(
        model: .embedded(), userAliases: [(name: "own.tsv", rows: "# fine\nNorway\tNorge\nSweden\n")])
    }
    #expect(error?.code == .badAliasLine)
    #expect(error?.message.hasPrefix("own.tsv:3: expected") == true)
  }

  @Test func `reading twice gives the same`() {
    let text = "Anna Berg visited Norway. Karl Holm, the son of Anna Berg, attacked Tunis."
    #expect(read(text).claims == read(text).claims)
    #expect(read(text).digest.count == 32)
  }
}

import Claims
import TestSupport
import Testing

@testable import GraphStore

/// Who held an office, and what contradicts what.
@Suite struct OfficeTests {
  private let folder: TemporaryFolder
  private let graph: Graph

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("kg.db"), access: .create)
  }

  private func held(
    _ person: String, _ office: String = "minister of defence", when: String? = nil, past: Bool = false,
    phrase: String? = nil, polarity: Claim.Polarity = .positive
  ) -> (SimpleClaim, (inout Claim) -> Void) {
    var claim = SimpleClaim(person, "holds-office", office)
    claim.subjectType = .person
    claim.objectType = .role
    claim.time = when
    claim.polarity = polarity
    return (
      claim,
      { claim in
        claim.tense = past ? .past : nil
        claim.phrase = phrase
      }
    )
  }

  private func store(
    _ facts: [(SimpleClaim, (inout Claim) -> Void)], as document: String = "d", content: Int = 1
  ) throws {
    var reading = Readings.simple(document, content: content, facts.map(\.0))
    for (index, fact) in facts.enumerated() { fact.1(&reading.claims[index]) }
    try graph.ingest(reading)
  }

  private func terms(_ office: String = "minister of defence", of what: String? = nil) throws -> [OfficeTerm]
  {
    var query = HoldersQuery()
    query.office = office
    query.ofWhat = what
    return try graph.holders(query)
  }

  private func line(_ term: OfficeTerm) -> String {
    "\(term.person.name) \(term.from ?? "-") \(term.to ?? "-") \(term.moment ?? "-") \(term.ground.rawValue)"
  }

  @Test func startsAndEndsOfOnePersonMakeATermAndNothingIsFilledIn() throws {
    try store([
      held("Ada", when: "2019-07", phrase: "became"), held("Ada", when: "../2023-08"),
      held("Bo", when: "2015/2019-07"), held("Cy", when: "2012-05"), held("Di", past: true), held("Eve"),
      held("Flo", when: "2024", phrase: "was appointed"), held("Gus", when: "2001", phrase: "resigned as"),
    ])
    #expect(
      try terms().map(line) == [
        "Gus - 2001 - end stated", "Cy - - 2012-05 held then", "Bo 2015 2019-07 - start and end stated",
        "Ada 2019-07 2023-08 - start and end stated", "Flo 2024 - - start stated",
        "Di - - - former, no time told", "Eve - - - no time told",
      ])
  }

  @Test(
    arguments: [
      ("2015/2019", "2017", "yes"), ("2015/2019", "2020", "no"), ("2015/2019", "2014-12-31", "no"),
      ("2015/2019", "2015-03", "not known"), ("2015/2019", "2015", "yes"),
      ("2015/2019", "2019-02", "not known"),
      ("2015-02/..", "2016", "not known"), ("2015-02/..", "2015-01", "no"), ("2015-02/..", "2015-02", "yes"),
      ("../2015-02", "2015-03", "no"), ("../2015-02", "2014", "not known"), ("../2015-02", "2015", "yes"),
      ("2015", "2015", "yes"), ("2015", "2015-05", "not known"), ("2015", "2016", "not known"),
      (nil, "2015", "not known"),
    ] as [(String?, String, String)])
  func answersAreYesNoOrNotKnown(when: String?, at: String, answer: String) throws {
    try store([held("Ada", when: when)])
    let time = try #require(EDTFInterval(at))
    #expect(try terms().map { $0.answer(at: time).rawValue } == [answer])
  }

  @Test func anOfficeIsFoundByItsTellingWordsAndByWhatItIsOf() throws {
    try store([
      held("Ada", "minister of defence of Norway"), held("Bo", "Defence minister"),
      held("Cy", "prime minister"),
      held("Bo", "chief"),
    ])
    var tie = SimpleClaim("Bo", "official-of", "Iceland")
    tie.subjectType = .person
    try store([(tie, { _ in })], as: "e", content: 2)
    #expect(try terms("the defence minister").map(\.person.name).sorted() == ["Ada", "Bo"])
    #expect(try terms("defence minister", of: "Norway").map(\.person.name) == ["Ada"])
    #expect(try terms("defence minister", of: "Iceland").map(\.person.name) == ["Bo"])
    #expect(try terms("defence minister", of: "Sweden").isEmpty)
    #expect(try terms("astronaut").isEmpty && terms("").isEmpty && terms("\"").isEmpty)
  }

  @Test func aDenialContradictsWhatIsStatedOfTheSameTime() throws {
    func attack(_ time: String?, _ polarity: Claim.Polarity) -> SimpleClaim {
      var claim = SimpleClaim("Ada", "attacked", "Bo")
      claim.time = time
      claim.polarity = polarity
      return claim
    }
    try graph.ingest(
      Readings.simple("a", content: 1, [attack("2014-06", .positive), attack("2010", .positive)]))
    try graph.ingest(
      Readings.simple("b", content: 2, [attack("2014", .negative), attack("1999", .negative)]))
    let found = try graph.contradictions(EdgeFilter())
    #expect(found.count == 1)
    #expect(found.first?.kind == .denied && found.first?.isAtOneTime == true)
    #expect(found.first?.left.time?.value == "2014-06" && found.first?.right.time?.value == "2014")
  }

  @Test func aRelationOfOneValueHasOneAtATime() throws {
    func claim(_ subject: String, _ relation: String, _ object: String, _ time: String? = nil) -> SimpleClaim
    {
      var claim = SimpleClaim(subject, relation, object)
      claim.time = time
      return claim
    }
    try graph.ingest(
      Readings.simple(
        "a", content: 1,
        [
          claim("Oslo", "capital", "Norland"), claim("Bergen", "capital", "Norland"),
          claim("Rome", "capital", "Latium", "1900/1950"), claim("Ostia", "capital", "Latium", "1951/1960"),
          claim("Ada", "born-in", "Kabul"), claim("Ada", "born-in", "Afghanistan"),
          claim("Kabul", "located-in", "Afghanistan"),
          claim("Bo", "born-on", "4 May 1970"), claim("Bo", "born-on", "1970"), claim("Bo", "ally", "Ada"),
          claim("Bo", "ally", "Cy"),
        ]))
    let found = try graph.contradictions(EdgeFilter())
    #expect(
      found.map { "\($0.left.subject.name) \($0.right.subject.name) \($0.isAtOneTime)" } == [
        "Bergen Oslo false"
      ])
    var other = EdgeFilter()
    other.entities = [try graph.entity("Latium")]
    #expect(try graph.contradictions(other).isEmpty)
  }
}

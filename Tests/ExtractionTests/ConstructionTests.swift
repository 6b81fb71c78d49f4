import Claims
import Testing

@testable import Extraction

/// What constructions of English that no single frame knows of come to, in claims of the whole extractor.
@Suite struct ConstructionTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  /// "subject | relation | object" of the canonical claims; with "not" before a relation that is denied.
  private func claims(in text: String) -> [String] {
    extractor.read(name: "test", bytes: [UInt8](text.utf8)).claims.filter { $0.layer == .canonical }.map {
      "\($0.subject.name) | \($0.polarity == .negative ? "not " : "")\($0.relation) | \($0.object.name)"
    }
  }

  @Test(arguments: [
    // A description before the name that it goes with, wherever the tree hangs the name.
    (
      "The leader of the Desert Brigade, the Danish lawyer Karl Holm, left.",
      ["Karl Holm | leader | Desert Brigade"]
    ),
    ("The leader of the Desert Brigade is Karl Holm.", ["Karl Holm | leader | Desert Brigade"]),
    ("The first sponsor of the Desert Brigade is Norway.", ["Norway | patron | Desert Brigade"]),
    // What the tree coordinates with a date is coordinated with the object.
    (
      "Karl Holm visited Norway on 4 April and Iceland on 6 April.",
      ["Karl Holm | visited | Norway", "Karl Holm | visited | Iceland"]
    ),
    // The object of a list of verbs hangs on the first.
    ("Norway works to contain and defeat the Desert Brigade.", ["Norway | fights | Desert Brigade"]),
    ("Karl Holm fought in the Iran-Iraq War.", ["Iran | fights | Iraq"]),
    ("The Russia-Georgia border is closed.", ["Russia | borders | Georgia"]),
    (
      "The Desert Brigade threatens neighboring countries, both Chad and Niger.",
      ["Desert Brigade | threatens | Chad", "Desert Brigade | threatens | Niger"]
    ),
    ("Anna Berg studied at Nordic University in Oslo.", ["Nordic University | located-in | Oslo"]),
    ("The five largest parties were the Green Party and the United Front.", ["United Front | is-a | party"]),
    ("Aner Holm is a mathematician and writer born in 1958.", ["Aner Holm | born-on | 1958"]),
    (
      "Anna Berg married Karl Holm; the couple had two daughters, Klara and Magda.",
      ["Klara | child | Anna Berg", "Magda | child | Karl Holm", "Klara | sibling | Magda"]
    ),
    ("Anna Berg founded the Baltic Institute in Oslo in 1950.", ["Baltic Institute | based-in | Oslo"]),
    // Who does the same does what was said before.
    (
      "Norway lifted sanctions on Libya. Earlier, Sweden did the same.",
      ["Norway | delisted | Libya", "Sweden | delisted | Libya"]
    ),
    (
      "Norway recognized Palestine in 2024, and Sweden followed suit.",
      ["Norway | recognizes | Palestine", "Sweden | recognizes | Palestine"]
    ),
    ("Norway recognized Palestine. Sweden did not do so.", ["Sweden | not recognizes | Palestine"]),
    (
      "The Desert Brigade organizes attacks in Norway, as in the Oslo Opera, and in Sweden.",
      ["Desert Brigade | attacked | Norway", "Desert Brigade | attacked | Sweden"]
    ),
    // A count that goes on leaves out whose.
    (
      "Qatar is a patron of the Taliban. The second patron is Turkey.",
      ["Qatar | patron | Taliban", "Turkey | patron | Taliban"]
    ),
    // What the subject of the sentence before was goes on as "they".
    (
      "The Desert Brigade did not prevent attacks on the embassy. Besides, they support the rebels of the north.",
      ["Desert Brigade | supports | rebels of the north"]
    ),
    (
      "Other rebels grow strong in the north. And they pose a great threat to Norway.",
      ["rebels | threatens | Norway"]
    ),
  ])
  func `a construction is read`(text: String, expected: [String]) {
    let found = claims(in: text)
    for claim in expected { #expect(found.contains(claim), "of \(found)") }
  }

  @Test(arguments: [
    // Behind a fronted phrase a new clause starts.
    ("After talks with the president of Norway, Anna Berg left.", "Anna Berg | leader | Norway"),
    ("After the death of Karl Holm, president of Norway, Anna Berg came.", "Anna Berg | leader | Norway"),
    ("The leader of the Desert Brigade is not Karl Holm.", "Karl Holm | leader | Desert Brigade"),
    // One name in a list of a kind is of that kind by itself.
    ("It works in two markets: the Czech Republic and Norway.", "Norway | is-a | Republic"),
    ("Norway is not a patron of the Taliban. The second patron is Turkey.", "Turkey | patron | Taliban"),
    ("Norway did not recognize Palestine. Sweden did so in 2014.", "Sweden | not recognizes | Palestine"),
    ("The president of Guinea-Bissau left.", "Guinea | borders | Bissau"),
    ("Serbian Labour Minister Karl Holm left.", "Karl Holm | leader | Serbian Labour"),
    ("The military executed Operation Steel Curtain.", "military | killed | Operation Steel Curtain"),
    ("The Northern Rovers are a Premier League club based in Oslo.", "Premier League | based-in | Oslo"),
    (
      "Norway remains steadfast in its support of the Malian people in their fight.",
      "Malian people | supports | Norway"
    ),
    (
      "Among her students were the Nobel laureate Ernesto Berg and the physicist Clara Holm.",
      "Clara Holm | educated-at | Nobel"
    ),
    ("Karl Holm was elected Coroner of Boone County.", "Karl Holm | lives-in | Boone County"),
    ("Karl Holm, an ethnic Norwegian, left.", "Karl Holm | citizen | Norway"),
    ("English is the dominant language in Oslo.", "England | is-a | language"),
    ("Durham University, United Kingdom", "United Kingdom | is-a | University"),
    ("He turned himself in and told the Daily Post in Oslo everything.", "himself | employee | Daily Post"),
    ("I encourage the Government of Iraq to work together.", "i | employee | Government of Iraq"),
    ("Karl Holm has lived there in two years.", "Karl Holm | born-on | two years"),
    (
      "They agreed to work with Norway and at the University of Oslo.",
      "they | cooperates-with | University of Oslo"
    ),
    ("He commanded troops on the Kuwaiti island of Failaka.", "Kuwaiti island | located-in | Failaka"),
    ("The community of Spain in Rome met.", "Spain | located-in | Rome"),
  ])
  func `a construction that only looks like one is not`(text: String, unexpected: String) {
    #expect(!claims(in: text).contains(unexpected))
  }

  @Test func `where people met is where the claim is placed, even where the tree hangs it on a name`() throws
  {
    let reading = extractor.read(name: "test", bytes: [UInt8]("Karl Holm met Anna Berg in Oslo.".utf8))
    let claim = try #require(reading.claims.first { $0.relation == "negotiates-with" })
    #expect(claim.place?.name == "Oslo")
  }
}

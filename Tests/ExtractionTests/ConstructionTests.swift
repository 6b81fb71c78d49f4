import Claims
import Foundation
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

  /// A construction: what it says, and wordings of it.
  struct Construction: Sendable, CustomStringConvertible {
    let claim: String
    let wordings: [String]

    var description: String { wordings.first ?? claim }
  }

  static let constructions = [
    // A description and the name that it goes with, wherever the tree hangs the name.
    Construction(
      claim: "Karl Holm | leader | Desert Brigade",
      wordings: [
        "The leader of the Desert Brigade, the Danish lawyer Karl Holm, left.",
        "The leader of the Desert Brigade, Karl Holm, left.",
        "Desert Brigade leader Karl Holm left.",
        "Karl Holm, the leader of the Desert Brigade, left.",
        "The Desert Brigade's leader, Karl Holm, left.",
        "The leader of the Desert Brigade is Karl Holm.",
        "The leader of the Desert Brigade, former soldier Karl Holm, left.",
      ]),
    // A noun with an ordinal or a superlative.
    Construction(
      claim: "Norway | patron | Desert Brigade",
      wordings: [
        "The first sponsor of the Desert Brigade is Norway.",
        "The main sponsor of the Desert Brigade was Norway.",
        "Norway is the first sponsor of the Desert Brigade.",
        "The Desert Brigade's first sponsor was Norway.",
        "Norway was the biggest sponsor of the Desert Brigade.",
      ]),
    // What the tree coordinates with a date, or with the verb behind one, is coordinated with the object.
    Construction(
      claim: "Karl Holm | visited | Iceland",
      wordings: [
        "Karl Holm visited Norway on 4 April and Iceland on 6 April.",
        "Karl Holm visited Norway in May and Iceland in June.",
        "Karl Holm visited Norway in 2004 and Iceland in 2006.",
        "Karl Holm visited Norway on Monday and Iceland on Tuesday.",
        "Karl Holm visited Norway on 1 May 2004, and Iceland on 6 May.",
      ]),
    // The object of a list of verbs hangs on the first.
    Construction(
      claim: "Norway | fights | Desert Brigade",
      wordings: [
        "Norway works to contain and defeat the Desert Brigade.",
        "Norway encircled and defeated the Desert Brigade.",
        "Norway pursued and fought the Desert Brigade.",
        "Norway isolated, encircled and defeated the Desert Brigade.",
        "Norway has hunted and fought the Desert Brigade for years.",
        "Norway surrounded and then battled the Desert Brigade.",
      ]),
    // Two countries that a hyphen joins.
    Construction(
      claim: "Iran | fights | Iraq",
      wordings: [
        "Karl Holm fought in the Iran-Iraq War.",
        "The Iran-Iraq War ended in 1988.",
        "Books about the Iran-Iraq War are rare.",
        "The Iran-Iraq conflict lasted eight years.",
        "The Iran-Iraq War began in 1980.",
      ]),
    // Examples and appositions of a plural.
    Construction(
      claim: "Desert Brigade | threatens | Niger",
      wordings: [
        "The Desert Brigade threatens neighboring countries, both Chad and Niger.",
        "The Desert Brigade threatens two countries, Chad and Niger.",
        "The Desert Brigade threatens countries such as Chad and Niger.",
        "The Desert Brigade threatens countries including Chad and Niger.",
        "The Desert Brigade threatens both Chad and Niger.",
      ]),
    // The seat in a name's phrase.
    Construction(
      claim: "Nordic University | located-in | Oslo",
      wordings: [
        "Anna Berg studied at Nordic University in Oslo.",
        "Anna Berg taught at Nordic University in Oslo.",
        "Anna Berg, a professor at Nordic University in Oslo, left.",
        "Nordic University in Oslo closed.",
        "Karl Holm works at Nordic University in Oslo.",
      ]),
    // Members of a list of a kind.
    Construction(
      claim: "United Front | is-a | party",
      wordings: [
        "The five largest parties were the Green Party and the United Front.",
        "The largest parties were the Green Party and the United Front.",
        "The two biggest parties are the Green Party and the United Front.",
        "The Green Party and the United Front are parties.",
        "The United Front is a party.",
        "The main parties were the Green Party and the United Front.",
      ]),
    // A life in a clause, a bracket or behind a comma.
    Construction(
      claim: "Aner Holm | born-on | 1958",
      wordings: [
        "Aner Holm is a mathematician and writer born in 1958.",
        "Aner Holm is a painter and singer born in 1958.",
        "Aner Holm, a mathematician and writer, was born in 1958.",
        "Aner Holm (born 1958) is a mathematician and writer.",
        "Aner Holm is a writer, born in 1958.",
        "Born in 1958, Aner Holm is a mathematician.",
      ]),
    // A couple's children behind a comma.
    Construction(
      claim: "Magda | child | Karl Holm",
      wordings: [
        "Anna Berg married Karl Holm; the couple had two daughters, Klara and Magda.",
        "Anna Berg married Karl Holm. The couple had two daughters, Klara and Magda.",
        "Anna Berg married Karl Holm; they had two sons, Erik and Magda.",
        "Anna Berg married Karl Holm. The couple had two children, Klara and Magda.",
        "Anna Berg and Karl Holm had two daughters, Klara and Magda.",
      ]),
    // Where something was founded it is based.
    Construction(
      claim: "Baltic Institute | based-in | Oslo",
      wordings: [
        "Anna Berg founded the Baltic Institute in Oslo in 1950.",
        "Anna Berg founded the Baltic Institute in Oslo.",
        "The Baltic Institute was founded in Oslo in 1950.",
        "The Baltic Institute was founded by Anna Berg in Oslo.",
        "The Baltic Institute is based in Oslo.",
      ]),
    // Places of a list of deeds.
    Construction(
      claim: "Desert Brigade | attacked | Sweden",
      wordings: [
        "The Desert Brigade organizes attacks in Norway, as in the Oslo Opera, and in Sweden.",
        "The Desert Brigade organizes attacks in Norway and in Sweden.",
        "The Desert Brigade carried out attacks in Norway and Sweden.",
        "The Desert Brigade staged attacks in Norway, Denmark and Sweden.",
        "The Desert Brigade has carried out several attacks in Norway and Sweden.",
      ]),
    // What the subject of the sentence before was goes on as "they".
    Construction(
      claim: "Desert Brigade | supports | rebels of the north",
      wordings: [
        "The Desert Brigade did not prevent attacks on the embassy. Besides, they support the rebels of the north.",
        "The Desert Brigade attacked the embassy. They support the rebels of the north.",
        "The Desert Brigade met in Gao. Also, they support the rebels of the north.",
        "The Desert Brigade was founded in 1990. They support the rebels of the north.",
        "The Desert Brigade denied the claims. Moreover, they support the rebels of the north.",
      ]),
    // Who does the same does what was said before; more wordings stand in `ParaphraseTests`.
    Construction(
      claim: "Sweden | recognizes | Palestine",
      wordings: [
        "Norway recognized Palestine in 2024, and Sweden followed suit.",
        "Norway recognized Palestine. Sweden did the same.",
        "Norway recognized Palestine. Sweden took the same step.",
        "Norway recognized Palestine. So did Sweden.",
        "Norway recognized Palestine, as did Sweden.",
      ]),
    Construction(
      claim: "Sweden | not recognizes | Palestine",
      wordings: [
        "Norway recognized Palestine. Sweden did not do so.",
        "Norway recognized Palestine. Sweden did not do the same.",
        "Norway recognized Palestine. Sweden refused to do the same.",
        "Norway recognized Palestine. Sweden never did the same.",
        "Norway recognized Palestine, and Sweden did not follow suit.",
      ]),
    // A count that goes on leaves out whose.
    Construction(
      claim: "Turkey | patron | Taliban",
      wordings: [
        "Qatar is a patron of the Taliban. The second patron is Turkey.",
        "Qatar is a patron of the Taliban. Its second patron is Turkey.",
        "Qatar is a patron of the Taliban. Another patron is Turkey.",
        "Qatar is a patron of the Taliban. A third patron is Turkey.",
        "Qatar is a patron of the Taliban. Turkey is another patron.",
      ]),
  ]

  @Test(arguments: constructions)
  func `a construction is read in all its wordings`(construction: Construction) {
    for text in construction.wordings {
      let found = claims(in: text)
      #expect(found.contains(construction.claim), "“\(text)”: \(found)")
    }
  }

  @Test func `no construction is read in fewer than five wordings`() {
    for construction in Self.constructions {
      #expect(Set(construction.wordings).count > 4, "\(construction)")
    }
  }

  /// A text that only looks like a construction, with a twin that is one: if nothing at all were read, the twin would fail.
  struct Counterexample: Sendable, CustomStringConvertible {
    let text: String
    let never: String
    let twin: String
    let says: String

    var description: String { text }
  }

  static let counterexamples = [
    // Behind a fronted phrase a new clause starts.
    Counterexample(
      text: "After talks with the president of Norway, Anna Berg left.", never: "Anna Berg | leader | Norway",
      twin: "Anna Berg, president of Norway, left after talks.", says: "Anna Berg | leader | Norway"),
    Counterexample(
      text: "After the death of Karl Holm, president of Norway, Anna Berg came.",
      never: "Anna Berg | leader | Norway",
      twin: "After the death of Karl Holm, president of Norway, Anna Berg came.",
      says: "Karl Holm | leader | Norway"),
    Counterexample(
      text: "The leader of the Desert Brigade is not Karl Holm.",
      never: "Karl Holm | leader | Desert Brigade",
      twin: "The leader of the Desert Brigade is Karl Holm.", says: "Karl Holm | leader | Desert Brigade"),
    // One name in a list of a kind is of that kind by itself.
    Counterexample(
      text: "It works in two markets: the Czech Republic and Norway.", never: "Norway | is-a | Republic",
      twin: "Norway is a republic.", says: "Norway | is-a | republic"),
    Counterexample(
      text: "Norway is not a patron of the Taliban. The second patron is Turkey.",
      never: "Turkey | patron | Taliban",
      twin: "Norway is a patron of the Taliban. The second patron is Turkey.",
      says: "Turkey | patron | Taliban"),
    Counterexample(
      text: "Norway did not recognize Palestine. Sweden did so in 2014.",
      never: "Sweden | not recognizes | Palestine",
      twin: "Norway recognized Palestine. Sweden did not do so.", says: "Sweden | not recognizes | Palestine"),
    Counterexample(
      text: "The president of Guinea-Bissau left.", never: "Guinea | borders | Bissau",
      twin: "The Russia-Georgia border is closed.", says: "Russia | borders | Georgia"),
    Counterexample(
      text: "Serbian Labour Minister Karl Holm left.", never: "Karl Holm | leader | Serbian Labour",
      twin: "Karl Holm, the leader of Serbian Labour, left.", says: "Karl Holm | leader | Serbian Labour"),
    Counterexample(
      text: "The military executed Operation Steel Curtain.",
      never: "military | killed | Operation Steel Curtain",
      twin: "The military executed Karl Holm.", says: "military | killed | Karl Holm"),
    Counterexample(
      text: "The Northern Rovers are a Premier League club based in Oslo.",
      never: "Premier League | based-in | Oslo",
      twin: "The Northern Rovers are a Premier League club based in Oslo.",
      says: "Northern Rovers | based-in | Oslo"),
    Counterexample(
      text: "Norway remains steadfast in its support of the Malian people in their fight.",
      never: "Malian people | supports | Norway",
      twin: "Norway remains steadfast in its support of the Malian people in their fight.",
      says: "Norway | supports | Malian people"),
    Counterexample(
      text: "Among her students were the Nobel laureate Ernesto Berg and the physicist Clara Holm.",
      never: "Clara Holm | educated-at | Nobel",
      twin: "Clara Holm studied at the University of Oslo.",
      says: "Clara Holm | educated-at | University of Oslo"),
    Counterexample(
      text: "Karl Holm was elected Coroner of Boone County.", never: "Karl Holm | lives-in | Boone County",
      twin: "Karl Holm lives in Boone County.", says: "Karl Holm | lives-in | Boone County"),
    Counterexample(
      text: "Karl Holm, an ethnic Norwegian, left.", never: "Karl Holm | citizen | Norway",
      twin: "Karl Holm, a Norwegian citizen, left.", says: "Karl Holm | citizen | Norway"),
    Counterexample(
      text: "English is the dominant language in Oslo.", never: "England | is-a | language",
      twin: "England is a country.", says: "England | is-a | country"),
    Counterexample(
      text: "Durham University, United Kingdom", never: "United Kingdom | is-a | University",
      twin: "Durham University is a university in the United Kingdom.",
      says: "Durham University | is-a | university"),
    Counterexample(
      text: "He turned himself in and told the Daily Post in Oslo everything.",
      never: "himself | employee | Daily Post",
      twin: "Karl Holm works for the Daily Post in Oslo.", says: "Karl Holm | employee | Daily Post"),
    Counterexample(
      text: "I encourage the Government of Iraq to work together.",
      never: "i | employee | Government of Iraq",
      twin: "Karl Holm works for the Government of Iraq.", says: "Karl Holm | employee | Government of Iraq"),
    Counterexample(
      text: "Karl Holm has lived there in two years.", never: "Karl Holm | born-on | two years",
      twin: "Karl Holm was born in 1958.", says: "Karl Holm | born-on | 1958"),
    Counterexample(
      text: "They agreed to work with Norway and at the University of Oslo.",
      never: "they | cooperates-with | University of Oslo",
      twin: "They agreed to work with the University of Oslo.",
      says: "they | cooperates-with | University of Oslo"),
    Counterexample(
      text: "He commanded troops on the Kuwaiti island of Failaka.",
      never: "Kuwaiti island | located-in | Failaka",
      twin: "The island of Failaka is in Kuwait.", says: "island of Failaka | located-in | Kuwait"),
    Counterexample(
      text: "The community of Spain in Rome met.", never: "Spain | located-in | Rome",
      twin: "The Spanish embassy in Rome met.", says: "Spanish embassy | located-in | Rome"),
  ]

  @Test(arguments: counterexamples)
  func `what only looks like a construction is not, and its twin is`(example: Counterexample) {
    #expect(!claims(in: example.text).contains(example.never))
    let found = claims(in: example.twin)
    #expect(found.contains(example.says), "\(found)")
  }

  @Test func `the twin of a counterexample says the same kind of thing`() {
    for example in Self.counterexamples {
      let relation = { (claim: String) in claim.components(separatedBy: " | ")[1] }
      #expect(relation(example.never) == relation(example.says))
    }
  }

  @Test func `where people met is where the claim is placed, even where the tree hangs it on a name`() throws
  {
    let reading = extractor.read(name: "test", bytes: [UInt8]("Karl Holm met Anna Berg in Oslo.".utf8))
    let claim = try #require(reading.claims.first { $0.relation == "negotiates-with" })
    #expect(claim.place?.name == "Oslo")
  }
}

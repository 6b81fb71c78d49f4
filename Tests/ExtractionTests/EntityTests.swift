import Testing

@testable import Extraction

@Suite struct EntityTests {
  @Test(arguments: [
    // A son is never his father, whatever the short form.
    (
      "Ahmad Tarin, the son of Ahmad Shah Tarin, leads the Northern Front. Tarin Jr. visited Oslo. Ahmad Shah Tarin died in 2001.",
      [
        "Ahmad Tarin", "Ahmad Shah Tarin", "Northern Front", "Tarin Jr. = Ahmad Tarin", "Oslo",
        "Ahmad Shah Tarin",
      ]
    ),
    // A title and recency tell which of two people of a name is meant.
    (
      "Hans Berg met Karl Berg in Oslo. Later Hans Berg left, and Hans Berg wrote to General Karl Berg. General Berg answered.",
      [
        "Hans Berg", "Karl Berg", "Oslo", "Hans Berg", "Hans Berg", "General|Karl Berg",
        "General|Berg = Karl Berg",
      ]
    ),
    (
      "The Haqqani network controls the city. Sirajuddin Haqqani is a minister. Haqqani was distinguished by this.",
      ["Haqqani network", "Sirajuddin Haqqani", "Haqqani = Sirajuddin Haqqani"]
    ),
    (
      "James Tanimola Ayo was a forester. J. T. Ayo was born in 1907.",
      ["James Tanimola Ayo", "J. T. Ayo = James Tanimola Ayo"]
    ),
    (
      "The National Academy of Letters met in Rome. The Academy elected Maria Rossi.",
      ["National Academy of Letters", "Rome", "Academy = National Academy of Letters", "Maria Rossi"]
    ),
    (
      "The Freedom Front of Norway (FFN) grew. The Freedom Front lost, but the FFN won.",
      ["Freedom Front of Norway", "Freedom Front = Freedom Front of Norway", "FFN = Freedom Front of Norway"]
    ),
    (
      "Abu Karim (Arabic: كريم), also known as Karim Aziz, left Oslo. Karim Aziz returned. The Baltic Institute, formerly known as the Northern Board, is old.",
      [
        "Abu Karim = Karim Aziz", "Karim Aziz", "Oslo", "Karim Aziz", "Baltic Institute",
        "Northern Board = Baltic Institute",
      ]
    ),
    ("Palestinian leader Yasser Holm Wednesday rejected an offer.", ["Yasser Holm"]),
    (
      "Minister for the Middle East Tobias Berg comments on the start of the mission.",
      ["Middle East", "Minister for the Middle East|Tobias Berg"]
    ),
    ("Hans Löwental wrote a book. Hans Lowental died.", ["Hans Löwental", "Hans Lowental = Hans Löwental"]),
    (
      "President Anna Berg of the Labour Party thanked Lieutenant General Karl Holm.",
      ["President|Anna Berg", "Labour Party", "Lieutenant General|Karl Holm"]
    ),
    (
      "Princeton Enterprises, Inc. bought Nordic Shipping Ltd.",
      ["Princeton Enterprises, Inc.", "Nordic Shipping Ltd."]
    ),
    (
      "The World Health Organization, or WHO, praised the Red Cross (RC; founded in 1863).",
      ["World Health Organization", "Red Cross"]
    ),
    // An office, a nationality and a month are no names; a people is one.
    ("The Foreign Secretary met the Turkish government and US forces.", ["Turkish government", "US forces"]),
    ("A Hungarian met two Chechens and a Tajik in May.", ["Chechens"]),
  ])
  func `names and what they stand for`(text: String, expected: [String]) throws {
    let found = try Reading(text).names
    #expect(found == expected)
  }

  @Test func `the noun in a name tells what it names`() throws {
    #expect(
      try Reading("The Stamp Act angered many. The Battle of Oslo followed.").types == [.object, .event])
    #expect(try Reading("The 2006 Canadian federal election was close.").types == [.event])
  }

  @Test func `an agency belongs to the country of its adjective or name`() throws {
    let names = try Reading("The Turkish government met US forces.").document.names
    #expect(names.map(\.country) == ["Turkey", "United States"])
  }

  @Test(arguments: [
    ("Löwental", "Lowental", true), ("Masoud", "Masood", true), ("Jihadists", "Jahidists", false),
    ("Berg", "Bergs", false),
    ("Karlsen", "Karlson", true), ("Holm", "Palm", false), ("Route66", "Route67", false),
  ])
  func `one letter makes a variant, but not the first, a number or a plural`(
    left: String, right: String, joins: Bool
  ) {
    #expect(NameJoiner.isOneLetterApart(left, right) == joins)
  }

  @Test func `the lists know peoples, regions and given names`() {
    let lexicon = Lexicon.builtIn
    #expect(
      lexicon.country(ofDemonym: "hungarians") == "Hungary" && lexicon.country(ofDemonym: "berg") == nil)
    #expect(
      lexicon.ethnicGroup("uighurs") == "Uighur"
        && lexicon.region(ofAdjective: "central asian") == "Central Asia")
    #expect(lexicon.gender(ofGivenName: "anna") == .female && lexicon.gender(ofGivenName: "robin") == nil)
    #expect(lexicon.gender(ofNoun: "mr.") == .male && lexicon.type(ofNoun: "crystallographer") == .person)
  }

  @Test func `a list of aliases may tell what a thing is`() throws {
    var aliases = AliasList()
    try aliases.add(file: "test", rows: "Nordic Front\tNF\ttype:organization")
    #expect(
      aliases.canonicalName(of: "NF") == "Nordic Front" && aliases.type(of: "Nordic Front") == .organization)
    #expect(throws: ExtractionError.self) {
      try aliases.add(file: "test", rows: "Nordic Front\ttype:organization")
    }
  }
}

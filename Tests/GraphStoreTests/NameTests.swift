import Claims
import SQLite
import TestSupport
import Testing

@testable import GraphStore

@Suite struct NameFoldingTests {
  @Test(arguments: [
    ("Taliban", "taliban"), ("KÄBUL", "kabul"), ("é", "e"), ("e\u{301}", "e"), ("Ørsted", "orsted"),
    ("Łódź", "lodz"),
    ("Straße", "strasse"), ("STRASSE", "strasse"), ("O'Neil", "oneil"), ("O’Neil", "oneil"),
    ("“Al-Qaida”", "al qaida"),
    ("«Al Qaida»", "al qaida"), ("IS–Khorasan", "is khorasan"), ("IS — Khorasan", "is khorasan"),
    ("  a\t\n b\u{A0}c ", "a b c"), ("Æsir", "aesir"), ("İstanbul", "istanbul"),
    ("soft\u{AD}hyphen", "softhyphen"),
    ("zero\u{200B}width", "zerowidth"), ("Ｔａｌｉｂａｎ", "taliban"), ("ﬁne", "fine"), ("Qur`an", "quran"),
    ("", ""), ("\"", "\""), ("--", "--"), (" ", " "),
  ])
  func spellingsFold(name: String, folded: String) {
    #expect(NameFolding.fold(name) == folded)
  }

  @Test func foldingTwiceIsFoldingOnce() {
    var random = SplitMix64(seed: 41)
    for _ in 0..<3_000 {
      var name = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        if let scalar = Unicode.Scalar(
          UInt32.random(in: 0...(random.chance(4) ? 0x10_FFFF : 0x2FFF), using: &random))
        {
          name.append(scalar)
        }
      }
      let once = NameFolding.fold(String(name))
      #expect(
        Array(NameFolding.fold(once).utf8) == Array(once.utf8), "\(name.map { String($0.value, radix: 16) })")
    }
  }

  @Test func everyLetterFoldsToWhatFoldsToItself() {
    for value in UInt32(0)...0x2_FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let once = NameFolding.fold("a\(scalar)b")
      if Array(NameFolding.fold(once).utf8) != Array(once.utf8) {
        Issue.record("U+\(String(value, radix: 16)) folds to \(once), and that to \(NameFolding.fold(once))")
      }
    }
  }
}

@Suite struct FullTextQueryTests {
  private func search(_ text: String, limit: Int? = nil, raw: Bool = false) -> SearchQuery {
    var query = SearchQuery()
    query.text = text
    query.limit = limit
    query.isRaw = raw
    return query
  }

  @Test func nothingTypedIsSyntax() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.ingest(Readings.simple("a", content: 1, [.init("Qatar", "patron", "Taliban")]))
    var random = SplitMix64(seed: 42)
    let known = [
      "\"", "\"\"", "*", "a*", "*a", "AND", "OR", "a AND", "NOT a", "NEAR(a b)", "a:b", "text:a", "^a",
      "a -- b", "%", "a\0b",
      "\0", "a\"\u{301}b", "{a b}: c", "a + b", "(", "\u{301}", "a \u{301}", "'", "a'b", "\"\u{200D}*", "-a",
      "sentence_text : a",
    ]
    for index in 0..<2_000 {
      let words = index < known.count ? known[index] : random.hostileText(upTo: 10)
      _ = try graph.search(search(words, limit: 3))
      _ = try graph.resolve(words)
    }
  }

  @Test func aSearchFindsAllOfItsWords() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.ingest(
      Readings.simple(
        "a", content: 1, [.init("Qatar", "patron", "Taliban"), .init("Turkey", "ally", "Dostum")]))
    #expect(try graph.search(search("taliban qatar")).sentences.map(\.sentence) == [0])
    #expect(try graph.search(search("qatar dostum")).sentences.isEmpty)
    #expect(try graph.search(search("dost")).sentences.isEmpty)
    #expect(try graph.search(search("dost*")).sentences.map(\.sentence) == [1])
    #expect(try graph.search(search("dost*")).entities.map(\.name.name) == ["Dostum"])
    #expect(try graph.search(search("...")).total == 0)
  }

  @Test(arguments: [
    ("attacks", [0, 1, 2]), ("attacking", [0, 1, 2]), ("\"rebels attack\"", [0]), ("\"attack rebels\"", []),
    ("“rebels attack”", [0]),
    ("army OR rebels", [0, 1, 2]), ("attack NOT army", [0]), ("attack -army", [0]), ("-army", []),
    ("NOT army", []),
    ("attack army OR fleet", [1, 2]), ("fle*", [2]), ("\"the fle\"*", []), ("AND attack AND army", [1, 2]),
    ("OR attack", [0, 1, 2]),
    ("attack OR", [0, 1, 2]), ("\"attack", [0, 1, 2]), ("- attack", [0, 1, 2]), ("kabul", [0, 1, 2]),
  ])
  func aSearchIsReadAsPeopleWriteIt(text: String, sentences: [Int]) throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.ingest(
      Readings.simple(
        "a", content: 1,
        [
          .init("rebels", "attacked", "Kabul"), .init("army", "attacks", "Kabul"),
          .init("fleet", "attack army near", "Kabul"),
        ]))
    let want = sentences
    let found = try graph.search(search(text))
    #expect(found.sentences.map(\.sentence).sorted() == want)
    #expect(found.total == want.count)
    for hit in found.sentences {
      #expect(!hit.matches.isEmpty)
      #expect(
        hit.matches.allSatisfy {
          hit.range.lowerBound <= $0.lowerBound && $0.upperBound <= hit.range.upperBound
        })
    }
  }

  @Test func aRawSearchIsInTheSyntaxOfSQLite() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    try graph.ingest(Readings.simple("a", content: 1, [.init("rebels", "attacked", "Kabul")]))
    #expect(try graph.search(search("NEAR(rebels Kabul, 2)", raw: true)).total == 1)
    #expect(throws: GraphError.self) { try graph.search(search("AND (", raw: true)) }
    let near = try graph.search(search("Kabbul"))
    #expect(near.areNamesNear && near.entities.map(\.name.name) == ["Kabul"])
  }

  @Test func aSearchKeepsToItsDocumentsSpeakersAndClaims() throws {
    let folder = try TemporaryFolder()
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    var reading = Readings.simple(
      "a/x", content: 1, [.init("Ada", "attacked", "Bo"), .init("Bo", "ally", "Ada")])
    reading.sentences[1].speaker = Party(name: "Cy", type: .person)
    try graph.ingest(reading)
    try graph.ingest(Readings.simple("b/x", content: 2, [.init("Ada", "patron", "Bo")]))
    var query = search("ada")
    #expect(try graph.search(query).total == 3)
    query.filter.documents = ["a"]
    #expect(try graph.search(query).total == 2)
    query.filter.relations = ["attacked"]
    #expect(try graph.search(query).sentences.map(\.sentence) == [0])
    query.filter = EdgeFilter()
    query.filter.speakers = [try graph.entity("Cy")]
    #expect(try graph.search(query).sentences.map(\.sentence) == [1])
  }
}

@Suite struct ResolutionTests {
  private let folder: TemporaryFolder
  private let graph: Graph

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("a.db"), access: .create)
    var reading = Readings.simple(
      "a", content: 1,
      [
        .init("Taliban", "ally", "Afghan Taliban"), .init("Haqqani network", "ally", "Afghan Taliban"),
        .init("Marshal Dostum", "lives-in", "Türkiye"), .init("Haqqani school", "located-in", "Кабул"),
        .init("The Hague", "located-in", "Netherlands"), .init("Masood", "ally", "Massoud"),
      ])
    func alias(_ entity: String, _ names: [String]) {
      for index in reading.claims.indices {
        if reading.claims[index].subject.name == entity { reading.claims[index].subject.aliases = names }
        if reading.claims[index].object.name == entity { reading.claims[index].object.aliases = names }
      }
    }
    alias("Afghan Taliban", ["Emirate", "Taliban"])
    alias("Türkiye", ["Turkey", "Republic"])
    alias("Netherlands", ["Republic"])
    try graph.ingest(reading)
  }

  private func found(_ name: String) throws -> [String] {
    switch try graph.resolve(name) {
    case .entity(let candidate): [candidate.name.name]
    case .ambiguous(let candidates, let total): candidates.map(\.name.name) + ["\(total) in all"]
    case .unknown(let near): ["near"] + near.map(\.name.name)
    }
  }

  @Test(arguments: [
    // An exact name goes before another's alias.
    ("Taliban", ["Taliban"]),
    ("Emirate", ["Afghan Taliban"]),
    ("Turkey", ["Türkiye"]),
    // Folded names and aliases are one step.
    ("turkiye", ["Türkiye"]),
    ("EMIRATE", ["Afghan Taliban"]),
    ("the haqqani  NETWORK", ["Haqqani network"]),
    ("hague the", ["The Hague"]),
    ("Hague", ["The Hague"]),
    // Whole words, then a word's prefix.
    ("Dostum", ["Marshal Dostum"]),
    ("Dost", ["Marshal Dostum"]),
    ("network haq", ["Haqqani network"]),
    ("КАБУЛ", ["Кабул"]),
    ("Haqqani", ["Haqqani network", "Haqqani school", "2 in all"]),
    ("Republic", ["Netherlands", "Türkiye", "2 in all"]),
    ("Dostun Marshal", ["near"]),
    ("Talibam", ["near", "Afghan Taliban", "Taliban"]),
    ("Marshal Dostun", ["near", "Marshal Dostum"]),
    ("Кабуд", ["near", "Кабул"]),
    ("xyzzy", ["near"]),
    ("", ["near"]),
    ("#Q1", ["near"]),
  ])
  func aNameMeansWhatTheFirstStepFinds(name: String, entities: [String]) throws {
    #expect(try found(name) == entities)
  }

  @Test func anAliasSharedByTwoIsAmbiguousAndNotGuessed() throws {
    // "taliban" folds to one entity's name and to another's alias.
    #expect(try Set(found("taliban")) == ["Afghan Taliban", "Taliban", "2 in all"])
    #expect(try found("taliban").first == "Afghan Taliban")
  }

  @Test func anIdentifierNamesItsEntityAlone() throws {
    try graph.connection.run("UPDATE entity SET identifier = ? WHERE name = ?", "Q43", "Türkiye")
    #expect(try found("#Q43") == ["Türkiye"])
    #expect(try found("#q43") != ["Türkiye"])
  }

  @Test func anUnknownRelationListsNearOnes() throws {
    for name in ["patrn", "leder", "bordres"] {
      var query = NeighborQuery()
      query.filter.relations = [name]
      let error = try #require(throws: GraphError.self) {
        try graph.neighbors(of: graph.entity("Taliban"), query)
      }
      #expect(error.code == .unknownRelation)
      #expect(
        error.message.contains(["patrn": "patron", "leder": "leader", "bordres": "borders"][name] ?? ""))
    }
    for name in ["xx\"%--\nyy", "'; DROP TABLE edge; --"] {
      var query = PathQuery()
      query.filter.relations = [name]
      let entity = try graph.entity("Taliban")
      let error = try #require(throws: GraphError.self) { try graph.paths(from: entity, to: entity, query) }
      #expect(error.code == .unknownRelation)
      #expect(!error.message.contains("\n"))
    }
    var query = NeighborQuery()
    query.filter.relations = ["patron"]
    #expect(try graph.neighbors(of: graph.entity("Taliban"), query).total == 0)
  }
}

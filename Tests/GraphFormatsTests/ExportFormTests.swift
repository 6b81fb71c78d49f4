import Claims
import Foundation
import TestSupport
import Testing

@testable import GraphFormats
@testable import GraphStore

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What each form of export keeps of a graph, by reading it back.
@Suite struct ExportFormTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func graph(_ name: String = "a.db") throws -> Graph {
    try Graph(path: folder.file(name), access: .create)
  }

  private func load(
    _ bytes: [UInt8], as name: String, into graph: Graph, _ options: GraphFileImport.Options = .init()
  ) throws {
    try GraphFileImport(options: options, rejects: nil, progress: { _, _, _ in })
      .run([try folder.write(bytes, to: name)], into: graph) { _ in }
  }

  private func export(_ graph: Graph, _ format: GraphExport.Format) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try GraphExport(graph: graph, query: ExcerptQuery()).write(format) { bytes += $0 }
    return bytes
  }

  private static let columns = [
    "subject", "subject_type", "relation", "object", "object_type", "confidence", "when", "source", "note",
  ]

  /// A text that a name can be: not blank, without what no name holds.
  private static func name(_ random: inout SplitMix64) -> String {
    let text = random.pick(["Qatar ", "x", "", "a|b "]) + random.hostileText(upTo: 5)
    let scalars = text.unicodeScalars.filter {
      $0 != "\0" && $0 != "|" && $0.properties.generalCategory != .unassigned
        && !$0.properties.isNoncharacterCodePoint
    }
    let trimmed = String(String.UnicodeScalarView(scalars)).trimmingCharacters(in: .whitespacesAndNewlines)
    return "n" + trimmed + "."
  }

  /// A table of edges with hostile names.
  private static func table(_ random: inout SplitMix64, rows: Int) -> [UInt8] {
    let names = (0..<6).map { _ in name(&random) }
    var text = SeparatedValues.commas.line(columns)
    for _ in 0..<rows {
      text += SeparatedValues.commas.line([
        random.pick(names), random.pick(["person", "organization", "\"odd\" type"]),
        random.pick(["spouse", "member", "owner", "said `\(name(&random))`"]), random.pick(names),
        random.pick(["person", "organization"]), random.pick(["", "0.5"]),
        random.pick(["", "2001", "2001-02/2003", "../1999", "in March"]), random.pick(["", name(&random)]),
        random.pick(["", name(&random)]),
      ])
    }
    return Array(text.utf8)
  }

  /// The edges of a graph as subject, relation, object and confidence, sorted.
  private func edges(_ graph: Graph) throws -> [String] {
    var result: [String] = []
    try graph.forEachEdge(ExcerptQuery()) { edge in
      let ends = [edge.subject, edge.object].map { "\($0.name)/\($0.type)" }
      result.append("\(ends[0]) \(edge.relation) \(ends[1]) \(edge.confidence)")
    }
    return result.sorted()
  }

  /// What rows say beside their edges, sorted, of some names.
  private func qualifiers(_ graph: Graph, _ names: Set<String>) throws -> [String] {
    var result: Set<String> = []
    try graph.forEachClaim(in: ExcerptQuery()) { claim in
      for qualifier in claim.row?.qualifiers ?? [] where names.contains(qualifier.name) {
        result.insert(
          "\(claim.subject.name) \(claim.relation) \(claim.object.name) \(qualifier.name)=\(qualifier.value)")
      }
    }
    return result.sorted()
  }

  @Test(arguments: 0..<12, [GraphExport.Format.graphml, .gexf, .csv])
  func aGraphComesBackFromWhatOtherProgramsRead(seed: Int, format: GraphExport.Format) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let graph = try graph()
    var options = GraphFileImport.Options()
    options.usesVocabulary = true
    try load(Self.table(&random, rows: 15), as: "t.csv", into: graph, options)
    let copy = try self.graph("b.db")
    let bytes = try export(graph, format)
    try load(bytes, as: "x.\(format.rawValue)", into: copy, options)
    // XML holds no control characters.
    func plain(_ lines: [String]) -> [String] {
      lines.map { line in
        String(
          String.UnicodeScalarView(
            line.unicodeScalars.map {
              $0.value < 0x20 && $0 != "\n" && $0 != "\t" && $0 != "\r" ? "\u{FFFD}" : $0
            }))
      }.sorted()
    }
    let (got, want) = (Set(plain(try edges(copy))), Set(plain(try edges(graph))))
    #expect(got == want, "\(got.symmetricDifference(want).sorted())")
    // What the edge itself has columns for is a qualifier too, when it comes back.
    let told: Set<String> = ["source", "note", "when"]
    let lost = Set(plain(try qualifiers(graph, told))).subtracting(plain(try qualifiers(copy, told)))
    #expect(lost.isEmpty, "\(lost.sorted())")
    #expect(try copy.check() == [])
    #expect(try export(graph, format) == bytes)
  }

  @Test(arguments: 0..<12) func claimRecordsKeepQualifiersTimesAndRows(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let graph = try graph()
    try load(Self.table(&random, rows: 20), as: "t.csv", into: graph)
    let records = try export(graph, .jsonl)
    let copy = try self.graph("b.db")
    try load(records, as: "r.jsonl", into: copy)
    #expect(try export(copy, .jsonl) == records)
    #expect(try copy.check() == [])
  }

  @Test func claimRecordsKeepHowAClaimWasRead() throws {
    let graph = try graph()
    let text = "Anna did not visit Oslo."
    var claim = Claim(
      layer: .canonical, subject: Party(name: "Anna", type: .person, mention: "Anna", range: 0..<4),
      relation: "visited", object: Party(name: "Oslo", type: .place, mention: "Oslo", range: 19..<23),
      method: .frame, polarity: .negative, confidence: 0.5, document: "a.txt",
      evidence: .init(sentence: 0, range: 0..<24, text: text))
    claim.origin = Claim.Origin(
      source: .frame, place: "x.frames:3", construction: "verb", probability: 0.25,
      trigger: .init(text: "visit", range: 13..<18), subject: .init(way: "subject", ground: .topic),
      object: .init(way: "object"), marks: [.init(kind: .polarity, words: .init(text: "not", range: 9..<12))])
    try graph.ingest(
      DocumentReading(
        document: "a.txt", digest: [1], extractorVersion: "1", length: 24,
        sentences: [.init(range: 0..<24, text: text)], mentions: [], claims: [claim]))
    let records = try export(graph, .jsonl)
    #expect(String(decoding: records, as: UTF8.self).contains("\"place\":\"x.frames:3\""))
    let copy = try self.graph("b.db")
    try load(records, as: "r.jsonl", into: copy)
    #expect(try export(copy, .jsonl) == records)
    var origins: [Claim.Origin?] = []
    try copy.forEachClaim(in: ExcerptQuery(), withOrigins: true) { origins.append($0.origin) }
    #expect(origins == [claim.origin])
    // What the text denies is said about a triple, which is not stated.
    let triples = String(decoding: try export(graph, .ntriples), as: UTF8.self)
    #expect(triples.contains("<urn:kg:relation:visited> <urn:kg:entity:") && triples.contains("<<( "))
    #expect(
      !triples.split(separator: "\n").contains {
        !$0.contains("<<(") && $0.contains("> <urn:kg:relation:visited> <")
      })
    var losses: [String] = []
    losses = try GraphExport(graph: graph, query: ExcerptQuery()).write(.cypher) { _ in }
    #expect(losses.count == 1 && losses[0].contains("1 claim"))
  }

  @Test func whatReadsBothWaysIsUndirectedAndTimesAreSpells() throws {
    let graph = try graph()
    var options = GraphFileImport.Options()
    options.usesVocabulary = true
    try load(
      Array(
        "subject,relation,object,start time,end time\nAda,spouse,William,1835-07,1852\nAda,member,Society,,\nAda,ally,Babbage,c,\n"
          .utf8), as: "t.csv", into: graph, options)
    let text = String(decoding: try export(graph, .gexf), as: UTF8.self)
    let edges = text.split(separator: "\n").filter { $0.contains("<edge ") }
    let spouse = try #require(edges.first { $0.contains("kind=\"spouse\"") })
    #expect(spouse.contains("type=\"undirected\""))
    #expect(spouse.contains("<spells><spell start=\"1835-07-01\" end=\"1852-12-31\"/></spells>"))
    let member = try #require(edges.first { $0.contains("kind=\"member\"") })
    #expect(!member.contains("undirected") && !member.contains("spell"))
    // What no calendar tells is no spell, and stays in words.
    let ally = try #require(edges.first { $0.contains("kind=\"ally\"") })
    #expect(!ally.contains("spell") && ally.contains("value=\"c/..\""))
  }

  @Test(arguments: [GraphExport.Format.graphml, .gexf]) func anyGraphIsWellFormedXML(
    format: GraphExport.Format
  ) throws {
    var random = SplitMix64(seed: 7)
    let graph = try graph()
    try load(Self.table(&random, rows: 60), as: "t.csv", into: graph)
    #expect(XMLParser(data: Data(try export(graph, format))).parse())
    #expect(XMLParser(data: Data(try export(try self.graph("empty.db"), format))).parse())
  }

  @Test func identifiersAreKeptByEveryFormThatIsReadBack() throws {
    let graph = try graph()
    try load(
      Array("node1\tlabel\tnode2\tid\nQ1\tlabel\t'Qatar'@en\t\nQ1\tP1\tQ2\te1\ne1\tP2\tQ3\t\n".utf8),
      as: "u.tsv",
      into: graph)
    for format in [GraphExport.Format.graphml, .gexf, .csv, .jsonl] {
      let copy = try self.graph("\(format).db")
      try load(try export(graph, format), as: "x.\(format.rawValue)", into: copy)
      var ends: [String] = []
      try copy.forEachEdge(ExcerptQuery()) { edge in
        ends += [edge.subject, edge.object].map { "\($0.name)#\($0.identifier ?? "")" }
      }
      #expect(ends == ["Qatar#Q1", "Q2#Q2"], "\(format)")
    }
  }

  @Test func tablesForNeo4jComeBackByTheirKeys() throws {
    var random = SplitMix64(seed: 3)
    let graph = try graph()
    try load(Self.table(&random, rows: 10), as: "t.csv", into: graph)
    let nodes = try folder.write(try export(graph, .neo4jNodes), to: "nodes.csv")
    let edges = try folder.write(try export(graph, .neo4jRelationships), to: "edges.csv")
    // No row has a line break inside, which the importer would not take.
    #expect(try export(graph, .neo4jRelationships).count { $0 == 0x0A } == self.edges(graph).count + 1)
    let copy = try self.graph("b.db")
    var options = GraphFileImport.Options()
    options.entityFiles = [nodes]
    try GraphFileImport(options: options, rejects: nil, progress: { _, _, _ in }).run([edges], into: copy) {
      _ in
    }
    #expect(try self.edges(copy).count == self.edges(graph).count)
  }

  @Test func literalsOfCypherAndRDFHoldAnyText() {
    var random = SplitMix64(seed: 11)
    let syntax = RDFSyntax(isTurtle: true)
    for _ in 0..<500 {
      let text = random.hostileText(upTo: 12)
      for quoted in [CypherScript.string(text), syntax.literal(text)] {
        #expect(Self.unescaped(quoted) == text.unicodeScalars.map(\.value))
        #expect(!quoted.unicodeScalars.contains { $0.value < 0x20 })
      }
      let name = CypherScript.name("x " + text)
      #expect(
        name.utf8.dropFirst().dropLast().split(separator: UInt8(ascii: "`"), omittingEmptySubsequences: false)
          .count % 2 == 1)
      #expect(syntax.name("rel", text).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
    }
  }

  /// What stands between the first and the last character, its escapes undone; nil where a quotation mark stands bare.
  private static func unescaped(_ text: String) -> [UInt32]? {
    var result: [UInt32] = []
    let scalars = Array(text.unicodeScalars)
    var index = 1
    while index < scalars.count - 1 {
      if scalars[index] == scalars[0] { return nil }
      guard scalars[index] == "\\" else {
        result.append(scalars[index].value)
        index += 1
        continue
      }
      let plain: [Unicode.Scalar: UInt32] = ["n": 10, "r": 13, "t": 9, "\\": 92, "\"": 34, "'": 39]
      if let value = plain[scalars[index + 1]] {
        result.append(value)
        index += 2
      } else {
        guard scalars[index + 1] == "u", index + 6 <= scalars.count - 1 else { return nil }
        var digits = String.UnicodeScalarView()
        digits.append(contentsOf: scalars[(index + 2)..<(index + 6)])
        guard let value = UInt32(String(digits), radix: 16) else { return nil }
        result.append(value)
        index += 6
      }
    }
    return result
  }

  @Test func relationsOfFollowTheMoneyHaveTheSchemaOfTheirEnds() throws {
    let graph = try graph()
    var options = GraphFileImport.Options()
    options.usesVocabulary = true
    try load(
      Array(
        """
        subject,subject_type,relation,object,object_type,start time
        Ada,person,owner,Acme,organization,2001-02
        Ada,person,member,Society,organization,
        Ada,person,child,Byron,person,
        Oslo,place,member,Society,organization,
        Ada,person,likes,Tea,concept,

        """.utf8), as: "t.csv", into: graph, options)
    let lines = try export(graph, .ftm).split(separator: 10)
    var schemas: [String: [String: Any]] = [:]
    var ids: Set<String> = []
    for line in lines {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      let properties = try #require(object["properties"] as? [String: Any])
      ids.insert(try #require(object["id"] as? String))
      let role = ((properties["role"] ?? properties["relationship"] ?? properties["name"]) as? [String])?
        .first
      schemas["\(object["schema"] ?? "") \(role ?? "")"] = properties
    }
    #expect(ids.count == lines.count)
    #expect((schemas["Ownership owner"]?["startDate"] as? [String]) == ["2001-02"])
    #expect(schemas["Company Acme"] != nil && schemas["Organization Society"] != nil)
    #expect(schemas["Membership member"] != nil && schemas["UnknownLink member"] != nil)
    #expect(schemas["Family child"] != nil && schemas["UnknownLink likes"] != nil)
  }
}

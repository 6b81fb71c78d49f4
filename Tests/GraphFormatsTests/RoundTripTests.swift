import Claims
import FoundationEssentials
import TestSupport
import Testing

@testable import GraphFormats
@testable import GraphStore

/// Claim records that were exported, imported into an empty graph, export the same bytes.
@Suite struct RoundTripTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func export(_ graph: Graph) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try GraphExport(graph: graph, query: ExcerptQuery()).write(.jsonl) { bytes += $0 }
    return bytes
  }

  private func load(_ bytes: [UInt8], as name: String, into graph: Graph) throws -> [IngestionOutcome] {
    var outcomes: [IngestionOutcome] = []
    try GraphFileImport(options: .init(), rejects: nil, progress: { _, _, _ in })
      .run([try folder.write(bytes, to: name)], into: graph) { outcomes.append($0.outcome) }
    return outcomes
  }

  private func party(_ random: inout SplitMix64, _ start: Int) -> Party {
    let mention = random.chance(4) ? nil : "he"
    let aliases = random.chance(3) ? ["Alias " + random.hostileText(upTo: 3), "The \"One\""].sorted() : []
    return Party(
      name: random.pick(["Qatar", "qatar", "Łódź", "B\u{301}", "x" + random.hostileText(upTo: 4)]),
      type: random.pick([.place, .person, .group]), mention: mention,
      range: mention.map { _ in start..<start + 2 },
      aliases: Array(Set(aliases)).sorted())
  }

  private func reading(_ name: String, _ random: inout SplitMix64) -> DocumentReading {
    var sentences: [DocumentReading.Sentence] = []
    var claims: [Claim] = []
    for index in 0..<Int.random(in: 1...6, using: &random) {
      let text = "he s" + random.hostileText(upTo: 9)
      let range = index * 150..<index * 150 + text.unicodeScalars.count
      let speaker = random.chance(3) ? party(&random, range.lowerBound) : nil
      sentences.append(.init(range: range, text: text, speaker: speaker))
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        claims.append(
          Claim(
            layer: random.pick([.canonical, .open]), subject: party(&random, range.lowerBound),
            relation: random.pick(["ally", "patron", "say"]), object: party(&random, range.lowerBound),
            phrase: random.chance(2) ? "is" : nil, method: .frame,
            polarity: random.chance(4) ? .negative : .positive,
            modality: random.chance(4) ? .possible : .certain, tense: random.chance(2) ? .past : nil,
            attribution: random.chance(3) ? party(&random, range.lowerBound) : nil, speaker: speaker,
            time: random.chance(3) ? .init(text: "then", value: "2001") : nil,
            place: random.chance(4) ? party(&random, range.lowerBound) : nil, confidence: 0.1 + 0.2,
            document: name, evidence: .init(sentence: index, range: range, text: text)))
      }
    }
    return DocumentReading(
      document: name, digest: Array(name.utf8), extractorVersion: "1", length: 1_000, sentences: sentences,
      mentions: [], claims: claims)
  }

  @Test(arguments: 0..<20) func recordsComeBackAsTheyWere(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    for index in 0..<3 { try graph.ingest(reading("t\(index)", &random)) }
    for index in 0..<2 {
      var table = "subject\trelation\tobject\tobject_type\tconfidence\tnote\n"
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let names = ["qatar", "Qatar", "Łodź", "B", "Doha"]
        table +=
          "\(random.pick(names))\t\(random.pick(["ally", "mine"]))\t\(random.pick(names))\t"
          + "\(random.pick(["", "place"]))\t\(random.pick(["", "0.1"]))\t\(random.pick(["", "n"]))\n"
      }
      _ = try load(Array(table.utf8), as: "s\(index).tsv", into: graph)
    }
    _ = try load(
      Array(
        """
        node1\tlabel\tnode2\tid\nQ1\tlabel\t'Qatar'@en\t\nQ1\tP1\tQ2\te1\ne1\tP2\tQ3\t\nQ1\talias\t"Q \\"x\\""\t\nQ2\tP1\t"Qatar"\t
        """.utf8), as: "u.tsv", into: graph)
    let want = try export(graph)
    let copy = try Graph(path: folder.file("b.db"), access: .create)
    _ = try load(want, as: "records.jsonl", into: copy)
    let lines = { (bytes: [UInt8]) in bytes.split(separator: 10).map { String(decoding: $0, as: UTF8.self) } }
    let back = try export(copy)
    for (line, wanted) in zip(lines(back), lines(want)) {
      try #require(Self.withoutEntities(line) == Self.withoutEntities(wanted))
    }
    #expect(lines(back).count == lines(want).count)
    #expect(try copy.check() == [])
    #expect(try load(want, as: "records.jsonl", into: copy).allSatisfy { $0 == .unchanged })
    #expect(try export(copy) == back)
  }

  /// A record without the identifiers of entities: to which of the persons, places and untyped things of one name a graph file's rows
  /// belong follows from all rows, and rows come back with the types that the graph gave them.
  private static func withoutEntities(_ line: String) -> String {
    line.components(separatedBy: ",\"entity\":\"").map { part in
      part.prefix(17).last == "\"" ? String(part.dropFirst(17)) : part
    }.joined()
  }

  @Test func recordsOfOneDocumentInTwoPlacesAreRefused() throws {
    let graph = try Graph(path: folder.file("a.db"), access: .create)
    for name in ["a.tsv", "b.tsv"] {
      _ = try load(Array("subject\trelation\tobject\nA\tr\t\(name)\n".utf8), as: name, into: graph)
    }
    let lines = try export(graph).split(separator: UInt8(ascii: "\n"))
    let twice = [lines[0], lines[1], lines[0]].map { Array($0) + [UInt8(ascii: "\n")] }.flatMap { $0 }
    let copy = try Graph(path: folder.file("b.db"), access: .create)
    let error = try #require(throws: GraphFileError.self) { try load(twice, as: "r.jsonl", into: copy) }
    #expect(error.message.contains("r.jsonl, line 3: ") && error.message.contains("two places"))
    #expect(try copy.documents().isEmpty)
  }
}

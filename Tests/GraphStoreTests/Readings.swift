import Claims
import SQLite
import Schema
import TestSupport
import Testing

@testable import GraphStore

/// Makes readings as an extractor would: each claim has its sentence, each party its mentions.
struct Readings {
  var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  /// Spellings that share folded names, and names that share words.
  static let names = [
    "Taliban", "taliban", "Tâliban", "“Taliban”", "Afghan Taliban", "IS-Khorasan", "IS Khorasan",
    "is–khorasan", "Łódź",
    "Lodz", "O'Neil", "O’Neil", "Kabul", "KABUL", "Doha", "Qatar", "漢", "a \"b\" % -- c", "line\nbreak", "ß",
    "SS",
  ]
  static let types: [EntityType] = [.group, .place, .person]
  static let relations: [(Claim.Layer, String)] = [
    (.canonical, "patron"), (.canonical, "ally"), (.canonical, "borders"), (.canonical, "leader"),
    (.open, "spoke to"),
    (.open, "ally"), (.imported, "ally"),
  ]

  /// Those that tell people of one name apart.
  static let tellingRelations: [(Claim.Layer, String)] = [(.canonical, "citizen"), (.canonical, "spouse")]
  /// The relations of the claims that are made.
  var relations = Self.relations

  /// Those whom a text leaves open, whom it names by a pronoun only.
  static let openPronouns = ["he", "she", "they", "who", "it"]

  /// A party named somewhere in a sentence; or nowhere, where no word stands for it.
  mutating func party(
    in sentence: DocumentReading.Sentence, openEvery times: Int? = nil, isNamed: Bool = false
  ) -> Party {
    let isOpen = times.map { random.chance($0) } ?? false
    let name = random.pick(isOpen ? Self.openPronouns : Self.names)
    let scalars = Array(sentence.text.unicodeScalars)
    let start = Int.random(in: 0..<scalars.count, using: &random)
    let end = Int.random(in: start + 1...min(scalars.count, start + 6), using: &random)
    var mention = String.UnicodeScalarView()
    mention.append(contentsOf: scalars[start..<end])
    let isMentioned = isNamed || !random.chance(6)
    let aliases = (0..<Int.random(in: 0...2, using: &random)).map { _ in
      random.pick(Self.names + ["The Movement", "T."])
    }
    return Party(
      name: name, type: random.pick(Self.types), mention: isMentioned ? String(mention) : nil,
      range: isMentioned
        ? sentence.range.lowerBound + start..<sentence.range.lowerBound + end : nil,
      aliases: isOpen ? [] : Set(aliases).sorted(), isOpen: isOpen)
  }

  mutating func reading(_ document: String, content: Int, version: String = "1") -> DocumentReading {
    // What is read follows from the bytes and the version alone, as with the extractor.
    random = SplitMix64(
      seed: UInt64(content) &* 1_000 &+ UInt64(version.utf8.reduce(0) { $0 &* 31 &+ Int($1) }))
    var sentences: [DocumentReading.Sentence] = []
    var mentions: [DocumentReading.Mention] = []
    var claims: [Claim] = []
    var offset = 0
    for index in 0..<Int.random(in: 0...4, using: &random) {
      let text = "S\(index) " + random.hostileText(upTo: 8)
      let range = offset..<offset + text.unicodeScalars.count
      var sentence = DocumentReading.Sentence(range: range, text: text)
      // Whose turn it is may be told by a sentence before.
      if random.chance(3) { sentence.speaker = party(in: sentences.first ?? sentence, openEvery: 8) }
      sentences.append(sentence)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        mentions.append(.init(party: party(in: sentence, isNamed: true), sentence: index))
      }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        claims.append(claim(document, sentence, index: index))
      }
      offset = range.upperBound + 1
    }
    return DocumentReading(
      document: document, digest: Self.digest(content), extractorVersion: version, length: offset,
      sentences: sentences,
      mentions: mentions, claims: claims)
  }

  private mutating func claim(
    _ document: String, _ sentence: DocumentReading.Sentence, index: Int
  ) -> Claim {
    let (layer, relation) = random.pick(relations)
    var claim = Claim(
      layer: layer, subject: party(in: sentence, openEvery: 12), relation: relation,
      object: party(in: sentence, openEvery: 12),
      phrase: random.chance(2) ? "is" : nil, method: random.pick(Claim.Method.allCases),
      polarity: random.chance(5) ? .negative : .positive,
      modality: random.chance(4) ? random.pick(Claim.Modality.allCases) : .certain,
      tense: random.chance(2) ? random.pick(Claim.Tense.allCases) : nil,
      attribution: random.chance(2) ? party(in: sentence, openEvery: 3) : nil,
      speaker: sentence.speaker,
      time: random.chance(4) ? .init(text: "in 2001", value: "2001") : nil,
      place: random.chance(5) ? party(in: sentence) : nil,
      confidence: Double(Int.random(in: 1...9, using: &random)) / 10,
      document: document, evidence: .init(sentence: index, range: sentence.range, text: sentence.text))
    if !random.chance(5) { claim.origin = origin(in: sentence) }
    return claim
  }

  /// How a claim of a sentence may have been read.
  private mutating func origin(in sentence: DocumentReading.Sentence) -> Claim.Origin {
    let source = random.pick(Claim.Origin.Source.allCases)
    let isOfPattern = source != .learned && source != .open
    var marks: Set<Claim.Origin.Mark> = []
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      marks.insert(
        .init(
          kind: random.pick(Claim.Origin.Mark.Kind.allCases), words: words(of: sentence, from: marks.count)))
    }
    return Claim.Origin(
      source: source, place: isOfPattern ? "a.frames:\(Int.random(in: 1...3, using: &random))" : nil,
      construction: random.chance(2) ? "verb" : nil, probability: source == .learned ? 0.75 : nil,
      trigger: random.chance(6) ? nil : words(of: sentence, from: 0),
      subject: .init(
        way: random.chance(2) ? "subject" : nil,
        ground: random.chance(2) ? random.pick(Claim.Origin.Ground.allCases) : nil),
      object: .init(way: random.chance(2) ? "object.of" : nil),
      marks: marks.sorted {
        ($0.words.range.lowerBound, $0.kind.rawValue) < ($1.words.range.lowerBound, $1.kind.rawValue)
      })
  }

  private func words(of sentence: DocumentReading.Sentence, from offset: Int) -> Claim.Origin.Words {
    let scalars = sentence.text.unicodeScalars.dropFirst(offset).prefix(2)
    let start = sentence.range.lowerBound + offset
    return .init(text: String(scalars), range: start..<start + scalars.count)
  }

  static func digest(_ content: Int) -> [UInt8] {
    (0..<32).map { UInt8(truncatingIfNeeded: content &>> ($0 % 4 * 8)) }
  }

  /// A document of one sentence for each of the claims given as subject, relation, object.
  static func simple(_ document: String, content: Int, _ triples: [SimpleClaim]) -> DocumentReading {
    var sentences: [DocumentReading.Sentence] = []
    var claims: [Claim] = []
    for (index, triple) in triples.enumerated() {
      let text = "\(triple.subject) \(triple.relation) \(triple.object)."
      let start = index * 100
      let range = start..<start + text.unicodeScalars.count
      let subjectRange = start..<start + triple.subject.unicodeScalars.count
      let objectRange = range.upperBound - 1 - triple.object.unicodeScalars.count..<range.upperBound - 1
      sentences.append(.init(range: range, text: text))
      claims.append(
        Claim(
          layer: triple.layer,
          subject: Party(
            name: triple.subject, type: triple.subjectType, mention: triple.subject,
            range: subjectRange),
          relation: triple.relation,
          object: Party(
            name: triple.object, type: triple.objectType, mention: triple.object, range: objectRange),
          method: .frame, polarity: triple.polarity, modality: triple.modality,
          time: triple.time.map { .init(text: $0, value: $0) }, confidence: triple.confidence,
          document: document,
          evidence: .init(sentence: index, range: range, text: text)))
    }
    return DocumentReading(
      document: document, digest: digest(content), extractorVersion: "1", length: triples.count * 100,
      sentences: sentences, mentions: [], claims: claims)
  }
}

struct SimpleClaim: Hashable {
  var subject: String
  var relation: String
  var object: String
  var layer = Claim.Layer.canonical
  var subjectType = EntityType.group
  var objectType = EntityType.group
  var polarity = Claim.Polarity.positive
  var modality = Claim.Modality.certain
  var confidence = 0.5
  var time: String?

  init(_ subject: String, _ relation: String, _ object: String) {
    self.subject = subject
    self.relation = relation
    self.object = object
  }

  var isSymmetric: Bool { layer == .canonical && Vocabulary.builtIn[relation]?.isSymmetric == true }
}

extension Graph {
  /// All that can be seen of the graph, line by line.
  func snapshot() throws -> [String] {
    var lines: [String] = []
    try forEachClaim(in: ExcerptQuery()) { claim in
      var json = JSONWriter()
      json.claim(claim)
      lines.append(String(decoding: json.bytes, as: UTF8.self))
    }
    try forEachEdge(ExcerptQuery()) { lines.append("\($0)") }
    for entity in try entities() { lines.append("\(try describe(entity))") }
    for claim in try storedClaims() where claim.origin != nil {
      lines.append("\(claim.document) \(claim.evidence?.sentence ?? 0) \(claim.origin.map { "\($0)" } ?? "")")
    }
    lines.append("\(try statistics())")
    lines += try documents().map { "\($0)" }
    return lines + (try counts().map { "\($0.key): \($0.value)" }.sorted())
  }

  /// The claims in the order of documents and of their text, with how they were read.
  func storedClaims() throws -> [Claim] {
    let reader = ClaimReader(connection: connection)
    let statement = try connection.statement(
      "SELECT c.document, c.position FROM claim c JOIN document d ON d.id = c.document ORDER BY d.name, c.position"
    )
    var claims: [Claim] = []
    while try statement.step() {
      if let claim = try reader.claim(
        document: statement.integer(at: 0), position: statement.integer(at: 1), withOrigin: true)
      {
        claims.append(claim)
      }
    }
    return claims
  }

  /// The rows of all entities, in the order of their folded names.
  func entities() throws -> [Int] {
    let statement = try connection.statement(
      "SELECT id FROM entity WHERE canonical IS NULL ORDER BY folded, part, identifier")
    var result: [Int] = []
    while try statement.step() { result.append(statement.integer(at: 0)) }
    return result
  }

  /// How many rows each table has, but for those that full-text search keeps for itself.
  func counts() throws -> [String: Int] {
    let tables = [
      "document", "document_name", "entity", "spelling", "alias", "party", "party_alias", "sentence",
      "mention", "relation",
      "claim", "edge", "origin", "claim_origin", "origin_mark",
    ]
    return try Dictionary(
      uniqueKeysWithValues: tables.map { ($0, try connection.integer("SELECT count(*) FROM \($0)") ?? -1) })
  }

  /// Checks the file and all that holds in a sound graph.
  func expectSound() throws { #expect(try check() == []) }

  /// The row of the entity of exactly this name.
  func entity(_ name: String) throws -> Int {
    guard case .entity(let candidate) = try resolve(name) else {
      throw GraphError(.internal, "no single \(name)")
    }
    return candidate.entity
  }
}

/// Expects the same lines, and shows two of those that differ.
func expectSame(_ got: [String], _ want: [String], sourceLocation: SourceLocation = #_sourceLocation) {
  if got == want { return }
  let differences = got.difference(from: want).prefix(2).map { "\($0)" }.joined(separator: "\n")
  Issue.record("\(differences)", sourceLocation: sourceLocation)
}

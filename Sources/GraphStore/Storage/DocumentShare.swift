package import Claims
internal import Schema

/// What one document adds to a graph, worked out without one.
///
/// A graph is the sum of what its documents add: entities are the parties of equal keys, joined where they bear equal marks
/// or are judged the same; edges are the sums of edges of equal ends and relation. So a graph can be put together
/// elsewhere, by whoever can group and sum.
package struct DocumentShare: Sendable {
  /// An entity as the document knows it.
  package struct Party: Sendable {
    /// What makes parties of different documents one entity, as judgements speak of it.
    package var key: EntityKey
    /// What makes entities of different keys one.
    package var marks: [IdentityMark]
    package var name: String
    package var type: String
    /// How often the document names it, at least one.
    package var mentions: Int
    /// Its other names in the document, sorted.
    package var aliases: [String]
    /// What tells a person from others of the name, each once, sorted; empty where the document says nothing of it.
    package var evidence: [Evidence] = []
  }

  /// A thing of which a person has one, or few, and what the document says of it.
  package struct Evidence: Hashable, Comparable, Sendable {
    /// `born`, `died`, `birthplace`, `country`, `parents` or `spouse`.
    package var aspect: String
    /// The folded name of a day, a place or a person.
    package var value: String

    package static func < (left: Self, right: Self) -> Bool {
      (left.aspect, left.value) < (right.aspect, right.value)
    }
  }

  /// What the document says of an edge, all its claims together.
  package struct Edge: Sendable {
    package var subject: EntityKey
    package var relation: String
    package var layer: Claim.Layer
    package var object: EntityKey
    /// Whether it says the same in both directions; the lesser key is the subject then.
    package var isSymmetric: Bool
    /// How many claims state it.
    package var support: Int
    /// How many of them the text ascribes to a source.
    package var attributed: Int
    /// The highest confidence of them.
    package var confidence: Double
  }

  /// The SHA-256 digest of the document's bytes, in hexadecimal: documents of equal bytes count once.
  package let digest: String
  /// In the order in which the document first names them.
  package private(set) var parties: [Party] = []
  /// In the order of their first claims.
  package private(set) var edges: [Edge] = []

  /// Works out what a reading adds, in time that grows with its claims and mentions.
  package init(_ reading: DocumentReading) {
    let reading = reading.kept
    digest = Hexadecimal.text(reading.digest)
    var rows = ReadingRows(reading)
    let claims = reading.claims.compactMap { rows.row(for: $0) }
    parties = rows.parties.map { row in
      let key = Self.key(row, of: reading.digest)
      return Party(
        key: key, marks: IdentityMark.all(of: key), name: row.name, type: row.type,
        mentions: max(1, row.mentions), aliases: row.aliases.sorted())
    }
    addEvidence(of: claims, in: rows)
    var positions: [EdgeNames: Int] = [:]
    for row in claims where row.claim.makesEdge {
      let names = EdgeNames(
        row.claim, subject: parties[rows.mentions[row.subject].party].key,
        object: parties[rows.mentions[row.object].party].key)
      let position = positions[names] ?? edges.count
      if position == edges.count {
        positions[names] = position
        edges.append(
          Edge(
            subject: names.subject, relation: names.relation, layer: names.layer, object: names.object,
            isSymmetric: names.isSymmetric, support: 0, attributed: 0, confidence: 0))
      }
      edges[position].support += 1
      edges[position].attributed += row.attribution == nil ? 0 : 1
      edges[position].confidence = max(edges[position].confidence, row.claim.confidence)
    }
  }

  private mutating func addEvidence(of claims: [ReadingRows.ClaimRow], in rows: ReadingRows) {
    for row in claims where Namesakes.tells(row.claim) {
      let ends = [rows.mentions[row.subject].party, rows.mentions[row.object].party]
      for (role, own, other) in [(Namesakes.Role.subject, ends[0], ends[1]), (.object, ends[1], ends[0])] {
        guard parties[own].key.isPerson, let aspect = Namesakes.aspect(of: role, in: row.claim.relation)
        else { continue }
        let said = Evidence(aspect: aspect.rawValue, value: NameFolding.fold(parties[other].name))
        if !parties[own].evidence.contains(said) { parties[own].evidence.append(said) }
      }
    }
    for index in parties.indices { parties[index].evidence.sort() }
  }

  private static func key(_ row: ReadingRows.PartyRow, of digest: [UInt8]) -> EntityKey {
    let folded = NameFolding.fold(row.name)
    guard !row.isDescription else {
      return EntityKey(identifier: DescriptionIdentifier.of(folded, in: digest))
    }
    return EntityKey(folded: folded, part: EntityKey.part(ofType: row.type), identifier: nil)
  }

  private struct EdgeNames: Hashable {
    var subject: EntityKey
    var relation: String
    var layer: Claim.Layer
    var object: EntityKey
    var isSymmetric: Bool

    init(_ claim: Claim, subject: EntityKey, object: EntityKey) {
      isSymmetric = ClaimStore.isSymmetric(claim)
      let isTurned = isSymmetric && object < subject
      self.subject = isTurned ? object : subject
      self.object = isTurned ? subject : object
      relation = claim.relation
      layer = claim.layer
    }
  }
}

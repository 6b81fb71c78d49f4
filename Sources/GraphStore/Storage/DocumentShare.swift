package import Claims
internal import Schema

/// What one document adds to a graph, worked out without one.
///
/// A graph is the sum of what its documents add: entities are the parties of equal keys, edges are the sums of edges of
/// equal ends and relation. So a graph can be put together elsewhere, by whoever can group and sum.
package struct DocumentShare: Sendable {
  /// An entity as the document knows it.
  package struct Party: Sendable {
    /// What makes parties of different documents one entity: the folded name; of a description its identifier.
    package var key: String
    package var name: String
    package var type: String
    /// How often the document names it, at least one.
    package var mentions: Int
    /// Its other names in the document, sorted.
    package var aliases: [String]
  }

  /// What the document says of an edge, all its claims together.
  package struct Edge: Sendable {
    package var subject: String
    package var relation: String
    package var layer: Claim.Layer
    package var object: String
    /// How many claims state it.
    package var support: Int
    /// How many of them the text ascribes to a source.
    package var attributed: Int
    /// The highest confidence of them.
    package var confidence: Double
  }

  /// In the order in which the document first names them.
  package private(set) var parties: [Party] = []
  /// In the order of their first claims.
  package private(set) var edges: [Edge] = []

  /// Works out what a reading adds, in time that grows with its claims and mentions.
  package init(_ reading: DocumentReading) {
    let reading = reading.kept
    var rows = ReadingRows(reading)
    let claims = reading.claims.compactMap { rows.row(for: $0) }
    parties = rows.parties.map { row in
      Party(
        key: Self.key(row, of: reading.digest), name: row.name, type: row.type,
        mentions: max(1, row.mentions),
        aliases: row.aliases.sorted())
    }
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
            support: 0, attributed: 0, confidence: 0))
      }
      edges[position].support += 1
      edges[position].attributed += row.attribution == nil ? 0 : 1
      edges[position].confidence = max(edges[position].confidence, row.claim.confidence)
    }
  }

  private static func key(_ row: ReadingRows.PartyRow, of digest: [UInt8]) -> String {
    let folded = NameFolding.fold(row.name)
    return row.isDescription ? DescriptionIdentifier.of(folded, in: digest) : folded
  }

  private struct EdgeNames: Hashable {
    var subject: String
    var relation: String
    var layer: Claim.Layer
    var object: String

    init(_ claim: Claim, subject: String, object: String) {
      let isTurned =
        ClaimStore.isSymmetric(claim)
        && NameFolding.fold(claim.object.name) < NameFolding.fold(claim.subject.name)
      self.subject = isTurned ? object : subject
      self.object = isTurned ? subject : object
      relation = claim.relation
      layer = claim.layer
    }
  }
}

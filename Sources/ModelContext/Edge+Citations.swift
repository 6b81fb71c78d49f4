internal import Claims
internal import GraphFormats
internal import GraphStore

/// An edge with the claims that stand behind it.
struct CitedEdge {
  /// How much of what stands behind an edge is written.
  enum Detail: CaseIterable {
    /// Up to three citations, with the sentences.
    case full
    /// One citation, with the sentence.
    case best
    /// One citation, without its words.
    case address
  }

  let edge: Edge
  /// The best first, at most three.
  let claims: [Claim]

  /// - Throws: `GraphError`.
  init(_ edge: Edge, in graph: Graph) throws {
    self.edge = edge
    claims = try graph.claims(behind: edge, limit: 3)
  }

  func write(to json: inout JSONWriter, detail: Detail = .full) {
    json.object { json in
      json.field("subject", named: edge.subject)
      json.field("relation", edge.relation)
      json.field("object", named: edge.object)
      json.field("direction", edge.direction.rawValue)
      json.field("layer", edge.layer.rawValue)
      json.field("support", edge.support)
      json.field("attributed", edge.attributed)
      json.name("confidence")
      json.number(edge.confidence)
      json.field("polarity", edge.polarity.rawValue)
      json.field("modality", edge.modality.rawValue)
      json.field("tense", claims.first?.tense?.rawValue)
      json.field("attribution", edge.saidBy)
      json.field("time", edge.times.first)
      json.name("citations")
      json.array { json in
        for claim in claims.prefix(detail == .full ? 3 : 1) {
          json.citation(claim, isQuoting: detail != .address)
        }
      }
    }
  }

  static let schema = JSONSchema.object([
    .init("subject", Schemas.entity), .init("relation", .text()), .init("object", Schemas.entity),
    .init("direction", .oneOf(["out", "in", "both"], "Seen from the entity asked for.")),
    .init("layer", .oneOf(["canonical", "imported", "open"])),
    .init("support", .whole("How many claims stand behind it.")),
    .init("attributed", .whole("How many of them the text ascribes to a source.")),
    .init("confidence", .share()), .init("polarity", .oneOf(["positive", "negative"])),
    .init("modality", .oneOf(["certain", "possible", "future", "hypothetical"])),
    .init("tense", .optionalText()),
    .init("attribution", .optionalText("Who says so, where one source or speaker does.")),
    .init("time", .optionalText("In EDTF.")), .init("citations", .list(of: Schemas.citation)),
  ])
}

/// Schemas that several tools share.
enum Schemas {
  static let entity = JSONSchema.object([
    .init("name", .text()), .init("type", .text()), .init("identifier", .optionalText()),
  ])

  static let citation = JSONSchema.object([
    .init("document", .text()), .init("page", .optionalWhole("From 1.")),
    .init("sentence", .optionalWhole("Its index in the document, from 0.")),
    .init("start", .optionalWhole("In code points from the start of the document.")),
    .init("end", .optionalWhole()), .init("quote", .optionalText("The sentence, verbatim.")),
    .init("row", .optionalWhole("The line of a graph file, where no sentence states it.")),
    .init("uri", .optionalText("What resources/read takes.")),
  ])

  static let count = JSONSchema.object([.init("name", .text()), .init("count", .whole())])

  static let relationCount = JSONSchema.object([
    .init("relation", .text()), .init("direction", .oneOf(["out", "in", "both"])), .init("count", .whole()),
  ])
}

extension JSONWriter {
  /// Writes an entity with all that names it.
  mutating func field(_ name: String, named entity: EntityName) {
    self.name(name)
    self.entity(entity)
  }

  mutating func entity(_ entity: EntityName) {
    object { json in
      json.field("name", entity.name)
      json.field("type", entity.type)
      json.field("identifier", entity.identifier)
    }
  }
}

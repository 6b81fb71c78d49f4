internal import Claims
internal import GraphStore

/// RDF 1.2 in Turtle.
enum Turtle: ExportForm {
  static let purpose = "for RDF 1.2, with each claim as a reified triple"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    try RDFGraph(syntax: RDFSyntax(isTurtle: true)).write(part, write)
    return []
  }
}

/// RDF 1.2 in N-Triples.
enum NTriples: ExportForm {
  static let purpose = "for the same, line by line"

  static func write(
    _ part: GraphPart, _ options: ExportOptions, _ write: ([UInt8]) throws -> Void
  ) throws -> [String] {
    try RDFGraph(syntax: RDFSyntax(isTurtle: false)).write(part, write)
    return []
  }
}

/// Writes a part of the graph as RDF 1.2: entities, edges as triples, and claims as statements about triples.
///
/// Each claim is a node that reifies its triple, with its sentence (as the Web Annotation Data Model selects text), polarity,
/// modality, source and time. What a text denies or doubts is reified and not asserted.
private struct RDFGraph {
  let syntax: RDFSyntax

  func write(_ part: GraphPart, _ write: ([UInt8]) throws -> Void) throws {
    var pending = syntax.head
    func put(_ text: String) throws {
      try write(Array((pending + text).utf8))
      pending = ""
    }
    try part.graph.forEachNode(part.query, withClaims: true) { try put(triples(of: $0)) }
    var relations: [String: Bool] = [:]
    try part.graph.forEachEdge(
      part.query,
      withKeys: { edge, subject, object in
        relations[edge.relation] = (relations[edge.relation] ?? true) && edge.direction == .both
        try put(triple(subject, edge.relation, object))
        // What reads the same both ways is true both ways, whichever of them a claim states.
        if edge.direction == .both && subject != object { try put(triple(object, edge.relation, subject)) }
      })
    var number = 0
    try part.graph.forEachClaim(in: part.query, withEntities: true) { claim in
      number += 1
      if relations[claim.relation] == nil { relations[claim.relation] = false }
      try put(triples(of: claim, number: number))
    }
    for (relation, isSymmetric) in relations.sorted(by: {
      $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }) {
      var pairs = [(syntax.name("rdfs", "label"), syntax.literal(relation))]
      if isSymmetric { pairs.append((syntax.name("rdf", "type"), syntax.name("owl", "SymmetricProperty"))) }
      try put(syntax.triples(syntax.name("rel", relation), pairs))
    }
    if !pending.isEmpty { try put("") }
  }

  private func triples(of node: GraphNode) -> String {
    var pairs = [
      (syntax.name("rdf", "type"), syntax.name("type", node.entity.type)),
      (syntax.name("rdfs", "label"), syntax.literal(node.entity.name)),
    ]
    if let identifier = node.entity.external {
      pairs.append((syntax.name("dcterms", "identifier"), syntax.literal(identifier)))
    }
    for alias in node.aliases { pairs.append((syntax.name("skos", "altLabel"), syntax.literal(alias))) }
    return syntax.triples(syntax.name("ent", node.key), pairs)
  }

  private func triple(_ subject: String, _ relation: String, _ object: String) -> String {
    syntax.triples(
      syntax.name("ent", subject), [(syntax.name("rel", relation), syntax.name("ent", object))])
  }

  private func triples(of claim: Claim, number: Int) -> String {
    let quoted = syntax.quoted(
      syntax.name("ent", claim.subject.entity ?? ""), syntax.name("rel", claim.relation),
      syntax.name("ent", claim.object.entity ?? ""))
    var pairs = [(syntax.name("rdf", "reifies"), quoted)]
    func add(_ name: String, _ text: String?) {
      if let text { pairs.append((syntax.name("kg", name), syntax.literal(text))) }
    }
    add("layer", claim.layer.rawValue)
    add("method", claim.method.rawValue)
    add("polarity", claim.polarity.rawValue)
    add("modality", claim.modality.rawValue)
    add("tense", claim.tense?.rawValue)
    add("phrase", claim.phrase)
    add("subjectMention", claim.subject.mention)
    add("objectMention", claim.object.mention)
    add("attributedTo", claim.attribution?.name)
    add("speaker", claim.speaker?.name)
    add("place", claim.place?.name)
    add("timeText", claim.time?.text)
    let time = claim.time == nil ? claim.row.flatMap { RowTime.value($0.qualifiers) } : claim.time?.value
    if let time {
      pairs.append(
        (syntax.name("kg", "time"), syntax.literal(time, type: "<http://id.loc.gov/datatypes/edtf/EDTF>")))
    }
    pairs.append((syntax.name("kg", "confidence"), syntax.double(claim.confidence)))
    add("document", claim.document)
    for qualifier in claim.row?.qualifiers ?? [] {
      pairs.append((syntax.name("qualifier", qualifier.name), syntax.literal(qualifier.value)))
    }
    if let line = claim.row?.line { pairs.append((syntax.name("kg", "row"), syntax.integer(line))) }
    guard let evidence = claim.evidence else { return syntax.triples("_:c\(number)", pairs) }
    if let page = evidence.page { pairs.append((syntax.name("kg", "page"), syntax.integer(page))) }
    add("pageLabel", evidence.pageLabel)
    pairs.append((syntax.name("kg", "sentence"), syntax.integer(evidence.sentence)))
    pairs.append((syntax.name("oa", "hasSelector"), "_:p\(number)"))
    pairs.append((syntax.name("oa", "hasSelector"), "_:q\(number)"))
    return syntax.triples("_:c\(number)", pairs) + selectors(of: evidence, number: number)
  }

  /// The sentence, by its place and by its words.
  private func selectors(of evidence: Claim.Evidence, number: Int) -> String {
    syntax.triples(
      "_:p\(number)",
      [
        (syntax.name("rdf", "type"), syntax.name("oa", "TextPositionSelector")),
        (syntax.name("oa", "start"), syntax.integer(evidence.range.lowerBound)),
        (syntax.name("oa", "end"), syntax.integer(evidence.range.upperBound)),
      ])
      + syntax.triples(
        "_:q\(number)",
        [
          (syntax.name("rdf", "type"), syntax.name("oa", "TextQuoteSelector")),
          (syntax.name("oa", "exact"), syntax.literal(evidence.text)),
        ])
  }
}

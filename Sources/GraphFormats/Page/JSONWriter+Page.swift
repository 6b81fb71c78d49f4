package import Claims
package import GraphStore

// What the page is told; `Sources/CPage/page` reads it.
extension JSONWriter {
  /// Writes an entity with the reference that leads back to it.
  package mutating func pageEntity(_ entity: EntityName, edges: Int? = nil) {
    object { json in
      json.field("ref", entity.reference)
      json.field("name", entity.name)
      json.field("type", entity.type)
      if let edges { json.field("edges", edges) }
    }
  }

  package mutating func pageCandidates(_ candidates: some Sequence<Candidate>) {
    array { json in for candidate in candidates { json.pageEntity(candidate.name, edges: candidate.edges) } }
  }

  /// Writes an edge for drawing.
  ///
  /// - Parameter endsByReference: whether ends are told by their references alone, since the entities stand elsewhere.
  package mutating func pageEdge(_ edge: Edge, endsByReference: Bool = false) {
    object { json in
      for (name, end) in [("subject", edge.subject), ("object", edge.object)] {
        json.name(name)
        if endsByReference { json.string(end.reference) } else { json.pageEntity(end) }
      }
      json.field("relation", edge.relation)
      json.field("layer", edge.layer.rawValue)
      json.name("symmetric")
      json.bool(edge.direction == .both)
      json.field("support", edge.support)
      json.field("attributed", edge.attributed)
      json.name("confidence")
      json.number(edge.confidence)
      json.field("polarity", edge.polarity.rawValue)
      json.field("modality", edge.modality.rawValue)
      json.name("times")
      json.strings(edge.times)
      json.field("saidBy", edge.saidBy)
      json.field("document", edge.evidence?.document ?? edge.source?.document)
      json.field("sentence", edge.evidence?.sentence)
    }
  }

  package mutating func pageEdges(_ edges: [Edge], endsByReference: Bool = false) {
    name("edges")
    array { json in for edge in edges { json.pageEdge(edge, endsByReference: endsByReference) } }
  }

  /// Writes a claim record with the row of a graph file where it has one.
  ///
  /// - Parameter ends: the references of the entities that it is about, where they are wanted.
  package mutating func pageClaim(_ claim: Claim, ends: [String] = []) {
    object { json in
      json.name("claim")
      json.claim(claim, isExplained: true)
      json.name("ends")
      json.strings(ends)
      json.field("row", claim.row?.line)
      json.name("qualifiers")
      json.array { json in
        for qualifier in claim.row?.qualifiers ?? [] {
          json.object { json in
            json.field("name", qualifier.name)
            json.field("value", qualifier.value)
          }
        }
      }
    }
  }

  /// Writes a sentence of a passage.
  package mutating func pageSentence(_ sentence: Passage.Sentence) {
    object { json in
      json.field("index", sentence.index)
      json.field("start", sentence.range.lowerBound)
      json.field("end", sentence.range.upperBound)
      json.field("text", sentence.text)
      json.field("speaker", sentence.speaker)
      json.field("claims", sentence.claims)
      json.field("page", sentence.page)
      json.field("page_label", sentence.pageLabel)
    }
  }
}

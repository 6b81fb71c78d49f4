package import Claims
package import GraphStore

extension JSONWriter {
  /// Writes an edge as `docs/claims.md` fixes it.
  package mutating func edge(_ edge: Edge, parallel: [Edge]? = nil) {
    object { json in
      json.field("subject", edge.subject)
      json.field("relation", edge.relation)
      json.field("object", edge.object)
      json.field("direction", edge.direction.rawValue)
      json.field("neighbor", edge.neighbor)
      json.field("layer", edge.layer.rawValue)
      json.field("support", edge.support)
      json.name("confidence")
      json.number(edge.confidence)
      json.field("polarity", edge.polarity.rawValue)
      json.field("modality", edge.modality.rawValue)
      json.name("when")
      json.array { json in
        for time in edge.times { json.string(time) }
      }
      json.field("said_by", edge.saidBy)
      json.name("evidence")
      if let evidence = edge.evidence {
        json.object { json in
          json.field("document", evidence.document)
          json.field("page", evidence.page)
          json.field("sentence", evidence.sentence)
          json.field("start", evidence.range.lowerBound)
          json.field("end", evidence.range.upperBound)
          json.field("text", evidence.text)
        }
      } else if let source = edge.source {
        // As in the record of an imported claim: the document is the file, and there is no sentence.
        json.object { json in
          json.field("document", source.document)
          for name in ["page", "sentence", "start", "end", "text"] {
            json.name(name)
            json.null()
          }
        }
      } else {
        json.null()
      }
      if let parallel {
        json.name("parallel")
        json.array { json in
          for other in parallel { json.edge(other) }
        }
      }
    }
  }

  /// Writes an entity as an answer names it.
  package mutating func field(_ name: String, _ entity: EntityName) {
    self.name(name)
    object { json in
      json.field("name", entity.name)
      json.field("type", entity.type)
    }
  }
}

extension Edge {
  /// The columns of an edge as a row.
  package static let columns = [
    "subject", "subject_type", "relation", "object", "object_type", "layer", "support", "confidence",
    "polarity",
    "modality", "when", "said_by", "document", "page", "sentence", "evidence",
  ]

  /// The edge as a row of `columns`.
  package var cells: [String] {
    [
      subject.name, subject.type, relation, object.name, object.type, layer.rawValue, String(support),
      "\(confidence)",
      polarity.rawValue, modality.rawValue, when, saidBy ?? "", evidence?.document ?? source?.document ?? "",
      evidence?.page.map(String.init) ?? "", evidence.map { String($0.sentence) } ?? "",
      evidence?.text ?? "",
    ]
  }

  /// Its times, for a cell.
  package var when: String { times.joined(separator: "; ") }

  /// "denied", "possible" … for what makes no edge, "attributed" for what the text only ascribes, "unsure" for what may be read wrongly;
  /// else empty.
  var doubt: String {
    var words: [String] = []
    if polarity == .negative { words.append("denied") }
    if modality != .certain { words.append(modality.rawValue) }
    if words.isEmpty && attributed == support && attributed > 0 { words.append("attributed") }
    if !Claim.isSure(confidence, layer: layer) { words.append("unsure") }
    return words.joined(separator: ", ")
  }
}

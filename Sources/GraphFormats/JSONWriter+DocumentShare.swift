package import Claims
internal import GraphStore

extension JSONWriter {
  /// Writes what a document adds to a graph: `{"document", "digest", "extractor", "claims", "parties", "edges"}`.
  package mutating func summary(of reading: DocumentReading) {
    let share = DocumentShare(reading)
    object { json in
      json.field("document", reading.document)
      json.field("digest", share.digest)
      json.field("extractor", reading.extractorVersion)
      json.field("claims", reading.kept.claims.count)
      json.name("parties")
      json.array { json in
        for party in share.parties { json.party(party) }
      }
      json.name("edges")
      json.array { json in
        for edge in share.edges { json.edge(edge) }
      }
    }
  }

  /// Writes that a document could not be read: `{"document": null, "error"}`.
  package mutating func summary(error message: String) {
    object { json in
      json.field("document", nil as String?)
      json.field("error", message)
    }
  }

  private mutating func party(_ party: DocumentShare.Party) {
    object { json in
      json.field("key", party.key.text)
      json.field("name", party.name)
      json.field("type", party.type)
      json.field("mentions", party.mentions)
      json.name("aliases")
      json.array { json in
        for alias in party.aliases { json.string(alias) }
      }
      json.name("marks")
      json.array { json in
        for mark in party.marks { json.mark(mark) }
      }
      guard !party.evidence.isEmpty else { return }
      json.name("evidence")
      json.array { json in
        for evidence in party.evidence {
          json.object { json in
            json.field("aspect", evidence.aspect)
            json.field("value", evidence.value)
          }
        }
      }
    }
  }

  /// `types` and `other_types` only where they say something.
  private mutating func mark(_ mark: IdentityMark) {
    object { json in
      json.field("kind", mark.kind.rawValue)
      json.field("text", mark.text)
      for (name, types) in [("types", mark.types), ("other_types", mark.otherTypes)] where !types.isEmpty {
        json.name(name)
        json.array { json in
          for type in types { json.string(type) }
        }
      }
    }
  }

  private mutating func edge(_ edge: DocumentShare.Edge) {
    object { json in
      json.field("subject", edge.subject.text)
      json.field("relation", edge.relation)
      json.field("layer", edge.layer.rawValue)
      json.field("object", edge.object.text)
      json.name("symmetric")
      json.bool(edge.isSymmetric)
      json.field("support", edge.support)
      json.field("attributed", edge.attributed)
      json.name("confidence")
      json.number(edge.confidence)
    }
  }
}

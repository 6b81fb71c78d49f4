extension JSONWriter {
  /// Writes how a claim came to be read as an object.
  package mutating func origin(_ origin: Claim.Origin) {
    object { json in
      json.field("source", origin.source.rawValue)
      json.field("place", origin.place)
      json.field("construction", origin.construction)
      json.name("probability")
      if let probability = origin.probability { json.number(probability) } else { json.null() }
      json.name("trigger")
      if let trigger = origin.trigger {
        json.object { $0.fields(of: trigger) }
      } else {
        json.null()
      }
      json.role("subject", origin.subject)
      json.role("object", origin.object)
      json.name("marks")
      json.array { json in
        for mark in origin.marks {
          json.object { json in
            json.field("kind", mark.kind.rawValue)
            json.fields(of: mark.words)
          }
        }
      }
    }
  }

  private mutating func fields(of words: Claim.Origin.Words) {
    field("text", words.text)
    field("start", words.range.lowerBound)
    field("end", words.range.upperBound)
  }

  private mutating func role(_ name: String, _ role: Claim.Origin.Role) {
    self.name(name)
    object { json in
      json.field("way", role.way)
      json.field("ground", role.ground?.rawValue)
    }
  }

  /// Writes what was considered and dropped as an object.
  package mutating func dropped(_ reading: DroppedReading, document: String) {
    object { json in
      json.field("dropped", reading.reason.rawValue)
      json.field("detail", reading.detail)
      json.field("relation", reading.relation)
      json.field("subject", reading.subject)
      json.field("object", reading.object)
      json.field("document", document)
      json.field("sentence", reading.sentence)
      json.name("origin")
      json.origin(reading.origin)
    }
  }
}

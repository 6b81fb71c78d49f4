extension JSONWriter {
  /// Writes a claim as the claim record: every field present, null where it does not apply.
  ///
  /// - Parameter isExplained: whether the record has the field `origin`, null where it is not known.
  package mutating func claim(_ claim: Claim, isExplained: Bool = false) {
    object { json in
      json.field("layer", claim.layer.rawValue)
      json.field("subject", claim.subject)
      json.field("relation", claim.relation)
      json.field("object", claim.object)
      json.field("phrase", claim.phrase)
      json.field("method", claim.method.rawValue)
      json.field("polarity", claim.polarity.rawValue)
      json.field("modality", claim.modality.rawValue)
      json.field("tense", claim.tense?.rawValue)
      json.field("attribution", claim.attribution)
      json.field("speaker", claim.speaker)
      json.name("time")
      if let time = claim.time {
        json.object { json in
          json.field("text", time.text)
          json.field("value", time.value)
        }
      } else {
        json.null()
      }
      json.field("place", claim.place)
      json.name("confidence")
      json.number(claim.confidence)
      json.field("document", claim.document)
      json.field("sentence", claim.evidence?.sentence)
      json.field("start", claim.evidence?.range.lowerBound)
      json.field("end", claim.evidence?.range.upperBound)
      json.field("evidence", claim.evidence?.text)
      json.field("page", claim.evidence?.page)
      json.field("page_label", claim.evidence?.pageLabel)
      if let row = claim.row {
        json.field("row", row.line)
        json.name("qualifiers")
        json.array { json in
          for qualifier in row.qualifiers {
            json.object { json in
              json.field("name", qualifier.name)
              json.field("value", qualifier.value)
            }
          }
        }
      }
      if isExplained {
        json.name("origin")
        if let origin = claim.origin { json.origin(origin) } else { json.null() }
      }
    }
  }

  /// Writes a field that holds a text, or null.
  package mutating func field(_ name: String, _ text: String?) {
    self.name(name)
    if let text { string(text) } else { null() }
  }

  /// Writes a field that holds a whole number, or null.
  package mutating func field(_ name: String, _ number: Int?) {
    self.name(name)
    if let number { integer(number) } else { null() }
  }

  private mutating func field(_ name: String, _ party: Party?) {
    self.name(name)
    guard let party else { return null() }
    object { json in
      json.field("name", party.name)
      json.field("type", party.type.rawValue)
      json.field("mention", party.mention)
      json.field("start", party.range?.lowerBound)
      json.field("end", party.range?.upperBound)
      json.name("aliases")
      json.array { json in
        for alias in party.aliases { json.string(alias) }
      }
      if let identifier = party.identifier { json.field("identifier", identifier) }
      if party.isDescription {
        json.name("description")
        json.bool(true)
      }
      if let entity = party.entity { json.field("entity", entity) }
    }
  }
}

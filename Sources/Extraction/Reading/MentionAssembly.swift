internal import Claims
internal import Linguistics

/// Lists the places where a document names the parties of its claims and its other entities.
struct MentionAssembly {
  let document: AnnotatedDocument
  let entities: EntityTable

  private struct Place: Hashable {
    var range: Range<Int>?
    var name: String
  }

  /// The mentions, in the order of the text; not those of claims that a graph does not keep.
  func mentions(_ claims: [Claim]) -> [DocumentReading.Mention] {
    var seen: Set<Place> = []
    var mentions: [DocumentReading.Mention] = []
    func add(_ party: Party, sentence: Int) {
      if party.isOpen { return }
      if seen.insert(Place(range: party.range, name: party.name)).inserted {
        mentions.append(DocumentReading.Mention(party: party, sentence: sentence))
      }
    }
    var sentence = 0
    for (index, name) in document.names.enumerated() {
      while sentence + 1 < document.sentences.count,
        document.sentences[sentence].words.upperBound <= name.words.lowerBound
      {
        sentence += 1
      }
      let reading = PartyReading(
        entity: entities.entityOfName[index], name: "", type: nil, mention: name.words,
        head: name.words.lowerBound)
      add(document.party(reading, entities: entities), sentence: sentence)
    }
    for claim in claims where claim.isKept {
      let sentence = claim.evidence?.sentence ?? 0
      for party in [claim.subject, claim.object, claim.attribution, claim.place] {
        if let party { add(party, sentence: sentence) }
      }
    }
    return mentions.enumerated().sorted { left, right in
      (left.element.party.range?.lowerBound ?? 0, left.offset)
        < (right.element.party.range?.lowerBound ?? 0, right.offset)
    }.map(\.element)
  }
}

internal import Claims
internal import Linguistics

/// Lists the places where a document names the parties of its claims and its other entities.
struct MentionAssembly {
  private struct Place: Hashable {
    var range: Range<Int>?
    var name: String
  }

  private var seen: Set<Place> = []
  private var found: [DocumentReading.Mention] = []

  /// - Parameter number: the number of each sentence of the document.
  init(document: AnnotatedDocument, entities: EntityTable, number: (Int) -> Int) {
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
      add(document.party(reading, entities: entities), sentence: number(sentence))
    }
  }

  /// Adds the parties of claims; not of those that a graph does not keep.
  mutating func add(_ claims: [Claim]) {
    for claim in claims where claim.isKept {
      let sentence = claim.evidence?.sentence ?? 0
      for party in [claim.subject, claim.object, claim.attribution, claim.place] {
        if let party { add(party, sentence: sentence) }
      }
    }
  }

  private mutating func add(_ party: Party, sentence: Int) {
    if party.isOpen { return }
    if seen.insert(Place(range: party.range, name: party.name)).inserted {
      found.append(DocumentReading.Mention(party: party, sentence: sentence))
    }
  }

  /// The mentions, in the order of the text.
  var mentions: [DocumentReading.Mention] {
    found.indices.sorted { left, right in
      (found[left].party.range?.lowerBound ?? 0, left) < (found[right].party.range?.lowerBound ?? 0, right)
    }.map { found[$0] }
  }
}

internal import Claims
internal import GraphStore

/// What is known of a text from its claim records alone: the sentences that make claims.
///
/// A record may come from anybody, so its offsets, its sentence and its mentions must fit together and to the records before it.
struct RecordedSentences {
  /// In the order of the text.
  private(set) var all: [DocumentReading.Sentence] = []
  /// How long the text is at least, in code points.
  private(set) var length = 0
  /// Of the sentences that records show parts of.
  private var parts: [Int: EvidenceParts] = [:]

  /// The pages of sentences, by their numbers.
  private var pageOf: [Int: (number: Int, label: String?)] = [:]

  /// The pages on which the sentences stand, as far as records tell.
  var pages: [RecordedPage] {
    var result: [RecordedPage] = []
    for sentence in all {
      guard let page = sentence.position.flatMap({ pageOf[$0] }) else { continue }
      if result.last?.number == page.number && result.last?.label == page.label { continue }
      result.append(RecordedPage(number: page.number, label: page.label, start: sentence.range.lowerBound))
    }
    return result
  }

  /// Takes in a record with evidence.
  ///
  /// - Throws: `ImportedRowError` for a record that contradicts itself or one before it; nothing is taken in then.
  mutating func add(_ claim: Claim) throws(ImportedRowError) {
    guard let evidence = claim.evidence else { return }
    guard evidence.text.unicodeScalars.count == evidence.range.count else {
      throw ImportedRowError("evidence is not as long as from start to end")
    }
    let parties = [claim.subject, claim.object, claim.attribution, claim.speaker, claim.place].compactMap {
      $0
    }
    for party in parties where !Self.fits(party, evidence) {
      throw ImportedRowError("a mention is not where its text stands in the evidence")
    }
    let place = place(of: evidence.sentence)
    if place < all.count, all[place].position == evidence.sentence {
      if all[place].range != evidence.range || all[place].text != evidence.text {
        try addPart(evidence, of: place)
      }
    } else {
      guard place == 0 || all[place - 1].range.upperBound <= evidence.range.lowerBound,
        place == all.count || all[place].range.lowerBound >= evidence.range.upperBound
      else {
        throw ImportedRowError("sentence \(evidence.sentence) is not where its number puts it")
      }
      all.insert(
        DocumentReading.Sentence(
          range: evidence.range, text: evidence.text, speaker: claim.speaker, position: evidence.sentence),
        at: place)
    }
    if let page = evidence.page, page > 0 { pageOf[evidence.sentence] = (page, evidence.pageLabel) }
    length = ([length, evidence.range.upperBound] + parties.compactMap { $0.range?.upperBound }).reduce(
      0, max)
  }

  /// Takes in another part of a sentence so long that records show parts of it.
  private mutating func addPart(_ evidence: Claim.Evidence, of place: Int) throws(ImportedRowError) {
    let known = all[place]
    var sentence = parts[evidence.sentence] ?? EvidenceParts(known.range, known.text)
    sentence.add(evidence)
    guard min(known.range.count, evidence.range.count) >= Claim.Evidence.longest,
      let joined = sentence.joined(),
      place == 0 || all[place - 1].range.upperBound <= joined.range.lowerBound,
      place + 1 == all.count || all[place + 1].range.lowerBound >= joined.range.upperBound
    else {
      throw ImportedRowError("sentence \(evidence.sentence) is another one than in a record before")
    }
    parts[evidence.sentence] = sentence
    all[place].range = joined.range
    all[place].text = joined.text
  }

  /// Where a sentence of this number is in `all`, or would be.
  private func place(of sentence: Int) -> Int {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if (all[middle].position ?? 0) < sentence { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private static func fits(_ party: Party, _ evidence: Claim.Evidence) -> Bool {
    guard let mention = party.mention, let range = party.range else {
      return party.mention == nil && party.range == nil
    }
    let scalars = mention.unicodeScalars
    guard scalars.count == range.count else { return false }
    // A speaker may be named in another sentence.
    guard range.lowerBound >= evidence.range.lowerBound, range.upperBound <= evidence.range.upperBound else {
      return true
    }
    return evidence.text.unicodeScalars.dropFirst(range.lowerBound - evidence.range.lowerBound)
      .prefix(range.count).elementsEqual(scalars)
  }
}

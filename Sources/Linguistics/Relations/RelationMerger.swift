/// Puts the relations of passages together to those of the document.
struct RelationMerger {
  private var found: [(passage: Passage, finding: RelationHead.Finding)] = []

  /// Adds what was found in the next passage; of parts that overlap, the one that keeps the first of the two heads counts.
  mutating func add(_ findings: [RelationHead.Finding], of passage: Passage) {
    for finding in findings {
      let first = passage.words.lowerBound + min(finding.subject.head, finding.object.head)
      if passage.kept.contains(first) { found.append((passage, finding)) }
    }
  }

  /// The relations in order; those with a mention that another part of a long sentence read otherwise fall away.
  func relations(mentions: [DocumentAnalysis.Mention]) -> [RelationReading] {
    if found.isEmpty { return [] }
    var indices: [Range<Int>: Int] = [:]
    for (index, mention) in mentions.enumerated() { indices[mention.words] = index }
    let readings = found.compactMap { passage, finding -> RelationReading? in
      guard let subject = phrase(finding.subject, passage, indices),
        let object = phrase(finding.object, passage, indices)
      else { return nil }
      return RelationReading(
        sentence: passage.sentence, subject: subject, object: object, relation: finding.relation,
        probability: finding.probability)
    }
    return readings.sorted {
      ($0.sentence, $0.subject.head, $0.object.head, $0.relation)
        < ($1.sentence, $1.subject.head, $1.object.head, $1.relation)
    }
  }

  private func phrase(
    _ phrase: RelationPhrase, _ passage: Passage, _ indices: [Range<Int>: Int]
  ) -> RelationReading.Phrase? {
    let start = passage.words.lowerBound
    let words = start + phrase.first..<start + phrase.last + 1
    let kind: RelationReading.PhraseKind
    if phrase.mention != nil {
      guard let index = indices[words] else { return nil }
      kind = .mention(index)
    } else {
      kind = phrase.isRelativePronoun ? .relativePronoun : .adjective
    }
    return RelationReading.Phrase(words: words, head: start + phrase.head, kind: kind)
  }
}

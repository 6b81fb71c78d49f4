/// What the pronouns of a document may go on about by the build of its clauses alone.
struct DiscourseTopics: Sendable {
  let document: AnnotatedDocument
  let evidence: CoreferenceEvidence
  private var words: [Word] { document.words }

  /// The word that a "they" goes on about that the model's coreference connects with nothing in this sentence and the one before: the
  /// subject of the clause before.
  ///
  /// After the centering theory of Grosz, Joshi and Weinstein (1995): the subject of a clause is what the next one is most likely about.
  func topic(before word: Int, sentence index: Int) -> Int? {
    let sentence = document.sentences[index]
    let previous = index > 0 ? document.sentences[index - 1] : nil
    let start = (previous ?? sentence).words.lowerBound
    guard words[word].lower == English.they, words[word].hangs(by: "nsubj"),
      evidence.earlierMention(than: word) ?? -1 < start
    else { return nil }
    if let subject = lastSubject(of: sentence.words.lowerBound..<word, isMain: false) { return subject }
    guard let previous, previous.turn == sentence.turn else { return nil }
    return lastSubject(of: previous.words, isMain: true)
  }

  /// The last subject in a range that is no pronoun without a meaning of its own; only that of the main clause, if asked for.
  private func lastSubject(of range: Range<Int>, isMain: Bool) -> Int? {
    range.suffix(Calibration.reachOfPronoun).last { word in
      words[word].hangs(by: "nsubj") && words[word].head >= 0 && words[word].isNominal
        && (!isMain || words[words[word].head].head < 0)
    }
  }
}

extension ReferenceReader {
  /// What a "they" that opens a new thing of the model's goes on about, where that is one named group.
  func topicEntity(before word: Int, sentence: Int) -> Int? {
    guard let topic = topics.topic(before: word, sentence: sentence),
      case let known = entitiesSoFar(ofWord: topic), known.count == 1,
      !coarguments(of: word).contains(known[0])
    else { return nil }
    let type = entities.entities[known[0]].type
    return type == .organization || type == .group ? known[0] : nil
  }
}

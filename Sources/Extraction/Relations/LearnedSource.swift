internal import Claims
internal import Linguistics
internal import Schema

/// What the model learnt to read between two phrases.
struct LearnedSource: StatementSource {
  private let relations: LearnedRelations
  /// What the model read, by the sentence in which its subject stands.
  private let readings: [Int: [RelationReading]]

  init(document: AnnotatedDocument, readings: [RelationReading], trace: ReadingTrace? = nil) {
    relations = LearnedRelations(document: document, trace: trace)
    var bySentence: [Int: [RelationReading]] = [:]
    var sentence = 0
    for reading in readings {
      let word = document.wordOfToken[reading.subject.head]
      while sentence < document.sentences.count, document.sentences[sentence].words.upperBound <= word {
        sentence += 1
      }
      bySentence[sentence, default: []].append(reading)
    }
    self.readings = bySentence
  }

  func statements(in context: SentenceContext) -> [Statement] {
    (readings[context.index] ?? []).flatMap { relations.readings(of: $0, cast: context.cast) }.map {
      reading in
      Statement(
        layer: .canonical, method: .model, subject: reading.subject, relation: reading.relation.name,
        isSymmetric: reading.relation.isSymmetric, isEvent: reading.relation.plover != nil,
        object: reading.object, predicate: reading.predicate, trigger: reading.predicate,
        confidence: reading.confidence,
        proposal: Proposal(learnedAt: reading.predicate, probability: reading.confidence),
        isBelieved: reading.isBelieved)
    }
  }
}

/// For whom the pronouns and descriptions of a document stand; complete when made.
struct References: Sendable {
  private let referents: [Int: Referent]
  private let topics: DiscourseTopics
  private let fullDescriptions: FullDescriptions

  init(referents: [Int: Referent], topics: DiscourseTopics, fullDescriptions: FullDescriptions) {
    self.referents = referents
    self.topics = topics
    self.fullDescriptions = fullDescriptions
  }

  /// The entities that a pronoun or the noun that heads a definite description stands for; none where that is not known.
  ///
  /// More than one for "both", "they" and "the couple".
  func entities(ofWord word: Int) -> [Int] { referents[word]?.entities ?? [] }

  /// Whom a pronoun or description stands for, with the ground on which it was taken for them; nil where that is not known.
  func referent(ofWord word: Int) -> Referent? { referents[word] }

  /// The words that stand for entities, in order.
  var referringWords: [Int] { referents.keys.sorted() }

  /// The word that a "they" goes on about, where the model's coreference connects it with nothing near.
  func topic(before word: Int, sentence: Int) -> Int? { topics.topic(before: word, sentence: sentence) }

  /// The last noun before a word that is the same and has a name or more to say which one is meant: "the Asad regime".
  func fullerDescription(of word: Int) -> Int? { fullDescriptions.last(before: word) }
}

/// The generic nouns of a document that stand with a name or a nationality that says which one is meant, by their lemmas.
struct FullDescriptions: Sendable {
  private let words: [Word]
  private var places: [String: [Int]] = [:]

  /// - Parameter entityOfWord: the entity of each word of a name, with title; -1 for none.
  init(document: AnnotatedDocument, entityOfWord: [Int]) {
    words = document.words
    var inName = [Bool](repeating: false, count: words.count)
    for name in document.names { for word in name.words { inName[word] = true } }
    for word in words.indices where !inName[word] && WordList.genericNoun.contains(words[word].lemma) {
      let isFull = document.dependents(of: word).contains {
        words[$0].relation == "compound" && words[$0].part == .properNoun
          || words[$0].relation == "amod" && words[$0].shape.contains(.capitalised)
          || words[$0].hangs(by: "nmod") && entityOfWord[$0] >= 0
      }
      if isFull { places[words[word].lemma, default: []].append(word) }
    }
  }

  /// The last before a word of the same lemma.
  func last(before word: Int) -> Int? {
    guard let other = places[words[word].lemma]?.last(where: { $0 < word }),
      word - other <= Calibration.reachOfDescription
    else { return nil }
    return other
  }
}

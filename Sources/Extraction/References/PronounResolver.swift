/// Reads "he" and "she" as coreference does, or as the person that the last sentences were about where only one fits.
///
/// Where the two disagree the pronoun stays open.
struct PronounResolver {
  private enum Gender { case male, female }

  /// The people that sentences began with, the latest last.
  private var topics: [(entity: Int, sentence: Int)] = []
  private var genders: [Int: Gender] = [:]

  /// After so many sentences a topic is forgotten.
  private static let memory = 4

  /// The entity of each pronoun of a sentence, by word.
  ///
  /// - Parameters:
  ///   - people: the words and entities of the sentence's people, in order.
  ///   - known: the entities of the pronouns that coreference tells of, which stay unless the topic speaks against them.
  mutating func resolve(
    sentence: Sentence, index: Int, words: [Word], people: [(words: Range<Int>, entity: Int)],
    known: [Int: Int]
  ) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var used: Int?
    topics.removeAll { index - $0.sentence > Self.memory }
    for word in sentence.words {
      guard let gender = Self.gender(of: words[word]) else {
        found[word] = known[word]
        continue
      }
      let before = people.filter { $0.words.upperBound <= word }.map(\.entity)
      let guessed = guess(words[word], gender: gender, before: before, used: used)
      // Where the two disagree, neither is sure enough: a wrong link costs more than a missing one.
      if let told = known[word], let guessed, told != guessed { continue }
      guard let entity = known[word] ?? guessed else { continue }
      if genders[entity] == nil { genders[entity] = gender }
      found[word] = entity
      used = used ?? entity
    }
    // The topic of the sentence: its first person, unless it comes late or after a preposition.
    let firstPronoun = found.keys.filter { Self.gender(of: words[$0]) != nil }.min()
    if let first = people.first, first.words.lowerBound < (firstPronoun ?? Int.max),
      first.words.lowerBound - sentence.words.lowerBound < 6 || people.count == 1
    {
      topics.append((first.entity, index))
    } else if let firstPronoun, let entity = found[firstPronoun] {
      topics.append((entity, index))
    }
    return found
  }

  private static func gender(of word: Word) -> Gender? {
    // "her boat": a possessive is no party.
    if word.relation.hasSuffix(":poss") { return nil }
    switch word.lower {
    case "he", "him": return .male
    case "she", "her": return .female
    default: return nil
    }
  }

  /// Whom a pronoun means: whom the pronoun before it meant, else the topic, else the only person that the sentence named so far.
  private func guess(_ word: Word, gender: Gender, before: [Int], used: Int?) -> Int? {
    func fits(_ entity: Int) -> Bool { genders[entity] == nil || genders[entity] == gender }
    let isObject = word.lower == "him" || word.lower == "her"
    var candidate: Int?
    if let used, genders[used] == gender, !isObject {
      candidate = used
    } else if let topic = topics.last(where: { fits($0.entity) }) {
      candidate = topic.entity
    }
    if candidate == nil || before.contains(where: { $0 != candidate }) && !isObject {
      // The sentence's own subject comes first, when it is alone.
      let own = Set(before.filter(fits))
      if own.count == 1, used == nil { candidate = own.first }
    }
    return candidate
  }

  /// Forgets everything, as between the turns of an interview.
  mutating func reset() { topics.removeAll() }
}

internal import Linguistics

/// Reads "he" and "she" as the person that the last sentences were about, where only one fits.
struct PronounResolver {
  private enum Gender { case male, female }

  /// The people that sentences began with, the latest last.
  private var topics: [(entity: Int, sentence: Int)] = []
  private var genders: [Int: Gender] = [:]

  /// After so many sentences a topic is forgotten.
  private static let memory = 4

  /// The entity of each pronoun of a sentence, by word; `people` are the words and entities of its people, in order.
  mutating func resolve(
    sentence: Sentence, index: Int, words: [Word], people: [(words: Range<Int>, entity: Int)]
  ) -> [Int: Int] {
    var found: [Int: Int] = [:]
    var used: Int?
    topics.removeAll { index - $0.sentence > Self.memory }
    for word in sentence.words {
      let gender: Gender
      switch words[word].lower {
      case "he", "him": gender = .male
      case "she": gender = .female
      case "her":
        // "her" before a noun is a possessive.
        let next = word + 1
        guard
          next >= sentence.words.upperBound || words[next].shape.contains(.punctuation)
            || ["in", "to", "of", "and", "for", "at", "from", "with", "after", "as"].contains(
              words[next].lower)
        else { continue }
        gender = .female
      default: continue
      }
      let isObject = words[word].lower == "him" || words[word].lower == "her"
      let before = people.filter { $0.words.upperBound <= word }
      var candidate: Int?
      if let used, genders[used] == gender, !isObject {
        candidate = used
      } else if let topic = topics.last(where: { genders[$0.entity] == nil || genders[$0.entity] == gender })
      {
        candidate = topic.entity
      }
      if candidate == nil || before.contains(where: { $0.entity != candidate }) && !isObject {
        // The sentence's own subject comes first, when it is alone.
        let own = Set(before.map(\.entity)).filter { genders[$0] == nil || genders[$0] == gender }
        if own.count == 1, used == nil { candidate = own.first }
      }
      guard let entity = candidate else { continue }
      if genders[entity] == nil { genders[entity] = gender }
      found[word] = entity
      used = used ?? entity
    }
    // The topic of the sentence: its first person, unless it comes late or after a preposition.
    let firstPronoun = found.keys.min()
    if let first = people.first, first.words.lowerBound < (firstPronoun ?? Int.max),
      first.words.lowerBound - sentence.words.lowerBound < 6 || people.count == 1
    {
      topics.append((first.entity, index))
    } else if let firstPronoun, let entity = found[firstPronoun] {
      topics.append((entity, index))
    }
    return found
  }

  /// Forgets everything, as between the turns of an interview.
  mutating func reset() { topics.removeAll() }
}

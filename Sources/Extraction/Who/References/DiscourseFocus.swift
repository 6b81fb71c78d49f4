/// What a text talks about at some point: who was mentioned lately, and how prominently.
///
/// A mention weighs by its part in its clause and loses half its weight with each sentence, after Lappin and Leass, "An algorithm for
/// pronominal anaphora resolution" (1994).
struct DiscourseFocus {
  /// A mention of an entity.
  struct Entry {
    let entity: Int
    /// The word that heads the mention.
    let word: Int
    let sentence: Int
    let weight: Double
  }

  /// The mentions so far, in order.
  private(set) var entries: [Entry] = []

  /// No more mentions are looked at, however long a sentence is.
  private static let longestLook = 60

  /// Notes a mention.
  mutating func add(_ entry: Entry) { entries.append(entry) }

  /// The mentions in focus, the latest first.
  func recent(at sentence: Int, within memory: Int = Calibration.memoryOfFocus) -> [Entry] {
    var found: [Entry] = []
    for entry in entries.suffix(Self.longestLook).reversed() {
      if sentence - entry.sentence > memory { break }
      found.append(entry)
    }
    return found
  }

  /// The entities in focus that pass a test, with what their mentions weigh together; the weightiest first, of equals the latest.
  func ranked(at sentence: Int, where passes: (Entry) -> Bool) -> [(entity: Int, weight: Double)] {
    var ranked: [(entity: Int, weight: Double)] = []
    for entry in recent(at: sentence) where passes(entry) {
      let weight = entry.weight / Double(1 << (sentence - entry.sentence))
      if let index = ranked.firstIndex(where: { $0.entity == entry.entity }) {
        ranked[index].weight += weight
      } else {
        ranked.append((entry.entity, weight))
      }
    }
    return ranked.enumerated().sorted {
      ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset)
    }.map(\.element)
  }
}

extension DiscourseFocus.Entry {
  /// How much a mention weighs by the part that its head plays in the clause.
  static func weight(ofHead word: Int, in words: [Word]) -> Double {
    var word = word
    // What is coordinated plays the same part.
    for _ in 0..<8 where words[word].relation == "conj" && words[word].head >= 0 { word = words[word].head }
    let relation = words[word].relation
    let head = words[word].head
    if relation.hasSuffix("subj") || relation.hasPrefix("nsubj") {
      return head >= 0 && words[head].head < 0 ? Calibration.weightOfMainSubject : Calibration.weightOfSubject
    }
    switch relation {
    case "root", "vocative", "dislocated": return Calibration.weightOfRoot
    case "obj", "iobj": return Calibration.weightOfObject
    case "obl", "obl:agent", "appos": return Calibration.weightOfOblique
    case "nmod:poss": return Calibration.weightOfPossessor
    case "nmod": return Calibration.weightOfModifier
    default: return Calibration.weightOfOther
    }
  }
}

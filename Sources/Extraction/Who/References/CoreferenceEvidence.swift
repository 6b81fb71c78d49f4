/// What the model's coreference says: which entities each thing is, by the names among its mentions.
struct CoreferenceEvidence {
  /// How often a thing is named as each entity, in the order of the text.
  private var votes: [Int: [(entity: Int, count: Int)]] = [:]
  /// The thing of each word that heads a mention.
  private var things: [Int: Int] = [:]
  /// The entities of a thing whose mentions are lists of names ("Turkey and Qatar").
  private var lists: [Int: [Int]] = [:]
  /// The things that are called "he", and those that are called "she".
  private var males: Set<Int> = []
  /// The head of the mention before each mention of the same thing, by head.
  private var earlier: [Int: Int] = [:]
  private var females: Set<Int> = []

  /// - Parameter entityOfWord: the entity of each word of a name, with title; -1 for none.
  init(document: AnnotatedDocument, entityOfWord: [Int]) {
    var last: [Int: Int] = [:]
    for mention in document.mentions {
      if let before = last[mention.thing], before < mention.head { earlier[mention.head] = before }
      last[mention.thing] = mention.head
      if things[mention.head] == nil { things[mention.head] = mention.thing }
      if mention.kind == .pronominal {
        switch Pronoun(document.words[mention.head].lower)?.sort {
        case .he: males.insert(mention.thing)
        case .she: females.insert(mention.thing)
        default: break
        }
        continue
      }
      let entity = entityOfWord[mention.head]
      guard entity >= 0 else { continue }
      var members = [entity]
      for dependent in document.dependents(of: mention.head)
      where document.words[dependent].relation == "conj" && mention.words.contains(dependent) {
        let other = entityOfWord[dependent]
        if other >= 0, !members.contains(other) { members.append(other) }
      }
      if members.count > 1 {
        lists[mention.thing] = members
        continue
      }
      if let index = votes[mention.thing]?.firstIndex(where: { $0.entity == entity }) {
        votes[mention.thing]?[index].count += 1
      } else {
        votes[mention.thing, default: []].append((entity, 1))
      }
    }
  }

  /// The thing that a word is a mention of.
  func thing(ofWord word: Int) -> Int? { things[word] }

  /// The head of the mention before of the same thing.
  func earlierMention(than word: Int) -> Int? { earlier[word] }

  /// The entity that a thing is named as, unless it is named as two as often, or called both "he" and "she".
  func entity(ofThing thing: Int) -> Int? {
    guard let counts = votes[thing], let best = counts.max(by: { $0.count < $1.count }),
      2 * best.count > counts.reduce(0, { $0 + $1.count }),
      !(males.contains(thing) && females.contains(thing))
    else { return nil }
    return best.entity
  }

  /// The entities that a plural mention of a thing stands for.
  func list(ofThing thing: Int) -> [Int] { lists[thing] ?? [] }
}

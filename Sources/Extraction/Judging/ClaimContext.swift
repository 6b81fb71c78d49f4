internal import Claims
internal import Schema

/// What the judge knows of a document beside a claim itself.
struct ClaimContext {
  let document: AnnotatedDocument
  let entities: EntityTable
  let times: DocumentTimes
  /// The relations that the frames read at words of a kind.
  let frames: FrameTable
  /// What the head of relations reads between two words.
  let learned: LearnedPairs
  /// The entity of each word of a name; -1 for none.
  let entityOfWord: [Int]
  /// The sentences in which each entity is named, ascending, with the word.
  let namings: [Int: [Int]]
  /// The thing that each word which heads a mention is a mention of.
  private let thingOfHead: [Int: Int]
  /// The entities that the mentions of each thing are names of.
  private let entitiesOfThing: [Int: Set<Int>]
  /// The last word of each named entity's name, and in how many entities' names each such word stands.
  private let lastWords: [Int: Substring]
  private let countOfWord: [Substring: Int]

  init(
    document: AnnotatedDocument, entities: EntityTable, times: DocumentTimes, frames: FrameTable,
    learned: LearnedPairs
  ) {
    self.document = document
    self.entities = entities
    self.times = times
    self.frames = frames
    self.learned = learned
    var entityOfWord = [Int](repeating: -1, count: document.words.count)
    var namings: [Int: [Int]] = [:]
    for (index, name) in document.names.enumerated() {
      let entity = entities.entityOfName[index]
      for word in name.words { entityOfWord[word] = entity }
      namings[entity, default: []].append(name.words.lowerBound)
    }
    var thingOfHead: [Int: Int] = [:]
    var entitiesOfThing: [Int: Set<Int>] = [:]
    for mention in document.mentions {
      thingOfHead[mention.head] = mention.thing
      if mention.kind != .pronominal, entityOfWord[mention.head] >= 0 {
        entitiesOfThing[mention.thing, default: []].insert(entityOfWord[mention.head])
      }
    }
    var lastWords: [Int: Substring] = [:]
    var countOfWord: [Substring: Int] = [:]
    for entity in namings.keys {
      let parts = entities.entities[entity].name.split(separator: " ")
      if let last = parts.last { lastWords[entity] = last }
      for part in Set(parts) { countOfWord[part, default: 0] += 1 }
    }
    self.lastWords = lastWords
    self.countOfWord = countOfWord
    self.entityOfWord = entityOfWord
    self.namings = namings
    self.thingOfHead = thingOfHead
    self.entitiesOfThing = entitiesOfThing
  }

  /// Whether the model's coreference takes a word for a mention of an entity: 1 yes, -1 for another, 0 where it does not tell.
  func agreement(of word: Int, with entity: Int) -> Float {
    guard let thing = thingOfHead[word], let found = entitiesOfThing[thing], !found.isEmpty else { return 0 }
    return found.contains(entity) ? 1 : -1
  }

  /// How many words before a word an entity is named last, and how many others of its type are named in between.
  func antecedent(of entity: Int, before word: Int) -> (distance: Int, rivals: Int)? {
    guard let known = namings[entity] else { return nil }
    let count = known.partitioningIndex { $0 >= word }
    guard count > 0 else { return nil }
    let start = known[count - 1]
    var others: Set<Int> = []
    let type = entities.entities[entity].type
    for place in max(start, word - Self.longestReach)..<word {
      let other = entityOfWord[place]
      if other >= 0, other != entity, entities.entities[other].type == type { others.insert(other) }
    }
    return (word - start, others.count)
  }

  private static let longestReach = 200

  /// Whether a mention has fewer words than the name of the entity that it is taken for.
  func isShort(_ mention: Range<Int>, for entity: Int) -> Bool {
    entities.entities[entity].name.utf8.count { $0 == UInt8(ascii: " ") } + 1 > mention.count
  }

  /// How many other entities have the last word of an entity's name in theirs.
  func namesakes(of entity: Int) -> Int {
    lastWords[entity].map { max(0, (countOfWord[$0] ?? 1) - 1) } ?? 0
  }

  /// The relations that frames read where a word of this lemma stands.
  func relations(cuedBy word: Int) -> Set<String> {
    let own = document.words[word]
    var found: Set<String> = []
    for kind in [FramePattern.Kind.verb, .noun, .adjective, .title] {
      for index in frames.patterns(kind, lemma: own.lemma, lower: own.lower)
      where frames.patterns[index].confidence > 0 {
        found.insert(frames.patterns[index].relation.name)
      }
    }
    return found
  }
}

/// What the head of relations reads between words, by the words that head its phrases.
struct LearnedPairs {
  private struct Pair: Hashable {
    var subject, object: Int
  }

  private var found: [Pair: [(relation: String, probability: Float)]] = [:]
  /// The relations that the head can read.
  private let relations: Set<String>

  init(relations: Set<String>) { self.relations = relations }

  func knows(_ relation: String) -> Bool { relations.contains(relation) }

  mutating func add(_ relation: String, subject: Int, object: Int, probability: Float) {
    found[Pair(subject: subject, object: object), default: []].append((relation, probability))
  }

  /// The probabilities of a relation between two words, of the same the other way round, and of the likeliest other one.
  func probabilities(_ relation: String, subject: Int, object: Int)
    -> (same: Float, reversed: Float, other: Float)
  {
    var result: (same: Float, reversed: Float, other: Float) = (0, 0, 0)
    for (name, probability) in found[Pair(subject: subject, object: object)] ?? [] {
      if name == relation {
        result.same = max(result.same, probability)
      } else {
        result.other = max(result.other, probability)
      }
    }
    for (name, probability) in found[Pair(subject: object, object: subject)] ?? [] {
      if name == relation {
        result.reversed = max(result.reversed, probability)
      } else {
        result.other = max(result.other, probability)
      }
    }
    return result
  }
}

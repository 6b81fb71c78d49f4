/// Reads pronouns of the third person as the named things that the model's coreference joins them to.
///
/// "I" and "you" are not read: whom they mean is told by the turn, not by a name near them.
struct PronounReader {
  /// The entity that each pronoun stands for, by its word.
  private(set) var entityOfWord: [Int: Int] = [:]

  private enum Sort { case he, she, it, they }

  private static let sorts: [String: Sort] = [
    "he": .he, "him": .he, "himself": .he, "she": .she, "her": .she, "herself": .she, "it": .it,
    "itself": .it, "they": .they,
    "them": .they, "themselves": .they,
  ]

  /// Reads the mentions of a document whose names are known.
  init(document: AnnotatedDocument, entities: EntityTable) {
    var entityOfName: [Int: Int] = [:]
    for (index, name) in document.names.enumerated() {
      for word in name.title.lowerBound..<name.words.upperBound {
        entityOfName[word] = entities.entityOfName[index]
      }
    }
    /// How often a thing is named as each entity, in the order of the text.
    var names: [Int: [(entity: Int, count: Int)]] = [:]
    var pronouns: [(word: Int, thing: Int, sort: Sort)] = []
    var sorts: [Int: Set<Sort>] = [:]
    for mention in document.mentions {
      let head = document.words[mention.head]
      if mention.kind == .pronominal {
        guard let sort = Self.sorts[head.lower] else { continue }
        sorts[mention.thing, default: []].insert(sort)
        // "her boat": a possessive is no party.
        if head.part == .pronoun, !head.relation.hasSuffix(":poss") {
          pronouns.append((mention.head, mention.thing, sort))
        }
      } else if let entity = entityOfName[mention.head] {
        var counts = names[mention.thing] ?? []
        if let index = counts.firstIndex(where: { $0.entity == entity }) {
          counts[index].count += 1
        } else {
          counts.append((entity, 1))
        }
        names[mention.thing] = counts
      }
    }
    for pronoun in pronouns {
      guard let counts = names[pronoun.thing], let best = counts.max(by: { $0.count < $1.count }),
        // What is named as two things as often as not, and what is "he" and "she", was not understood.
        2 * best.count > counts.reduce(0, { $0 + $1.count }),
        !(sorts[pronoun.thing]?.isSuperset(of: [.he, .she]) ?? false),
        Self.fits(pronoun.sort, entities.entities[best.entity].type)
      else { continue }
      entityOfWord[pronoun.word] = best.entity
    }
  }

  private static func fits(_ sort: Sort, _ type: NameType) -> Bool {
    switch sort {
    case .he, .she: type == .person || type == .unknown
    case .it: type != .person && type != .group
    case .they: type == .organization || type == .group
    }
  }
}

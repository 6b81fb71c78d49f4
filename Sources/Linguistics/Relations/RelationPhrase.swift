/// A phrase that may stand in a relation: words of a passage from 0.
struct RelationPhrase: Sendable, Hashable {
  let first: Int
  let last: Int
  /// A label of mention types, or one of the two after them: relative pronoun, adjective.
  let type: Int
  /// A label of mention kinds, or the one after them.
  let kind: Int
  let head: Int
  /// The place in the passage's mentions; nil for what is no mention.
  let mention: Int?
  let isRelativePronoun: Bool
}

/// Finds the phrases of a passage that may stand in a relation, and which two of them are looked at.
struct RelationPhraseFinder: Sendable {
  /// Two heads farther apart are not looked at.
  private static let mostWordsApart = 40

  /// The types: those of mentions, then relative pronouns and adjectives.
  let typeCount: Int
  let kindCount: Int
  let relativePronoun: Int
  let adjective: Int
  private let person, place, organization, time, nominal: Int
  private let isRelativeTag, isRelativeFeatures, isNameLike: [Bool]

  init(labels: ModelLabels) {
    relativePronoun = labels.mentionTypes.count
    adjective = relativePronoun + 1
    typeCount = adjective + 1
    kindCount = labels.mentionKinds.count + 1
    func type(_ name: String) -> Int { labels.mentionTypes.firstIndex(of: name) ?? -1 }
    (person, place, organization, time) = (type("person"), type("place"), type("organization"), type("time"))
    nominal = labels.mentionKinds.firstIndex(of: "nominal") ?? -1
    isRelativeTag = labels.xpos.map { ["WDT", "WP", "WP$", "WRB"].contains($0) }
    isRelativeFeatures = labels.features.map { $0.split(separator: "|").contains("PronType=Rel") }
    isNameLike = labels.upos.map { ["ADJ", "PROPN"].contains($0) }
  }

  /// The phrases, one a head word, in the order of their heads.
  ///
  /// - Parameters:
  ///   - reading: of the passage, with its mentions and name tags.
  ///   - form: the bytes of a word.
  func phrases(_ reading: BatchReader.PassageReading, form: (Int) -> ArraySlice<UInt8>) -> [RelationPhrase] {
    var found = [RelationPhrase?](repeating: nil, count: reading.upos.count)
    let order = reading.mentions.indices.sorted {
      let (a, b) = (reading.mentions[$0], reading.mentions[$1])
      return (a.first, -a.last, $0) < (b.first, -b.last, $1)
    }
    for index in order {
      let span = reading.mentions[index]
      // Of those with one head the longer ones are coordinations.
      if let known = found[span.head], known.last - known.first <= span.last - span.first { continue }
      found[span.head] = RelationPhrase(
        first: span.first, last: span.last, type: Int(span.type), kind: Int(span.kind), head: span.head,
        mention: index, isRelativePronoun: false)
    }
    // A year inside a date says no more than the date.
    let times = found.compactMap { $0 }.filter { $0.type == time }
    for inner in times
    where times.contains(where: { $0 != inner && $0.first <= inner.first && inner.last <= $0.last }) {
      found[inner.head] = nil
    }
    for word in found.indices where found[word] == nil {
      let type: Int
      if isRelativeTag[Int(reading.xpos[word])] && isRelativeFeatures[Int(reading.features[word])] {
        type = relativePronoun
      } else if isNameLike[Int(reading.upos[word])] && reading.nameTags[word] == 0
        && isCapitalised(form(word))
      {
        type = adjective
      } else {
        continue
      }
      found[word] = RelationPhrase(
        first: word, last: word, type: type, kind: kindCount - 1, head: word, mention: nil,
        isRelativePronoun: type == relativePronoun)
    }
    return found.compactMap { $0 }
  }

  /// Whether a word starts with a capital of ASCII and has three characters or more.
  private func isCapitalised(_ word: ArraySlice<UInt8>) -> Bool {
    guard let first = word.first, UInt8(ascii: "A")...UInt8(ascii: "Z") ~= first else { return false }
    return word.count { $0 & 0xC0 != 0x80 } > 2
  }

  /// The pairs that are looked at, as places in the list of phrases: subject and object.
  ///
  /// There are at most as many as words times the words within reach.
  func pairs(_ phrases: [RelationPhrase]) -> [(subject: Int, object: Int)] {
    var result: [(subject: Int, object: Int)] = []
    var start = 0
    for (subject, phrase) in phrases.enumerated() {
      while phrase.head - phrases[start].head > Self.mostWordsApart { start += 1 }
      for object in phrases[start...].indices where object != subject {
        if phrases[object].head - phrase.head > Self.mostWordsApart { break }
        if mayRelate(phrase, phrases[object]) { result.append((subject, object)) }
      }
    }
    return result
  }

  private func mayRelate(_ subject: RelationPhrase, _ object: RelationPhrase) -> Bool {
    let isSubject =
      isParty(subject) || subject.type != time && subject.type != adjective && subject.kind != nominal
    let isObject =
      isParty(object) || object.type == time || object.type == adjective || object.kind != nominal
    if !isSubject || !isObject { return false }
    if subject.type == relativePronoun && object.type == relativePronoun { return false }
    if subject.kind == nominal && object.kind == nominal && object.type != time { return false }
    return object.type != adjective || subject.type != place && subject.kind != nominal
  }

  private func isParty(_ phrase: RelationPhrase) -> Bool {
    [person, place, organization, relativePronoun].contains(phrase.type)
  }
}

internal import Linguistics

/// The people who speak in a document of turns, by their labels.
struct Speakers {
  /// The entity of each name that the layout gives as a speaker's.
  private var entityOfGivenName: [String: Int] = [:]
  /// The entity of each turn's speaker.
  private var entityOfTurn: [Int: Int] = [:]
  /// All entities that speak.
  private var all: [Int] = []

  init(document: AnnotatedDocument, entities: inout EntityTable, lexicon: Lexicon) {
    guard document.sentences.contains(where: { $0.speaker != nil || $0.givenSpeaker != nil }) else { return }
    var entityOfLabel: [String: Int] = [:]
    // A surname that two people share tells of neither.
    for (index, entity) in entities.entities.enumerated()
    where entity.type == .person || entity.type == .unknown {
      for name in [entity.name] + entity.aliases {
        let key = AliasList.key(name)
        for form in [key, key.split(separator: " ").last.map(String.init) ?? key] {
          entityOfLabel[form] = entityOfLabel[form].map { $0 == index ? index : -1 } ?? index
        }
      }
    }
    for sentence in document.sentences {
      if let name = sentence.givenSpeaker, entityOfGivenName[name] == nil {
        let known = entityOfLabel[AliasList.key(name)] ?? -1
        entityOfGivenName[name] = known >= 0 ? known : entities.entity(named: name, type: .person)
      }
      guard let label = sentence.speaker, let turn = sentence.turn, entityOfTurn[turn] == nil else {
        continue
      }
      let text = document.text.string(label)
      let key = AliasList.key(text)
      guard key.utf8.count > 2,
        !key.split(separator: " ").contains(where: { WordList.speakerRole.contains(String($0)) })
      else { continue }
      var entity = entityOfLabel[key] ?? -1
      if entity < 0, let last = key.split(separator: " ").last { entity = entityOfLabel[String(last)] ?? -1 }
      if entity < 0 { entity = entities.entity(named: text, type: .person) }
      entityOfTurn[turn] = entity
      if !all.contains(entity) { all.append(entity) }
    }
  }

  /// Whom "I", "we" and "you" mean in a turn: its speaker, and the other one where two people talk.
  func entity(of sort: Pronoun.Sort, in sentence: Sentence) -> Int? {
    guard let turn = sentence.turn, let speaker = entityOfTurn[turn] else {
      return sort == .addressee ? nil : sentence.givenSpeaker.flatMap { entityOfGivenName[$0] }
    }
    if sort != .addressee { return speaker }
    guard all.count == 2 else { return nil }
    return all.first { $0 != speaker }
  }
}

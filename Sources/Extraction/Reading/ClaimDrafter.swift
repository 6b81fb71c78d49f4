internal import Claims

/// Tells how a sentence means its statements, and drafts claims of them: with polarity, modality, source, time and place.
struct ClaimDrafter {
  private let cast: Cast
  private let times: DocumentTimes
  private let clauses: ClauseTable
  private let sentence: Int
  private var document: AnnotatedDocument { cast.document }

  init(cast: CastDocument, clauses: ClauseTable, sentence: Int) {
    self.cast = cast.cast
    times = cast.times
    self.clauses = clauses
    self.sentence = sentence
  }

  /// A statement with how its sentence means it.
  func meant(_ statement: Statement) -> MeantStatement {
    let stated = clauses.factuality.factuality(
      of: statement.predicate, arguments: [statement.subject.head, statement.object.head])
    return MeantStatement(statement: statement, facts: statement.isPresupposed ? stated.presupposed : stated)
  }

  /// The draft of a claim.
  func draft(of meant: MeantStatement) -> ClaimDraft {
    let statement = meant.statement
    return ClaimDraft(
      layer: statement.layer, method: statement.method, subject: statement.subject,
      relation: statement.relation, isSymmetric: statement.isSymmetric, object: statement.object,
      phrase: statement.phrase, facts: meant.facts, attribution: source(of: meant.facts),
      place: statement.match.flatMap(place), time: time(of: statement), sentence: sentence,
      confidence: statement.confidence, proposal: statement.proposal, isKept: statement.isKept)
  }

  /// The party that the sentence names as the source.
  private func source(of facts: Factuality) -> PartyReading? {
    guard let word = facts.attribution else { return nil }
    return cast.parties(at: word).first.map(cast.acting)
  }

  /// The time a statement is told of, where that is not what it is about anyway.
  private func time(of statement: Statement) -> Claim.Time? {
    guard let time = times.time(of: statement.trigger, in: sentence, isEvent: statement.isEvent),
      time.value != nil || time.kind == .date, !time.words.overlaps(statement.object.mention)
    else { return nil }
    return Claim.Time(text: document.surface(time.words), value: time.value)
  }

  // MARK: Place

  private static let placePrepositions = [English.in, English.at, English.near, English.on]

  /// Where it happened: the place behind a preposition of the predicate that is none of its ends.
  private func place(of match: FrameMatch) -> PartyReading? {
    guard match.pattern.kind == .verb || match.pattern.kind == .noun else { return nil }
    let found = clauses.arguments(of: match.trigger)
    for word in Self.placePrepositions.flatMap({ found[$0] }) {
      if let party = place(at: word, of: match) { return party }
      // "killed in a raid in Norway": where the raid was.
      guard let party = cast.parties(at: word).first, party.type == .event, !party.isNamed else { continue }
      for inner in Self.placePrepositions.flatMap({ clauses.arguments(of: word)[$0] }) {
        if let party = place(at: inner, of: match) { return party }
      }
    }
    // "met Anna Berg in Oslo": what the tree hangs on a person's name is said of the verb.
    guard match.pattern.kind == .verb, match.object.type == .person, match.object.isNamed else { return nil }
    for word in clauses.arguments(of: match.object.head)[English.in] {
      if let party = place(at: word, of: match) { return party }
    }
    return nil
  }

  private func place(at word: Int, of match: FrameMatch) -> PartyReading? {
    guard let party = cast.parties(at: word).first, party.type == .place, party.isNamed,
      party.entity != match.subject.entity, party.entity != match.object.entity
    else { return nil }
    return party
  }
}

internal import Claims
internal import Schema

/// What a frame reads in a sentence.
struct FrameMatch {
  var pattern: FramePattern
  /// The word that states the relation.
  var trigger: Int
  var subject: PartyReading
  var object: PartyReading
  /// How well it fits, from 0 to 1.
  var confidence: Double
  var source: Claim.Origin.Source = .frame
  /// The ways of the pattern that led to the two ends.
  var subjectWay: FramePattern.Path = []
  var objectWay: FramePattern.Path = []
}

/// Finds what the frames read in a sentence.
struct FrameMatcher {
  let document: AnnotatedDocument
  let frames: FrameTable
  let clauses: ClauseTable
  let cast: Cast
  /// Where somebody asks what was considered.
  let trace: ReadingTrace?
  var words: [Word] { document.words }

  private static let mostPairs = 64

  init(
    document: AnnotatedDocument, frames: FrameTable, clauses: ClauseTable, cast: Cast,
    trace: ReadingTrace? = nil
  ) {
    self.cast = cast
    self.trace = trace
    self.document = document
    self.frames = frames
    self.clauses = clauses
  }

  /// The matches in the order of their triggers.
  func matches(in sentence: Sentence) -> [FrameMatch] {
    var result: [FrameMatch] = []
    for word in sentence.words where !words[word].shape.contains(.punctuation) {
      let found = matches(at: word)
      if !found.isEmpty { result += best(of: found) }
    }
    return result
  }

  private func matches(at word: Int) -> [FrameMatch] {
    var result: [FrameMatch] = []
    for kind in kinds(of: word) {
      var found =
        kind == .name ? [] : frames.patterns(kind, lemma: words[word].lemma, lower: words[word].lower)
      if kind == .name || words[word].part == .noun { found += frames.patterns(kind) }
      for index in found {
        result += matches(of: frames.patterns[index], at: word)
      }
    }
    return result
  }

  private func kinds(of word: Int) -> [FramePattern.Kind] {
    let name = cast.nameOfWord[word]
    let part = words[word].part
    if name >= 0 {
      let range = document.names[name].words
      if range.contains(words[word].head) { return [] }
      // "the Foreign Ministry of Norway": a name whose head is a common word.
      return range.count > 1 && document.names[name].type != .person ? [.name, .noun] : [.name]
    }
    if cast.phrases.isTitle(word) { return [.title, .noun] }
    switch part {
    case .verb: return words[word].relation == "amod" ? [.verb, .adjective] : [.verb]
    case .adjective: return words[word].verbForm == .participle ? [.adjective, .verb] : [.adjective]
    case .noun, .properNoun: return [.noun]
    case .auxiliary, .adverb, .adposition: return [.adjective]
    default: return []
    }
  }

  private func hasCompanions(_ pattern: FramePattern, at word: Int) -> Bool {
    pattern.companions.allSatisfy { companion in
      document.dependents(of: word).contains { words[$0].isForm(of: companion) }
    }
  }

  /// Whether a pattern is in force, and its companions and conditions stand at a word.
  func mayMatch(_ pattern: FramePattern, at word: Int) -> Bool {
    pattern.confidence > 0 && hasCompanions(pattern, at: word)
      && failedCondition(of: pattern, at: word) == nil
  }

  /// The first condition of a pattern that does not hold at a word.
  private func failedCondition(of pattern: FramePattern, at word: Int)
    -> FramePattern.Condition?
  {
    for condition in pattern.conditions {
      let targets = condition.paths.flatMap { self.targets(of: $0, at: word) }
        .flatMap { cast.members(of: $0) }
      let holds =
        condition.lemmas.isEmpty
        ? !targets.isEmpty
        : targets.contains {
          condition.lemmas.contains(words[$0].lemma) || condition.lemmas.contains(words[$0].lower)
        }
      if holds == condition.isForbidden { return condition }
    }
    return nil
  }

  private func matches(of pattern: FramePattern, at word: Int) -> [FrameMatch] {
    guard pattern.confidence > 0, hasCompanions(pattern, at: word) else { return [] }
    if let condition = failedCondition(of: pattern, at: word) {
      drop(pattern, at: word, .condition, detail: condition.text)
      return []
    }
    let subjects = ends(pattern.subject, isAgent: true, of: pattern, at: word)
    if subjects.isEmpty {
      drop(pattern, at: word, .noSubject)
      return []
    }
    let objects = ends(pattern.object, isAgent: false, of: pattern, at: word)
    if objects.isEmpty { drop(pattern, at: word, .noObject, subjects.first?.party) }
    var result: [FrameMatch] = []
    for (number, subject) in subjects.enumerated() {
      for (other, object) in objects.enumerated() {
        if result.count >= Self.mostPairs { return result }
        // In a relation that reads both ways a list is paired with itself once.
        let isTurned = subject.word == object.word && pattern.relation.isSymmetric && other <= number
        if let match = match(of: pattern, at: word, subject, object, isTurned: isTurned) {
          result.append(match)
        }
      }
    }
    return result
  }

  /// What a pattern reads between two ends; nil where they may not stand together.
  private func match(
    of pattern: FramePattern, at word: Int, _ subject: End, _ object: End, isTurned: Bool
  ) -> FrameMatch? {
    guard let (first, second) = cast.distinct(subject.party, object.party), !Self.isSame(first, second) else {
      drop(pattern, at: word, .sameEnds, subject.party, object.party)
      return nil
    }
    // "A and B met": a list in one role is paired with itself once.
    if subject.party.head == object.party.head, subject.party.mention == object.party.mention,
      subject.party.entity == object.party.entity
    {
      return nil
    }
    if pattern.object.paths == [["term"]] {
      // "the president, commander of the army": of which one is said to be the other is not told.
      if !subject.party.isNamed, !subject.party.isReference, cast.phrases.isPerson(subject.party.head) {
        drop(pattern, at: word, .sameEnds, subject.party, object.party)
        return nil
      }
      if pattern.isOpen, !isOneOfKind(subject, noun: word) { return nil }
    }
    if isTurned { return nil }
    var confidence = pattern.confidence * subject.fit * object.fit
    if !subject.party.isNamed && !object.party.isNamed { confidence *= Calibration.shareOfNameless }
    if confidence < Calibration.leastConfidence {
      drop(pattern, at: word, .unfit, first, second)
      return nil
    }
    return FrameMatch(
      pattern: pattern, trigger: word, subject: first, object: second, confidence: confidence,
      subjectWay: subject.way, objectWay: object.way)
  }

  /// Notes that a pattern was tried and read nothing.
  private func drop(
    _ pattern: FramePattern, at word: Int, _ reason: DroppedReading.Reason, _ subject: PartyReading? = nil,
    _ object: PartyReading? = nil, detail: String? = nil
  ) {
    // Every name of every sentence is tried with these.
    guard let trace, pattern.kind != .name || object != nil else { return }
    trace.drop(
      pattern.relation.name, reason, detail: detail, by: Proposal(pattern, at: word), subject: subject,
      object: object)
  }

  private static func isSame(_ left: PartyReading, _ right: PartyReading) -> Bool {
    if let entity = left.entity { return entity == right.entity }
    return left.mention == right.mention || right.entity == nil && left.name == right.name
  }

  /// Whether a thing can be what a noun says: of the noun's type, and one of several where the noun only gives it as an example.
  private func isOneOfKind(_ thing: End, noun: Int) -> Bool {
    if !clauses.identities(of: noun).contains(thing.word) {
      return words[noun].lower != words[noun].lemma
    }
    // "the soap opera Eldorado": what the model takes a work's name for says little.
    if noun + 1 == thing.party.mention.lowerBound, thing.party.isNamed { return true }
    guard let kind = cast.phrases.kindOfThing(at: noun), let type = thing.party.type else { return false }
    switch type {
    case .person, .group: return kind == .person || kind == .group
    case .place: return kind == .place
    case .organization: return kind != .place && kind != .event && kind != .concept
    default: return kind == .event || kind == .object || kind == .concept
    }
  }

  // MARK: Choice

  /// Of patterns that read the same two phrases, those of the highest priority and fit.
  private func best(of matches: [FrameMatch]) -> [FrameMatch] {
    matches.enumerated().filter { index, match in
      if match.pattern.isAdditional { return true }
      let rival = matches.enumerated().first { other, rival in
        other != index && !rival.pattern.isAdditional && Self.compete(match, rival)
          && Self.isBetter(rival, other, than: match, index)
      }
      guard let rival else { return true }
      trace?.drop(
        match.pattern.relation.name, .rival,
        detail: "\(rival.element.pattern.relation.name) by \(rival.element.pattern.place)",
        by: Proposal(match), subject: match.subject, object: match.object)
      return false
    }.map(\.element)
  }

  private static func compete(_ left: FrameMatch, _ right: FrameMatch) -> Bool {
    left.subject.mention == right.subject.mention && left.object.mention == right.object.mention
      && left.subject.entity == right.subject.entity && left.object.entity == right.object.entity
      || left.subject.mention == right.object.mention && left.object.mention == right.subject.mention
  }

  private static func isBetter(_ left: FrameMatch, _ index: Int, than right: FrameMatch, _ other: Int) -> Bool
  {
    if left.pattern.priority != right.pattern.priority {
      return left.pattern.priority > right.pattern.priority
    }
    if left.confidence != right.confidence { return left.confidence > right.confidence }
    return index < other
  }
}

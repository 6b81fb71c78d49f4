internal import Claims

/// Where a frame matches a sentence.
struct FrameMatch {
  var frame: Frame
  var subject: Int
  var object: Int
  /// The words of the anchor, or of the verb it is.
  var anchor: Int
  /// The first and last words that the pattern's own steps cover.
  var words: Range<Int>
  /// The verb of the pattern, if it has one.
  var verb: VerbGroup?

  /// It has no verb and sets its ends side by side.
  var isApposition: Bool {
    if verb != nil { return false }
    return frame.steps.contains { step in
      switch step {
      case .word(let forms, _): forms.contains(",") || forms.contains("(")
      default: false
      }
    } || frame.steps.count == 2
  }
}

/// Matches frames against a sentence, from the anchor outwards.
struct FrameMatcher {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  let reader: ClauseReader
  let frames: FrameFile
  private var words: [Word] { document.words }
  private var table: PhraseTable { reader.table }
  private var sentence: Range<Int> { reader.sentence.words }

  /// The steps that one anchor may take in all: what keeps odd sentences from being tried in every way.
  private static let budget = 400

  private struct State {
    var subject: Int?
    var object: Int?
    var verb: VerbGroup?
    var literal: Range<Int>
    var budget = FrameMatcher.budget
  }

  func matches() -> [FrameMatch] {
    var matches: [FrameMatch] = []
    for index in sentence {
      let word = words[index]
      var candidates = frames.framesOfWord[word.lemma] ?? []
      if word.lower != word.lemma { candidates += frames.framesOfWord[word.lower] ?? [] }
      for candidate in candidates {
        if let match = match(frames.frames[candidate], at: index) { matches.append(match) }
      }
    }
    if frames.phraseFrames.isEmpty { return matches }
    for (index, phrase) in table.phrases.enumerated() where phrase.type == .concept || phrase.type == .role {
      for frame in frames.phraseFrames {
        guard case .slot(let isSubject, let types, _) = frame.steps[frame.anchor], fits(index, types: types)
        else { continue }
        var state = State(literal: phrase.mention)
        if isSubject { state.subject = index } else { state.object = index }
        guard forward(frame, step: frame.anchor + 1, at: phrase.words.upperBound, state: &state) != nil,
          backward(frame, step: frame.anchor - 1, at: phrase.words.lowerBound, state: &state) != nil,
          let subject = state.subject, let object = state.object, subject != object
        else { continue }
        matches.append(
          FrameMatch(
            frame: frame, subject: subject, object: object, anchor: phrase.words.lowerBound,
            words: phrase.mention))
      }
    }
    return matches
  }

  private func match(_ frame: Frame, at index: Int) -> FrameMatch? {
    var state = State(literal: index..<index + 1)
    var left = index
    if case .verb(_, let isPassive) = frame.steps[frame.anchor] {
      guard let group = reader.groups[index], group.isPassive == isPassive else { return nil }
      state.verb = group
      left = group.words.lowerBound
      state.literal = group.words
    } else if table.named.contains(index) {
      return nil
    }
    guard forward(frame, step: frame.anchor + 1, at: index + 1, state: &state) != nil,
      backward(frame, step: frame.anchor - 1, at: left, state: &state) != nil
    else { return nil }
    guard let subject = state.subject, let object = state.object, subject != object else { return nil }
    let match = FrameMatch(
      frame: frame, subject: subject, object: object, anchor: index, words: state.literal, verb: state.verb)
    return match.isApposition && isAmbiguous(match) ? nil : match
  }

  private func forward(_ frame: Frame, step: Int, at position: Int, state: inout State) -> Int? {
    guard step < frame.steps.count else { return position }
    state.budget -= 1
    guard state.budget > 0, position < sentence.upperBound else {
      return frame.steps[step...].allSatisfy(Self.isOptional) ? position : nil
    }
    switch frame.steps[step] {
    case .word(let forms, let isOptional):
      if forms.contains(words[position].lemma) || forms.contains(words[position].lower) {
        var next = state
        next.literal = state.literal.lowerBound..<position + 1
        if let end = forward(frame, step: step + 1, at: position + 1, state: &next) {
          state = next
          return end
        }
        state.budget = next.budget
      }
      if isOptional { return forward(frame, step: step + 1, at: position, state: &state) }
      if isSkippable(position) { return forward(frame, step: step, at: position + 1, state: &state) }
      return nil
    case .verb(let lemmas, let isPassive):
      // The verb group may begin with auxiliaries.
      for head in position..<min(sentence.upperBound, position + 6) {
        guard let group = reader.groups[head], group.isPassive == isPassive,
          lemmas.contains(words[head].lemma)
        else { continue }
        guard group.words.lowerBound <= position else { return nil }
        if state.verb == nil { state.verb = group }
        state.literal = state.literal.lowerBound..<head + 1
        return forward(frame, step: step + 1, at: head + 1, state: &state)
      }
      return nil
    case .gap, .longGap:
      let isLong = frame.steps[step].isLongGap
      for length in 0...(isLong ? 20 : 4) {
        if length > 0 {
          let word = position + length - 1
          guard word < sentence.upperBound, isLong ? isSameClause(word) : isFiller(word) else { return nil }
        }
        var next = state
        if let end = forward(frame, step: step + 1, at: position + length, state: &next) {
          state = next
          return end
        }
        state.budget = next.budget
      }
      return nil
    case .slot(let isSubject, let types, let isStrict):
      for phrase in table.starting(at: position) where fits(phrase, types: types, isStrict: isStrict) {
        let range = table.phrases[phrase].words
        guard closes(range.upperBound, before: step + 1 < frame.steps.count ? frame.steps[step + 1] : nil)
        else { continue }
        var next = state
        if isSubject { next.subject = phrase } else { next.object = phrase }
        if let end = forward(frame, step: step + 1, at: range.upperBound, state: &next) {
          state = next
          return end
        }
        state.budget = next.budget
      }
      if isSkippable(position) { return forward(frame, step: step, at: position + 1, state: &state) }
      return nil
    }
  }

  private func backward(_ frame: Frame, step: Int, at position: Int, state: inout State) -> Int? {
    guard step >= 0 else { return position }
    state.budget -= 1
    guard state.budget > 0 else { return nil }
    if case .slot(let isSubject, let types, let isStrict) = frame.steps[step],
      case .verb = frame.steps[step + 1], step == 0,
      let verb = state.verb
    {
      let candidates = reader.subjects(of: verb)
      var found = candidates.first { fits($0, types: types, isStrict: isStrict) }
      if found == nil, verb.isPassive, verb.words.count == 1 {
        // "X, founded by Y": a bare participle after its noun.
        let end =
          verb.words.lowerBound > sentence.lowerBound && words[verb.words.lowerBound - 1].lower == ","
          ? verb.words.lowerBound - 1 : verb.words.lowerBound
        found = table.ending(at: end).first { fits($0, types: types, isStrict: isStrict) }
      }
      guard let found else { return nil }
      if isSubject { state.subject = found } else { state.object = found }
      return position
    }
    guard position > sentence.lowerBound else {
      return frame.steps[...step].allSatisfy(Self.isOptional) ? position : nil
    }
    switch frame.steps[step] {
    case .word(let forms, let isOptional):
      if forms.contains(words[position - 1].lemma) || forms.contains(words[position - 1].lower) {
        var next = state
        next.literal = position - 1..<state.literal.upperBound
        if let start = backward(frame, step: step - 1, at: position - 1, state: &next) {
          state = next
          return start
        }
        state.budget = next.budget
      }
      return isOptional ? backward(frame, step: step - 1, at: position, state: &state) : nil
    case .verb(let lemmas, let isPassive):
      guard let group = reader.groups[position - 1], group.isPassive == isPassive,
        lemmas.contains(words[position - 1].lemma)
      else {
        return nil
      }
      state.verb = group
      state.literal = group.words.lowerBound..<state.literal.upperBound
      return backward(frame, step: step - 1, at: group.words.lowerBound, state: &state)
    case .gap, .longGap:
      let isLong = frame.steps[step].isLongGap
      for length in 0...(isLong ? 20 : 4) {
        if length > 0 {
          let word = position - length
          guard word >= sentence.lowerBound, isLong ? isSameClause(word) : isFiller(word) else { return nil }
        }
        var next = state
        if let start = backward(frame, step: step - 1, at: position - length, state: &next) {
          state = next
          return start
        }
        state.budget = next.budget
      }
      return nil
    case .slot(let isSubject, let types, let isStrict):
      for phrase in table.ending(at: position) where fits(phrase, types: types, isStrict: isStrict) {
        let range = table.phrases[phrase].words
        var next = state
        if isSubject { next.subject = phrase } else { next.object = phrase }
        if let start = backward(frame, step: step - 1, at: range.lowerBound, state: &next) {
          state = next
          return start
        }
        state.budget = next.budget
      }
      return nil
    }
  }

  /// "the west of Afghanistan, a province": the apposition may belong to what stands before "of".
  private func isAmbiguous(_ match: FrameMatch) -> Bool {
    let first = table.phrases[match.subject].words.lowerBound < table.phrases[match.object].words.lowerBound
    let phrase = table.phrases[first ? match.subject : match.object]
    let start = phrase.words.lowerBound
    return start > sentence.lowerBound && words[start - 1].lower == "of" && phrase.type != .person
      && start < match.words.lowerBound
  }

  private static func isOptional(_ step: Frame.Step) -> Bool {
    if case .word(_, let isOptional) = step { return isOptional }
    return false
  }

  private func isSkippable(_ index: Int) -> Bool {
    words[index].isAdverb && !table.named.contains(index)
      && !["not", "n't", "never"].contains(words[index].lower)
  }

  /// Whether the word at the index may be skipped by "...": nothing that starts another clause.
  private func isSameClause(_ index: Int) -> Bool {
    let word = words[index]
    if word.lower == "," {
      return index + 1 < sentence.upperBound
        && ["including", "mostly", "mainly", "especially", "particularly"].contains(words[index + 1].lower)
    }
    if word.shape.contains(.punctuation) {
      return word.lower == "\"" || word.lower == "(" || word.lower == ")"
    }
    if let group = reader.groups[index], group.form == .finite { return false }
    return !["who", "which", "that", "but", "if", "because", "when", "where", "while", "not", "without"]
      .contains(word.lower)
  }

  private func isFiller(_ index: Int) -> Bool {
    let word = words[index]
    if word.shape.contains(.punctuation) || table.named.contains(index) { return false }
    if let group = reader.groups[index], group.form != .gerund { return false }
    return ![
      "who", "which", "that", "and", "or", "but", "if", "of", "to", "than", "because", "when", "where",
      "while", "not", "no",
      "by", "'s", "'", "vice", "deputy", "assistant", "associate",
    ].contains(word.lower) && word.lemma != "be"
  }

  private func fits(_ index: Int, types: Set<String>, isStrict: Bool = false) -> Bool {
    let phrase = table.phrases[index]
    if case .list(let members) = phrase.meaning {
      return members.allSatisfy { fits($0, types: types, isStrict: isStrict) }
    }
    guard let type = phrase.type else {
      if isStrict { return false }
      // A name of no known type may be anything that has a name.
      return types.isEmpty || !types.isDisjoint(with: ["person", "organization", "group", "place"])
    }
    if types.isEmpty {
      return ["person", "organization", "group", "place", "event", "object"].contains(type.rawValue)
    }
    if type == .concept, types.contains(phrase.isProfession ? "profession" : "kind") { return true }
    return types.contains(type.rawValue)
  }

  /// Whether a phrase can end there: a noun or a possessive after it would make it part of a longer one.
  private func closes(_ end: Int, before step: Frame.Step?) -> Bool {
    guard end < sentence.upperBound else { return true }
    let word = words[end]
    if case .word = step { return true }
    if word.lower == "'s" || word.lower == "'" { return false }
    // "U.S.-led"
    if ["-", "/"].contains(word.lower), !word.shape.contains(.spaceBefore) { return false }
    if word.shape.contains(.punctuation) || word.shape.contains(.number) || table.named.contains(end) {
      return true
    }
    if lexicon.holds("role", word.lower) || lexicon.holds("profession", word.lower) { return true }
    // An adjective goes on the phrase with the noun after it ("Norway trade deal"); "a province adjacent to it" is closed.
    var next = end
    while next < sentence.upperBound, words[next].part == .adjective { next += 1 }
    return next >= sentence.upperBound || words[next].part != .noun && words[next].part != .properNoun
  }
}

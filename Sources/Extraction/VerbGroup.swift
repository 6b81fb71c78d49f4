internal import Claims
internal import Linguistics

/// A verb with its auxiliaries, adverbs and negation.
struct VerbGroup {
  /// How the verb stands in its sentence.
  enum Form {
    case finite
    /// After "to", with no word that tells whether it happens.
    case infinitive
    /// After a preposition or a noun.
    case gerund
  }

  /// From the first auxiliary to the verb; indices into the document's words.
  var words: Range<Int>
  /// The index of the verb itself.
  var head: Int
  var isPassive: Bool
  var form: Form
  var isNegative: Bool
  var modality: Claim.Modality
  var tense: Claim.Tense?
  /// The words between an object that the verb shares with the verb above ("expects X to deter").
  var raisedObject: Int?
}

/// Finds the verb groups of a sentence.
struct VerbGroupFinder {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  let sentence: Sentence
  let table: PhraseTable
  private var words: [Word] { document.words }
  private var first: Int { sentence.words.lowerBound }

  private static let being: Set<String> = ["be", "'re", "'m"]
  private static let modals: [String: Claim.Modality] = [
    "may": .possible, "might": .possible, "could": .possible, "can": .possible, "ca": .possible,
    "would": .hypothetical,
    "should": .hypothetical, "must": .hypothetical, "ought": .hypothetical, "'d": .hypothetical,
    "will": .future,
    "wo": .future, "shall": .future, "'ll": .future,
  ]
  private static let refusing: Set<String> = ["refuse", "decline", "fail", "deny", "unable", "reject"]
  private static let planning: Set<String> = [
    "plan", "intend", "want", "expect", "hope", "agree", "decide", "ready", "prepare", "prepared", "vow",
    "promise", "offer",
    "threaten", "propose", "aim", "seek", "try", "attempt", "set", "due", "pledge", "willing", "going", "go",
    "wish", "ask",
    "likely", "need", "have", "about",
  ]
  private static let happening: Set<String> = [
    "begin", "start", "continue", "manage", "come", "help", "proceed",
  ]
  private static let seeming: Set<String> = [
    "seem", "appear", "believe", "think", "suspect", "report", "say", "allege", "know",
  ]

  /// The groups by the index of their verb.
  func groups() -> [Int: VerbGroup] {
    var groups: [Int: VerbGroup] = [:]
    for index in sentence.words {
      if table.named.contains(index) || words[index].shape.contains(.punctuation) { continue }
      let lemma = words[index].lemma
      guard lexicon.holds("verb", lemma) || lemma == "be" else { continue }
      if let group = group(at: index) { groups[index] = group }
    }
    return groups
  }

  private func isAdverb(_ index: Int) -> Bool {
    let lower = words[index].lower
    return lexicon.holds("adverb", lower)
      || lower.hasSuffix("ly") && lower.utf8.count > 4 && !table.named.contains(index)
      || lower == "n't"
  }

  private func group(at head: Int) -> VerbGroup? {
    let lower = words[head].lower
    var start = head
    var isNegative = false
    var modality = Claim.Modality.certain
    var hasBe = false
    var hasHave = false
    var hasDo = false
    var hasTo = false
    var hasModal = false
    var tense: Claim.Tense?
    while start > first, head - start < 10 {
      let word = words[start - 1]
      if isAdverb(start - 1) {
        if ["not", "n't", "never", "hardly", "barely"].contains(word.lower) { isNegative = true }
        if ["reportedly", "allegedly", "probably", "possibly", "apparently", "perhaps", "maybe"].contains(
          word.lower)
        {
          modality = .possible
        }
      } else if let modal = Self.modals[word.lower] {
        if modality == .certain || modal == .hypothetical { modality = modal }
        hasModal = true
        if modal == .future { tense = .future }
      } else if word.lemma == "be" || Self.being.contains(word.lower) {
        if hasBe && hasHave { break }
        hasBe = true
        if tense == nil {
          tense =
            ["was", "were"].contains(word.lower)
            ? .past : ["is", "are"].contains(word.lower) ? .present : nil
        }
      } else if word.lemma == "have" || word.lower == "'ve" {
        hasHave = true
        tense = .past
      } else if word.lemma == "do" {
        hasDo = true
        tense = word.lower == "did" ? .past : .present
      } else if word.lower == "to" {
        hasTo = true
        start -= 1
        break
      } else {
        break
      }
      start -= 1
    }
    // Leading adverbs belong to the group only after an auxiliary; harmless otherwise.
    let isGerund = lower.hasSuffix("ing")
    let isParticiple = lower.hasSuffix("ed") || lexicon.isIrregularParticiple(lower)
    let before = start > first ? words[start - 1] : nil
    var form = VerbGroup.Form.finite
    var isPassive = false
    if words[head].lemma == "be", lower != "be", lower != "been", lower != "being" {
      if tense == nil { tense = ["was", "were"].contains(lower) ? .past : .present }
    } else if isGerund {
      // "has been operating": it goes on.
      if hasBe, hasHave, words[start].lower != "had" { tense = .present }
      if !hasBe { form = .gerund }
    } else if isParticiple {
      isPassive = hasBe
      let isPlain = !hasBe && !hasHave && !hasModal && !hasDo
      if isPlain {
        if head + 1 < sentence.words.upperBound, words[head + 1].lower == "by" { isPassive = true }
        if let before, isDeterminer(before.lower) { return nil }
        tense = .past
      }
    } else if !hasModal, !hasDo, !hasTo {
      if hasBe || hasHave { return nil }
      let isPast = lexicon.isIrregularForm(lower) && !lower.hasSuffix("s")
      if !isPast, !canPrecedePresent(before, at: start, head: head) { return nil }
      tense = isPast ? .past : .present
    }
    if hasTo { form = .infinitive }
    var result = VerbGroup(
      words: start..<head + 1, head: head, isPassive: isPassive, form: form, isNegative: isNegative,
      modality: modality,
      tense: tense)
    if form == .infinitive { govern(&result) }
    if form == .gerund { governGerund(&result) }
    return result
  }

  private func isDeterminer(_ lower: String) -> Bool {
    [
      "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "'s",
      "no", "of", "in",
    ]
    .contains(lower)
  }

  /// Whether a base or -s form after that word can be a verb: after a noun phrase, a pronoun, "who", "and".
  private func canPrecedePresent(_ before: Word?, at start: Int, head: Int) -> Bool {
    guard let before else { return false }
    if ["i", "you", "he", "she", "it", "we", "they", "who", "which", "that", "and", "but", "\"", ")", ","]
      .contains(before.lower)
    {
      return true
    }
    // "experts believe": a plural noun before a plural verb.
    if before.lower.hasSuffix("s"), before.lower.utf8.count > 3, !before.shape.contains(.punctuation),
      !words[head].lower.hasSuffix("s"), !lexicon.holds("function", before.lower),
      !lexicon.holds("verb", before.lemma)
    {
      return true
    }
    return table.hasParty(endingAt: start) || lexicon.holds("groupnoun", before.lower)
  }

  /// Looks at what stands before "to": "refused to", "plans to", "began to", "expects X to".
  private func govern(_ group: inout VerbGroup) {
    var index = group.words.lowerBound
    while index > first, isAdverb(index - 1) { index -= 1 }
    guard index > first else {
      group.modality = .hypothetical
      return
    }
    let governor = index - 1
    let lemma = words[governor].lemma
    func take(_ modality: Claim.Modality, negative: Bool = false) {
      // The governing verb brings its own auxiliaries along.
      if let outer = self.group(at: governor), outer.form != .gerund || modality == .certain {
        group.words = outer.words.lowerBound..<group.words.upperBound
        group.isNegative = group.isNegative != (negative != outer.isNegative)
        group.modality = outer.modality != .certain ? outer.modality : modality
        group.tense = outer.tense
        group.form = outer.form
        if words[governor].lemma == "go", modality == .future { group.modality = .future }
      } else {
        var start = governor
        while start > first,
          isAdverb(start - 1) || words[start - 1].lemma == "be" || Self.modals[words[start - 1].lower] != nil
        {
          if ["not", "n't", "never"].contains(words[start - 1].lower) { group.isNegative.toggle() }
          start -= 1
        }
        group.words = start..<group.words.upperBound
        if negative { group.isNegative.toggle() }
        group.modality = modality
        group.form = .finite
      }
    }
    if Self.refusing.contains(lemma) {
      take(.certain, negative: true)
    } else if Self.happening.contains(lemma) {
      take(.certain)
    } else if Self.seeming.contains(lemma) {
      take(.possible)
    } else if Self.planning.contains(lemma) || words[governor].lower == "able" {
      take(words[governor].lower == "able" ? .possible : .future)
    } else if words[governor].lower == "unlikely" {
      take(.possible, negative: true)
    } else {
      group.modality = .hypothetical
      // "expects the movement to deter": the phrase before "to" is the subject.
      if let phrase = table.ending(at: index).first {
        let start = table.phrases[phrase].words.lowerBound
        if start > first,
          Self.planning.contains(words[start - 1].lemma) || lexicon.holds("verb", words[start - 1].lemma)
        {
          group.raisedObject = phrase
          if words[start - 1].lemma == "expect" { group.modality = .future }
          group.form = .finite
        }
      }
    }
  }

  /// "began planning" happens; "denied planning" doesn't; anything else is left open.
  private func governGerund(_ group: inout VerbGroup) {
    var index = group.words.lowerBound
    while index > first, isAdverb(index - 1) { index -= 1 }
    guard index > first else { return }
    let lemma = words[index - 1].lemma
    let isDenied = lemma == "deny"
    guard Self.happening.contains(lemma) || isDenied || lemma == "stop",
      let outer = self.group(at: index - 1),
      outer.form == .finite
    else { return }
    group.words = outer.words.lowerBound..<group.words.upperBound
    group.isNegative = outer.isNegative != (isDenied || lemma == "stop")
    group.modality = outer.modality
    group.tense = outer.tense
    group.form = .finite
  }
}

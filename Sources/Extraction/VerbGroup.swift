internal import Claims

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

  private static let modals: [String: Claim.Modality] = [
    "may": .possible, "might": .possible, "could": .possible, "can": .possible, "ca": .possible,
    "would": .hypothetical,
    "should": .hypothetical, "must": .hypothetical, "ought": .hypothetical, "'d": .hypothetical,
    "will": .future,
    "wo": .future, "shall": .future, "'ll": .future,
  ]
  private static let negations: Set<String> = ["not", "n't", "never", "no", "hardly", "barely", "scarcely"]
  private static let doubts: Set<String> = [
    "reportedly", "allegedly", "probably", "possibly", "apparently", "perhaps", "maybe", "supposedly",
    "presumably", "likely",
    "seemingly", "purportedly", "potentially",
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

  /// The words before "to" that tell whether something happens.
  static let governing = refusing.union(planning).union(happening).union(seeming)

  /// The groups by the index of their verb.
  func groups() -> [Int: VerbGroup] {
    var groups: [Int: VerbGroup] = [:]
    for index in sentence.words {
      if table.named.contains(index) || !isHead(index) { continue }
      if let group = group(at: index) { groups[index] = group }
    }
    return groups
  }

  /// Whether the word is a verb of its own or a copula: no auxiliary, and no participle that describes a noun.
  private func isHead(_ index: Int) -> Bool {
    switch words[index].part {
    case .verb: words[index].relation != "amod" && words[index].relation != "compound"
    case .auxiliary: !words[index].relation.hasPrefix("aux")
    default: false
    }
  }

  private func isAdverb(_ index: Int) -> Bool { words[index].isAdverb && !table.named.contains(index) }

  private func group(at head: Int) -> VerbGroup? {
    guard isHead(head) else { return nil }
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
        if Self.negations.contains(word.lower) { isNegative = true }
        if Self.doubts.contains(word.lower) { modality = .possible }
      } else if let modal = Self.modals[word.lower] {
        if modality == .certain || modal == .hypothetical { modality = modal }
        hasModal = true
        if modal == .future { tense = .future }
      } else if word.lemma == "be" {
        if hasBe && hasHave { break }
        hasBe = true
        if tense == nil {
          tense =
            ["was", "were"].contains(word.lower)
            ? .past : ["is", "are"].contains(word.lower) ? .present : nil
        }
      } else if word.lemma == "have" {
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
    var form = VerbGroup.Form.finite
    var isPassive = false
    switch words[head].verbForm {
    case .gerund:
      // "has been operating": it goes on.
      if hasBe, hasHave, words[start].lower != "had" { tense = .present }
      if !hasBe { form = .gerund }
    case .participle, .past:
      isPassive = hasBe
      if !hasBe && !hasHave && !hasModal && !hasDo {
        isPassive = isReduced(head)
        tense = .past
      }
    default:
      if hasModal || hasDo || hasTo { break }
      if words[head].lemma == "be", lower == "be" || lower == "been" { break }
      if hasBe || hasHave { return nil }
      tense = .present
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

  /// "X, based in Y" and "founded by X": a participle without auxiliaries that is passive.
  private func isReduced(_ head: Int) -> Bool {
    if head + 1 < sentence.words.upperBound, words[head + 1].lower == "by" { return true }
    guard words[head].verbForm == .participle else { return false }
    return words[head].relation.hasPrefix("acl") || words[head].relation == "advcl"
      || words[head].relation == "appos"
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
          Self.planning.contains(words[start - 1].lemma) || words[start - 1].part == .verb
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

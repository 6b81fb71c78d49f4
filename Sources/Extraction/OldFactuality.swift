internal import Claims

/// How a sentence states something: whether, how surely, and on whose word.
struct OldFactuality {
  var polarity: Claim.Polarity = .positive
  var modality: Claim.Modality = .certain
  var tense: Claim.Tense?
  /// The phrase that names the source.
  var attribution: Int?
  /// The words of a source that no phrase covers ("experts").
  var attributionWords: Range<Int>?
}

extension ClauseReader {
  private static let conditionals: Set<String> = ["if", "unless", "whether", "provided", "lest"]
  private static let doubting: Set<String> = [
    "believe", "think", "suspect", "suggest", "seem", "appear", "claim", "allege", "consider", "estimate",
    "argue", "assume",
    "possible", "likely", "probably", "possibly", "perhaps", "maybe", "apparently", "reportedly", "allegedly",
    "rumour",
    "unclear", "unknown", "may", "might", "could", "can", "possibility", "suspicion", "allegation", "rumor",
    "alleged", "dream", "dreamed", "dreamt", "imagine", "imagined", "pretend", "pretended", "unlikely",
    "suspected", "supposedly", "presumably", "insist", "doubt", "potential", "purported", "speculation",
  ]
  /// What is told after these is told as it is, whatever stands before them ("I would like to note that").
  private static let telling: Set<String> = [
    "note", "recall", "remember", "stress", "emphasize", "know", "mention", "add", "remark",
  ]
  private static let wanting: Set<String> = [
    "hope", "want", "wish", "demand", "urge", "expect", "fear", "plan", "intend", "propose", "vow", "promise",
    "threaten",
    "offer", "prepare", "seek", "try", "attempt", "will", "future", "planned", "possible", "warn", "ready",
    "would", "should",
    "ought", "must", "order", "upcoming", "forthcoming", "proposed", "aim", "consider", "prevent", "avoid",
    "require", "call",
    "convince", "persuade", "risk", "discuss",
  ]
  private static let speaking: Set<String> = [
    "say", "tell", "report", "announce", "state", "add", "claim", "believe", "think", "argue", "insist",
    "declare", "allege",
    "confirm", "suspect", "write", "note", "warn", "suggest", "deny", "estimate",
  ]
  private static let denying: Set<String> = [
    "deny", "reject", "refute", "dispute", "prevent", "without", "avoid", "no", "nor", "neither", "none",
    "nobody", "lack",
  ]

  private static let enabling: Set<String> = ["help", "let", "make", "see", "watch", "have"]
  private static let falling: Set<String> = ["almost", "nearly"]
  private static let cancelling: Set<String> = ["cancelled", "canceled", "scrapped", "aborted"]
  private static let postponing: Set<String> = [
    "postponed", "delayed", "planned", "scheduled", "unlikely", "due",
  ]
  private static let occurring: Set<String> = [
    "happen", "happened", "occur", "occurred", "take", "taken", "took", "materialise",
  ]

  /// The words that tell how surely something is stated.
  static let governing = doubting.union(telling).union(wanting).union(speaking).union(denying).union(enabling)

  /// How the sentence states what a verb group or, without one, the words from `anchor` on say.
  func factuality(at anchor: Int, start: Int, group: VerbGroup?, isApposition: Bool = false) -> OldFactuality
  {
    var result = OldFactuality()
    if let group {
      result.polarity = group.isNegative ? .negative : .positive
      result.modality = group.modality
      result.tense = group.tense
      if group.form != .finite, group.modality == .certain { result.modality = .hypothetical }
    }
    let edge = group.map { min($0.words.lowerBound, start) } ?? start
    // An apposition holds whatever its sentence says.
    if group != nil || !isApposition { scan(before: edge, hasVerb: group != nil, into: &result) }
    if let group, isBareInfinitive(group), result.modality == .certain { result.modality = .hypothetical }
    if group == nil, !isApposition { scanVerdict(after: anchor, into: &result) }
    if let group, group.head > first, Self.falling.contains(words[group.head - 1].lower) {
      result.polarity = .negative
    }
    attribute(at: anchor, into: &result)
    return result
  }

  /// Reads the words before a clause, as far back as they may govern it.
  private func scan(before edge: Int, hasVerb: Bool, into result: inout OldFactuality) {
    var index = edge - 1
    var isOutside = false
    var hasComplement = false
    var isShielded = false
    while index >= first {
      let word = words[index]
      let lower = word.lower
      if lower == ";" { break }
      if Self.conditionals.contains(lower) {
        if !table.named.contains(index) { result.modality = .hypothetical }
      } else if lower == "had" || lower == "were" || lower == "should", isInverted(index) {
        result.modality = .hypothetical
      }
      // "it seems that, at least tacitly, X": the comma after "that" opens a parenthesis only.
      if lower == "that", index + 1 < edge, words[index + 1].lower == "," { isOutside = false }
      if !isOutside, !table.named.contains(index) {
        if lower == "that", index > first, Self.telling.contains(words[index - 1].lemma) { isShielded = true }
        if lower == "that" || lower == "to" || lower == "of" || lower == "for" { hasComplement = true }
        if Self.doubting.contains(word.lemma) || Self.doubting.contains(lower) {
          if result.modality == .certain, !isShielded { result.modality = .possible }
        }
        if Self.wanting.contains(word.lemma) || Self.wanting.contains(lower),
          hasComplement || !hasVerb || index + 1 == edge
        {
          if !isShielded, result.modality == .certain || result.modality == .possible {
            result.modality = .future
          }
        }
        if Self.denying.contains(word.lemma), hasComplement || edge - index < 4 {
          result.polarity = .negative
        }
        if lower == "not" || lower == "n't" || lower == "never", !hasVerb || hasComplement {
          result.polarity = .negative
        }
      }
      // A new main clause: what stands before it governs nothing here.
      if lower == "and" || lower == "but" || lower == "so" || lower == "although" || lower == "because"
        || lower == "who"
        || lower == "which" || lower == "while"
      {
        if index > first, words[index - 1].lower == "," || lower != "and" { isOutside = true }
        if lower == "and", index + 1 == edge { isOutside = true }
      }
      if lower == ",", index + 1 < edge, edge - index > 1, hasVerb, startsClause(index + 1, edge: edge) {
        isOutside = true
      }
      index -= 1
    }
  }

  /// Whether the verb stands without "to" under another: "help Norway attack Iceland".
  private func isBareInfinitive(_ group: VerbGroup) -> Bool {
    guard group.words.count == 1, words[group.head].lower == words[group.head].lemma else { return false }
    return table.ending(at: group.head).contains { id in
      let start = table.phrases[id].words.lowerBound
      return start > first && Self.enabling.contains(words[start - 1].lemma)
    }
  }

  /// Reads what the sentence says of an event that a noun names: "the visit of X to Y was cancelled".
  private func scanVerdict(after anchor: Int, into result: inout OldFactuality) {
    var isDenied = false
    for index in anchor + 1..<max(anchor + 1, min(sentence.words.upperBound, anchor + 16)) {
      let lower = words[index].lower
      if [";", "who", "which", "but"].contains(lower) { return }
      if lower == "not" || lower == "never" || lower == "n't" { isDenied = true }
      if Self.cancelling.contains(lower) || isDenied && Self.occurring.contains(lower) {
        result.polarity = .negative
        return
      }
      if Self.postponing.contains(lower), result.modality == .certain { result.modality = .future }
    }
  }

  /// Whether the subject of the verb starts right after the comma, as in "In spring, X attacked".
  private func startsClause(_ index: Int, edge: Int) -> Bool {
    table.starting(at: index).contains { table.phrases[$0].words.upperBound >= edge }
  }

  /// "Had she stayed": an auxiliary before its subject at the start of a clause.
  private func isInverted(_ index: Int) -> Bool {
    guard index + 1 < sentence.words.upperBound else { return false }
    let startsClause = index == first || words[index - 1].lower == ","
    let next = words[index + 1].lower
    return startsClause
      && (["he", "she", "it", "they", "we", "i", "you", "the"].contains(next)
        || table.named.contains(index + 1))
  }

  /// Finds "X said that …", "…, X said" and "according to X".
  private func attribute(at anchor: Int, into result: inout OldFactuality) {
    for index in sentence.words where result.attribution == nil && result.attributionWords == nil {
      if words[index].lower == "according", index + 2 < sentence.words.upperBound,
        words[index + 1].lower == "to"
      {
        source(startingAt: index + 2, into: &result)
      }
      guard let group = groups[index], group.form == .finite, !group.isPassive, index != anchor,
        Self.speaking.contains(words[index].lemma)
      else { continue }
      let next = index + 1 < sentence.words.upperBound ? words[index + 1].lower : "."
      if index < anchor {
        guard
          next == "that" || next == ":" || next == "," || next == "\""
            || !table.starting(at: index + 1).isEmpty
            || ["he", "she", "it", "they", "there", "the"].contains(next)
        else { continue }
        // "X said Y attacked Z" tells of the clause; "X visited Y and said Z" does not tell of the visit.
      } else {
        guard index - 3 > anchor, [".", ",", "\"", "that"].contains(next), hasComma(before: group) else {
          continue
        }
        guard next != "that" else { continue }
      }
      if let subject = subjects(of: group).first {
        if table.phrases[subject].words.upperBound <= anchor || index > anchor {
          result.attribution = subject
        }
      } else {
        let before = group.words.lowerBound - 1
        guard before >= first, words[before].isNominal else { continue }
        result.attributionWords = before..<before + 1
      }
    }
  }

  private func hasComma(before group: VerbGroup) -> Bool {
    guard let subject = subjects(of: group).first else { return false }
    let start = table.phrases[subject].words.lowerBound
    return start > first && [",", "\""].contains(words[start - 1].lower)
  }

  private func source(startingAt index: Int, into result: inout OldFactuality) {
    if let phrase = table.starting(at: index).first {
      result.attribution = phrase
      return
    }
    var end = index
    while end < sentence.words.upperBound, end - index < 4, !words[end].shape.contains(.punctuation) {
      end += 1
    }
    let start = ["the", "a", "an"].contains(words[index].lower) ? index + 1 : index
    if start < end { result.attributionWords = start..<end }
  }
}

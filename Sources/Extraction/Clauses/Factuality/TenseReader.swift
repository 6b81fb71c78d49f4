internal import Claims

/// Reads the time at which a clause places what it says, from its verb group.
struct TenseReader {
  let chain: GoverningChain
  private var words: [Word] { chain.words }

  /// The tense of a predicate: its own, or that of the clause that brings it along.
  func tense(of predicate: Int, links: [GoverningLink]) -> Claim.Tense? {
    if chain[predicate].isPastNoun || isPastNoun(predicate) { return .past }
    for (index, link) in links.enumerated() {
      if let own = ownTense(of: link.word) { return own }
      if chain[link.word].modal != nil { return nil }
      if link.word != link.first, let shared = ownTense(of: link.first) { return shared }
      // Infinitives and participles have the tense of the clause that they stand in.
      if chain.isClause(link.word) { continue }
      let relation = words[link.first].relation
      switch link.passage {
      case .governed, .whole:
        if index > 0 || relation == "xcomp" || relation == "obj" || words[link.first].hangs(by: "nsubj")
          || words[link.first].hangs(by: "obl")
        {
          continue
        }
        return nil
      case .root, .independent: return nil
      default:
        if index > 0 { continue }
        // What a noun names was there before a verb in the past told of it; the present tells nothing.
        guard !chain.isEntity(link.word), Self.nominal.contains(relation) else { return nil }
        let above = links.dropFirst(index + 1).lazy.compactMap { ownTense(of: $0.word) }.first
        return above == .past ? .past : nil
      }
    }
    return nil
  }

  private static let nominal: Set<String> = ["nsubj", "nsubj:pass", "obj", "obl", "nmod"]

  private func isPastNoun(_ word: Int) -> Bool {
    words[word].part != .verb && WordList.pastPrefix.words.contains { words[word].lower.hasPrefix($0) }
  }

  /// The tense that the verb group of a clause has by itself; nil for infinitives, participles and nouns.
  func ownTense(of word: Int) -> Claim.Tense? {
    let own = chain[word]
    if own.modal == .future { return .future }
    if own.hasHave {
      let isPastPerfect = own.firstAuxiliary >= 0 && words[own.firstAuxiliary].lower == English.had
      // "Has been operating" goes on.
      if words[word].verbForm == .gerund, own.hasBe, !isPastPerfect { return .present }
      return .past
    }
    if own.firstAuxiliary >= 0 {
      let first = words[own.firstAuxiliary]
      if own.modal != nil { return nil }
      switch first.verbForm {
      case .past: return .past
      case .present, .presentThird: return .present
      default: return tense(ofForm: first.lower)
      }
    }
    if own.isInfinitive { return nil }
    switch words[word].verbForm {
    case .past where words[word].part == .verb || words[word].part == .auxiliary: return .past
    case .present, .presentThird: return .present
    case .participle where words[word].relation.hasPrefix("acl") && own.agent >= 0: return .past
    default: return nil
    }
  }

  private func tense(ofForm form: String) -> Claim.Tense? {
    WordList.pastAuxiliary.contains(form) ? .past : WordList.presentAuxiliary.contains(form) ? .present : nil
  }
}

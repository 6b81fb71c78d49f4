/// Finds who says or thinks what a verb of saying or thinking governs.
struct SourceReader {
  let chain: GoverningChain
  private var words: [Word] { chain.words }

  /// A subject is looked for in so many clauses above.
  private static let longest = 8

  /// The head word of the source of what a word governs; nil where none is named, or where it is the one who speaks.
  func source(of governor: Int) -> Int? {
    let own = chain[governor]
    switch words[governor].part {
    case .noun, .properNoun: return owner(of: governor)
    case .verb where own.isPassive || isPassiveParticiple(governor): return named(agent(of: governor))
    default: return named(subject(of: governor))
    }
  }

  /// Whether a verb of saying stands in the passive without anybody who says so.
  func isUnsourced(_ governor: Int) -> Bool {
    words[governor].part == .verb && (chain[governor].isPassive || isPassiveParticiple(governor))
      && agent(of: governor) == nil
  }

  private func isPassiveParticiple(_ word: Int) -> Bool {
    words[word].verbForm == .participle && !chain[word].hasHave && chain[word].subject < 0
      && (words[word].relation == "acl" || words[word].relation == "advcl" || words[word].relation == "amod")
  }

  private func agent(of verb: Int) -> Int? {
    if chain[verb].agent >= 0 { return chain[verb].agent }
    return chain.document.dependents(of: verb).first {
      words[$0].hangs(by: "obl") && chain.range.contains($0) && chain[$0].opener == "by"
    }
  }

  private func owner(of noun: Int) -> Int? {
    for dependent in chain.document.dependents(of: noun) where chain.range.contains(dependent) {
      if words[dependent].relation == "nmod:poss" { return named(dependent) }
      if words[dependent].hangs(by: "nmod"), let opener = chain[dependent].opener,
        opener == "by" || opener == "of" || opener == "from"
      {
        return named(dependent)
      }
    }
    // "Norway made the claim that": the subject of the light verb.
    let link = chain.link(of: noun)
    if words[noun].relation == "obj", link.governor >= 0 { return named(subject(of: link.governor)) }
    return nil
  }

  /// The subject of a verb or predicate, through control, coordination and relative clauses.
  func subject(of predicate: Int) -> Int? {
    var word = predicate
    for _ in 0..<Self.longest {
      guard chain.range.contains(word) else { return nil }
      let own = chain[word]
      if own.subject >= 0 {
        let isRelative = ["who", "which", "that"].contains(words[own.subject].lower)
        if isRelative, let clause = relativeClause(of: word) { return words[clause].head }
        return own.hasExpletive ? nil : own.subject
      }
      if own.hasExpletive { return nil }
      switch words[word].relation {
      case "acl", "acl:relcl": return words[word].head
      case "xcomp", "conj", "advcl", "ccomp": word = words[word].head
      default: return nil
      }
    }
    return nil
  }

  private func relativeClause(of word: Int) -> Int? {
    let first = chain.link(of: word).first
    return words[first].relation == "acl:relcl" && chain.range.contains(words[first].head) ? first : nil
  }

  /// Pronouns of the one who speaks or hears name no source.
  private func named(_ word: Int?) -> Int? {
    guard let word,
      ![
        "i", "we", "you", "it", "one", "there", "my", "our", "your", "me", "us", "who", "which", "that",
        "what",
      ]
      .contains(words[word].lower)
    else { return nil }
    return word
  }

  /// The source that hangs on a clause: "according to Beijing", "in Holm's view".
  func adjunctSource(of clause: Int) -> Int? {
    let source = chain[clause].source
    guard source >= 0 else { return nil }
    if chain[source].opener?.hasPrefix("accord") == true || chain[source].opener == "per" {
      return named(source)
    }
    return chain.document.dependents(of: source).first { words[$0].relation == "nmod:poss" }.flatMap {
      named($0)
    }
  }

  /// The verb of saying put into a clause: "…, Holm wrote, …", "as Holm said".
  func parenthesis(of clause: Int) -> Int? {
    chain.document.dependents(of: clause).first { dependent in
      guard chain.range.contains(dependent), words[dependent].part == .verb,
        ["parataxis", "advcl", "ccomp", "discourse", "dep"].contains(words[dependent].relation)
      else { return false }
      let own = chain[dependent]
      let opener = own.opener
      guard opener == nil || opener == "as", !own.hasComplement, !own.isInfinitive,
        words[dependent].relation != "ccomp" || own.subject > 0,
        !own.hasObject || words[dependent].lemma == "tell" || words[dependent].lemma == "inform",
        words[dependent].verbForm != .gerund || own.firstAuxiliary >= 0,
        chain.table.signature(of: words[dependent], complement: "that")?.hasSource == true
          || ["seem", "appear"].contains(words[dependent].lemma)
      else { return false }
      if opener == "as" { return true }
      // A verb of its own with commas or quotes around, or at the end.
      return isSetOff(dependent)
    }
  }

  private func isSetOff(_ verb: Int) -> Bool {
    let own = chain[verb]
    let start = [verb, own.subject, own.firstAuxiliary].filter { $0 >= 0 }.min() ?? verb
    let before = start > chain.range.lowerBound ? words[start - 1].lower : ""
    return before == "," || before == "\"" || before == "-" || before == "–" || before == "—"
      || before == "''"
  }
}

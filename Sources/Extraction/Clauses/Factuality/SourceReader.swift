/// Finds who says or thinks what a verb of saying or thinking governs.
struct SourceReader {
  let chain: GoverningChain
  private var words: [Word] { chain.words }

  /// A subject is looked for in so many clauses above.
  private static let longest = 8

  /// The head word of the source of what a word governs; nil where none is named, or where it is the one who speaks.
  func source(of governor: Int) -> Int? {
    switch words[governor].part {
    case .noun, .properNoun: return owner(of: governor)
    case .verb where isPassive(governor): return named(agent(of: governor))
    default: return named(subject(of: governor))
    }
  }

  /// Whether a verb of saying stands in the passive without anybody who says so.
  func isUnsourced(_ governor: Int) -> Bool {
    words[governor].part == .verb && isPassive(governor)
      && agent(of: governor) == nil
  }

  private func isPassive(_ verb: Int) -> Bool {
    chain[verb].isPassive || chain.document.tree.isPassive(verb)
  }

  private func agent(of verb: Int) -> Int? {
    if chain[verb].agent >= 0 { return chain[verb].agent }
    return chain.document.dependents(of: verb).first {
      words[$0].hangs(by: "obl") && chain.range.contains($0) && chain[$0].opener == English.by
    }
  }

  private func owner(of noun: Int) -> Int? {
    for dependent in chain.document.dependents(of: noun) where chain.range.contains(dependent) {
      if words[dependent].relation == "nmod:poss" { return named(dependent) }
      if words[dependent].hangs(by: "nmod"), let opener = chain[dependent].opener,
        WordList.ownerPreposition.contains(opener)
      {
        return named(dependent)
      }
    }
    // "Norway made the claim that": the subject of the light verb.
    let link = chain.link(of: noun)
    if words[noun].relation == "obj", case .governed(let signature) = link.passage,
      signature.affirmed == .holds
    {
      return named(subject(of: link.governor))
    }
    return nil
  }

  /// The subject of a verb or predicate, through control, coordination and relative clauses.
  func subject(of predicate: Int) -> Int? {
    var word = predicate
    for _ in 0..<Self.longest {
      guard chain.range.contains(word) else { return nil }
      let own = chain[word]
      if own.subject >= 0 {
        let isRelative = chain.document.tree.isRelativePronoun(own.subject)
        if isRelative, let clause = relativeClause(of: word) { return words[clause].head }
        return own.hasExpletive ? nil : nearestSubject(of: word)
      }
      if let behind = subjectBehind(word) { return behind }
      if own.hasExpletive { return nil }
      switch words[word].relation {
      case "acl", "acl:relcl": return words[word].head
      case "advcl" where own.opener == English.as:
        // "Quotes an official as saying".
        let above = words[word].head
        guard chain.range.contains(above) else { return nil }
        if let object = chain.document.dependent(of: above, "obj") { return object }
        word = above
      case "xcomp", "conj", "advcl", "ccomp": word = words[word].head
      default: return nil
      }
    }
    return nil
  }

  /// "The tanker, says Greenpeace, leaked": of two subjects the one next to the verb of saying is its own.
  private func nearestSubject(of word: Int) -> Int {
    var nearest = chain[word].subject
    for dependent in chain.document.dependents(of: word) where words[dependent].relation == "nsubj" {
      if abs(dependent - word) < abs(nearest - word) { nearest = dependent }
    }
    return nearest
  }

  /// "The tanker leaked, a spokesman told the press": the tree may hang the speaker on what was said.
  private func subjectBehind(_ word: Int) -> Int? {
    for clause in chain.document.dependents(of: word) where words[clause].relation == "ccomp" && clause < word
    {
      let subjects = chain.document.dependents(of: clause).filter { words[$0].relation == "nsubj" }
      if subjects.count > 1, let last = subjects.last, last > clause, last < word { return last }
      if let apposed = appositionBefore(word, in: clause) { return apposed }
    }
    // "The mayor, a spokesman said, had left": it may hang on the subject, and its own subject be an apposition to that.
    guard words[word].relation == "parataxis" else { return nil }
    return appositionBefore(word, in: words[word].head)
  }

  /// "The tanker hit Norway, a spokesman for Shell said": the tree may take the speaker for an apposition to the word before.
  private func appositionBefore(_ verb: Int, in clause: Int) -> Int? {
    guard chain[verb].subject < 0, verb > chain.range.lowerBound else { return nil }
    var word = verb - 1
    for _ in 0..<Self.longest where chain.range.contains(word) {
      let phrase = chain.document.subtree(of: word)
      if words[word].relation == "appos" || words[word].relation == "parataxis" && words[word].isNominal,
        phrase.upperBound == verb, phrase.contains(word), phrase.lowerBound > clause
      {
        return word
      }
      word = words[word].head
    }
    return nil
  }

  private func relativeClause(of word: Int) -> Int? {
    let first = chain.link(of: word).first
    return words[first].relation == "acl:relcl" && chain.range.contains(words[first].head) ? first : nil
  }

  /// Pronouns of those who speak and hear, "it", "that" and what asks or relates name no source.
  private func namesNoSource(_ word: Int) -> Bool {
    guard let pronoun = Pronoun(words[word]) else { return false }
    if pronoun.isOfSpeech { return true }
    switch pronoun.sort {
    case .relative, .nobody: return true
    case .it: return pronoun.form == .personal
    case .this: return words[word].lower == English.that
    default: return false
    }
  }

  private func named(_ word: Int?) -> Int? {
    guard let word, !namesNoSource(word) else { return nil }
    return chain.table.sign(.pronoun, words[word].lower) == .fails || chain[word].determiner == .fails
      ? nil : word
  }

  /// The source that hangs on a clause: "according to Beijing", "in Holm's view".
  func adjunctSource(of clause: Int) -> Int? {
    let source = chain[clause].source
    guard source >= 0 else { return nil }
    if chain[source].namesSource {
      return named(source)
    }
    return owner(of: source)
  }

  /// The verb of saying put into a clause: "…, Holm wrote, …", "as Holm said".
  func parenthesis(of clause: Int) -> Int? {
    let own = chain[clause].parenthesis
    if own >= 0 { return own }
    // "Shell, the agency reported, left": it may hang on the subject.
    let subject = chain[clause].subject
    return subject >= 0 && chain[subject].parenthesis >= 0 ? chain[subject].parenthesis : nil
  }
}

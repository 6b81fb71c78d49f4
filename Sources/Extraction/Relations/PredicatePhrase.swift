/// Collects the words of a predicate as they stand: with auxiliaries, copula, negation, particle and the preposition before its object.
struct PredicatePhrase {
  let document: AnnotatedDocument
  private var words: [Word] { document.words }

  /// The words of what a frame read, in the order of the text; none where no word of its own states the relation.
  func words(of match: FrameMatch) -> [Int] {
    if match.pattern.kind == .name || match.pattern.kind == .title { return [] }
    // The trigger is the object: "a painter" in "she is a painter".
    var found: Set<Int> = match.object.mention.contains(match.trigger) ? [] : group(of: match.trigger)
    for companion in match.pattern.companions {
      found.formUnion(
        document.dependents(of: match.trigger).filter { words[$0].isForm(of: companion) })
    }
    if match.pattern.kind == .noun { found.formUnion(verbAbove(match.trigger)) }
    for end in [match.object.head, match.subject.head] where words[end].head == match.trigger {
      // The copula of "Qatar is the patron of X" belongs to the predicate, the preposition to what it leads to.
      for dependent in document.dependents(of: end)
      where words[dependent].relation == "case" && words[dependent].lower != English.possessiveMark {
        found.insert(dependent)
      }
    }
    return found.subtracting(match.subject.mention).subtracting(match.object.mention).sorted()
  }

  /// A predicate's own word with auxiliaries, copula, negation, particle and, of nouns, modifiers.
  func group(of word: Int) -> Set<Int> {
    var found = Set([word] + document.tree.predicateWords(of: word))
    for dependent in document.dependents(of: word) {
      switch words[dependent].relation {
      case "cop": found.insert(dependent)
      case "det", "amod", "compound":
        if words[word].part == .noun, document.dependents(of: dependent).isEmpty { found.insert(dependent) }
      default: break
      }
    }
    return found
  }

  /// The verb that a noun makes a predicate with: "has" of "has an agreement with".
  private func verbAbove(_ noun: Int) -> Set<Int> {
    let head = words[noun].head
    guard head >= 0, words[head].part == .verb, words[noun].hangs(by: "obj"),
      WordList.lightVerb.contains(words[head].lemma)
    else { return [] }
    return group(of: head)
  }
}

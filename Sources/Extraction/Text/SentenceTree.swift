/// The trees of a document's sentences: which word hangs on which, and by what.
///
/// What all rooms ask of a tree is answered here and in the extensions, once: phrases, prepositions, members of lists, voice, the words
/// of a predicate.
struct SentenceTree: Sendable {
  /// All words of the sentences, in order.
  let words: [Word]
  /// The words that hang on each word, in order: those of word i are `dependents[firstDependent[i]..<firstDependent[i + 1]]`.
  private let dependents: [Int]
  private let firstDependent: [Int]

  /// - Complexity: linear in the words.
  init(words: [Word]) {
    self.words = words
    var first = [Int](repeating: 0, count: words.count + 1)
    for word in words where word.head >= 0 { first[word.head + 1] += 1 }
    for index in words.indices { first[index + 1] += first[index] }
    var next = first
    var dependents = [Int](repeating: 0, count: first[words.count])
    for (index, word) in words.enumerated() where word.head >= 0 {
      dependents[next[word.head]] = index
      next[word.head] += 1
    }
    self.dependents = dependents
    firstDependent = first
  }

  /// The words that hang on a word, in order.
  func dependents(of word: Int) -> ArraySlice<Int> {
    dependents[firstDependent[word]..<firstDependent[word + 1]]
  }

  /// The first word that hangs on a word by a relation, subtypes included ("nsubj" finds "nsubj:pass").
  func dependent(of word: Int, _ relation: String) -> Int? {
    dependents(of: word).first { words[$0].hangs(by: relation) }
  }

  /// The word of a range that the rest of it hangs on: the first whose head is outside.
  func head(of range: Range<Int>) -> Int {
    range.first { !range.contains(words[$0].head) } ?? range.lowerBound
  }

  /// Whether a word is said of something by "is", which hangs on it then.
  func hasCopula(_ word: Int) -> Bool { dependent(of: word, "cop") != nil }

  /// The words from the first to the last that a word dominates, itself among them.
  func subtree(of word: Int) -> Range<Int> {
    var range = word..<word + 1
    var open = [word]
    while let next = open.popLast() {
      range = min(range.lowerBound, next)..<max(range.upperBound, next + 1)
      open += dependents(of: next)
    }
    return range
  }

  /// The members of the list that a word begins, itself the first, up to a number of them.
  func members(of word: Int, atMost limit: Int, where isMember: (Int) -> Bool) -> [Int] {
    var result = [word]
    for dependent in dependents(of: word)
    where words[dependent].relation == "conj" && result.count < limit && isMember(dependent) {
      result.append(dependent)
    }
    return result
  }

  /// The words that a list joins with its first member, which they hang on.
  func coordinates(of word: Int) -> [Int] { dependents(of: word).filter { words[$0].relation == "conj" } }

  /// The first member of the list that a word is in, as far as lists inside of lists are followed.
  func firstMember(of word: Int) -> Int {
    var word = word
    for _ in 0..<8 where words[word].relation == "conj" && words[word].head >= 0 { word = words[word].head }
    return word
  }

  // MARK: Prepositions

  /// The words that introduce a phrase ("case") or a clause ("mark"), with those fixed to them, in order; no "'s".
  func introducers(of word: Int, by relation: String) -> [Int] {
    var found: [Int] = []
    for dependent in dependents(of: word)
    where words[dependent].relation == relation && !isPossessiveMark(dependent) {
      found += withFixedWords(dependent)
    }
    return found.sorted()
  }

  /// The preposition of a phrase, with the words fixed to it by "_": "in", "according_to"; nil for none.
  ///
  /// Of several the last tells ("from among"), and of those that say the same one stands for all ("inside").
  func preposition(of word: Int) -> String? {
    var role: String?
    for dependent in dependents(of: word)
    where words[dependent].relation == "case" && !isPossessiveMark(dependent) {
      role = withFixedWords(dependent).map { words[$0].lower }.joined(separator: "_")
    }
    return role.map { WordFile.builtIn.prepositions[$0] ?? $0 }
  }

  /// The first word of the preposition of a phrase; empty for none.
  func firstPreposition(of word: Int) -> String {
    dependents(of: word).first { words[$0].relation == "case" }.map { words[$0].lower } ?? ""
  }

  /// The words of the prepositions of a phrase: "as" and "in" of "as in Norway".
  func prepositionWords(of word: Int) -> [String] {
    dependents(of: word).filter { words[$0].relation == "case" }.flatMap(withFixedWords)
      .map { words[$0].lower }
  }

  /// A word and those that are fixed to it: "according to".
  private func withFixedWords(_ word: Int) -> [Int] {
    [word] + dependents(of: word).filter { words[$0].relation == "fixed" }
  }

  private func isPossessiveMark(_ word: Int) -> Bool {
    words[word].lower == English.possessiveMark || words[word].lower == "'"
  }

  // MARK: Predicates

  /// The words that make one predicate with a verb, noun or adjective beside itself and its copula: auxiliaries, particle and negation.
  func predicateWords(of word: Int) -> [Int] {
    var found: [Int] = []
    for dependent in dependents(of: word) {
      switch words[dependent].relation {
      case "aux", "aux:pass", "compound:prt": found.append(dependent)
      case "advmod":
        if WordList.negation.contains(words[dependent].lower) { found.append(dependent) }
        // "no longer".
        if words[dependent].lower == English.longer, dependent > 0, words[dependent - 1].lower == English.no {
          found += [dependent - 1, dependent]
        }
      default: break
      }
    }
    return found
  }

  /// Whether a verb is in the passive voice, reduced ones ("the man arrested by police") among them.
  func isPassive(_ verb: Int) -> Bool {
    var verb = verb
    while true {
      let word = words[verb]
      guard word.verbForm == .participle || word.verbForm == .past || word.part == .adjective else {
        return false
      }
      var hasAuxiliary = false
      for dependent in dependents(of: verb) {
        if words[dependent].relation == "aux:pass" { return true }
        if words[dependent].relation == "nsubj:pass", word.verbForm != .past { return true }
        if words[dependent].relation == "aux" || words[dependent].relation == "nsubj" { hasAuxiliary = true }
      }
      if hasAuxiliary || word.verbForm != .participle { return false }
      switch word.relation {
      case "acl", "amod", "advcl": return true
      case "conj":
        guard word.head >= 0, words[word.head].part == .verb else { return false }
        verb = word.head
      case "xcomp", "ccomp", "root", "parataxis", "dep", "acl:relcl":
        return dependent(of: verb, "obj") == nil
      default: return false
      }
    }
  }

  // MARK: Clauses

  /// Whether a word is one of those that begin relative clauses: "who", "which", "that".
  func isRelativePronoun(_ word: Int) -> Bool {
    words[word].lower == English.that
      || Pronoun(words[word].lower)?.sort == .relative && words[word].lower != English.what
  }

  /// Whether a word that is no verb heads a clause: it has a subject, a copula or hangs like one.
  func isNominalClause(_ word: Int) -> Bool {
    dependents(of: word).contains { words[$0].relation == "cop" || words[$0].hangs(by: "nsubj") }
      || words[word].relation == "xcomp"
  }

  /// Whether a clause says to what end or by what the one above is done: "marched to demand", "marched, demanding".
  func isOpenClause(_ word: Int) -> Bool {
    words[word].verbForm == .gerund
      || dependents(of: word).contains { words[$0].lower == English.to && words[$0].relation == "mark" }
  }
}

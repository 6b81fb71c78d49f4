/// Finds clauses that say of somebody else what the clause before says.
///
/// After "Norway lifted the ban": "Earlier, Sweden did the same", "So did Sweden", "…, as did Sweden", "Sweden took the same step".
struct EllipsisReader {
  /// A clause that stands for another.
  struct Clause {
    /// Its verb.
    var predicate: Int
    /// Who does the same.
    var subjects: [Int]
    /// The words that stand for what was said.
    var mention: Range<Int>
  }

  let document: AnnotatedDocument
  let clauses: ClauseTable
  private var words: [Word] { document.words }

  /// A subject behind its auxiliary has no more words before its head.
  private static let longestSubject = 6

  /// The clauses of a sentence that stand for the one before.
  func clauses(in sentence: Sentence) -> [Clause] {
    sentence.words.compactMap { word in
      guard words[word].part == .verb || words[word].part == .auxiliary else { return nil }
      return inverted(at: word, in: sentence) ?? withProform(word) ?? bare(word)
    }
  }

  /// "Did the same", "followed suit", "did it too", "took the same step".
  private func withProform(_ predicate: Int) -> Clause? {
    let sign = document.dependents(of: predicate).first { dependent in
      guard dependent > predicate, words[dependent].relation == "obj" || words[dependent].relation == "advmod"
      else { return false }
      let own = document.dependents(of: dependent)
      if WordList.proform.contains(words[predicate].lemma + " " + words[dependent].lower) {
        return own.allSatisfy { words[$0].relation == "det" }
      }
      // "The same step", and of the same step no more.
      return WordList.proformNoun.contains(words[dependent].lemma)
        && own.contains { words[$0].lower == English.same }
        && own.allSatisfy { words[$0].relation == "det" || words[$0].lower == English.same }
    }
    let isRepeated = document.dependents(of: predicate).contains {
      WordList.additiveAdverb.contains(words[$0].lower)
    }
    let pronoun = document.dependents(of: predicate).first {
      words[$0].relation == "obj" && [.it, .this].contains(Pronoun(words[$0])?.sort)
    }
    guard let sign = sign ?? (words[predicate].lemma == English.do && isRepeated ? pronoun : nil) else {
      return nil
    }
    let subjects = clauses.subjects(of: predicate)
    return subjects.isEmpty
      ? nil : Clause(predicate: predicate, subjects: subjects, mention: document.subtree(of: sign))
  }

  /// "Sweden did, too": an auxiliary without a verb of its own.
  private func bare(_ word: Int) -> Clause? {
    guard words[word].lemma == English.do, words[word].relation == "root" || words[word].relation == "conj"
    else { return nil }
    let dependents = document.dependents(of: word)
    guard dependents.contains(where: { WordList.additiveAdverb.contains(words[$0].lower) }),
      dependents.allSatisfy({
        ["nsubj", "advmod", "punct", "cc"].contains(words[$0].relation)
      })
    else { return nil }
    let subjects = clauses.subjects(of: word)
    return subjects.isEmpty ? nil : Clause(predicate: word, subjects: subjects, mention: word..<word + 1)
  }

  /// "So did Sweden", "as did Sweden": the name stands behind the auxiliary, wherever the tree hangs the two.
  private func inverted(at word: Int, in sentence: Sentence) -> Clause? {
    guard word > sentence.words.lowerBound, word + 1 < sentence.words.upperBound,
      WordList.invertingAdverb.contains(words[word - 1].lower),
      WordList.proformVerb.contains(words[word].lemma)
        || words[word].verbForm == .modal
    else { return nil }
    var subject = word + 1
    for _ in 0..<Self.longestSubject
    where words[subject].head > subject && words[subject].head - word <= Self.longestSubject {
      subject = words[subject].head
    }
    // "As is the custom", "so be it".
    guard words[subject].part == .properNoun, words[subject].relation != "root" || words[word].head == subject
    else { return nil }
    return Clause(predicate: word, subjects: [subject], mention: word - 1..<word + 1)
  }

  /// What is said of the subject of the main clause before, by the matches of the sentence before.
  func repeated(_ matches: [FrameMatch], before clause: Clause) -> [FrameMatch] {
    matches.filter { match in
      guard match.trigger < clause.predicate, match.pattern.kind == .verb || match.pattern.kind == .noun
      else {
        return false
      }
      var head = match.subject.head
      if words[head].relation == "conj", words[head].head >= 0 { head = words[head].head }
      // "The prosecutor of Norway lifted the ban": Norway's act as well.
      for _ in 0..<3 where words[head].hangs(by: "nmod") && words[head].head >= 0 { head = words[head].head }
      return words[head].hangs(by: "nsubj") || words[head].relation == "obl:agent"
    }
  }
}

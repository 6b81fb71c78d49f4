/// Finds clauses that say of somebody else what the clause before says: "Norway lifted the ban. Earlier, Sweden did the same."
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

  /// The clauses of a sentence that stand for the one before.
  func clauses(in sentence: Sentence) -> [Clause] {
    sentence.words.compactMap { predicate in
      guard words[predicate].part == .verb,
        let sign = document.dependents(of: predicate).first(where: {
          $0 > predicate
            && (words[$0].relation == "obj" || words[$0].relation == "advmod")
            && WordList.proform.contains(words[predicate].lemma + " " + words[$0].lower)
            && document.dependents(of: $0).allSatisfy { words[$0].relation == "det" }
        })
      else { return nil }
      let subjects = clauses.subjects(of: predicate)
      return subjects.isEmpty
        ? nil
        : Clause(predicate: predicate, subjects: subjects, mention: document.subtree(of: sign))
    }
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

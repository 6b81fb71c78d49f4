extension TimeReader {
  /// A clause is no deeper.
  private static let deepest = 12

  /// The time of the clause that a noun or verb without a time of its own is part of: "On Friday the army announced the capture of
  /// Gao", "In 2011 Norway and Sweden were to start talks in Oslo".
  ///
  /// It never comes out of another clause, nor from another noun.
  func timeOfClause(around predicate: Int, among times: [TimeExpression]) -> TimeExpression? {
    guard document.words.indices.contains(predicate) else { return nil }
    let clause = clause(of: predicate)
    let own = times.filter { time in
      time.governor >= 0 && !time.isBracketed && time.kind != .duration
        && (time.governor == clause
          || document.words[time.governor].head < 0 && self.clause(of: time.governor) == clause)
        && !["nsubj", "obj", "iobj"].contains { document.words[time.head].hangs(by: $0) }
    }
    return own.count == 1 ? own[0] : own.first { $0.value != nil }
  }

  /// The word that heads the clause of a word: what tells for itself when it is.
  private func clause(of word: Int) -> Int {
    var word = word
    for _ in 0..<Self.deepest {
      let current = document.words[word]
      guard current.head >= 0 else { return word }
      switch current.relation {
      case "ccomp", "advcl", "acl:relcl", "advcl:relcl", "acl", "parataxis", "csubj", "csubj:pass", "appos":
        return word
      case "conj" where current.part == .verb || document.dependent(of: word, "nsubj") != nil: return word
      default: word = current.head
      }
    }
    return word
  }
}

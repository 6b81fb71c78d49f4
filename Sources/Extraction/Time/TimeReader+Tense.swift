extension TimeReader {
  /// How many words up the tree an expression's verb is looked for.
  private static let highest = 8

  /// On which side of the document's date an expression lies as the tense of its verb tells; nil where it does not tell.
  func direction(of governor: Int, _ head: Int) -> RelativeDates.Direction? {
    // "the September 11 attacks", "the May election": a year that only who knows it knows.
    guard
      document.words[head].hangs(by: "obl") || document.words[head].relation.hasPrefix("nmod")
        || document.words[head].relation == "advmod" || document.words[head].relation == "conj"
    else { return nil }
    var index = governor
    for _ in 0..<Self.highest {
      guard index >= 0 else { return nil }
      let word = document.words[index]
      var isFinite = false
      for dependent in document.dependents(of: index) {
        let helper = document.words[dependent]
        guard helper.relation.hasPrefix("aux") || helper.relation == "cop" else { continue }
        if WordList.futureAuxiliary.contains(helper.lower) { return .future }
        if helper.verbForm == .modal { return nil }
        if helper.verbForm == .past { return .past }
        if helper.lemma == English.have { return .past }
        isFinite = isFinite || helper.verbForm == .present || helper.verbForm == .presentThird
      }
      switch word.verbForm {
      case .past: return .past
      case .participle where !isFinite: return .past
      case .base, .present, .presentThird, .modal: return nil
      default: if isFinite { return nil }
      }
      index = word.head
    }
    return nil
  }

  /// Whether a verb is in the present perfect, which reaches to the document's date.
  func isPerfect(_ verb: Int) -> Bool {
    guard verb >= 0 else { return false }
    return document.dependents(of: verb).contains {
      let helper = document.words[$0]
      return helper.relation.hasPrefix("aux") && WordList.perfectAuxiliary.contains(helper.lower)
    }
  }
}

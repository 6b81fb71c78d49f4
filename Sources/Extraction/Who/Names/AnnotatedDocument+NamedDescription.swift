extension AnnotatedDocument {
  /// A description before its name is no longer.
  private static let longestDescription = 9
  /// "Jordanian-born militant": so much may stand between the comma and the name.
  private static let longestEpithet = 5

  /// The head of the person's name that a description goes with behind a comma, wherever the tree hangs it: "the minister for the
  /// Middle East, Anna Berg, said", "the leader of the party, the lawyer Anna Berg, left".
  ///
  /// - Parameter noun: the noun of an office or a role that heads the description.
  func nameBehindDescription(_ noun: Int) -> Int? {
    guard let comma = commaBehindDescription(noun) else { return nil }
    var start = comma + 1
    while start < words.count, start - comma <= Self.longestEpithet,
      names.firstIndex(startingAt: start) == nil
    {
      let word = words[start]
      guard
        word.isNominal || word.part == .adjective || word.part == .determiner || word.relation == "amod"
          || word.lower == "-"
      else { return nil }
      start += 1
    }
    guard let index = names.firstIndex(startingAt: start), names[index].type == .person else { return nil }
    let name = names[index].words
    let head = self.head(of: name)
    // "the minister, Anna Berg and Karl Holm": a list of people.
    guard name.upperBound < words.count, words[head].relation != "conj",
      !dependents(of: head).contains(where: { words[$0].relation == "conj" || words[$0].relation == "case" })
    else { return nil }
    let next = words[name.upperBound]
    if next.lower == "," { return mayPrecede(noun) ? head : nil }
    // "After talks with the minister of Norway, Anna Berg left": behind an object a new clause may start.
    guard next.part == .verb || next.part == .auxiliary || next.lower == English.possessiveMark else {
      return nil
    }
    return mayPrecede(noun)
      && (words[noun].hangs(by: "nsubj") || words[noun].relation == "root" || isPredicate(noun))
      ? head : nil
  }

  /// "the death of Karl Holm, minister of Norway, …": what is said of the name before is not said of the one behind.
  private func mayPrecede(_ noun: Int) -> Bool {
    let start = subtree(of: noun).lowerBound
    return words[noun].relation != "appos" && !(start > 0 && words[start - 1].lower == ",")
  }

  /// "While a student at Oslo University, Anna Berg played".
  private func isPredicate(_ noun: Int) -> Bool {
    words[noun].relation == "advcl" && !dependents(of: noun).contains { words[$0].hangs(by: "nsubj") }
  }

  /// The comma that ends a description: behind it, only what says of what somebody holds an office.
  private func commaBehindDescription(_ noun: Int) -> Int? {
    var index = noun + 1
    var hasComplement = false
    while index < words.count, index - noun < Self.longestDescription {
      let word = words[index]
      if word.lower == "," { return hasComplement ? index : nil }
      guard word.isNominal || word.part == .adjective || word.part == .determiner || word.part == .adposition
      else { return nil }
      if word.part == .adposition {
        guard WordList.officePreposition.contains(word.lower) else { return nil }
        hasComplement = true
      }
      index += 1
    }
    return nil
  }
}

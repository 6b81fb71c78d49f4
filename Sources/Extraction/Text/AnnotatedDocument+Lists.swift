extension AnnotatedDocument {
  /// "Hugo and Dina's son Carl": the son, of whom both are parents, where a word is the first of the two; nil for other words.
  func sharedPossession(of word: Int) -> Int? {
    guard words[word].part == .properNoun else { return nil }
    return dependents(of: word).first { member in
      guard words[member].relation == "conj", let owner = kinOwner(of: member) else { return false }
      return dependents(of: member).contains {
        words[$0].relation == "cc" && $0 + 1 == subtree(of: owner).lowerBound
      }
    }
  }

  /// The possessor of a relative: "Dina" of "Dina's son" and of "Dina's son Carl".
  private func kinOwner(of word: Int) -> Int? {
    let isKin =
      WordList.kinship.contains(words[word].lemma)
      || dependents(of: word).contains { $0 < word && WordList.kinship.contains(words[$0].lemma) }
      || dependents(of: word).contains {
        words[$0].relation == "appos" && WordList.kinship.contains(words[$0].lemma)
      }
    guard isKin else { return nil }
    return dependents(of: word).first { words[$0].relation == "nmod:poss" && words[$0].part == .properNoun }
  }

  /// The members of a list, without the countries of "Graz, Austria, and Porto, Portugal", which say where the towns are.
  func withoutAddresses(_ members: [Int], _ lexicon: Lexicon) -> [Int] {
    guard alternates(members, lexicon) else { return members }
    return members.indices.filter { $0.isMultiple(of: 2) }.map { members[$0] }
  }

  /// The country that such a list names right behind a town.
  func countryInList(behind town: Int, _ lexicon: Lexicon) -> Int? {
    let first = words[town].relation == "conj" && words[town].head >= 0 ? words[town].head : town
    let members = [first] + tree.coordinates(of: first)
    guard let index = members.firstIndex(of: town), index.isMultiple(of: 2), alternates(members, lexicon)
    else { return nil }
    return members[index + 1]
  }

  /// Whether a list of four or more is of towns each with its country.
  private func alternates(_ members: [Int], _ lexicon: Lexicon) -> Bool {
    guard members.count > 3, members.count.isMultiple(of: 2) else { return false }
    return members.indices.allSatisfy { index in
      let member = members[index]
      guard words[member].part == .properNoun, index == 0 || members[index - 1] < member else { return false }
      let isCountry = lexicon.country(named: surface(member..<member + 1)) != nil
      if index.isMultiple(of: 2) { return !isCountry }
      return isCountry && words[member - 1].lower == ","
    }
  }
}

extension ClauseReading {
  func argumentsOfAdjective(_ adjective: Int) -> Arguments {
    var found = Arguments()
    // An adjective of a participle ("allied with") reads as its verb does.
    found.add("subject", subjects(of: adjective))
    addDependents(of: adjective, to: &found)
    return found
  }
}

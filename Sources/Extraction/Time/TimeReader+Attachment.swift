extension TimeReader {
  /// How many words up or down the tree a clause is followed.
  private static let farthest = 8

  /// The expression among those of its sentence that says when a predicate holds or happens, or nil.
  ///
  /// It is one that hangs on the predicate, or on the verb that carries it ("paid a visit", "began to attack"); else the one
  /// before the whole clause, which verbs joined by "and" and participles behind it share. It never comes out of another
  /// finite clause. In time linear in the expressions.
  func time(of predicate: Int, among times: [TimeExpression]) -> TimeExpression? {
    guard !times.isEmpty, document.words.indices.contains(predicate) else { return nil }
    var verb = predicate
    if ["aux", "cop"].contains(where: { document.words[verb].hangs(by: $0) }), document.words[verb].head >= 0
    {
      verb = document.words[verb].head
    }
    for _ in 0..<Self.farthest {
      if let own = best(times.filter { $0.governor == verb && !isOther($0, verb) }, of: verb) {
        return own
      }
      if let outer = antecedent(of: verb, times) { return outer }
      guard let carrier = carrier(of: verb) else { break }
      verb = carrier
    }
    return final(verb, times) ?? fronted(verb, times)
  }

  /// The word whose time an expression tells: not the name that the model may have hung it on ("founded Acme in 1999").
  func governor(of words: Range<Int>, head: Int, isBracketed: Bool, kind: TimeExpression.Kind) -> Int {
    var index = document.words[head].head
    if isBracketed {
      // "attended Harvard (1999–2003)", but of a person these are the years of life.
      let noun = words.lowerBound - 2
      if noun >= 0, isPerson(noun) { return noun }
      guard index >= 0, kind == .interval, !isPerson(index) else { return index }
      let word = document.words[index]
      return word.hangs(by: "obj") || word.hangs(by: "obl") ? word.head : index
    }
    guard ["obl", "nmod", "advmod"].contains(where: { document.words[head].hangs(by: $0) }) else {
      return index
    }
    for _ in 0..<Self.farthest {
      guard index >= 0, document.words[index].part == .properNoun, words.lowerBound > index else { break }
      let word = document.words[index]
      guard ["obj", "obl", "nmod", "appos", "flat", "conj"].contains(where: { word.hangs(by: $0) }) else {
        break
      }
      index = word.head
    }
    return index
  }

  private func isPerson(_ word: Int) -> Bool { name(touching: word..<word + 1)?.type == .person }

  /// Whether an expression that hangs on a word does not say when it holds: the subject of a verb, the second date of "in 1990
  /// and 1995", the age of a person.
  private func isOther(_ time: TimeExpression, _ verb: Int) -> Bool {
    let head = document.words[time.head]
    if time.isBracketed, time.governor == verb, document.words[verb].part == .properNoun { return true }
    return ["nsubj", "obj", "iobj", "ccomp", "parataxis", "cop", "root"].contains { head.hangs(by: $0) }
  }

  /// Of several the one that tells most: a date before a duration, a day before a year, the nearer of equals.
  private func best(_ times: [TimeExpression], of verb: Int) -> TimeExpression? {
    func rank(_ time: TimeExpression) -> (Int, Int, Int) {
      let distance = min(
        abs(time.words.lowerBound - verb), abs(time.words.upperBound - 1 - verb))
      return (time.value == nil ? 1 : 0, time.kind == .duration ? 1 : 0, distance)
    }
    guard let first = times.min(by: { rank($0) < rank($1) }) else { return nil }
    // "in 2001 on 10 September 2001"
    return times.filter { time in
      guard let wide = first.value, let value = time.value, time.kind == .date, first.kind == .date else {
        return false
      }
      return value.hasPrefix(wide)
    }.max { ($0.value?.utf8.count ?? 0) < ($1.value?.utf8.count ?? 0) } ?? first
  }

  /// "in 2001, when he founded Acme": the time that a clause with "when" describes.
  private func antecedent(of verb: Int, _ times: [TimeExpression]) -> TimeExpression? {
    let word = document.words[verb]
    guard word.head >= 0, word.relation == "acl:relcl" || word.relation == "advcl" || word.relation == "acl"
    else {
      return nil
    }
    guard
      let when = document.dependents(of: verb).first(where: {
        document.words[$0].lower == English.when && $0 < verb
      })
    else {
      return nil
    }
    // Right before the "when", with at most a comma between.
    return times.last {
      $0.words.upperBound <= when && $0.words.upperBound >= when - 1
        && (word.head == $0.head || word.head == $0.governor)
    }
  }

  /// The verb that carries a predicate without a tense of its own: a light verb, or the one that an infinitive hangs on.
  private func carrier(of predicate: Int) -> Int? {
    let word = document.words[predicate]
    guard word.head >= 0 else { return nil }
    let head = document.words[word.head]
    if word.hangs(by: "xcomp") { return word.head }
    let isCopular = document.dependent(of: predicate, "cop") != nil
    guard word.part == .noun, !isCopular else { return nil }
    let isLight = WordList.lightVerb.contains(head.lemma)
    if word.hangs(by: "obj") { return isLight ? word.head : nil }
    let isEvent = isLight || WordList.happeningVerb.contains(head.lemma)
    return word.hangs(by: "nsubj") && isEvent ? word.head : nil
  }

  /// "Smith founded and led Acme in 2001": one object and one time for both verbs.
  private func final(_ verb: Int, _ times: [TimeExpression]) -> TimeExpression? {
    guard let partner = document.dependents(of: verb).first(where: { document.words[$0].hangs(by: "conj") })
    else {
      return nil
    }
    let hasOwn = document.dependents(of: verb).contains {
      $0 > verb && $0 < partner && isArgument($0)
    }
    guard !hasOwn, document.dependent(of: partner, "nsubj") == nil else { return nil }
    return best(times.filter { $0.governor == partner && $0.words.lowerBound > partner }, of: partner)
  }

  private func isArgument(_ word: Int) -> Bool {
    ["obj", "obl", "xcomp", "ccomp"].contains { document.words[word].hangs(by: $0) }
  }

  /// The expression before the clause that a verb shares with the one it hangs on: "In 2001, Smith founded Acme and led Zenith".
  private func fronted(_ verb: Int, _ times: [TimeExpression]) -> TimeExpression? {
    var index = verb
    for _ in 0..<Self.farthest {
      let word = document.words[index]
      guard word.head >= 0 else { return nil }
      let isGerund =
        word.relation == "advcl" && word.verbForm == .gerund && index > word.head && !isMarked(index)
      guard word.hangs(by: "conj") || isGerund || word.hangs(by: "xcomp") else { return nil }
      index = word.head
      let first = min(index, document.dependent(of: index, "nsubj") ?? index)
      let before = times.filter {
        $0.governor == index && $0.words.upperBound <= first && !isOther($0, index)
      }
      if let time = best(before, of: index) { return time }
      // "led Acme in 1990 and left in 1995 and …": between them another time holds.
    }
    return nil
  }

  /// "before leaving", "while leading": a clause with a word of its own for when.
  private func isMarked(_ verb: Int) -> Bool {
    document.dependents(of: verb).contains { $0 < verb && document.words[$0].hangs(by: "mark") }
  }
}

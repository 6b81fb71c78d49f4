extension ClauseReading {
  /// What stands with a name: the place that an address goes on with, and the dates and places of a life in brackets.
  func addNameParts(of name: Int, to found: inout Arguments) {
    var places = [name]
    for _ in 0..<4 {
      guard let place = places.last, let next = addressPart(of: place), !places.contains(next) else { break }
      places.append(next)
    }
    found.add("address", Array(places.dropFirst()))
    addLife(of: name, to: &found)
    addPlace(of: name, to: &found)
  }

  /// "joined the Wilhelm Institute in Berlin": the place right behind the name of an institution is where that is, wherever it hangs.
  private func addPlace(of name: Int, to found: inout Arguments) {
    var end = name + 1
    while end < words.count, words[end].head == name, words[end].relation == "flat" { end += 1 }
    guard end < words.count, words[end].lower == English.in, words[end].relation == "case",
      words[end].head > end,
      words[words[end].head].part == .properNoun,
      WordList.organizationNameNoun.contains(words[name].lower)
        || WordList.organizationNameNoun.contains(words[end - 1].lower)
        || isTown(endingAt: end)
    else { return }
    found.add(English.in, words[end].head)
  }

  /// Whether the name before a word is of a place that lies in another: no country.
  private func isTown(endingAt end: Int) -> Bool {
    guard let index = document.names.firstIndex(endingAt: end), document.names[index].type == .place else {
      return false
    }
    return lexicon.country(named: document.surface(document.names[index].words)) == nil
  }

  /// "Denmark" of "Odense" in "Odense, Denmark" and in "Odense (Denmark)".
  private func addressPart(of name: Int) -> Int? {
    if let country = document.countryInList(behind: name, lexicon) { return country }
    for dependent in document.dependents(of: name)
    where dependent > name && words[dependent].part == .properNoun {
      let start = document.subtree(of: dependent).lowerBound
      let mark = words[start].shape.contains(.punctuation) ? start : start - 1
      guard mark > name, words[mark].lower == "," || words[mark].lower == "(" else { continue }
      switch words[dependent].relation {
      case "nmod:unmarked", "appos", "list", "dep", "obl:unmarked", "nmod":
        if tree.preposition(of: dependent) == nil { return dependent }
      case "conj":
        let isList = document.dependents(of: name).contains {
          words[$0].relation == "conj" && document.dependent(of: $0, "cc") != nil
        }
        if !isList, isPlace(dependent), !isListOfPlaces(from: start) { return dependent }
      default: break
      }
    }
    return nil
  }

  private func isPlace(_ word: Int) -> Bool {
    lexicon.country(named: words[word].lower) != nil
      || document.names.firstIndex(holding: word).map { document.names[$0].type == .place } ?? false
  }

  /// "Victoria, South Australia and Queensland": whether names with commas between go on to a conjunction.
  private func isListOfPlaces(from start: Int) -> Bool {
    var commas = 0
    for word in words[start...].prefix(Self.longestList) {
      if word.lower == "," {
        commas += 1
      } else if word.relation == "cc" {
        return commas > 1
      } else if !word.shape.contains(.capitalised) {
        return false
      }
    }
    return false
  }

  /// Names of a list are followed so far.
  private static let longestList = 24

  private enum LifeEvent { case birth, death }

  /// The longest text in brackets that is read as a life.
  private static let longestLife = 40

  /// "(1891–1968)", "(4 May 1910, Oslo – 3 June 1990, Paris)", "(born 4 May 1910)".
  private func addLife(of name: Int, to found: inout Arguments) {
    guard let open = bracket(after: name) else { return }
    let dates = TimeReader(document: document)
    let limit = min(words.count, open + Self.longestLife)
    var event: LifeEvent?
    var isStated = false
    var hasDash = false
    var birth: (word: Int, year: Int)?
    var death: (word: Int, year: Int)?
    var parts = Arguments()
    var index = open + 1
    while index < limit, words[index].lower != ")" {
      let word = words[index]
      if let date = dates.date(at: index, limit: limit) {
        if event == .death {
          if death == nil { death = (index, date.year) }
        } else if birth == nil {
          birth = (index, date.year)
          event = .birth
        }
        index = date.words.upperBound
        continue
      }
      switch word.lower {
      case _ where WordList.birthMark.contains(word.lower):
        event = .birth
        isStated = true
      case _ where WordList.deathMark.contains(word.lower):
        event = .death
        isStated = true
      case _ where WordList.lifeLink.contains(word.lower):
        if birth != nil {
          event = .death
          hasDash = true
        }
      default:
        if word.part == .properNoun, let event, words[index - 1].part != .properNoun {
          parts.add(event == .birth ? "birth-place" : "death-place", index)
        }
      }
      index += 1
    }
    // "(2001–2009)" of a president: the years of an office are no life.
    if let birth, let death, death.year - birth.year < 18 { return }
    guard
      isStated || hasDash && birth != nil && (death != nil || words[index - 1].shape.contains(.punctuation))
    else { return }
    if let birth { parts.add("birth-date", birth.word) }
    if let death { parts.add("death-date", death.word) }
    found.addMissing(from: parts) { _ in true }
  }

  /// The bracket that opens right behind a name, its flat parts and what is said with commas ("Anna Berg, OBE (").
  private func bracket(after name: Int) -> Int? {
    var index = name + 1
    while index < words.count, index < name + 12 {
      let word = words[index]
      if word.lower == "(" { return index }
      let isPart =
        word.part == .properNoun
        || word.shape.contains(.punctuation) && word.lower != "." && word.lower != ")"
      if !isPart { return nil }
      index += 1
    }
    return nil
  }
}

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

  /// The longest text in brackets that is read as a life.
  private static let longestLife = 40

  /// What brackets behind a name tell of a life, as far as they are read.
  private struct Life {
    enum Event { case birth, death }

    var event: Event?
    var isStated = false
    var hasDash = false
    var birth: (word: Int, year: Int)?
    var death: (word: Int, year: Int)?
    var places = Arguments()

    /// A date is of the birth, unless that is told.
    mutating func add(date year: Int, at word: Int) {
      if event == .death {
        if death == nil { death = (word, year) }
      } else if birth == nil {
        birth = (word, year)
        event = .birth
      }
    }

    /// "born", "died", the dash between two dates.
    mutating func add(mark: String) -> Bool {
      if WordList.birthMark.contains(mark) || WordList.deathMark.contains(mark) {
        event = WordList.birthMark.contains(mark) ? .birth : .death
        isStated = true
        return true
      }
      guard WordList.lifeLink.contains(mark) else { return false }
      if birth != nil {
        event = .death
        hasDash = true
      }
      return true
    }

    mutating func add(place word: Int) {
      if let event { places.add(event == .birth ? "birth-place" : "death-place", word) }
    }

    /// Whether it is a life: "(2001–2009)" of a president is none.
    func isLife(endsWithMark: Bool) -> Bool {
      if let birth, let death, death.year - birth.year < Calibration.shortestLife { return false }
      return isStated || hasDash && birth != nil && (death != nil || endsWithMark)
    }
  }

  /// "(1891–1968)", "(4 May 1910, Oslo – 3 June 1990, Paris)", "(born 4 May 1910)".
  private func addLife(of name: Int, to found: inout Arguments) {
    guard let open = bracket(after: name) else { return }
    let dates = TimeReader(document: document)
    let limit = min(words.count, open + Self.longestLife)
    var life = Life()
    var index = open + 1
    while index < limit, words[index].lower != ")" {
      if let date = dates.date(at: index, limit: limit) {
        life.add(date: date.year, at: index)
        index = date.words.upperBound
        continue
      }
      let isMark = life.add(mark: words[index].lower)
      if !isMark, words[index].part == .properNoun, words[index - 1].part != .properNoun {
        life.add(place: index)
      }
      index += 1
    }
    guard life.isLife(endsWithMark: words[index - 1].shape.contains(.punctuation)) else { return }
    var parts = life.places
    if let birth = life.birth { parts.add("birth-date", birth.word) }
    if let death = life.death { parts.add("death-date", death.word) }
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

internal import Claims

extension DateScanner {

  /// Whether a piece is "BC", "BCE", "AD" or "CE".
  func isEra(_ index: Int) -> Bool {
    WordList.eraBeforeChrist.contains(text(index)) || WordList.eraAfterChrist.contains(text(index))
  }

  /// A year with the era behind it: the piece after both, and the year as astronomers count it.
  func withEra(_ index: Int, _ number: Int) -> (end: Int, year: Int) {
    if WordList.eraBeforeChrist.contains(text(index + 1)) { return (index + 2, 1 - number) }
    return (WordList.eraAfterChrist.contains(text(index + 1)) ? index + 2 : index + 1, number)
  }

  /// "1957", "1990–1995", "1914–18", "2001/02", "44 BC", "AD 79", "the year 800".
  func year(at start: Int, afterPreposition: Bool) -> Found? {
    let isNamed = text(start) == English.year && start + 1 < atoms.count
    let isEraFirst =
      text(start) == English.ad && start + 1 < atoms.count && word(start).shape.contains(.capitalised)
    let index = isNamed || isEraFirst ? start + 1 : start
    guard atoms[index].isNumber, let number = atoms[index].number, number > 0 else { return nil }
    if isEra(index + 1) {
      let (end, year) = withEra(index, number)
      return (end, .year(year))
    }
    if isEraFirst || isNamed && atoms[index].digits > 2 { return (index + 1, .year(number)) }
    guard !isNamed, atoms[index].digits == 4, (1000...2099).contains(number) else { return nil }
    if let second = secondYear(at: index + 1, after: number) {
      guard !isCounted(second.end - 1), !isCounted(index), !isQuantity(before: index) else { return nil }
      return (second.end, PartialDate(period: "\(number)/\(second.year)"))
    }
    if isDash(index + 1), text(index + 2) == English.present,
      !atoms[index + 2].isSpaced || atoms[index + 1].isSpaced
    {
      return (index + 3, PartialDate(period: "\(number)/.."))
    }
    return isYear(index, number, afterPreposition: afterPreposition) ? (index + 1, .year(number)) : nil
  }

  private func isDash(_ index: Int) -> Bool { atoms.indices.contains(index) && atoms[index].isDash }

  /// The year that ends an interval: "–1995", "-91", "/02".
  ///
  /// "2001-05" is read as years, too: the month lies in them.
  func secondYear(at index: Int, after first: Int) -> (end: Int, year: Int)? {
    guard index + 1 < atoms.count, atoms[index].isDash || text(index) == "/", atoms[index + 1].isNumber,
      let number = atoms[index + 1].number, !atoms[index + 1].isSpaced || atoms[index].isSpaced
    else { return nil }
    // Another part would make it a date: "2001-09-10".
    if text(index + 2) == text(index), index + 3 < atoms.count, !atoms[index + 3].isSpaced { return nil }
    switch atoms[index + 1].digits {
    case 4: return number > first && number <= 2099 ? (index + 2, number) : nil
    case 2 where !atoms[index].isSpaced && !atoms[index + 1].isSpaced:
      let year = first / 100 * 100 + number
      return year > first
        ? (index + 2, year) : number == 0 && first % 100 == 99 ? (index + 2, first + 1) : nil
    default: return nil
    }
  }

  /// "the 1990s", "1990's", "the '90s", "the nineties", "the 1800s".
  func decade(at index: Int) -> Found? {
    let atom = atoms[index]
    let before = index > 0 ? text(index - 1) : ""
    let isAfterArticle =
      before == English.the
      || index > 1 && text(index - 2) == English.the && (before == "'" || isPart(index - 1))
      || index > 2 && text(index - 3) == English.the && isPart(index - 2)
    if let tens = lexicon.decades[atom.text] {
      guard isAfterArticle, tens > 2 || atom.text != English.twenties else { return nil }
      return (index + 1, .decade(190 + tens))
    }
    guard let number = atom.number, number % 10 == 0 else { return nil }
    let isPlural = atom.suffix == English.pluralEnding
    let isPossessive = atom.isNumber && text(index + 1) == "'" && text(index + 2) == English.pluralEnding
    guard isPlural || isPossessive && before == English.the else { return nil }
    let end = isPlural ? index + 1 : index + 3
    if atom.digits == 4, (1000...2090).contains(number) {
      // "the 1800s" is a century, "the 1900s" may be; "the 2000s" is a decade.
      if number % 100 == 0, number < 2000 { return (end, PartialDate(digits: "\(number / 100)XX")) }
      return (end, .decade(number / 10))
    }
    // "the 20s" may be those of either century, "their 30s" is an age.
    guard atom.digits == 2, number >= 30, isAfterArticle, text(end) != English.of else { return nil }
    return (end, .decade(190 + number / 10))
  }

  /// "early", "mid-": a word of part, or the hyphen behind it.
  private func isPart(_ index: Int) -> Bool {
    index >= 0
      && (WordList.datePart.contains(text(index))
        || isDash(index) && WordList.datePart.contains(text(index - 1)))
  }

  /// "the 19th century", "nineteenth-century", "the 5th century BC".
  func century(at index: Int) -> Found? {
    let atom = atoms[index]
    let number: Int
    if let ordinal = lexicon.ordinals[atom.text] {
      number = ordinal
    } else if text(index) == English.twenty, isDash(index + 1), text(index + 2) == English.first {
      return isCentury(index + 3).map { ($0, .century(21)) }
    } else if let value = atom.number, WordList.ordinalSuffix.contains(String(atom.suffix)),
      (1...21).contains(value)
    {
      number = value
    } else {
      return nil
    }
    guard let end = isCentury(index + 1) else { return nil }
    if WordList.eraBeforeChrist.contains(text(end)) { return (end + 1, .century(-number)) }
    return (WordList.eraAfterChrist.contains(text(end)) ? end + 1 : end, .century(number))
  }

  /// The piece after "century" or "-century".
  private func isCentury(_ index: Int) -> Int? {
    let next = isDash(index) ? index + 1 : index
    return text(next) == English.century ? next + 1 : nil
  }
}

/// Whether a number of four digits is a year or a count.
extension DateScanner {
  /// Whether a word of quantity stands before a number: "more than 2000", "$ 2000".
  func isQuantity(before index: Int) -> Bool { index > 0 && WordList.quantityWord.contains(text(index - 1)) }

  /// Whether a number counts what follows it: "2000 people", "1500 km"; but not "the 2004 elections".
  func isCounted(_ index: Int) -> Bool {
    guard index < atoms.count else { return false }
    if index + 1 < atoms.count, WordList.countedNoun.contains(text(index + 1)) { return true }
    let place = atoms[index].word
    let word = document.words[place]
    guard word.relation == "nummod", word.head > place, word.head - place < 8 else { return false }
    let head = document.words[word.head]
    guard !head.shape.contains(.capitalised), head.lower.hasSuffix(English.pluralEnding),
      head.lower != head.lemma
    else {
      return false
    }
    let hasArticle = document.dependents(of: word.head).contains {
      $0 < place && document.words[$0].lower == English.the
    }
    return !(hasArticle && (atoms[index].number ?? 0) % 100 != 0)
  }

  private func isYear(_ index: Int, _ number: Int, afterPreposition: Bool) -> Bool {
    if isQuantity(before: index) || isCounted(index) { return false }
    // A piece of something longer: "2001-based", "A-2001".
    if index + 1 < atoms.count, atoms[index + 1].isDash, !atoms[index + 1].isSpaced,
      index + 2 < atoms.count, !atoms[index + 2].isSpaced, !atoms[index + 2].isNumber, text(index + 2) != ")"
    {
      return false
    }
    let before = index > 0 ? text(index - 1) : ""
    if before == "-", index > 1, !atoms[index].isSpaced, !atoms[index - 1].isSpaced,
      !WordList.datePart.contains(text(index - 2))
    {
      return false
    }
    let word = word(index)
    if before == English.of, word.head >= 0, WordList.amountNoun.contains(document.words[word.head].lemma) {
      return false
    }
    if afterPreposition { return true }
    if WordList.beforeCount.contains(before) { return false }
    switch word.relation {
    case "obj", "iobj", "nsubj:pass": return false
    case "nsubj": return (1900...2050).contains(number) && number % 100 != 0
    default: return number >= 1500
    }
  }
}

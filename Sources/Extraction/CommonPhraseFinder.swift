internal import Claims

/// Finds phrases without a name of their own: offices, professions, kinds and numbers.
struct CommonPhraseFinder {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  let sentence: Sentence
  private var words: [Word] { document.words }
  private var limit: Int { sentence.words.upperBound }

  func addPhrases(to table: inout PhraseTable) {
    for index in sentence.words {
      let word = words[index]
      if word.shape.contains(.number) || lexicon.holds("number", word.lower) {
        addQuantity(at: index, to: &table)
      }
      if table.named.contains(index), !isTitle(index) { continue }
      if word.part == .verb { continue }
      if lexicon.holds("role", word.lower) { addRole(at: index, to: &table) }
      if !word.shape.contains(.capitalised) || index == sentence.words.lowerBound {
        addConcept(at: index, to: &table)
      }
    }
  }

  private func isTitle(_ index: Int) -> Bool { lexicon.holds("title", words[index].lower) }

  /// Skips article and adjectives to the left; tells whether "former" is among them.
  private func left(of index: Int) -> (start: Int, isFormer: Bool, hasArticle: Bool) {
    var start = index
    var isFormer = false
    while start > sentence.words.lowerBound, index - start < 6 {
      let word = words[start - 1]
      if ["the", "a", "an", "its", "his", "her", "their", "another"].contains(word.lower) {
        return (start - 1, isFormer, true)
      }
      if word.lower == "former" || word.lower == "ex" || word.lower == "late" { isFormer = true }
      let isAdjective =
        (word.isModifier || word.part == .properNoun || word.part == .number)
        && (!word.shape.contains(.capitalised) || lexicon.country(ofDemonym: word.lower) != nil
          || word.lower.contains("-"))
      guard isAdjective else { break }
      start -= 1
    }
    return (start, isFormer, false)
  }

  /// "deputy head of intelligence", "Minister of Internal Affairs of Afghanistan", "chief executive".
  private func addRole(at index: Int, to table: inout PhraseTable) {
    if index + 1 < limit, lexicon.holds("role", words[index + 1].lower), words[index].lower != "founder" {
      return
    }
    var core = index
    while core > sentence.words.lowerBound, index - core < 4 {
      let lower = words[core - 1].lower
      guard lexicon.holds("role", lower) || lexicon.holds("roleadjective", lower) else { break }
      core -= 1
    }
    let (start, isFormer, _) = left(of: core)
    table.add(
      Phrase(
        words: start..<index + 1, mention: core..<index + 1,
        meaning: .description(document.surface(core..<index + 1)),
        type: .role, isFormer: isFormer))
    var end = index + 1
    for _ in 0..<2 {
      guard end + 1 < limit, words[end].lower == "of" || words[end].lower == "for" && end == index + 1 else {
        break
      }
      guard let next = complement(from: end + 1, table: table) else { break }
      end = next
      let range = core..<end
      // The office of a place or an organisation is held by a person, and can act as one.
      table.add(
        Phrase(
          words: start..<end, mention: range, meaning: .description(document.surface(range)), type: .role,
          isFormer: isFormer))
    }
    if end > index + 1, !isFormer {
      let range = core..<end
      table.add(
        Phrase(
          words: start..<end, mention: range, meaning: .description(document.surface(range)), type: .person))
    }
  }

  private func complement(from index: Int, table: PhraseTable) -> Int? {
    if let phrase = table.starting(at: index).first(where: { id in
      if case .entity = table.phrases[id].meaning { return table.phrases[id].type != .person }
      return false
    }) {
      return table.phrases[phrase].words.upperBound
    }
    var end = index
    if words[end].lower == "the" { end += 1 }
    let start = end
    while end < limit, end - start < 3, words[end].isNominal || words[end].isModifier,
      !table.named.contains(end)
    {
      end += 1
    }
    return end > start ? end : nil
  }

  private func addConcept(at index: Int, to table: inout PhraseTable) {
    let lower = words[index].lower
    let isProfession = lexicon.holds("profession", lower)
    guard isProfession || lexicon.holds("kindnoun", lower) else { return }
    // "company car": only the last noun is the head.
    if index + 1 < limit {
      let next = words[index + 1]
      if lexicon.holds("profession", next.lower) || lexicon.holds("role", next.lower) || next.lower == "'s" {
        return
      }
    }
    let (start, _, _) = left(of: index)
    for first in start < index ? [start, index] : [index] {
      table.add(
        Phrase(
          words: first..<index + 1, mention: index..<index + 1, meaning: .description(lower), type: .concept,
          isProfession: isProfession))
    }
  }

  /// "several hundred militants", "4,000 people", "tens of thousands".
  private func addQuantity(at index: Int, to table: inout PhraseTable) {
    var end = index
    while end < limit, end - index < 5,
      words[end].shape.contains(.number) || lexicon.holds("number", words[end].lower)
        || words[end].lower == "of" && end > index && end + 1 < limit
          && lexicon.holds("number", words[end + 1].lower)
        || words[end].lower == "a" && end > index && words[end - 1].lower == "half"
    {
      end += 1
    }
    guard end < limit, end > index else { return }
    var noun = end
    while noun < limit, noun - end < 2, !lexicon.holds("unit", words[noun].lower), words[noun].isModifier {
      noun += 1
    }
    if noun < limit, lexicon.holds("unit", words[noun].lower) { end = noun + 1 } else { return }
    let range = index..<end
    table.add(
      Phrase(words: range, mention: range, meaning: .description(document.surface(range)), type: .quantity))
  }
}

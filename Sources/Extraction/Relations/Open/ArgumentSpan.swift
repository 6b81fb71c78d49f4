/// Finds the words of arguments: noun phrases without what only adds to them.
///
/// After the minimisation of MinIE (Gashteovski et al. 2017) in its safe mode: clauses, appositions, conjuncts and prepositional
/// phrases go, for they make statements of their own; "of" phrases stay, for "a portion" is not "a portion of the prostate".
struct ArgumentSpan {
  let document: AnnotatedDocument
  /// The name that each word is in; -1 for none.
  let nameOfWord: [Int]
  private var words: [Word] { document.words }

  /// No more words stand in an "of" phrase inside an argument and before a head, and no more such phrases hang on each other.
  private static let longest = 12
  private static let longestCore = 24
  private static let deepest = 3

  init(document: AnnotatedDocument, nameOfWord: [Int]) {
    self.document = document
    self.nameOfWord = nameOfWord
  }

  /// Whether two words are of one name, whose parts say nothing of each other.
  func isSameName(_ left: Int, _ right: Int) -> Bool {
    nameOfWord[left] >= 0 && nameOfWord[left] == nameOfWord[right]
  }

  /// The phrase that a word heads, its "of" phrases included.
  func argument(_ head: Int) -> OpenTriple.Argument {
    let core = core(of: head)
    let words = core.lowerBound..<end(of: head, core: core, depth: 0)
    return OpenTriple.Argument(words: closed(words), head: head)
  }

  /// With the quotation mark that closes what one inside opens: "the “Taliban”".
  private func closed(_ range: Range<Int>) -> Range<Int> {
    // What starts a sentence counts as behind a space.
    guard range.upperBound < words.count, words[range.upperBound].lower == "\"",
      !words[range.upperBound].shape.contains(.spaceBefore)
    else { return range }
    let marks = range.count { words[$0].lower == "\"" }
    return marks % 2 == 1 ? range.lowerBound..<range.upperBound + 1 : range
  }

  /// The phrase from its first modifier to its head, with what belongs to a name or a number behind it.
  func core(of head: Int) -> Range<Int> {
    let start = start(of: head)
    var end = head + 1
    for dependent in document.dependents(of: head) where dependent >= end {
      if words[dependent].relation == "punct" { continue }
      guard Self.following.contains(words[dependent].relation) else { break }
      let range = document.subtree(of: dependent)
      guard range.upperBound - head <= Self.longestCore,
        range.lowerBound == end && !words[end].shape.contains(.punctuation)
          || isYear(dependent, after: end, of: head)
      else { break }
      end = range.upperBound
    }
    if nameOfWord[head] >= 0 {
      let name = document.names[nameOfWord[head]].words
      return min(start, name.lowerBound)..<max(end, name.upperBound)
    }
    return start..<end
  }

  private func start(of head: Int) -> Int {
    var start = head
    search: for dependent in document.dependents(of: head).reversed() where dependent < head {
      let word = words[dependent]
      switch word.relation {
      case "advmod" where isAdjective(head): break search
      case "det", "amod", "compound", "nummod", "flat", "nmod:poss", "nmod:desc", "nmod:unmarked",
        "det:predet",
        "advmod", "goeswith":
        let range = document.subtree(of: dependent)
        guard range.upperBound <= start, head - range.lowerBound <= Self.longestCore,
          isGap(range.upperBound..<start)
        else { break search }
        start = range.lowerBound
      case "punct": continue
      default: break search
      }
    }
    while start < head, isLeading(start) { start += 1 }
    return start
  }

  /// "barely hearable", but not "the most active".
  private func isAdjective(_ head: Int) -> Bool {
    (words[head].part == .adjective || words[head].part == .verb)
      && !document.dependents(of: head).contains { words[$0].relation == "det" }
  }

  private func isLeading(_ word: Int) -> Bool {
    words[word].shape.contains(.punctuation) && words[word].part != .symbol
      || WordList.leadingAdverb.contains(words[word].lower)
  }

  /// What belongs to a name or a number behind its head: "Clemens Krauss", "21 September 2010", "$ 757 million".
  private static let following: Set<String> = [
    "flat", "fixed", "goeswith", "compound", "nummod", "nmod:unmarked", "nmod:desc",
  ]

  /// "September 5, 1900": the year behind a comma.
  private func isYear(_ word: Int, after end: Int, of head: Int) -> Bool {
    word == end + 1 && words[end].lower == "," && words[word].shape.contains(.number)
      && words[head].shape.contains(.number)
  }

  /// Whether only punctuation stands in a gap.
  private func isGap(_ gap: Range<Int>) -> Bool { gap.allSatisfy { words[$0].shape.contains(.punctuation) } }

  private func end(of head: Int, core: Range<Int>, depth: Int) -> Int {
    guard depth < Self.deepest,
      let next = document.dependents(of: head).first(where: { $0 >= core.upperBound }),
      words[next].hangs(by: "nmod"), let preposition = document.dependents(of: next).first,
      words[preposition].lower == English.of, preposition == core.upperBound
    else { return core.upperBound }
    let inner = self.core(of: next)
    guard inner.lowerBound == preposition + 1, inner.count <= Self.longest else { return core.upperBound }
    return end(of: next, core: inner, depth: depth + 1)
  }
}

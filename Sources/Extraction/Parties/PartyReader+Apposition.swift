internal import Claims

extension PartyReader {
  private var words: [Word] { document.words }

  /// The name that a description goes with: "the current minister, Anna Berg", "the political scientist Anna Berg".
  func apposedName(of word: Int) -> Int? {
    guard words[word].part == .noun || words[word].part == .properNoun else { return nil }
    if let name = name(beside: word), canBe(word, name) { return name }
    // "the head of the Center for Studies, Anna Berg": the name hangs on the last word before it, which is no person.
    guard isPerson(word) else { return nil }
    var last = word
    for _ in 0..<8 {
      guard let next = document.dependents(of: last).last(where: { words[$0].hangs(by: "nmod") && $0 > last }) else {
        return nil
      }
      last = next
      if let name = name(beside: last), names(name)?.type == .person, !isPerson(last), names(last)?.type != .person {
        return name
      }
    }
    return nil
  }

  /// The first name among the appositions of a word, and of those.
  private func name(beside word: Int) -> Int? {
    for dependent in document.dependents(of: word)
    where dependent > word && (words[dependent].hangs(by: "appos") || words[dependent].relation == "flat") {
      if names(dependent) != nil { return dependent }
      // A scientist called so: the name hangs on the noun that stands before it.
      for inner in document.dependents(of: dependent)
      where words[inner].hangs(by: "appos") || words[inner].relation == "flat" || words[inner].relation == "nmod:desc" {
        if names(inner) != nil { return inner }
      }
    }
    return nil
  }

  private func names(_ word: Int) -> Name? { nameOfWord[word] >= 0 ? document.names[nameOfWord[word]] : nil }

  private func isPerson(_ word: Int) -> Bool {
    lexicon.holds("role", words[word].lemma) || lexicon.holds("profession", words[word].lemma)
      || mentionOfHead[word] >= 0 && document.mentions[mentionOfHead[word]].type == "person"
  }

  /// Whether a description and a name may be of one thing: both of a person, or neither.
  private func canBe(_ word: Int, _ name: Int) -> Bool {
    guard let type = names(name)?.type, type != .unknown else { return true }
    return isPerson(word) == (type == .person)
  }

  /// What "including", "such as" and "like" name of the things that a word stands for.
  func included(in word: Int) -> [Int] {
    guard nameOfWord[word] < 0 else { return [] }
    var result: [Int] = []
    for dependent in document.dependents(of: word) where dependent > word && words[dependent].hangs(by: "nmod") {
      let isExample = document.dependents(of: dependent).contains {
        ["including", "like", "include"].contains(words[$0].lower) || words[$0].lower == "such"
      }
      guard isExample else { continue }
      result.append(dependent)
      result += document.dependents(of: dependent).filter { words[$0].relation == "conj" }
    }
    return Array(result.prefix(24))
  }
}

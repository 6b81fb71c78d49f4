internal import Schema

extension FrameMatcher {
  /// What stands at a noun that names one end and leaves the other open.
  struct OpenMatch {
    var pattern: FramePattern
    var trigger: Int
    var subject: PartyReading
  }

  /// The nouns that continue a count: "the second patron is Turkey" leaves to the text before whose.
  func openMatches(in sentence: Sentence) -> [OpenMatch] {
    var result: [OpenMatch] = []
    for word in sentence.words where words[word].part == .noun && continues(word) {
      var relations: Set<String> = []
      for index in frames.patterns(.noun, lemma: words[word].lemma, lower: words[word].lower) {
        let pattern = frames.patterns[index]
        guard pattern.subject.paths.contains(where: { $0 == ["identity"] || $0 == ["self"] }),
          !relations.contains(pattern.relation.name), mayMatch(pattern, at: word),
          ends(pattern.object, isAgent: false, of: pattern, at: word).isEmpty,
          let subject = ends(pattern.subject, isAgent: true, of: pattern, at: word)
            .first(where: \.party.isNamed)
        else { continue }
        relations.insert(pattern.relation.name)
        result.append(OpenMatch(pattern: pattern, trigger: word, subject: subject.party))
      }
    }
    return result
  }

  /// Whether the noun that states a relation goes on counting.
  func isCounted(_ match: FrameMatch) -> Bool { match.pattern.kind == .noun && continues(match.trigger) }

  private func continues(_ noun: Int) -> Bool {
    document.dependents(of: noun).contains {
      (words[$0].relation == "amod" || words[$0].relation == "det")
        && WordList.nextInCount.contains(words[$0].lower)
    }
  }

}

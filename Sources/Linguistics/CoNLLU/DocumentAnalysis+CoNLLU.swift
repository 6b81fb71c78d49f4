extension DocumentAnalysis {
  /// The columns of CoNLL-U, one a token: names as BIO tags in `NER=`, mentions and entities as brackets in `Entity=` with
  /// the fields eid-etype-head-kind, as CorefUD 1.x writes them.
  package func wordAnalyses() -> [WordAnalysis] {
    var entityCells = entityCells()
    var result: [WordAnalysis] = []
    result.reserveCapacity(words.count)
    for sentence in segmentation.sentences {
      for token in sentence.words {
        let head = Int(words[token].head)
        var misc = "NER=" + nameTag(token)
        if let cell = entityCells.removeValue(forKey: token) { misc = "Entity=" + cell + "|" + misc }
        result.append(
          WordAnalysis(
            lemma: lemmas[token], upos: upos(token), xpos: xpos(token), features: features(token),
            head: head < 0 ? 0 : head - sentence.words.lowerBound + 1, relation: relation(token), misc: misc))
      }
    }
    return result
  }

  /// The brackets at each token: those that open from the longest mention on, then those that close from the innermost on.
  private func entityCells() -> [Int: String] {
    var cells: [Int: String] = [:]
    for mention in mentions {
      let start = mention.words.lowerBound
      let isClosed = mention.words.count == 1
      cells[start, default: ""] +=
        "(e\(mention.entity + 1)-\(type(of: mention))-\(mention.head - start + 1)-\(kind(of: mention))"
        + (isClosed ? ")" : "")
    }
    for mention in mentions.reversed() where mention.words.count > 1 {
      cells[mention.words.upperBound - 1, default: ""] += "e\(mention.entity + 1))"
    }
    return cells
  }
}

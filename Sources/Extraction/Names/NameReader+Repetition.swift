extension NameReader {
  /// A name is one wherever it is written as a proper noun, though the model may have missed it here.
  func addRepeated(to found: inout [[NameCandidate]]) {
    var types: [String: NameType] = [:]
    var starts: Set<String> = []
    for candidate in found.joined() where candidate.source != .mention {
      let form = form(candidate.words)
      guard words[candidate.words.lowerBound].shape.contains(.capitalised), types[form] == nil else {
        continue
      }
      types[form] = candidate.type
      starts.insert(words[candidate.words.lowerBound].lower)
    }
    for (number, sentence) in document.sentences.enumerated() {
      var taken: Set<Int> = []
      for candidate in found[number] { taken.formUnion(candidate.words) }
      var index = sentence.words.lowerBound
      while index < sentence.words.upperBound {
        let start = index
        index += 1
        guard !taken.contains(start), words[start].part == .properNoun,
          words[start].shape.contains(.capitalised),
          starts.contains(words[start].lower)
        else { continue }
        var run = start
        while run < sentence.words.upperBound, run - start < Self.longestName, !taken.contains(run),
          !words[run].shape.contains(.punctuation)
        {
          run += 1
        }
        for end in stride(from: run, to: start, by: -1) {
          guard let type = types[form(start..<end)] else { continue }
          // "Berg" is not in "Berg Street".
          if end < sentence.words.upperBound, words[end].part == .properNoun, !taken.contains(end) { break }
          if start > sentence.words.lowerBound, words[start - 1].part == .properNoun,
            !taken.contains(start - 1),
            !WordList.title.contains(words[start - 1].lower)
          {
            break
          }
          found[number].append(NameCandidate(words: start..<end, type: type, source: .tags))
          index = end
          break
        }
      }
    }
  }

  private func form(_ range: Range<Int>) -> String { document.surface(range) }
}

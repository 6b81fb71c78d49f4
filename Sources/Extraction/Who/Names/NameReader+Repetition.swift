extension NameReader {
  /// A name is one wherever it is written as a proper noun, though the model may have missed it here.
  func addRepeated(to found: inout [[NameCandidate]]) {
    let known = KnownForms(found.joined().filter { $0.source != .mention }, in: self)
    for (number, sentence) in document.sentences.enumerated() {
      var taken: Set<Int> = []
      for candidate in found[number] { taken.formUnion(candidate.words) }
      var index = sentence.words.lowerBound
      while index < sentence.words.upperBound {
        let start = index
        index += 1
        guard !taken.contains(start), words[start].part == .properNoun,
          words[start].shape.contains(.capitalised), known.starts.contains(words[start].lower),
          let name = repeated(at: start, in: sentence.words, known: known, taken: taken)
        else { continue }
        found[number].append(name)
        index = name.words.upperBound
      }
    }
  }

  /// The names that a document has, as they are written.
  private struct KnownForms {
    private(set) var types: [String: NameType] = [:]
    /// The first words of all of them.
    private(set) var starts: Set<String> = []

    init(_ candidates: [NameCandidate], in reader: NameReader) {
      for candidate in candidates {
        let form = reader.form(candidate.words)
        let first = reader.words[candidate.words.lowerBound]
        guard first.shape.contains(.capitalised), types[form] == nil else { continue }
        types[form] = candidate.type
        starts.insert(first.lower)
      }
    }
  }

  /// The longest known name that begins at a word and is no part of a longer one: "Berg" is not in "Berg Street".
  private func repeated(at start: Int, in sentence: Range<Int>, known: KnownForms, taken: Set<Int>)
    -> NameCandidate?
  {
    var run = start
    while run < sentence.upperBound, run - start < Self.longestName, !taken.contains(run),
      !words[run].shape.contains(.punctuation)
    {
      run += 1
    }
    for end in stride(from: run, to: start, by: -1) {
      guard let type = known.types[form(start..<end)] else { continue }
      if end < sentence.upperBound, words[end].part == .properNoun, !taken.contains(end) { return nil }
      if start > sentence.lowerBound, words[start - 1].part == .properNoun, !taken.contains(start - 1),
        !WordList.title.contains(words[start - 1].lower)
      {
        return nil
      }
      return NameCandidate(words: start..<end, type: type, source: .tags)
    }
    return nil
  }

  private func form(_ range: Range<Int>) -> String { document.surface(range) }
}

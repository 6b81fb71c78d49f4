internal import Linguistics

/// A stretch of words that may be a name.
struct NameCandidate {
  /// What says that it is one; of two with equal words the first counts.
  enum Source: Int, Comparable {
    case list, agency, quotes, tags, mention

    static func < (left: Source, right: Source) -> Bool { left.rawValue < right.rawValue }
  }

  /// Indices into the document's words.
  var words: Range<Int>
  var type: NameType
  var source: Source
}

/// Reads the names that the model tagged, in words.
struct NameTags {
  /// The tagged names, in order; they do not overlap.
  let spans: [NameCandidate]

  init(_ analysis: DocumentAnalysis, wordOfToken: [Int]) {
    var spans: [NameCandidate] = []
    var isOpen = false
    for token in analysis.words.indices {
      let tag = analysis.nameTag(token)
      let word = wordOfToken[token]
      guard tag != "O", word >= 0 else {
        // A mark of Markdown does not end a name.
        if word >= 0 { isOpen = false }
        continue
      }
      let type = Self.type(tag.dropFirst(2))
      if let last = spans.indices.last, spans[last].words.upperBound > word {
        // The next piece of a word with a hyphen: the last word of a name tells what is named.
        isOpen = true
      } else if isOpen, tag.hasPrefix("I"), let last = spans.indices.last,
        spans[last].words.upperBound == word
      {
        spans[last].words = spans[last].words.lowerBound..<word + 1
      } else {
        spans.append(NameCandidate(words: word..<word + 1, type: type, source: .tags))
        isOpen = true
      }
    }
    self.spans = spans
  }

  private static func type(_ label: Substring) -> NameType {
    switch label {
    case "PER": .person
    case "ORG": .organization
    case "LOC": .place
    default: .unknown
    }
  }
}

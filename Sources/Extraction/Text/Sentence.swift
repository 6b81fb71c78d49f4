internal import Linguistics

/// A sentence: a range of words, with its turn in an interview.
struct Sentence: Sendable {
  /// Indices into the document's words; never empty.
  let words: Range<Int>
  /// Where it stands, in bytes: from its first word to its last, without bullets, dashes of dialogue and labels.
  let range: Range<Int>
  /// The number of the turn it belongs to, or nil outside of any.
  let turn: Int?
  /// The label of the turn's speaker, in bytes, where the text names one.
  let speaker: Range<Int>?

  /// The speaker's name where the layout tells it, and the text has no label.
  var givenSpeaker: String?

  /// What reads a sentence may take more than linear time in its words, so a longer one is read in parts.
  private static let longestPart = 1000

  /// The sentence, or parts of it where it is very long, each of which ends behind a mark if one is near.
  func parts(of words: [Word]) -> [Sentence] {
    if self.words.count <= Self.longestPart { return [self] }
    var parts: [Sentence] = []
    var start = self.words.lowerBound
    while start < self.words.upperBound {
      var end = min(self.words.upperBound, start + Self.longestPart)
      if end < self.words.upperBound,
        let mark = words[start..<end].suffix(100).lastIndex(where: { $0.shape.contains(.punctuation) })
      {
        end = mark + 1
      }
      parts.append(Sentence(words: start..<end, range: range, turn: turn, speaker: speaker))
      start = end
    }
    return parts
  }
}

package import Layout

/// A text cut into words and sentences.
///
/// Every byte of the text is in a token or is white space between two of them, and every token is in exactly one sentence.
package struct Segmentation: Sendable {
  /// The text that all byte ranges refer to.
  package let text: DocumentText
  /// The words and marks, in order.
  package let tokens: [Token]
  /// The sentences, in order.
  package let sentences: [SentenceSpan]
  /// How the tokens are read that are not read as they stand: words broken at the end of a line, bullets of a list inside a sentence.
  package let readings: [Int: [UInt8]]

  package init(
    text: DocumentText, tokens: [Token], sentences: [SentenceSpan], readings: [Int: [UInt8]] = [:]
  ) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.readings = readings
  }

  /// The text of the token at an index, as it is read.
  package func form(_ index: Int) -> String { String(decoding: letters(of: index), as: UTF8.self) }

  /// The bytes of the token at an index, as it is read.
  package func letters(of index: Int) -> ArraySlice<UInt8> {
    if !readings.isEmpty, let reading = readings[index] { return reading[...] }
    return text.bytes[tokens[index].range]
  }

  /// The bytes from the first to the last token of a range of tokens; empty for none.
  package func bytes(of words: Range<Int>) -> Range<Int> {
    guard let first = words.first, let last = words.last else { return 0..<0 }
    return tokens[first].range.lowerBound..<tokens[last].range.upperBound
  }
}

/// A syntactic word or a mark, in the manner of the English treebanks of Universal Dependencies.
package struct Token: Sendable, Hashable {
  /// Where it stands, in bytes; never empty.
  package let range: Range<Int>
  /// Whether white space, or the end of the text, comes after it.
  package let isSpaceAfter: Bool
  /// How many words the written token has that starts here: 1 for most words, 2 for the "do" of "don't", whose "n't" has 0.
  package let wordsInToken: UInt8

  package init(range: Range<Int>, isSpaceAfter: Bool, wordsInToken: UInt8 = 1) {
    self.range = range
    self.isSpaceAfter = isSpaceAfter
    self.wordsInToken = wordsInToken
  }
}

/// A sentence: a range of words with its place in the document.
package struct SentenceSpan: Sendable, Hashable {
  /// Indices into the document's tokens; never empty, and of any length.
  package let words: Range<Int>
  /// The words without the marks of layout before them: heading marks, bullets, dashes of dialogue, speakers' labels.
  package let content: Range<Int>
  /// Where it stands, in bytes: from its first word to its last.
  package let range: Range<Int>
  /// What the text is that it stands in.
  package let kind: StretchKind
  /// Whether it is the first of its paragraph.
  package let startsParagraph: Bool
  /// The number of the turn of an interview it belongs to, or nil outside of any.
  package let turn: Int?
  /// The label of the turn's speaker, in bytes, where the text names one.
  package let speaker: Range<Int>?
  /// The speaker's name where the document's file tells it, and the text has no label.
  package let givenSpeaker: String?

  package init(
    words: Range<Int>, content: Range<Int>? = nil, range: Range<Int>, kind: StretchKind = .body,
    startsParagraph: Bool = false, turn: Int? = nil, speaker: Range<Int>? = nil,
    givenSpeaker: String? = nil
  ) {
    self.words = words
    self.content = content ?? words
    self.range = range
    self.kind = kind
    self.startsParagraph = startsParagraph
    self.turn = turn
    self.speaker = speaker
    self.givenSpeaker = givenSpeaker
  }
}

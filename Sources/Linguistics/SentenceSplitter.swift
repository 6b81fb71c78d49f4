/// Groups the words of a block into sentences.
struct SentenceSplitter {
  private let text: DocumentText
  private let lexicon: Lexicon

  /// A sentence of more words is cut: what reads a sentence may take more than linear time in its words.
  private static let longestSentence = 1000

  init(text: DocumentText, lexicon: Lexicon) {
    self.text = text
    self.lexicon = lexicon
  }

  /// Appends the sentences of a block whose words are given by index.
  func split(_ range: Range<Int>, of words: [Word], block: Block, into sentences: inout [Sentence]) {
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      guard index - start >= Self.longestSentence || endsSentence(index, in: range, of: words) else {
        index += 1
        continue
      }
      var end = index + 1
      // Closing quotes and brackets belong to the sentence that they close.
      while end < range.upperBound, !words[end].shape.contains(.spaceBefore), isClosing(words[end].lower) {
        end += 1
      }
      append(start..<end, of: words, block: block, to: &sentences)
      start = end
      index = end
    }
    append(start..<range.upperBound, of: words, block: block, to: &sentences)
  }

  private func append(_ range: Range<Int>, of words: [Word], block: Block, to sentences: inout [Sentence]) {
    guard !range.isEmpty else { return }
    sentences.append(
      Sentence(
        words: range,
        range: words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound,
        turn: block.turn, speaker: block.speaker))
  }

  private func isClosing(_ form: String) -> Bool {
    form == "\"" || form == "'" || form == ")" || form == "]" || form == "›"
  }

  private func endsSentence(_ index: Int, in range: Range<Int>, of words: [Word]) -> Bool {
    let word = words[index]
    guard index + 1 < range.upperBound else { return true }
    var next = index + 1
    while next < range.upperBound, !words[next].shape.contains(.spaceBefore), isClosing(words[next].lower) {
      next += 1
    }
    guard next < range.upperBound else { return true }
    let following = words[next]
    let startsAnew =
      following.shape.contains(.spaceBefore)
      && (following.shape.contains(.capitalised) || following.shape.contains(.number)
        || following.shape.contains(.punctuation) && following.lower != "," && following.lower != ")"
          && following.lower != "-" && following.lower != "–" && following.lower != "—")
    switch word.lower {
    case "?", "!", "。", "！", "？": return startsAnew || !following.shape.contains(.punctuation)
    case ".": return startsAnew || isOtherScript(following)
    case "…", "...", "....": return startsAnew
    default:
      // "in the U.S. He said": an abbreviation may end a sentence where a usual first word follows.
      guard word.lower.hasSuffix("."), word.lower.utf8.count > 1, startsAnew else { return false }
      if lexicon.holds("title", String(word.lower.dropLast())) { return false }
      return following.shape.contains(.capitalised) && lexicon.holds("function", following.lower)
    }
  }

  private func isOtherScript(_ word: Word) -> Bool {
    word.shape.contains(.spaceBefore) && (word.lower.utf8.first ?? 0) >= 0xD0
  }
}

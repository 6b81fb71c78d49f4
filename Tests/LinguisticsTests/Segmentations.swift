@testable import Linguistics

extension Segmentation {
  /// Sentences whose words are given, each on a line of its own.
  init(sentences: [(forms: [String], spaces: [Bool])]) {
    var bytes: [UInt8] = []
    var tokens: [Token] = []
    var spans: [SentenceSpan] = []
    for (forms, spaces) in sentences {
      let first = tokens.count
      let start = bytes.count
      for (form, space) in zip(forms, spaces) {
        tokens.append(Token(range: bytes.count..<bytes.count + form.utf8.count, isSpaceAfter: space))
        bytes += form.utf8
        if space { bytes.append(32) }
      }
      bytes.append(10)
      spans.append(
        SentenceSpan(words: first..<tokens.count, range: start..<(tokens.last?.range.upperBound ?? start)))
    }
    self.init(text: DocumentText(bytes), tokens: tokens, sentences: spans)
  }

  init(words: [String]) {
    self.init(sentences: [(words, words.map { _ in true })])
  }
}

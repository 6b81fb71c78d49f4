internal import Claims
internal import Linguistics

/// A text with its words and trees, as the finder of names reads it; nothing of it changes.
struct AnnotatedText: AnnotatedWords {
  let text: DocumentText
  let tree: SentenceTree
  let sentences: [Sentence]
  /// What pronouns and nouns stand for, in order.
  let mentions: [Mention]
  /// The word of each token of the analysis; -1 for a token that is in none.
  let wordOfToken: [Int]
  /// How the words are read that do not stand so in the text: those that are broken at the end of a line.
  var brokenWords: [Int: String] = [:]
}

/// A text with its words, trees and names, as all that reads claims sees it; nothing of it changes.
struct AnnotatedDocument: AnnotatedWords {
  let text: DocumentText
  let tree: SentenceTree
  let sentences: [Sentence]
  /// What pronouns and nouns stand for, in order.
  let mentions: [Mention]
  /// The word of each token of the analysis; -1 for a token that is in none.
  let wordOfToken: [Int]
  let brokenWords: [Int: String]
  /// The names, in order; they do not overlap.
  let names: [Name]
  /// The day, month or year it was written, or nil where nobody says.
  let date: CalendarDate?

  init(_ annotated: AnnotatedText, names: [Name], date: CalendarDate? = nil) {
    text = annotated.text
    tree = annotated.tree
    sentences = annotated.sentences
    mentions = annotated.mentions
    wordOfToken = annotated.wordOfToken
    brokenWords = annotated.brokenWords
    self.names = names
    self.date = date
  }
}

/// Words with their trees in a text: what all rooms after the annotator ask the same questions of.
protocol AnnotatedWords: Sendable {
  /// The text that all byte ranges refer to.
  var text: DocumentText { get }
  /// The trees of all sentences.
  var tree: SentenceTree { get }
  /// The sentences, in order; they do not overlap.
  var sentences: [Sentence] { get }
  /// How the words are read that do not stand so in the text.
  var brokenWords: [Int: String] { get }
}

extension AnnotatedWords {
  /// All words of the sentences, in order.
  var words: [Word] { tree.words }

  /// The words that hang on a word, in order.
  func dependents(of word: Int) -> ArraySlice<Int> { tree.dependents(of: word) }

  /// The first word that hangs on a word by a relation, subtypes included ("nsubj" finds "nsubj:pass").
  func dependent(of word: Int, _ relation: String) -> Int? { tree.dependent(of: word, relation) }

  /// The word of a range that the rest of it hangs on: the first whose head is outside.
  func head(of range: Range<Int>) -> Int { tree.head(of: range) }

  /// Whether a word is said of something by "is", which hangs on it then.
  func hasCopula(_ word: Int) -> Bool { tree.hasCopula(word) }

  /// The words from the first to the last that a word dominates, itself among them.
  func subtree(of word: Int) -> Range<Int> { tree.subtree(of: word) }

  /// The index of the sentence that a word is in.
  ///
  /// - Complexity: logarithmic.
  func sentenceIndex(ofWord word: Int) -> Int? {
    let index = sentences.partitioningIndex { $0.words.upperBound > word }
    return index < sentences.count && sentences[index].words.contains(word) ? index : nil
  }

  /// The text from a range's first word to its last, on one line.
  func surface(_ range: Range<Int>) -> String {
    if !brokenWords.isEmpty, range.contains(where: { brokenWords[$0] != nil }) { return whole(range) }
    let text = text.string(bytes(of: range))
    if !text.utf8.contains(10), !text.utf8.contains(9), !text.utf8.contains(13) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The text of words of which some are broken, one by one.
  private func whole(_ range: Range<Int>) -> String {
    var result = ""
    for index in range {
      if index > range.lowerBound, words[index].shape.contains(.spaceBefore) { result += " " }
      result += brokenWords[index] ?? text.string(words[index].range)
    }
    return result
  }

  /// The bytes from a range's first word to its last.
  func bytes(of range: Range<Int>) -> Range<Int> {
    range.isEmpty
      ? 0..<0 : words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
  }
}

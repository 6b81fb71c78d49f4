/// Turns text into sentences, words and names.
///
/// The seam behind which a trained analyser replaces the first one.
package protocol Analyser: Sendable {
  /// Changes whenever the analyser may answer otherwise for the same text.
  var version: String { get }

  /// Analyses a text; takes time in proportion to its length.
  func analyse(_ text: DocumentText) -> AnnotatedDocument
}

/// The first analyser: rules and the word lists of the Schema folder.
package struct FirstAnalyser: Analyser {
  package let version = "first-1"
  private let lexicon: Lexicon
  private let knownNames: [String: NameType]

  /// Makes an analyser; `knownNames` are names in lower case that the caller knows of.
  package init(lexicon: Lexicon = .builtIn, knownNames: [String: NameType] = [:]) {
    self.lexicon = lexicon
    self.knownNames = knownNames
  }

  package func analyse(_ text: DocumentText) -> AnnotatedDocument {
    let blocks = BlockFinder(text: text).blocks()
    var words: [Word] = []
    var sentences: [Sentence] = []
    let wordSplitter = WordSplitter(text: text, lexicon: lexicon)
    let sentenceSplitter = SentenceSplitter(text: text, lexicon: lexicon)
    for block in blocks {
      let start = words.count
      wordSplitter.split(block.range, into: &words)
      sentenceSplitter.split(start..<words.count, of: words, block: block, into: &sentences)
    }
    var finder = NameFinder(text: text, words: words, lexicon: lexicon, knownNames: knownNames)
    let names = finder.names(in: sentences)
    return AnnotatedDocument(text: text, words: words, sentences: sentences, names: names)
  }
}

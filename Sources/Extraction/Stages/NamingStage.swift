internal import Claims
internal import Linguistics

/// Words, sentences and trees.
struct AnnotationStage: ReadingStage {
  let verbs: VerbLemmas

  func run(_ analysis: DocumentAnalysis) -> AnnotatedText {
    DocumentAnnotator(analysis, verbs: verbs).annotated()
  }
}

/// The names of a text.
struct NamingStage: ReadingStage {
  let lexicon: Lexicon
  let names: NameList

  /// A text whose words are known.
  struct Needs {
    let analysis: DocumentAnalysis
    let text: AnnotatedText
    /// When it was written, where somebody says so.
    let date: CalendarDate?
  }

  func run(_ needs: Needs) -> AnnotatedDocument {
    let tags = NameTags(needs.analysis, wordOfToken: needs.text.wordOfToken)
    let found = NameReader(document: needs.text, tags: tags, lexicon: lexicon, list: names).names()
    return AnnotatedDocument(needs.text, names: found, date: needs.date)
  }
}

/// A document whose words and sentences are given, with what CoNLL-U says beside them.
package struct CoNLLUDocument: Sendable {
  /// The document's name, or nil where a `# newdoc` has none.
  package let name: String?
  /// The words and sentences; the text is made of the forms and their spaces.
  package let segmentation: Segmentation
  /// The lines of comment of each sentence, without `# newdoc` and `# global.Entity`.
  package let comments: [[String]]
  /// The speaker of each sentence, from `# speaker = `.
  package let speakers: [String?]
  /// The written forms of multiword tokens that are not simply their words side by side, by their first token.
  package let writtenForms: [Int: String]

  /// Makes a document out of a text that was segmented.
  package init(name: String?, segmentation: Segmentation) {
    self.init(
      name: name, segmentation: segmentation,
      comments: Array(repeating: [], count: segmentation.sentences.count),
      speakers: segmentation.sentences.map { $0.speaker.map(segmentation.text.string) }, writtenForms: [:])
  }

  init(
    name: String?, segmentation: Segmentation, comments: [[String]], speakers: [String?],
    writtenForms: [Int: String]
  ) {
    self.name = name
    self.segmentation = segmentation
    self.comments = comments
    self.speakers = speakers
    self.writtenForms = writtenForms
  }
}

/// What an analyser says of a word; a column of CoNLL-U each.
///
/// Empty and nil print as `_`.
package struct WordAnalysis: Sendable, Hashable {
  package var lemma: String
  /// The universal part of speech.
  package var upos: String
  /// The part of speech of the Penn treebank.
  package var xpos: String
  /// The morphological features, as in `Number=Sing|Person=3`.
  package var features: String
  /// The position in the sentence of the word it depends on, from 1; 0 for the root.
  package var head: Int?
  /// The relation of Universal Dependencies to its head.
  package var relation: String
  /// The last column without `SpaceAfter`, as in `Entity=(e1-person-1-named)|NER=B-PER`.
  package var misc: String

  package init(
    lemma: String = "", upos: String = "", xpos: String = "", features: String = "", head: Int? = nil,
    relation: String = "", misc: String = ""
  ) {
    self.lemma = lemma
    self.upos = upos
    self.xpos = xpos
    self.features = features
    self.head = head
    self.relation = relation
    self.misc = misc
  }
}

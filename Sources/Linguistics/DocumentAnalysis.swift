/// A text with its words, trees, names, mentions and entities, as the model reads it.
package struct DocumentAnalysis: Sendable {
  /// What the model says of a word; labels are numbers into `labels`.
  package struct WordReading: Sendable, Hashable {
    package var upos: UInt8 = 0
    package var xpos: UInt8 = 0
    package var features: UInt16 = 0
    /// The head's token, or -1 under the root.
    package var head: Int32 = -1
    package var relation: UInt8 = 0
    /// The BIO tag of a name.
    package var name: UInt8 = 0
  }

  /// A mention of a thing.
  package struct Mention: Sendable, Hashable {
    package var sentence: Int
    /// Indices into the document's tokens.
    package var words: Range<Int>
    package var type: UInt8
    package var kind: UInt8
    /// The token that heads it.
    package var head: Int
    /// The number of the thing it is a mention of; things count from 0 in the order of their first mentions.
    package var entity: Int
  }

  package let segmentation: Segmentation
  /// One a token.
  package let words: [WordReading]
  /// One a token.
  package let lemmas: [String]
  /// In the order of sentence and start, longest first.
  package let mentions: [Mention]
  package let labels: ModelLabels
  /// What the model reads of relations, in the order of sentence, subject's head, object's head and name.
  package var relations: [RelationReading] = []

  package func upos(_ token: Int) -> String { labels.upos[Int(words[token].upos)] }
  package func xpos(_ token: Int) -> String { labels.xpos[Int(words[token].xpos)] }
  /// The features as CoNLL-U writes them, `_` for none.
  package func features(_ token: Int) -> String { labels.features[Int(words[token].features)] }
  package func relation(_ token: Int) -> String { labels.relations[Int(words[token].relation)] }
  /// `O`, or `B-` or `I-` with PER, ORG or LOC.
  package func nameTag(_ token: Int) -> String { labels.names[Int(words[token].name)] }
  package func type(of mention: Mention) -> String { labels.mentionTypes[Int(mention.type)] }
  package func kind(of mention: Mention) -> String { labels.mentionKinds[Int(mention.kind)] }
}

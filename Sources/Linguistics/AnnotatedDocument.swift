/// A text with its sentences, words and names; the seam between the analyser and the extractor.
package struct AnnotatedDocument: Sendable {
  /// The text that all byte ranges refer to.
  package let text: DocumentText
  /// All words, in order.
  package let words: [Word]
  /// The sentences, in order; they do not overlap.
  package let sentences: [Sentence]
  /// The names, in order; they do not overlap.
  package let names: [Name]

  package init(text: DocumentText, words: [Word], sentences: [Sentence], names: [Name]) {
    self.text = text
    self.words = words
    self.sentences = sentences
    self.names = names
  }
}

/// A word or punctuation mark.
package struct Word: Sendable {
  /// Where it stands, in bytes.
  package let range: Range<Int>
  /// Its form in lower case, with straight quotes.
  package let lower: String
  /// Its dictionary form as far as the analyser knows it.
  package let lemma: String
  /// How it is written.
  package let shape: Shape

  /// How a word is written.
  package struct Shape: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Its first letter is a capital.
    package static let capitalised = Shape(rawValue: 1)
    /// It has two letters or more, and all are capitals.
    package static let acronym = Shape(rawValue: 2)
    /// It starts with a digit.
    package static let number = Shape(rawValue: 4)
    /// It holds no letter and no digit.
    package static let punctuation = Shape(rawValue: 8)
    /// White space, or the start of the block, is before it.
    package static let spaceBefore = Shape(rawValue: 16)
  }

  package init(range: Range<Int>, lower: String, lemma: String, shape: Shape) {
    self.range = range
    self.lower = lower
    self.lemma = lemma
    self.shape = shape
  }
}

/// A sentence: a range of words, with its turn in an interview.
package struct Sentence: Sendable {
  /// Indices into the document's words; never empty.
  package let words: Range<Int>
  /// Where it stands, in bytes: from its first word to its last.
  package let range: Range<Int>
  /// The number of the turn it belongs to, or nil outside of any.
  package let turn: Int?
  /// The label of the turn's speaker, in bytes, where the text names one.
  package let speaker: Range<Int>?

  package init(words: Range<Int>, range: Range<Int>, turn: Int?, speaker: Range<Int>?) {
    self.words = words
    self.range = range
    self.turn = turn
    self.speaker = speaker
  }
}

/// A name in the text.
package struct Name: Sendable {
  /// The words of the name, without quotes, article and title; indices into the document's words.
  package let words: Range<Int>
  /// The words of a title right before it ("Lieutenant General"); may be empty.
  package let title: Range<Int>
  /// What kind of thing it names, as far as the analyser can tell.
  package let type: NameType
  /// The country that an adjective of nationality in the name stands for ("Turkish government").
  package let country: String?
  /// The words of a short form in brackets right after it ("FNSA").
  package let shortForm: Range<Int>?

  package init(
    words: Range<Int>, title: Range<Int>, type: NameType, country: String? = nil, shortForm: Range<Int>? = nil
  ) {
    self.words = words
    self.title = title
    self.type = type
    self.country = country
    self.shortForm = shortForm
  }
}

/// What a name names.
package enum NameType: String, Sendable, CaseIterable {
  case person, organization, group, place, event, object
  /// The analyser found no evidence for any of the others.
  case unknown
}

/// A word or punctuation mark as the frames see it: names and nouns with hyphens are whole, "U.S.-led" is three words.
struct Word: Sendable {
  /// Where it stands, in bytes.
  let range: Range<Int>
  /// Its form in lower case, with straight quotes.
  let lower: String
  /// Its dictionary form in lower case.
  let lemma: String
  /// How it is written.
  let shape: Shape
  let part: PartOfSpeech
  /// The form of a verb, or nil for all else.
  let verbForm: VerbForm?
  /// The relation of Universal Dependencies to its head.
  var relation: String
  /// The word it depends on, an index into the document's words; -1 for the root of a sentence.
  var head: Int

  /// How a word is written.
  struct Shape: OptionSet, Sendable {
    let rawValue: UInt8

    /// Its first letter is a capital.
    static let capitalised = Shape(rawValue: 1)
    /// It has two letters or more, and all are capitals.
    static let acronym = Shape(rawValue: 2)
    /// It starts with a digit.
    static let number = Shape(rawValue: 4)
    /// It holds no letter and no digit.
    static let punctuation = Shape(rawValue: 8)
    /// White space, or the start of the sentence, is before it.
    static let spaceBefore = Shape(rawValue: 16)
  }

  /// Whether it hangs on its head by a relation or one of its subtypes: "nsubj:pass" is an "nsubj".
  func hangs(by name: String) -> Bool {
    relation == name
      || relation.utf8.count > name.utf8.count && relation.hasPrefix(name)
        && relation.utf8.dropFirst(name.utf8.count).first == UInt8(ascii: ":")
  }

  /// Whether a list's word, given in lower case, is its dictionary form or the very form.
  func isForm(of word: String) -> Bool { lemma == word || lower == word }

  /// Whether it can stand between an article and the noun that the article belongs to.
  var isModifier: Bool {
    switch part {
    case .adjective, .noun: true
    case .verb: relation == "amod" || relation == "compound"
    default: false
    }
  }

  /// Whether it names, describes or counts things, so that it may go on a phrase that stands before it.
  var isNominal: Bool { part == .noun || part == .properNoun || part == .adjective }
}

/// The parts of speech of Universal Dependencies.
enum PartOfSpeech: String, Sendable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinator = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case number = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case subordinator = "SCONJ"
  case symbol = "SYM"
  case verb = "VERB"
  case other = "X"
}

/// The forms of verbs in the Penn Treebank's tags.
enum VerbForm: String, Sendable {
  case base = "VB"
  case past = "VBD"
  case gerund = "VBG"
  case participle = "VBN"
  case present = "VBP"
  case presentThird = "VBZ"
  case modal = "MD"
}

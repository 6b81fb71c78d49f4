internal import Claims
internal import Linguistics

/// A text with its sentences, words and names, as the frames read it.
struct AnnotatedDocument: Sendable {
  /// The text that all byte ranges refer to.
  let text: DocumentText
  /// All words of the sentences, in order.
  let words: [Word]
  /// The sentences, in order; they do not overlap.
  let sentences: [Sentence]
  /// What pronouns and nouns stand for, in order.
  let mentions: [Mention]
  /// The names, in order; they do not overlap.
  var names: [Name] = []
  /// The word of each token of the analysis; -1 for a token that is in none.
  let wordOfToken: [Int]
  /// The day, month or year it was written, or nil where nobody says.
  var date: CalendarDate?
  /// The words that hang on each word, in order: those of word i are `dependents[firstDependent[i]..<firstDependent[i + 1]]`.
  private let dependents: [Int]
  private let firstDependent: [Int]

  init(
    text: DocumentText, words: [Word], sentences: [Sentence], mentions: [Mention], wordOfToken: [Int]
  ) {
    self.text = text
    self.wordOfToken = wordOfToken
    self.words = words
    self.sentences = sentences
    self.mentions = mentions
    var first = [Int](repeating: 0, count: words.count + 1)
    for word in words where word.head >= 0 { first[word.head + 1] += 1 }
    for index in words.indices { first[index + 1] += first[index] }
    var next = first
    var dependents = [Int](repeating: 0, count: first[words.count])
    for (index, word) in words.enumerated() where word.head >= 0 {
      dependents[next[word.head]] = index
      next[word.head] += 1
    }
    self.dependents = dependents
    firstDependent = first
  }

  /// The words that hang on a word, in order.
  func dependents(of word: Int) -> ArraySlice<Int> {
    dependents[firstDependent[word]..<firstDependent[word + 1]]
  }

  /// The first word that hangs on a word by a relation, subtypes included ("nsubj" finds "nsubj:pass").
  func dependent(of word: Int, _ relation: String) -> Int? {
    dependents(of: word).first { words[$0].hangs(by: relation) }
  }

  /// The word of a range that the rest of it hangs on: the first whose head is outside.
  func head(of range: Range<Int>) -> Int {
    range.first { !range.contains(words[$0].head) } ?? range.lowerBound
  }

  /// Whether a word is one of those that begin relative clauses: "who", "which", "that".
  func isRelativePronoun(_ word: Int) -> Bool {
    words[word].lower == English.that
      || Pronoun(words[word].lower)?.sort == .relative && words[word].lower != English.what
  }

  /// Whether a word is said of something by "is", which hangs on it then.
  func hasCopula(_ word: Int) -> Bool { dependent(of: word, "cop") != nil }

  /// The words from the first to the last that a word dominates, itself among them.
  func subtree(of word: Int) -> Range<Int> {
    var range = word..<word + 1
    var open = [word]
    while let next = open.popLast() {
      range = min(range.lowerBound, next)..<max(range.upperBound, next + 1)
      open += dependents(of: next)
    }
    return range
  }

  /// The index of the sentence that a word is in.
  ///
  /// - Complexity: logarithmic.
  func sentenceIndex(ofWord word: Int) -> Int? {
    let index = sentences.partitioningIndex { $0.words.upperBound > word }
    return index < sentences.count && sentences[index].words.contains(word) ? index : nil
  }

  /// The text from a range's first word to its last, on one line.
  func surface(_ range: Range<Int>) -> String {
    let text = text.string(bytes(of: range))
    if !text.utf8.contains(10), !text.utf8.contains(9), !text.utf8.contains(13) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The bytes from a range's first word to its last.
  func bytes(of range: Range<Int>) -> Range<Int> {
    range.isEmpty
      ? 0..<0 : words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
  }
}

/// A sentence: a range of words, with its turn in an interview.
struct Sentence: Sendable {
  /// Indices into the document's words; never empty.
  let words: Range<Int>
  /// Where it stands, in bytes: from its first word to its last, without bullets, dashes of dialogue and labels.
  let range: Range<Int>
  /// The number of the turn it belongs to, or nil outside of any.
  let turn: Int?
  /// The label of the turn's speaker, in bytes, where the text names one.
  let speaker: Range<Int>?

  /// What reads a sentence may take more than linear time in its words, so a longer one is read in parts.
  private static let longestPart = 1000

  /// The sentence, or parts of it where it is very long, each of which ends behind a mark if one is near.
  func parts(of words: [Word]) -> [Sentence] {
    if self.words.count <= Self.longestPart { return [self] }
    var parts: [Sentence] = []
    var start = self.words.lowerBound
    while start < self.words.upperBound {
      var end = min(self.words.upperBound, start + Self.longestPart)
      if end < self.words.upperBound,
        let mark = words[start..<end].suffix(100).lastIndex(where: { $0.shape.contains(.punctuation) })
      {
        end = mark + 1
      }
      parts.append(Sentence(words: start..<end, range: range, turn: turn, speaker: speaker))
      start = end
    }
    return parts
  }
}

/// A mention of a thing, by a name, a noun or a pronoun.
struct Mention: Sendable {
  /// How a thing is mentioned.
  enum Kind: String, Sendable { case named, nominal, pronominal }

  /// Indices into the document's words.
  let words: Range<Int>
  /// The word that heads it.
  let head: Int
  /// The type in the model's words, such as `person`.
  let type: String
  let kind: Kind
  /// The number of the thing, the same for all its mentions.
  let thing: Int
}

/// A name in the text.
struct Name: Sendable {
  /// The words of the name, without quotes, article and title; indices into the document's words.
  let words: Range<Int>
  /// The words of a title right before it ("Lieutenant General"); may be empty.
  let title: Range<Int>
  /// What kind of thing it names, as far as its sentence and the lists tell.
  let type: NameType
  /// The country that an adjective of nationality in the name stands for ("Turkish government").
  let country: String?
  /// The words of a short form in brackets right after it ("FNSA").
  let shortForm: Range<Int>?
}

/// What a name names.
enum NameType: String, Sendable, CaseIterable {
  case person, organization, group, place, event, object
  /// There is no evidence for any of the others.
  case unknown
}

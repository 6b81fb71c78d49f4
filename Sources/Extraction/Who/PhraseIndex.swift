internal import Claims

/// Which name, title and mention each word of a document is part of, and what its phrases say by themselves.
///
/// It knows nothing of who is meant: that a `Cast` tells.
struct PhraseIndex: Sendable {
  let document: AnnotatedDocument
  let lexicon: Lexicon
  /// The name that each word is in, by word; -1 for none.
  let nameOfWord: [Int]
  /// The name that each word of a title stands before.
  let nameOfTitle: [Int: Int]
  /// The mention that each word heads, by word; -1 for none.
  let mentionOfHead: [Int]

  var words: [Word] { document.words }

  /// - Complexity: linear in the words.
  init(document: AnnotatedDocument, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
    var nameOfWord = [Int](repeating: -1, count: document.words.count)
    var nameOfTitle: [Int: Int] = [:]
    for (index, name) in document.names.enumerated() {
      for word in name.words { nameOfWord[word] = index }
      for word in name.title { nameOfTitle[word] = index }
    }
    self.nameOfWord = nameOfWord
    self.nameOfTitle = nameOfTitle
    var mentionOfHead = [Int](repeating: -1, count: document.words.count)
    for (index, mention) in document.mentions.enumerated() {
      let known = mentionOfHead[mention.head]
      if known < 0 || document.mentions[known].words.count < mention.words.count {
        mentionOfHead[mention.head] = index
      }
    }
    self.mentionOfHead = mentionOfHead
  }

  /// The name that a word is in; nil for none.
  func name(at word: Int) -> Name? { nameOfWord[word] >= 0 ? document.names[nameOfWord[word]] : nil }

  /// Whether a noun is of people: an office, a profession, or a person by the model.
  func isPerson(_ word: Int) -> Bool {
    WordList.role.contains(words[word].lemma) || WordList.profession.contains(words[word].lemma)
      || mentionOfHead[word] >= 0 && document.mentions[mentionOfHead[word]].type == "person"
  }

  /// A description's words as a name: on one line, as they are written, without quotes.
  func name(of range: Range<Int>) -> String {
    let text = document.surface(range)
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 >= 0xC2 }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { ![0x22, 0x201C, 0x201D, 0x201E, 0xAB, 0xBB].contains($0.value) }))
  }

  /// The country that a word names by its nationality: "Norwegian"; nil for languages and all other words.
  func countryOfNationality(_ word: Int) -> String? {
    guard words[word].shape.contains(.capitalised), !isLanguage(word) else { return nil }
    return lexicon.country(ofDemonym: words[word].lower)
  }

  /// "English is spoken there", "in Chinese": a nationality's noun in the singular without an article, of which nothing else is told.
  private func isLanguage(_ word: Int) -> Bool {
    guard words[word].part == .properNoun || words[word].part == .noun,
      !words[word].hangs(by: "compound"), words[word].relation != "amod",
      !words[word].lower.hasSuffix(English.pluralEnding)
    else { return false }
    return !document.dependents(of: word).contains { words[$0].relation == "det" }
  }
}

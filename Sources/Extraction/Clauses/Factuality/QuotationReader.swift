internal import Linguistics

/// Finds whose words the sentences of a quotation are that goes on over several sentences.
///
/// Only quotations count whose marks are closed and whose speaker a verb of saying names right before or behind a quoted part:
/// `Holm said: "We won. They fled."`, `"We won. They fled," Holm said.` and `"We won," Holm said. "They fled."`; or a name and a colon
/// before it: `Holm: "We won."`
struct QuotationReader {
  private let document: AnnotatedDocument
  private let lexicon: Lexicon
  private var words: [Word] { document.words }

  /// A quotation of more sentences is taken for a mark that nobody closed.
  private static let longest = 30
  /// A speaker stands no more words away from the quotation.
  private static let reach = 12

  init(document: AnnotatedDocument, lexicon: Lexicon) {
    self.document = document
    self.lexicon = lexicon
  }

  /// The head word of the speaker of each sentence that starts inside a quotation, by the sentence's index.
  func speakers() -> [Int: Int] {
    var speakers: [Int: Int] = [:]
    var opened: (sentence: Int, word: Int)?
    // The speaker of a quotation that ended in the sentence before.
    var last: (sentence: Int, speaker: Int)?
    for (index, sentence) in document.sentences.enumerated() {
      let marks = sentence.words.filter { isQuote($0) }
      if marks.isEmpty {
        if let start = opened, index - start.sentence >= Self.longest { opened = nil }
        continue
      }
      // `Holm: "We won."` has no verb of saying that its clause could hang on.
      if opened == nil, let first = marks.first { speakers[index] = label(in: sentence, before: first) }
      var start = opened
      var isOpen = opened != nil
      var closing: Int?
      for mark in marks {
        if isOpen, !opensAgain(mark) {
          isOpen = false
          closing = closing ?? mark
        } else {
          if !isOpen { start = (index, mark) }
          isOpen = true
        }
      }
      if let open = opened, let closing {
        // Who speaks was told before the first mark, or is told behind the last.
        let first = document.sentences[open.sentence]
        let before = speaker(in: first, near: open.word, before: true)
        let behind = before == nil ? speaker(in: sentence, near: closing, before: false) : nil
        if let found = before ?? behind {
          for inside in open.sentence + (before == nil ? 0 : 1)...index
          where inside > open.sentence || open.word == first.words.lowerBound {
            speakers[inside] = found
          }
          last = (index, found)
        }
      } else if opened == nil, let first = marks.first, !isOpen {
        if first == sentence.words.lowerBound, let last, last.sentence == index - 1,
          speaker(in: sentence, near: marks.last ?? first, before: false) == nil
        {
          speakers[index] = last.speaker
        }
        let behind = marks.count > 1 ? speaker(in: sentence, near: marks[1], before: false) : nil
        if let found = behind ?? speakers[index] { last = (index, found) }
      } else if opened == nil, isOpen, let begun = start, begun.word > sentence.words.lowerBound,
        let found = speaker(in: sentence, near: begun.word, before: true)
      {
        last = (index, found)
      }
      opened = isOpen ? (opened != nil && closing == nil ? opened : start) : nil
      if let start = opened, index - start.sentence >= Self.longest { opened = nil }
    }
    return speakers
  }

  /// The words between quotation marks, sentence by sentence, with the head word of who says them where the text tells it.
  func quotations() -> [(words: Range<Int>, speaker: Int?)] {
    let speakers = speakers()
    var found: [(words: Range<Int>, speaker: Int?)] = []
    var openedIn: Int?
    for (index, sentence) in document.sentences.enumerated() {
      if let start = openedIn, index - start >= Self.longest { openedIn = nil }
      var start = openedIn == nil ? nil : sentence.words.lowerBound
      func add(to end: Int) {
        guard let begin = start, begin < end else { return }
        let near =
          speaker(in: sentence, near: end, before: false)
          ?? speaker(in: sentence, near: begin - 1, before: true)
        found.append((begin..<end, near ?? speakers[index]))
      }
      for mark in sentence.words where isQuote(mark) {
        if start != nil, !opensAgain(mark) {
          add(to: mark)
          start = nil
          openedIn = nil
        } else {
          start = mark + 1
          openedIn = index
        }
      }
      add(to: sentence.words.upperBound)
    }
    return found
  }

  private func isQuote(_ word: Int) -> Bool { words[word].lower == "\"" || words[word].lower == "''" }

  /// A mark that opens by its shape, as each paragraph of a long quotation has one at its start.
  private func opensAgain(_ mark: Int) -> Bool {
    document.text.bytes[words[mark].range].elementsEqual([0xE2, 0x80, 0x9C])
  }

  /// "Karl Holm: …", "Karl Holm, the mayor: …": a name and a colon at the start of a sentence, and no verb between them.
  private func label(in sentence: Sentence, before mark: Int) -> Int? {
    guard mark > sentence.words.lowerBound + 1, words[mark - 1].lower == ":",
      mark - sentence.words.lowerBound <= Self.reach,
      let name = document.names.first(where: {
        $0.words.lowerBound == sentence.words.lowerBound || $0.title.lowerBound == sentence.words.lowerBound
      }), name.type == .person || name.type == .organization,
      !(name.words.upperBound..<mark).contains(where: { words[$0].part == .verb })
    else { return nil }
    return document.head(of: name.words)
  }

  /// The subject of the verb of saying next to a quotation mark.
  private func speaker(in sentence: Sentence, near mark: Int, before: Bool) -> Int? {
    guard sentence.words.contains(mark) || mark == sentence.words.upperBound else { return nil }
    if before, let label = label(in: sentence, before: mark) { return label }
    let near =
      before
      ? max(sentence.words.lowerBound, mark - Self.reach)..<mark
      : mark + 1..<max(mark + 1, min(sentence.words.upperBound, mark + 1 + Self.reach))
    let verbs = near.filter {
      words[$0].part == .verb
        && FactualityTable.builtIn.signature(of: words[$0], complement: English.that)?.hasSource == true
    }
    guard let verb = before ? verbs.last : verbs.first else { return nil }
    // Nothing that is itself quoted, and nothing but a colon or comma, stands between the verb's clause and the mark.
    let between = before ? verb + 1..<mark : mark + 1..<verb
    guard !between.contains(where: { isQuote($0) || words[$0].part == .verb }) else { return nil }
    return FactualityReader(document: document, lexicon: lexicon, sentence: sentence).sources.source(of: verb)
  }
}

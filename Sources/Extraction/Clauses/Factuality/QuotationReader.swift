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
    var state = Progress()
    for (index, sentence) in document.sentences.enumerated() {
      let marks = sentence.words.filter { isQuote($0) }
      if let first = marks.first {
        // `Holm: "We won."` has no verb of saying that its clause could hang on.
        if state.opened == nil { state.speakers[index] = label(in: sentence, before: first) }
        let course = course(of: marks, at: index, from: state.opened)
        if let open = state.opened, let closing = course.closing {
          close(open, by: closing, at: index, in: &state)
        } else if state.opened == nil, !course.isOpen {
          readWithin(marks, at: index, in: &state)
        } else if state.opened == nil, let begun = course.start, begun.word > sentence.words.lowerBound,
          let found = speaker(in: sentence, near: begun.word, before: true)
        {
          state.last = (index, found)
        }
        state.opened =
          course.isOpen ? (state.opened != nil && course.closing == nil ? state.opened : course.start) : nil
      }
      if let start = state.opened, index - start.sentence >= Self.longest { state.opened = nil }
    }
    return state.speakers
  }

  private typealias Mark = (sentence: Int, word: Int)

  /// What is known at the end of a sentence.
  private struct Progress {
    var speakers: [Int: Int] = [:]
    /// The mark of the quotation that goes on.
    var opened: Mark?
    /// The speaker of a quotation that ended in the sentence before.
    var last: (sentence: Int, speaker: Int)?
  }

  /// How the marks of a sentence open and close quotations.
  private struct Course {
    /// The last mark that opens one.
    var start: Mark?
    /// Whether one is open at the sentence's end.
    var isOpen: Bool
    /// The first mark that closes one.
    var closing: Int?
  }

  private func course(of marks: [Int], at index: Int, from opened: Mark?) -> Course {
    var course = Course(start: opened, isOpen: opened != nil)
    for mark in marks {
      if course.isOpen, !opensAgain(mark) {
        course.isOpen = false
        course.closing = course.closing ?? mark
      } else {
        if !course.isOpen { course.start = (index, mark) }
        course.isOpen = true
      }
    }
    return course
  }

  /// Reads who said what a sentence closes: that was told before the first mark, or is told behind the last.
  private func close(_ open: Mark, by closing: Int, at index: Int, in state: inout Progress) {
    let first = document.sentences[open.sentence]
    let before = speaker(in: first, near: open.word, before: true)
    let behind =
      before == nil ? speaker(in: document.sentences[index], near: closing, before: false) : nil
    guard let found = before ?? behind else { return }
    for inside in open.sentence + (before == nil ? 0 : 1)...index
    where inside > open.sentence || open.word == first.words.lowerBound {
      state.speakers[inside] = found
    }
    state.last = (index, found)
  }

  /// Reads who says what a sentence opens and closes; what only goes on from the sentence before is the same one's.
  private func readWithin(_ marks: [Int], at index: Int, in state: inout Progress) {
    let sentence = document.sentences[index]
    if marks.first == sentence.words.lowerBound, let last = state.last, last.sentence == index - 1,
      let end = marks.last, speaker(in: sentence, near: end, before: false) == nil
    {
      state.speakers[index] = last.speaker
    }
    let behind = marks.count > 1 ? speaker(in: sentence, near: marks[1], before: false) : nil
    if let found = behind ?? state.speakers[index] { state.last = (index, found) }
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
    let start = sentence.words.lowerBound
    guard mark > start + 1, words[mark - 1].lower == ":", mark - start <= Self.reach else { return nil }
    let names = document.names[document.names.firstIndex(startingBehind: start - 1)...]
      .prefix { $0.words.lowerBound < mark }
    guard
      let name = names.first(where: { $0.words.lowerBound == start || $0.title.lowerBound == start }),
      name.type == .person || name.type == .organization, name.words.upperBound <= mark,
      !words[name.words.upperBound..<mark].contains(where: { $0.part == .verb })
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

internal import Layout
internal import Linguistics

/// Makes the words, sentences and mentions that the frames read from the model's analysis.
///
/// The treebanks cut "IG-Khorasan" and "vice-president" at their hyphens; lists and frames know such words whole, so they are put
/// together here, once for all. Marks of Markdown are no words, and code is no text.
struct DocumentAnnotator {
  private let analysis: DocumentAnalysis
  private let verbs: VerbLemmas
  private var words: [Word] = []
  /// How the words are read that do not stand so in the text.
  private var brokenWords: [Int: String] = [:]
  /// The word of each token; -1 for a token that is in none.
  private var wordOfToken: [Int]
  /// The token of each word that the rest of the sentence hangs on.
  private var headToken: [Int] = []

  private var segmentation: Segmentation { analysis.segmentation }
  private var text: DocumentText { analysis.segmentation.text }

  /// A target of a link has no more tokens, which bounds the search for its end.
  private static let longestTarget = 100
  /// A longer word is no word of a list.
  private static let longestForm = 64

  init(_ analysis: DocumentAnalysis, verbs: VerbLemmas) {
    self.analysis = analysis
    self.verbs = verbs
    wordOfToken = Array(repeating: -1, count: analysis.segmentation.tokens.count)
    words.reserveCapacity(wordOfToken.count)
  }

  /// The words, trees and mentions.
  consuming func annotated() -> AnnotatedText {
    var sentences: [Sentence] = []
    for span in segmentation.sentences where span.kind.isProse {
      let start = words.count
      addWords(of: span.content)
      guard words.count > start else { continue }
      sentences.append(
        Sentence(
          words: start..<words.count, range: segmentation.bytes(of: span.content), turn: span.turn,
          speaker: span.speaker, givenSpeaker: span.givenSpeaker))
    }
    hangWords()
    var tree = SentenceTree(words: words)
    let appositions = tree.looseAppositions()
    if !appositions.isEmpty {
      // The words are changed in place only where no tree holds them.
      tree = SentenceTree(words: [])
      for index in appositions { words[index].relation = "appos" }
      tree = SentenceTree(words: words)
    }
    return AnnotatedText(
      text: text, tree: tree, sentences: sentences, mentions: mentions(),
      wordOfToken: wordOfToken, brokenWords: brokenWords)
  }

  /// Gives each word the head that its tokens hang on, over tokens that are no words.
  private mutating func hangWords() {
    for (token, word) in wordOfToken.enumerated() where word >= 0 && headToken[word] == token {
      var head = Int(analysis.words[token].head)
      while head >= 0, wordOfToken[head] < 0 || wordOfToken[head] == word {
        head = Int(analysis.words[head].head)
      }
      if words[word].relation == "amod", Self.isSuffix("-" + words[word].lower, words[word].shape), head >= 0,
        wordOfToken[head] == word - 1,
        text.bytes[words[word].range.lowerBound] == UInt8(ascii: "-")
      {
        // A suffix stands beside the word that it hangs on, not under it.
        head = Int(analysis.words[head].head)
        while head >= 0, wordOfToken[head] < 0 || wordOfToken[head] == word {
          head = Int(analysis.words[head].head)
        }
      }
      words[word].head = head >= 0 ? wordOfToken[head] : -1
    }
  }

  private func mentions() -> [Mention] {
    analysis.mentions.compactMap { mention in
      let inside = mention.words.filter { wordOfToken[$0] >= 0 }
      guard let first = inside.first, let last = inside.last, wordOfToken[mention.head] >= 0,
        let kind = Mention.Kind(rawValue: analysis.kind(of: mention))
      else { return nil }
      return Mention(
        words: wordOfToken[first]..<wordOfToken[last] + 1, head: wordOfToken[mention.head],
        type: analysis.type(of: mention), kind: kind, thing: mention.entity)
    }
  }

  private mutating func addWords(of tokens: Range<Int>) {
    var index = tokens.lowerBound
    while index < tokens.upperBound {
      if isFirstBullet(index, after: tokens.lowerBound) {
        index += 1
        continue
      }
      if let end = endOfMarkup(at: index, limit: tokens.upperBound) {
        index = end
        continue
      }
      var end = index + 1
      while end + 1 < tokens.upperBound, isJoined(at: end) { end += 2 }
      let hasSpace = index == tokens.lowerBound || segmentation.tokens[index - 1].isSpaceAfter
      for token in index..<end { wordOfToken[token] = words.count }
      words.append(word(index..<end, hasSpace: hasSpace))
      index = end
    }
  }

  /// Whether the token is the bullet of a list's first item, behind the colon that announces it.
  private func isFirstBullet(_ index: Int, after start: Int) -> Bool {
    segmentation.readings[index] != nil && index > start
      && text.bytes[segmentation.tokens[index - 1].range].elementsEqual([UInt8(ascii: ":")])
  }

  /// Whether the token is a hyphen between two words without space, of which one has a letter.
  private func isJoined(at hyphen: Int) -> Bool {
    let tokens = segmentation.tokens
    guard !tokens[hyphen - 1].isSpaceAfter, !tokens[hyphen].isSpaceAfter, isHyphen(tokens[hyphen].range)
    else {
      return false
    }
    let before = analysis.upos(hyphen - 1)
    let after = analysis.upos(hyphen + 1)
    // "U.S.-led", "Hungarian-born": a verb with an argument of its own.
    if after == "VERB", before == "PROPN" || before == "NOUN" || before == "ADJ" { return false }
    return startsWord(tokens[hyphen - 1].range) && startsWord(tokens[hyphen + 1].range)
      && !(before == "NUM" && after == "NUM")
  }

  private func isHyphen(_ range: Range<Int>) -> Bool {
    let bytes = text.bytes[range]
    return bytes.elementsEqual([0x2D]) || bytes.elementsEqual([0xE2, 0x80, 0x90])
      || bytes.elementsEqual([0xE2, 0x80, 0x91])
  }

  private func startsWord(_ range: Range<Int>) -> Bool {
    let first = text.bytes[range.lowerBound]
    return first >= 0xC3 || first >= 48 && first <= 57 || (first | 32) >= 97 && (first | 32) <= 122
  }

  /// The token after a mark of Markdown that is no part of the text: emphasis, code, the target of a link.
  private func endOfMarkup(at index: Int, limit: Int) -> Int? {
    let tokens = segmentation.tokens
    let bytes = text.bytes[tokens[index].range]
    if bytes.allSatisfy({ $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "`") }) {
      return index + 1
    }
    guard bytes.elementsEqual([UInt8(ascii: "]")]), !tokens[index].isSpaceAfter, index + 1 < limit,
      text.bytes[tokens[index + 1].range].first == UInt8(ascii: "(")
    else { return nil }
    for end in index + 1..<min(limit, index + Self.longestTarget) {
      if text.bytes[tokens[end].range].last == UInt8(ascii: ")") { return end + 1 }
      if tokens[end].isSpaceAfter { return nil }
    }
    return nil
  }

  private mutating func word(_ tokens: Range<Int>, hasSpace: Bool) -> Word {
    let range = segmentation.bytes(of: tokens)
    let surface = tokens.count == 1 ? segmentation.form(tokens.lowerBound) : text.string(range)
    if segmentation.readings[tokens.lowerBound] != nil { brokenWords[words.count] = surface }
    let form = range.count > Self.longestForm ? surface : Self.plain(surface)
    let lower = form.lowercased()
    // The piece nearest to the root speaks for the whole word; so no word hangs on one that hangs on it.
    let head =
      tokens.count == 1 ? tokens.lowerBound : tokens.min { depth($0) < depth($1) } ?? tokens.lowerBound
    headToken.append(head)
    let last = tokens.upperBound - 1
    var lemma = analysis.lemmas[last].lowercased()
    if tokens.count > 1 {
      lemma = Self.plain(text.string(segmentation.bytes(of: tokens.lowerBound..<last))).lowercased() + lemma
    }
    let shape = Self.shape(surface, hasSpace: hasSpace)
    if Self.isSuffix(lower, shape) {
      // "-backed" of "Iran-backed" says what is done to what "Iran" stands before.
      let form = String(lower.dropFirst())
      lemma = verbs.lemma(of: form, model: form)
      return Word(
        range: range, lower: form, lemma: lemma, shape: shape, part: .verb, verbForm: .participle,
        relation: "amod", head: -1)
    }
    let part = PartOfSpeech(rawValue: analysis.upos(head)) ?? .other
    if part == .verb { lemma = verbs.lemma(of: lower, model: lemma) }
    return Word(
      range: range, lower: lower, lemma: lemma.isEmpty ? lower : lemma, shape: shape, part: part,
      verbForm: VerbForm(rawValue: analysis.xpos(head)), relation: analysis.relation(head), head: -1)
  }

  /// Whether a word is a participle that the segmenter left with its hyphen: "-backed", "-led".
  private static func isSuffix(_ lower: String, _ shape: Word.Shape) -> Bool {
    lower.utf8.count > 3 && lower.utf8.first == UInt8(ascii: "-") && !shape.contains(.spaceBefore)
      && !shape.contains(.punctuation)
      && WordList.participleSuffix.words.contains { lower.hasSuffix($0) }
  }

  /// How many tokens are above a token in its tree.
  private func depth(_ token: Int) -> Int {
    var depth = 0
    var head = Int(analysis.words[token].head)
    while head >= 0 {
      depth += 1
      head = Int(analysis.words[head].head)
    }
    return depth
  }

  /// A form with straight quotes and plain hyphens.
  private static func plain(_ form: String) -> String {
    guard form.utf8.contains(where: { $0 >= 0xC2 }) else { return form }
    return String(
      String.UnicodeScalarView(
        form.unicodeScalars.map { scalar -> Unicode.Scalar in
          switch scalar.value {
          case 0x2018, 0x2019: "'"
          case 0x201C, 0x201D, 0x201E, 0xAB, 0xBB: "\""
          case 0x2010, 0x2011: "-"
          default: scalar
          }
        }))
  }

  private static func shape(_ surface: String, hasSpace: Bool) -> Word.Shape {
    var shape: Word.Shape = hasSpace ? .spaceBefore : []
    guard let first = surface.unicodeScalars.first else { return shape }
    if first.value >= 48, first.value <= 57 { shape.insert(.number) }
    if first.properties.isUppercase {
      shape.insert(.capitalised)
      if surface.utf8.count <= longestForm {
        let letters = surface.unicodeScalars.filter(\.properties.isAlphabetic)
        if letters.count > 1, letters.allSatisfy(\.properties.isUppercase) { shape.insert(.acronym) }
      }
    }
    if !surface.unicodeScalars.contains(where: {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }) {
      shape.insert(.punctuation)
    }
    return shape
  }
}

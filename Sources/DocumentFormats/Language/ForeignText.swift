internal import Layout

/// Marks what is written in another language than English, which is kept for search and not read.
struct ForeignText {
  private let identifier: LanguageIdentifier

  /// - Parameter isEnglish: tells whether something is a word of English; nil where no dictionary is at hand.
  init(isEnglish: (@Sendable (String) -> Bool)? = nil) {
    var identifier = LanguageIdentifier()
    identifier.isEnglish = isEnglish
    self.identifier = identifier
  }

  /// A text with the paragraphs and sentences in another language marked, and the language of most of it.
  func marked(_ content: DocumentContent) -> DocumentContent {
    var content = content
    let paragraphs = Self.paragraphs(of: content)
    var lengths: [String: Int] = [:]
    var languages: [String?] = []
    for paragraph in paragraphs {
      let language = identifier.language(of: content.text[paragraph])
      languages.append(language)
      if let language { lengths[language, default: 0] += paragraph.count }
    }
    let main = lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    if let main, main != LanguageIdentifier.unknown { content.metadata.language = main }
    var foreign: [TextStretch] = []
    for (paragraph, language) in zip(paragraphs, languages) {
      let ranges =
        (language ?? main ?? "en") != "en" ? [paragraph] : foreignSentences(in: paragraph, of: content.text)
      foreign += ranges.map { TextStretch(range: $0, kind: .foreign) }
    }
    guard !foreign.isEmpty else { return content }
    content.layout = TextLayout(
      content.layout.stretches.flatMap { $0.kind.isProse ? Self.rest(of: $0, without: foreign) : [$0] }
        + foreign)
    if let main, main != "en" {
      content.notes.append("\(identifier.name(of: main)): kept for search, not read")
    } else {
      let count = foreign.count
      content.notes.append(
        "\(count) \(count == 1 ? "passage is" : "passages are") not English: kept for search, not read")
    }
    return content
  }

  /// The sentences of a paragraph of English that are in another language, such as what it quotes.
  private func foreignSentences(in paragraph: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    let sentences = Self.sentences(in: paragraph, of: text)
    guard sentences.count > 1 else { return [] }
    for sentence in sentences {
      guard let language = identifier.language(of: text[sentence]), language != "en" else { continue }
      if let last = found.last, last.upperBound == sentence.lowerBound {
        found[found.count - 1] = last.lowerBound..<sentence.upperBound
      } else {
        found.append(sentence)
      }
    }
    return found
  }

  /// A paragraph cut after stops with white space behind them.
  private static func sentences(in paragraph: Range<Int>, of text: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = paragraph.lowerBound
    var hasEnded = false
    for index in paragraph {
      switch text[index] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"),
        0x82 where index >= 2 && text[index - 2] == 0xE3:
        hasEnded = true
      case 32, 10:
        if hasEnded {
          sentences.append(start..<index + 1)
          start = index + 1
        }
        hasEnded = false
      case UInt8(ascii: "\""), UInt8(ascii: ")"), 0x80...0xBF, 0xC2, 0xE2: break
      default: hasEnded = false
      }
    }
    if start < paragraph.upperBound { sentences.append(start..<paragraph.upperBound) }
    return sentences
  }

  /// What is left of a stretch without those in another language.
  private static func rest(of stretch: TextStretch, without foreign: [TextStretch]) -> [TextStretch] {
    var parts: [TextStretch] = []
    var start = stretch.range.lowerBound
    var index = firstIndex(of: foreign, after: start)
    while index < foreign.count, foreign[index].range.lowerBound < stretch.range.upperBound {
      if start < foreign[index].range.lowerBound {
        var part = stretch
        part.range = start..<foreign[index].range.lowerBound
        parts.append(part)
      }
      start = max(start, foreign[index].range.upperBound)
      index += 1
    }
    if start < stretch.range.upperBound {
      var part = stretch
      part.range = start..<stretch.range.upperBound
      parts.append(part)
    }
    return parts
  }

  /// The first stretch that ends after a place.
  private static func firstIndex(of stretches: [TextStretch], after offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = low + (high - low) / 2
      if stretches[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What may be read, cut at blank lines and where the layout changes.
  private static func paragraphs(of content: DocumentContent) -> [Range<Int>] {
    let text = content.text
    var paragraphs: [Range<Int>] = []
    var stretches = content.layout.stretches[...]
    var start: Int?
    var index = 0
    func end(_ limit: Int) {
      if let first = start, first < limit { paragraphs.append(first..<limit) }
      start = nil
    }
    while index < text.count {
      while let first = stretches.first, first.range.upperBound <= index { stretches.removeFirst() }
      if let stretch = stretches.first, stretch.range.contains(index) {
        end(index)
        if stretch.kind.isProse { paragraphs.append(stretch.range) }
        index = stretch.range.upperBound
        continue
      }
      if text[index] == 10, blankLineFollows(text, index) {
        end(index)
      } else if start == nil, text[index] > 32 {
        start = index
      }
      index += 1
    }
    end(text.count)
    return paragraphs
  }

  private static func blankLineFollows(_ text: [UInt8], _ index: Int) -> Bool {
    var next = index + 1
    while next < text.count, text[next] != 10 {
      if text[next] > 32 { return false }
      next += 1
    }
    return true
  }
}

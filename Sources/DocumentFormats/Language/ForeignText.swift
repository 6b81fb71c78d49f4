internal import Layout

/// Marks what is written in another language than English, which is kept for search and not read.
enum ForeignText {
  /// The paragraphs of a text that no layout marks, with those in another language marked, and the language of most of it.
  static func marked(_ content: DocumentContent) -> DocumentContent {
    var content = content
    let identifier = LanguageIdentifier()
    let paragraphs = self.paragraphs(of: content)
    var lengths: [String: Int] = [:]
    var languages: [String?] = []
    for paragraph in paragraphs {
      let language = identifier.language(of: content.text[paragraph])
      languages.append(language)
      if let language { lengths[language, default: 0] += paragraph.count }
    }
    let main = lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    if let main { content.metadata.language = main }
    guard lengths.keys.contains(where: { $0 != "en" }) else { return content }
    var foreign: [TextStretch] = []
    for (paragraph, language) in zip(paragraphs, languages) where (language ?? main) != "en" {
      foreign.append(TextStretch(range: paragraph, kind: .foreign))
    }
    content.layout = TextLayout(
      content.layout.stretches.filter { !$0.kind.isProse || !overlaps($0, foreign) } + foreign)
    if main == "en" {
      let count = foreign.count
      content.notes.append(
        "\(count) \(count == 1 ? "paragraph is" : "paragraphs are") not English: kept for search, not read")
    } else if let main {
      content.notes.append("\(identifier.name(of: main)): kept for search, not read")
    }
    return content
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

  private static func overlaps(_ stretch: TextStretch, _ foreign: [TextStretch]) -> Bool {
    var low = 0
    var high = foreign.count
    while low < high {
      let middle = low + (high - low) / 2
      if foreign[middle].range.upperBound <= stretch.range.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < foreign.count && foreign[low].range.overlaps(stretch.range)
  }
}

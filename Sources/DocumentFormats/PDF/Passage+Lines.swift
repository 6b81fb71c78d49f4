internal import Layout

extension Passage {
  /// A passage that starts with a line of a page.
  init(kind: StretchKind, first line: PageLine, on page: PageLayout, markers: Set<String>) {
    self.init(kind: kind)
    add(wordsOf: line, on: page, markers: markers)
  }

  /// Adds the next line, joined to a word that the one before left open.
  mutating func add(
    _ line: PageLine, after previous: PageLine, on page: PageLayout, hyphens: HyphenJoining,
    markers: Set<String>
  ) {
    guard let first = line.words.first, let last = previous.words.last else { return }
    let place = SourceMap.Place.box(page: page.number, first.box)
    let hyphen = HyphenJoining.hyphenLength(last.text)
    if hyphen > 0, text.suffix(hyphen) == last.text.suffix(hyphen) {
      if hyphens.isJoined(last.text, first.text) { removeLast(hyphen) }
    } else {
      addSpace(at: place)
    }
    add(wordsOf: line, on: page, markers: markers)
  }

  private mutating func add(wordsOf line: PageLine, on page: PageLayout, markers: Set<String>) {
    for (index, word) in line.words.enumerated() {
      let place = SourceMap.Place.box(page: page.number, word.box)
      if index > 0 { addSpace(at: place) }
      // A note's number that stands raised is a word of its own on the page, and none of the text.
      let height = word.box.bottom - word.box.top
      if !isEmpty, height * 10 < line.height * 8, markers.contains(String(decoding: word.text, as: UTF8.self))
      {
        continue
      }
      add(PageFootnotes.withoutMarker(word.text, markers), at: place, isVerbatim: false)
    }
  }
}

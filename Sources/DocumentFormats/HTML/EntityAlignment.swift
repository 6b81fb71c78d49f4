/// Finds which bytes of a page's source each piece of a text stands for, whose entities gumbo has decoded.
enum EntityAlignment {
  /// Calls `piece` with each run of the text and the bytes of the source that it stands for: as many as it has where it stands there
  /// verbatim, else those of an entity, an end of line or a byte that HTML forbids.
  ///
  /// - Parameters:
  ///   - text: the text as the parser decoded it.
  ///   - source: the bytes of the page that it was decoded from.
  static func align(
    _ text: UnsafeBufferPointer<UInt8>, _ source: UnsafeBufferPointer<UInt8>,
    _ piece: (_ text: Range<Int>, _ source: Range<Int>) -> Void
  ) {
    var at = 0
    var from = 0
    var run: (text: Int, source: Int)?
    func endRun() {
      if let start = run, start.text < at { piece(start.text..<at, start.source..<from) }
      run = nil
    }
    while at < text.count {
      guard from < source.count else {
        endRun()
        // More text than source: the parser joined texts; what is left stands for the last byte.
        let end = max(0, source.count - 1)..<source.count
        return piece(at..<text.count, end)
      }
      let isTag = source[from] == UInt8(ascii: "<") && opensTag(source, from)
      if source[from] == text[at], source[from] != UInt8(ascii: "&"), !isTag {
        if run == nil { run = (at, from) }
        at += 1
        from += 1
        continue
      }
      endRun()
      if source[from] == UInt8(ascii: "&"), let found = entity(text, at, source, from) {
        piece(at..<found.text, from..<found.source)
        at = found.text
        from = found.source
      } else if source[from] == UInt8(ascii: "&"), text[at] == UInt8(ascii: "&") {
        run = (at, from)
        at += 1
        from += 1
      } else if isTag {
        // A tag that the parser ignored stands in the middle of the text.
        while from < source.count, source[from] != UInt8(ascii: ">") { from += 1 }
        from = min(source.count, from + 1)
      } else if source[from] == 13 {
        if text[at] == 10 {
          let length = from + 1 < source.count && source[from + 1] == 10 ? 2 : 1
          piece(at..<at + 1, from..<from + length)
          at += 1
          from += length
        } else {
          from += 1
        }
      } else if text[at...].starts(with: [0xEF, 0xBF, 0xBD]) {
        piece(at..<at + 3, from..<from + 1)
        at += 3
        from += 1
      } else {
        from += 1
      }
    }
    endRun()
  }

  private static func opensTag(_ source: UnsafeBufferPointer<UInt8>, _ at: Int) -> Bool {
    guard at + 1 < source.count else { return false }
    let next = source[at + 1]
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || (next | 32) &- 97 < 26
  }

  /// The ends of an entity in the text and in the source; nil where the ampersand is none.
  private static func entity(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ source: UnsafeBufferPointer<UInt8>, _ from: Int
  ) -> (text: Int, source: Int)? {
    var end = from + 1
    if end < source.count, source[end] == UInt8(ascii: "#") { end += 1 }
    let nameStart = end
    while end < source.count, end - from < 40,
      (source[end] | 32) &- 97 < 26 || source[end] &- 48 < 10
    {
      end += 1
    }
    guard end > nameStart else { return nil }
    let hasEnd = end < source.count && source[end] == UInt8(ascii: ";")
    let first = scalarEnd(text, at)
    if hasEnd {
      // Most entities are one character and some are two.
      for textEnd in [first, scalarEnd(text, first)] where goesOn(text, textEnd, source, end + 1) {
        return (textEnd, end + 1)
      }
    }
    // Old entities need no semicolon, and letters may follow them.
    for sourceEnd in stride(from: end, to: from + 2, by: -1) where goesOn(text, first, source, sourceEnd) {
      if text[at] == UInt8(ascii: "&"), first == at + 1, !names(source, from, sourceEnd, "amp") { return nil }
      return (first, sourceEnd)
    }
    return text[at] == UInt8(ascii: "&") ? nil : (first, hasEnd ? end + 1 : end)
  }

  private static func names(
    _ source: UnsafeBufferPointer<UInt8>, _ from: Int, _ end: Int, _ name: StaticString
  ) -> Bool {
    source[from + 1..<end].map { $0 | 32 }.elementsEqual(
      UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
      || source[from + 1] == UInt8(ascii: "#")
  }

  /// Whether text and source go on alike.
  private static func goesOn(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ source: UnsafeBufferPointer<UInt8>, _ from: Int
  ) -> Bool {
    guard at < text.count else { return true }
    guard from < source.count else { return false }
    if source[from] == UInt8(ascii: "&") || source[from] == UInt8(ascii: "<") || source[from] == 13 {
      return true
    }
    return source[from] == text[at] || text[at] == 0xEF
  }

  private static func scalarEnd(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    guard at < text.count else { return at }
    var end = at + 1
    while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }
}

internal import Layout

/// A paragraph, a heading, a row of a table: a stretch of a document's text that a reader of a format found.
struct Passage: Sendable {
  /// What it says, on one line where the format knows no lines.
  private(set) var text: [UInt8] = []
  /// Where its characters stand, with starts counted from its own.
  private(set) var runs: [SourceMap.Run] = []
  var kind: StretchKind
  var speaker: String?
  /// Whether it follows the passage before it on the next line, as rows and items do; else a blank line is between.
  var isTight = false
  /// The pages that start in it, with starts counted from its own.
  var pages: [PageMark] = []
  /// White space that is to be written before the next character.
  private var pendingSpace: SourceMap.Place?

  init(kind: StretchKind, speaker: String? = nil) {
    self.kind = kind
    self.speaker = speaker
  }

  var isEmpty: Bool { text.isEmpty }

  /// Adds characters that stand for a place; white space in them stays.
  mutating func add(_ bytes: some Collection<UInt8>, at place: SourceMap.Place, isVerbatim: Bool) {
    guard !bytes.isEmpty else { return }
    if let space = pendingSpace {
      pendingSpace = nil
      if !text.isEmpty, text.last != 10 { write([32], at: space, isVerbatim: false) }
    }
    write(bytes, at: place, isVerbatim: isVerbatim)
  }

  /// Asks for white space before what comes next; none at the start, and one for all that was asked for.
  mutating func addSpace(at place: SourceMap.Place) {
    if pendingSpace == nil { pendingSpace = place }
  }

  /// Starts a new line.
  mutating func addLineEnd(at place: SourceMap.Place) {
    pendingSpace = nil
    if !text.isEmpty { write([10], at: place, isVerbatim: false) }
  }

  /// Marks that a page starts with what comes next.
  mutating func addPage(_ number: Int, label: String?) {
    pages.append(PageMark(number: number, label: label, start: text.count))
  }

  /// Takes out bytes at its end.
  mutating func removeLast(_ count: Int) {
    text.removeLast(min(count, text.count))
    while let last = runs.last, last.start >= text.count { runs.removeLast() }
  }

  private mutating func write(_ bytes: some Collection<UInt8>, at place: SourceMap.Place, isVerbatim: Bool) {
    if isVerbatim, let last = runs.last, last.isVerbatim, case .bytes(let part, let range) = last.place,
      case .bytes(let otherPart, let other) = place, part == otherPart, other.lowerBound == range.upperBound
    {
      runs[runs.count - 1].place = .bytes(part: part, range.lowerBound..<other.upperBound)
    } else if !isVerbatim, let last = runs.last, !last.isVerbatim, last.place == place {
      // It stands for the same place as what is before it.
    } else {
      runs.append(SourceMap.Run(start: text.count, place: place, isVerbatim: isVerbatim))
    }
    text += bytes
  }
}

extension Passage {
  /// Adds all of another passage.
  mutating func append(_ other: Passage) {
    for (index, run) in other.runs.enumerated() {
      let end = index + 1 < other.runs.count ? other.runs[index + 1].start : other.text.count
      add(other.text[run.start..<end], at: run.place, isVerbatim: run.isVerbatim)
    }
  }
}

/// Where each character of a document's text stands in its file.
package struct SourceMap: Sendable, Hashable {
  /// A box on a page, in tenths of a point from the upper left corner.
  package struct Box: Sendable, Hashable {
    package var left: Int
    package var top: Int
    package var right: Int
    package var bottom: Int

    package init(left: Int, top: Int, right: Int, bottom: Int) {
      self.left = left
      self.top = top
      self.right = right
      self.bottom = bottom
    }

    /// The smallest box that holds this one and another.
    package func union(_ other: Box) -> Box {
      Box(
        left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
        bottom: max(bottom, other.bottom))
    }
  }

  /// A place in the file.
  package enum Place: Sendable, Hashable {
    /// Bytes of a part of the file: of the file itself, or of a file packed in it.
    case bytes(part: Int, Range<Int>)
    case box(page: Int, Box)
  }

  /// A run of the text with its place.
  package struct Run: Sendable, Hashable {
    /// Where it starts, in bytes of the text; it ends where the next one starts.
    package var start: Int
    package var place: Place
    /// Whether its bytes are those of the place, one by one; else all of it stands for all of the place.
    package var isVerbatim: Bool

    package init(start: Int, place: Place, isVerbatim: Bool) {
      self.start = start
      self.place = place
      self.isVerbatim = isVerbatim
    }
  }

  /// The names of the parts that places refer to; the file itself has an empty name.
  package var parts: [String]
  /// In the order of the text; the first starts at 0.
  package private(set) var runs: [Run]
  /// The length of the text, in bytes.
  package private(set) var length: Int

  package init(parts: [String], runs: [Run], length: Int) {
    self.parts = parts
    self.runs = runs
    self.length = length
  }

  /// The map of a text that is the file.
  package static func identity(length: Int) -> SourceMap {
    SourceMap(
      parts: [""],
      runs: length > 0
        ? [Run(start: 0, place: .bytes(part: 0, 0..<length), isVerbatim: true)] : [], length: length)
  }

  /// The place of a byte of the text; nil outside of it.
  ///
  /// - Complexity: logarithmic in the number of runs.
  package func place(at offset: Int) -> Place? {
    guard offset >= 0, offset < length, let index = run(at: offset) else { return nil }
    let run = runs[index]
    guard run.isVerbatim, case .bytes(let part, let range) = run.place else { return run.place }
    let byte = range.lowerBound + offset - run.start
    return byte < range.upperBound ? .bytes(part: part, byte..<byte + 1) : run.place
  }

  /// The places of a range of the text: one for the bytes of each part, and one for each page.
  package func places(of range: Range<Int>) -> [Place] {
    let range = range.clamped(to: 0..<length)
    guard !range.isEmpty, var index = run(at: range.lowerBound) else { return [] }
    var places: [Place] = []
    while index < runs.count, runs[index].start < range.upperBound {
      let end = index + 1 < runs.count ? runs[index + 1].start : length
      let part = range.clamped(to: runs[index].start..<end)
      if !part.isEmpty { Self.add(place(of: part, in: runs[index]), to: &places) }
      index += 1
    }
    return places
  }

  private func place(of range: Range<Int>, in run: Run) -> Place {
    guard run.isVerbatim, case .bytes(let part, let bytes) = run.place else { return run.place }
    let start = min(bytes.upperBound, bytes.lowerBound + range.lowerBound - run.start)
    return .bytes(part: part, start..<min(bytes.upperBound, start + range.count))
  }

  private static func add(_ place: Place, to places: inout [Place]) {
    switch (places.last, place) {
    case (.bytes(let part, let range), .bytes(let otherPart, let other)) where part == otherPart:
      places[places.count - 1] = .bytes(
        part: part,
        min(range.lowerBound, other.lowerBound)..<max(range.upperBound, other.upperBound))
    case (.box(let page, let box), .box(let otherPage, let other)) where page == otherPage:
      places[places.count - 1] = .box(page: page, box.union(other))
    default: places.append(place)
    }
  }

  private func run(at offset: Int) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = low + (high - low) / 2
      if runs[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

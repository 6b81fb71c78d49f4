internal import Layout

/// How the lines of a column stand to each other.
extension PageReflow {
  /// The height of most letters.
  static func commonHeight(of pages: [PageLayout]) -> Int {
    var lengths: [Int: Int] = [:]
    for page in pages { for line in page.lines { lengths[line.height, default: 0] += line.length } }
    return lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 100
  }

  /// Whether a line stands apart from those above and below it.
  func isAlone(_ index: Int, _ lines: [PageLine], _ pitch: Int) -> Bool {
    func isApart(_ other: Int) -> Bool {
      guard lines.indices.contains(other) else { return true }
      return abs(lines[other].middle - lines[index].middle) * 4 > pitch * 5
    }
    return isApart(index - 1) && isApart(index + 1) && lines.count > 1
  }

  /// The edges of the lines that stand together with each line: a running head or a figure may be wider than they are.
  static func edges(of lines: [PageLine], pitch: Int) -> [(left: Int, right: Int)] {
    var edges: [(left: Int, right: Int)] = []
    var start = 0
    for index in lines.indices {
      let isLast = index + 1 == lines.count
      guard isLast || lines[index + 1].middle - lines[index].middle > max(pitch, 1) * 5 / 2 else { continue }
      let group = lines[start...index]
      let edge = (group.map(\.box.left).min() ?? 0, group.map(\.box.right).max() ?? 0)
      edges += Array(repeating: edge, count: group.count)
      start = index + 1
    }
    return edges
  }

  /// The usual way from one line to the next.
  static func commonPitch(of lines: [PageLine]) -> Int {
    let pitches = zip(lines, lines.dropFirst()).map { $1.middle - $0.middle }.filter { $0 > 0 }.sorted()
    return pitches.isEmpty ? 0 : pitches[pitches.count / 2]
  }

  /// Whether the first word of a line would have had room at the end of the one before: then the end was meant.
  func fits(_ line: PageLine, after previous: PageLine, right: Int) -> Bool {
    guard let word = line.words.first else { return true }
    return previous.box.right + (word.box.right - word.box.left) + line.height / 2 < right
  }
}

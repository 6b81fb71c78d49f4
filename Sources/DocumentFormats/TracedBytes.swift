/// Bytes that were decoded out of others, with the place of each in those.
struct TracedBytes: Sendable {
  /// Bytes that stand for bytes of the source: one by one, or all of them for all of those.
  private struct Run {
    var start: Int
    var source: Range<Int>
    var isVerbatim: Bool
  }

  private(set) var bytes: [UInt8] = []
  private var runs: [Run] = []

  init() {}

  /// Bytes that are their own source, from an offset on.
  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    if !bytes.isEmpty { runs = [Run(start: 0, source: start..<start + bytes.count, isVerbatim: true)] }
  }

  mutating func append(_ more: some Collection<UInt8>, source: Range<Int>, isVerbatim: Bool) {
    guard !more.isEmpty else { return }
    if isVerbatim, let last = runs.last, last.isVerbatim, last.source.upperBound == source.lowerBound,
      last.source.count == bytes.count - last.start
    {
      runs[runs.count - 1].source = last.source.lowerBound..<source.upperBound
    } else {
      runs.append(Run(start: bytes.count, source: source, isVerbatim: isVerbatim))
    }
    bytes += more
  }

  /// The bytes of the source that a range stands for; empty only for an empty range.
  func source(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else {
      let start = range.lowerBound < bytes.count ? source(at: range.lowerBound).lowerBound : sourceEnd
      return start..<start
    }
    let first = source(at: range.lowerBound)
    let last = source(at: range.upperBound - 1)
    return min(first.lowerBound, last.lowerBound)..<max(first.upperBound, last.upperBound)
  }

  /// Whether the bytes of a range are those of its source, one by one.
  func isVerbatim(_ range: Range<Int>) -> Bool {
    guard let index = run(at: range.lowerBound), runs[index].isVerbatim else { return false }
    return range.upperBound <= (index + 1 < runs.count ? runs[index + 1].start : bytes.count)
  }

  /// The pieces of a range, each of which is in one run.
  func pieces(of range: Range<Int>) -> [(range: Range<Int>, source: Range<Int>, isVerbatim: Bool)] {
    var pieces: [(range: Range<Int>, source: Range<Int>, isVerbatim: Bool)] = []
    let range = range.clamped(to: 0..<bytes.count)
    var start = range.lowerBound
    guard var index = run(at: start) else { return [] }
    while start < range.upperBound {
      let end = min(range.upperBound, index + 1 < runs.count ? runs[index + 1].start : bytes.count)
      pieces.append((start..<end, source(of: start..<end), runs[index].isVerbatim))
      start = end
      index += 1
    }
    return pieces
  }

  /// These bytes, decoded once more by a function that keeps places; the result's places are those of the first source.
  func composed(with decoded: TracedBytes) -> TracedBytes {
    var result = TracedBytes()
    for (index, run) in decoded.runs.enumerated() {
      let end = index + 1 < decoded.runs.count ? decoded.runs[index + 1].start : decoded.bytes.count
      guard run.isVerbatim else {
        result.append(decoded.bytes[run.start..<end], source: source(of: run.source), isVerbatim: false)
        continue
      }
      for piece in pieces(of: run.source) {
        let start = run.start + piece.range.lowerBound - run.source.lowerBound
        result.append(
          decoded.bytes[start..<min(end, start + piece.range.count)], source: piece.source,
          isVerbatim: piece.isVerbatim)
      }
    }
    return result
  }

  private var sourceEnd: Int { runs.last?.source.upperBound ?? 0 }

  private func source(at offset: Int) -> Range<Int> {
    guard let index = run(at: offset) else { return sourceEnd..<sourceEnd }
    let run = runs[index]
    guard run.isVerbatim else { return run.source }
    let byte = run.source.lowerBound + offset - run.start
    return byte..<byte + 1
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

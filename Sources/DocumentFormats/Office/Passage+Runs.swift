internal import Layout

extension Passage {
  /// Adds characters of running text: white space in them becomes one space.
  ///
  /// - Parameters:
  ///   - source: the bytes that they stand for.
  ///   - mayBeVerbatim: whether they stand there as they are where they are as many.
  mutating func addRunning(
    _ bytes: some RandomAccessCollection<UInt8>, part: Int, source: Range<Int>, mayBeVerbatim: Bool = true
  ) {
    let isVerbatim = mayBeVerbatim && bytes.count == source.count
    var start = bytes.startIndex
    while start < bytes.endIndex {
      let length = Self.spaceLength(bytes, at: start)
      let offset = bytes.distance(from: bytes.startIndex, to: start)
      if length > 0 {
        let place = isVerbatim ? source.lowerBound + offset..<source.lowerBound + offset + length : source
        addSpace(at: .bytes(part: part, place))
        start = bytes.index(start, offsetBy: length)
        continue
      }
      var end = bytes.index(after: start)
      while end < bytes.endIndex, Self.spaceLength(bytes, at: end) == 0 { end = bytes.index(after: end) }
      let count = bytes.distance(from: start, to: end)
      let place = isVerbatim ? source.lowerBound + offset..<source.lowerBound + offset + count : source
      add(bytes[start..<end], at: .bytes(part: part, place), isVerbatim: isVerbatim)
      start = end
    }
  }

  /// The length of the white space at an index: of one space, tab, end of line or no-break space; 0 for anything else.
  private static func spaceLength<Bytes: RandomAccessCollection<UInt8>>(_ bytes: Bytes, at index: Bytes.Index)
    -> Int
  {
    switch bytes[index] {
    case 0x20, 0x09...0x0D: return 1
    case 0xC2:
      let next = bytes.index(after: index)
      return next < bytes.endIndex && bytes[next] == 0xA0 ? 2 : 0
    default: return 0
    }
  }

  /// Whether it holds nothing to read.
  var isBlank: Bool { text.allSatisfy { $0 <= 32 } }
}

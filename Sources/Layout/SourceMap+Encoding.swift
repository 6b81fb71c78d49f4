extension SourceMap {
  /// The map in few bytes, as a graph keeps it: integers in groups of seven bits, most of them differences.
  package func encoded() -> [UInt8] {
    var writer = VariableIntegers()
    writer.add(Self.format)
    writer.add(length)
    writer.add(parts.count)
    for part in parts {
      writer.add(part.utf8.count)
      writer.bytes += Array(part.utf8)
    }
    writer.add(runs.count)
    var start = 0
    var end = 0
    for run in runs {
      writer.add(run.start - start)
      start = run.start
      switch run.place {
      case .bytes(let part, let range):
        writer.add(part << 2 | (run.isVerbatim ? 1 : 0))
        writer.addSigned(range.lowerBound - end)
        writer.add(range.count)
        end = range.upperBound
      case .box(let page, let box):
        writer.add(page << 2 | 2)
        writer.addSigned(box.left)
        writer.addSigned(box.top)
        writer.addSigned(box.right - box.left)
        writer.addSigned(box.bottom - box.top)
      }
    }
    return writer.bytes
  }

  /// Reads what `encoded` wrote; nil for anything else.
  package init?(encoded bytes: [UInt8]) {
    var reader = VariableIntegerReader(bytes)
    guard reader.next() == Self.format, let length = reader.next(), let partCount = reader.next(),
      partCount <= bytes.count
    else { return nil }
    var parts: [String] = []
    for _ in 0..<partCount {
      guard let count = reader.next(), let name = reader.text(count) else { return nil }
      parts.append(name)
    }
    guard let runCount = reader.next(), runCount <= bytes.count else { return nil }
    var runs: [Run] = []
    var start = 0
    var end = 0
    for _ in 0..<runCount {
      guard let gap = reader.next(), let kind = reader.next(), start <= length - gap else { return nil }
      start += gap
      if kind & 2 == 0 {
        guard let shift = reader.nextSigned(), let count = reader.next(), kind >> 2 < parts.count,
          end + shift >= 0
        else { return nil }
        end += shift
        runs.append(
          Run(start: start, place: .bytes(part: kind >> 2, end..<end + count), isVerbatim: kind & 1 == 1))
        end += count
      } else {
        guard let left = reader.nextSigned(), let top = reader.nextSigned(), let width = reader.nextSigned(),
          let height = reader.nextSigned()
        else { return nil }
        let box = Box(left: left, top: top, right: left + width, bottom: top + height)
        runs.append(Run(start: start, place: .box(page: kind >> 2, box), isVerbatim: false))
      }
    }
    guard reader.isAtEnd else { return nil }
    self.init(parts: parts, runs: runs, length: length)
  }

  private static let format = 1
}

/// Writes integers in groups of seven bits, the lowest first (LEB128).
private struct VariableIntegers {
  var bytes: [UInt8] = []

  mutating func add(_ value: Int) {
    var rest = UInt64(bitPattern: Int64(value))
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// The sign goes to the lowest bit.
  mutating func addSigned(_ value: Int) { add((value << 1) ^ (value >> (Int.bitWidth - 1))) }
}

/// Reads integers in groups of seven bits; all of them are at most 2^48, so that sums of them cannot overflow.
private struct VariableIntegerReader {
  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  mutating func next() -> Int? {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 49 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int(value) }
      shift += 7
    }
    return nil
  }

  mutating func nextSigned() -> Int? {
    next().map { ($0 >> 1) ^ -($0 & 1) }
  }

  mutating func text(_ count: Int) -> String? {
    guard count <= bytes.count - position else { return nil }
    let text = String(validating: bytes[position..<position + count], as: UTF8.self)
    position += count
    return text
  }
}

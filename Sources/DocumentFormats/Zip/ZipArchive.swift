/// A ZIP file, read within limits (APPNOTE.TXT 6.3; without ZIP64 and encryption).
struct ZipArchive {
  /// A file in the archive.
  private struct Entry {
    var method: Int
    var isEncrypted: Bool
    var packed: Int
    var size: Int
    var headerStart: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]
  /// The names of the files, in the order of the archive.
  private(set) var names: [String] = []

  private static let mostEntries = 20_000
  /// The most bytes that one file of an archive may unpack to.
  private static let largestFile = 256 << 20

  /// - Throws: `FormatError.damaged` where the archive's directory is not to be found or not whole.
  init(_ bytes: [UInt8]) throws(FormatError) {
    self.bytes = bytes
    guard let end = Self.endOfDirectory(bytes) else {
      throw .damaged("a ZIP file without its directory; it may be cut off")
    }
    let count = Self.integer(bytes, at: end + 10, 2)
    var position = Self.integer(bytes, at: end + 16, 4)
    guard count <= Self.mostEntries else { throw FormatError(.tooLarge, "a ZIP file of \(count) files") }
    for _ in 0..<count {
      guard position + 46 <= bytes.count, Self.integer(bytes, at: position, 4) == 0x0201_4B50 else {
        throw .damaged("a ZIP file with a damaged directory")
      }
      let nameLength = Self.integer(bytes, at: position + 28, 2)
      let nameEnd = position + 46 + nameLength
      guard nameEnd <= bytes.count else { throw .damaged("a ZIP file with a damaged directory") }
      let name = String(decoding: bytes[position + 46..<nameEnd], as: UTF8.self)
      let entry = Entry(
        method: Self.integer(bytes, at: position + 10, 2),
        isEncrypted: Self.integer(bytes, at: position + 8, 2) & 1 == 1,
        packed: Self.integer(bytes, at: position + 20, 4), size: Self.integer(bytes, at: position + 24, 4),
        headerStart: Self.integer(bytes, at: position + 42, 4))
      if entries.updateValue(entry, forKey: name) == nil { names.append(name) }
      position =
        nameEnd + Self.integer(bytes, at: position + 30, 2) + Self.integer(bytes, at: position + 32, 2)
    }
  }

  /// The bytes of a file of the archive; nil where it has none of the name.
  ///
  /// - Throws: `FormatError`: `damaged`, `encrypted` or `tooLarge`.
  func file(_ name: String) throws(FormatError) -> [UInt8]? {
    guard let entry = entries[name] else { return nil }
    if entry.isEncrypted { throw FormatError(.encrypted, "encrypted; save it without a password") }
    let start = entry.headerStart
    guard start + 30 <= bytes.count, Self.integer(bytes, at: start, 4) == 0x0403_4B50 else {
      throw .damaged("\(name) in the ZIP file is damaged")
    }
    let dataStart =
      start + 30 + Self.integer(bytes, at: start + 26, 2) + Self.integer(bytes, at: start + 28, 2)
    guard dataStart <= bytes.count, entry.packed <= bytes.count - dataStart else {
      throw .damaged("\(name) in the ZIP file is cut off")
    }
    let packed = bytes[dataStart..<dataStart + entry.packed]
    switch entry.method {
    case 0: return Array(packed)
    case 8:
      do throws(FormatError) {
        return try Inflation.unpacked(packed, .raw, most: Self.largestFile)
      } catch {
        throw FormatError(error.code, "\(name) in the ZIP file: \(error.message)")
      }
    default: throw .damaged("\(name) in the ZIP file is packed in a way that is not read (\(entry.method))")
    }
  }

  /// Where the record at the end of the directory starts, which has a comment of up to 64 KiB behind it.
  private static func endOfDirectory(_ bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    var position = bytes.count - 22
    let last = max(0, position - 0xFFFF)
    while position >= last {
      if bytes[position] == 0x50, integer(bytes, at: position, 4) == 0x0605_4B50 { return position }
      position -= 1
    }
    return nil
  }

  /// A number of so many bytes, the lowest first; 0 outside of the file.
  private static func integer(_ bytes: [UInt8], at start: Int, _ count: Int) -> Int {
    guard start >= 0, start <= bytes.count - count else { return 0 }
    var value = 0
    for index in (0..<count).reversed() { value = value << 8 | Int(bytes[start + index]) }
    return value
  }
}

internal import Schema

/// Folds names so that spellings of one name compare equal: case, diacritics, quotes and hyphens do not count.
///
/// The mapping of letters is `Schema/folding.tsv`. Hyphens and dashes become spaces, quotation marks and apostrophes
/// go, and runs of white space become one space. A name of nothing but such marks stays as it is. A minus sign right
/// before the first or behind the last letter or digit is kept, since −5 is not 5 and the grade A- is not A.
package struct NameFolding: Sendable {
  private enum Replacement {
    case drop
    case space
    case text([UInt8])
  }

  private static let table: [UInt32: Replacement] = {
    var table: [UInt32: Replacement] = [:]
    for row in SchemaFile.named("folding.tsv")?.rows ?? [] where row.count == 2 {
      let ends = row[0].split(separator: ".").compactMap { UInt32($0, radix: 16) }
      guard let first = ends.first, let last = ends.last, first <= last else { continue }
      for codePoint in first...last {
        table[codePoint] = row[1].isEmpty ? .drop : .text([UInt8](row[1].utf8))
      }
    }
    for codePoint: UInt32 in [
      0x2018, 0x2019, 0x201A, 0x201B, 0x201C, 0x201D, 0x201E, 0x201F, 0x2039, 0x203A, 0xAB, 0xBB,
    ] {
      table[codePoint] = .drop
    }
    // Letters used as apostrophes in transliterations.
    for codePoint: UInt32 in [0x2B9, 0x2BA, 0x2BB, 0x2BC, 0x2BD, 0x2BE, 0x2BF, 0xB4, 0x300C, 0x300D] {
      table[codePoint] = .drop
    }
    for codePoint: UInt32 in [
      0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212, 0xA0, 0x2009, 0x200A, 0x202F, 0x3000,
    ] {
      table[codePoint] = .space
    }
    for codePoint: UInt32 in [0xAD, 0x200B, 0x200C, 0x200D, 0xFEFF] { table[codePoint] = .drop }
    // What a letter becomes may itself be a mark that does not count, as the apostrophe of ŉ.
    for (codePoint, replacement) in table {
      guard case .text(let bytes) = replacement else { continue }
      let kept = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
        if case .drop = table[scalar.value] { return false }
        return ![0x22, 0x27, 0x60].contains(scalar.value)
      }
      let isSpace = kept.count == 1 && kept.first == "-"
      let letters = kept.flatMap { [UInt8](String($0).utf8) }
      table[codePoint] = isSpace ? .space : letters.isEmpty ? .drop : .text(letters)
    }
    return table
  }()

  /// Puts the folded form of a name of nothing but ASCII into `result`; false for any other name.
  ///
  /// The same as `fold`, for a loop over millions of names.
  static func foldASCII(_ name: UnsafeRawBufferPointer, into result: inout [UInt8]) -> Bool {
    result.removeAll(keepingCapacity: true)
    var pendingSpace = false
    for byte in name {
      switch byte {
      case 0x80...: return false
      case 0x09...0x0D, 0x20, 0x2D: pendingSpace = true
      case 0x22, 0x27, 0x60: break
      default:
        if pendingSpace && !result.isEmpty { result.append(UInt8(ascii: " ")) }
        pendingSpace = false
        result.append((0x41...0x5A).contains(byte) ? byte + 0x20 : byte)
      }
    }
    if result.isEmpty { result.append(contentsOf: name) }
    restoreSigns(of: name, to: &result)
    return true
  }

  /// Puts the minus signs back that stand at the ends of a name.
  private static func restoreSigns(of name: UnsafeRawBufferPointer, to result: inout [UInt8]) {
    var start = 0
    var end = name.count
    while start < end, isSpace(name[start]) { start += 1 }
    while end > start, isSpace(name[end - 1]) { end -= 1 }
    let leading = signLength(of: name[start..<end])
    if end - start > 1, name[end - 1] == 0x2D, isLetterOrDigit(name[end - 2]) { result.append(0x2D) }
    guard leading > 0, start + leading < end else { return }
    let first = name[start + leading]
    if isLetterOrDigit(first) || first == UInt8(ascii: ".") { result.insert(0x2D, at: 0) }
  }

  /// How many bytes a hyphen or minus sign (U+2212) at the start takes.
  private static func signLength(of bytes: Slice<UnsafeRawBufferPointer>) -> Int {
    if bytes.first == 0x2D { return 1 }
    return bytes.starts(with: [0xE2, 0x88, 0x92]) ? 3 : 0
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }

  /// The folded form of a name, in time linear in its length.
  package static func fold(_ name: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(name.utf8.count)
    var pendingSpace = false
    func append(_ bytes: some Sequence<UInt8>) {
      if pendingSpace && !result.isEmpty { result.append(UInt8(ascii: " ")) }
      pendingSpace = false
      result.append(contentsOf: bytes)
    }
    for scalar in name.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: append(CollectionOfOne(UInt8(scalar.value + 0x20)))
      case 0x09...0x0D, 0x20, 0x2D: pendingSpace = true
      case 0x22, 0x27, 0x60: break
      case 0..<0x80: append(CollectionOfOne(UInt8(scalar.value)))
      default:
        switch table[scalar.value] {
        case .drop: break
        case .space: pendingSpace = true
        case .text(let bytes): append(bytes)
        case nil: append(String(scalar).utf8)
        }
      }
    }
    if result.isEmpty { return name }
    Array(name.utf8).withUnsafeBytes { restoreSigns(of: $0, to: &result) }
    return String(decoding: result, as: UTF8.self)
  }
}

/// Takes an input for a row of numbers, for targets that are driven by choices instead of text.
///
/// At the end of the input every number is 0.
struct FuzzedNumbers {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  var isAtEnd: Bool { bytes.isEmpty }

  mutating func byte() -> UInt8 { bytes.popFirst() ?? 0 }

  /// A number below `limit`, which is at least 1.
  mutating func number(below limit: Int) -> Int {
    var value = Int(byte())
    if limit > 256 { value = value << 8 | Int(byte()) }
    if limit > 1 << 16 { value = value << 8 | Int(byte()) }
    if limit > 1 << 24 { value = value << 8 | Int(byte()) }
    return value % limit
  }

  mutating func chance(_ oneIn: Int) -> Bool { number(below: oneIn) == 0 }
}

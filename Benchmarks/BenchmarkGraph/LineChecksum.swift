/// A number for a set of lines that is the same in whatever order they come: how many, and the sum of their CRC-32.
package struct LineChecksum: CustomStringConvertible, Sendable {
  private var count = 0
  private var sum: UInt64 = 0

  package init() {}

  package mutating func add(_ line: String) {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in line.utf8 {
      remainder = Self.table[Int(UInt8(truncatingIfNeeded: remainder) ^ byte)] ^ (remainder >> 8)
    }
    count += 1
    sum &+= UInt64(~remainder)
  }

  package var description: String { "\(count):\(sum)" }

  private static let table = (0..<256).map { (byte: UInt32) -> UInt32 in
    var value = byte
    for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    return value
  }
}

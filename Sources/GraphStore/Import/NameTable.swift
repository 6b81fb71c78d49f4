/// Names to numbers, in 16 bytes a slot: an open-addressing table of fingerprints.
///
/// Of a name only 96 bits of two keyed hashes are kept, so that memory does not follow the length of names. Among twenty
/// million names the chance that any two share a fingerprint is below 10⁻¹⁴. The hash is the multiply-and-fold of
/// wyhash (Wang Yi, 2019), seeded anew in each table.
package struct NameTable {
  /// A fingerprint of some bytes.
  package struct Key {
    fileprivate var low: UInt64
    fileprivate var high: UInt32
  }

  private struct Slot {
    var low: UInt64 = 0
    var high: UInt32 = 0
    /// 0 for an empty slot.
    var value: UInt32 = 0
  }

  /// How many names the table takes.
  package let limit: Int
  private(set) var count = 0
  private var slots: [Slot]
  private var mask: Int
  private let seeds: (UInt64, UInt64)

  /// - Parameter limit: the most names to hold; 24 to 36 bytes each.
  package init(limit: Int) {
    self.limit = limit
    slots = Array(repeating: Slot(), count: 1 << 12)
    mask = slots.count - 1
    seeds = (.random(in: .min ... .max), .random(in: .min ... .max))
  }

  /// Whether no name is taken any more.
  package var isFull: Bool { count >= limit }

  /// The fingerprint of bytes of a kind; equal bytes of different kinds have different fingerprints.
  @inline(__always)
  package func key(_ bytes: Bytes, kind: UInt8) -> Key {
    var first = seeds.0 ^ UInt64(kind)
    var second = seeds.1 ^ UInt64(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      first = Self.mix(first ^ word, 0xA076_1D64_78BD_642F)
      second = Self.mix(second ^ word, 0xE703_7ED1_A0B4_28DB)
      offset += 8
    }
    var word: UInt64 = 0
    while offset < bytes.count {
      word = word << 8 | UInt64(bytes[offset])
      offset += 1
    }
    first = Self.mix(first ^ word, 0x8EBC_6AF0_9C88_C6E3)
    second = Self.mix(second ^ word, 0x5899_65CC_7537_4CC3)
    first = Self.mix(first ^ UInt64(bytes.count), 0x1D8E_4E27_C47D_124F)
    return Key(low: first, high: UInt32(truncatingIfNeeded: second ^ second >> 32))
  }

  @inline(__always)
  private static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right)
    return product.high ^ product.low
  }

  /// The number of a name, or nil.
  @inline(__always)
  package func value(for key: Key) -> UInt32? {
    var index = Int(truncatingIfNeeded: key.low) & mask
    while slots[index].value != 0 {
      if slots[index].low == key.low && slots[index].high == key.high { return slots[index].value }
      index = (index + 1) & mask
    }
    return nil
  }

  /// Gives a name that has no number one, from 1; does nothing when the table is full.
  package mutating func insert(_ value: UInt32, for key: Key) {
    if isFull { return }
    if count * 3 >= slots.count * 2 { grow() }
    place(Slot(low: key.low, high: key.high, value: value))
    count += 1
  }

  private mutating func place(_ slot: Slot) {
    var index = Int(truncatingIfNeeded: slot.low) & mask
    while slots[index].value != 0 { index = (index + 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.value != 0 { place(slot) }
  }
}

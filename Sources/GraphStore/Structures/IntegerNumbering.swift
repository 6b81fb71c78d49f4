/// Numbers integers from 0 in the order in which they first come up.
///
/// An open-addressing table with linear probing (Knuth, The Art of Computer Programming 3, 6.4, Algorithm L) and
/// multiplicative hashing, over two flat arrays: at most 24 bytes an integer, no allocation for each. Looking up and
/// adding take constant expected time.
struct IntegerNumbering {
  /// The integers, by their numbers.
  private(set) var values: [Int] = []
  // A value's number plus one; 0 where the slot is free. The count is a power of two, at least a third of it free.
  private var slots: [UInt32]
  private var shift: UInt64

  init() {
    slots = [UInt32](repeating: 0, count: 16)
    shift = 60
  }

  var count: Int { values.count }

  /// The number of `value`, given to it now where it has none.
  mutating func insert(_ value: Int) -> (number: Int, isNew: Bool) {
    let slot = self.slot(of: value)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    values.append(value)
    slots[slot] = UInt32(values.count)
    if values.count &* 3 > slots.count &* 2 { grow() }
    return (values.count - 1, true)
  }

  /// The number of `value`, or nil where it has none.
  func number(of value: Int) -> Int? {
    let number = slots[slot(of: value)]
    return number == 0 ? nil : Int(number) - 1
  }

  func contains(_ value: Int) -> Bool { slots[slot(of: value)] != 0 }

  /// Where `value` is, or would go.
  private func slot(of value: Int) -> Int {
    let mask = slots.count &- 1
    // The golden ratio's bits spread neighboring identifiers over the table (Fibonacci hashing, ibid.).
    var slot = Int(truncatingIfNeeded: (UInt64(bitPattern: Int64(value)) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    while slots[slot] != 0 && values[Int(slots[slot]) &- 1] != value { slot = (slot &+ 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    shift -= 1
    for (number, value) in values.enumerated() { slots[slot(of: value)] = UInt32(number) + 1 }
  }
}

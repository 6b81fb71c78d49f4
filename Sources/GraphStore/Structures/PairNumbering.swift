/// Numbers pairs of integers from 0 in the order in which they first come up.
///
/// Looking up and adding take constant expected time, and no more memory than `IntegerNumbering`'s for each pair.
struct PairNumbering {
  private var integers = IntegerNumbering()
  private var pairs = IntegerNumbering()

  /// The number of the pair, given to it now where it has none.
  mutating func insert(_ first: Int, _ second: Int) -> (number: Int, isNew: Bool) {
    // Numbers of integers have 32 bits.
    pairs.insert(integers.insert(first).number << 32 | integers.insert(second).number)
  }
}

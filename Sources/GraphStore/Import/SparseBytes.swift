/// A byte for each number of 32 bits, 0 where none was set, in pages that are made when they are written to.
///
/// Memory follows the numbers in use, not the highest of them: 8 bytes for each 4,096 numbers up to that, and a page for
/// each 4,096 of which one is set.
struct SparseBytes {
  private static let bits = 12
  private static let pageSize = 1 << bits

  private var pages: [[UInt8]] = []

  /// The byte of a number from 0 up to that of the last that 32 bits hold.
  subscript(_ number: Int) -> UInt8 {
    get {
      let page = number >> Self.bits
      guard page < pages.count, !pages[page].isEmpty else { return 0 }
      return pages[page][number & (Self.pageSize - 1)]
    }
    set {
      let page = number >> Self.bits
      if page >= pages.count {
        pages += Array(repeating: [], count: max(page + 1 - pages.count, min(pages.count, 1 << 10)))
      }
      if pages[page].isEmpty { pages[page] = [UInt8](repeating: 0, count: Self.pageSize) }
      pages[page][number & (Self.pageSize - 1)] = newValue
    }
  }

  /// Sets the bytes of these numbers to 0 again.
  mutating func removeAll(at numbers: [UInt32]) {
    for number in numbers { self[Int(number)] = 0 }
  }
}

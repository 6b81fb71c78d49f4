/// Finds the first of many numbers without sorting all of them.
enum FirstRanks {
  /// The first `count` in order, in time n log count.
  static func first(_ count: Int, of numbers: [Int], by precedes: (Int, Int) -> Bool) -> [Int] {
    guard count < numbers.count / 4 else { return Array(numbers.sorted(by: precedes).prefix(count)) }
    guard count > 0 else { return [] }
    var kept: [Int] = []
    var bound: Int?
    for number in numbers {
      if let bound, !precedes(number, bound) { continue }
      kept.append(number)
      if kept.count >= 2 * count + 64 {
        kept.sort(by: precedes)
        kept.removeLast(kept.count - count)
        bound = kept.last
      }
    }
    return Array(kept.sorted(by: precedes).prefix(count))
  }
}

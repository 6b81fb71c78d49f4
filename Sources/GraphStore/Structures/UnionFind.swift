/// Joins numbers into sets.
///
/// Galler and Fischer's forest (An improved equivalence algorithm, 1964), the larger set's root on top, with path halving
/// (Tarjan and van Leeuwen, Worst-case analysis of set union algorithms, 1984): practically constant time a union; 8 bytes
/// a number.
struct UnionFind {
  private var parents: [UInt32]
  private var sizes: [UInt32]

  init(count: Int) {
    parents = (0..<count).map { UInt32($0) }
    sizes = [UInt32](repeating: 1, count: count)
  }

  /// The number that stands for the set.
  mutating func root(of number: Int) -> Int {
    var number = number
    while Int(parents[number]) != number {
      parents[number] = parents[Int(parents[number])]
      number = Int(parents[number])
    }
    return number
  }

  mutating func join(_ left: Int, _ right: Int) {
    var (left, right) = (root(of: left), root(of: right))
    if left == right { return }
    if sizes[left] < sizes[right] { swap(&left, &right) }
    parents[right] = UInt32(left)
    sizes[left] += sizes[right]
  }

  /// How many numbers the set of a root has.
  func size(ofRoot root: Int) -> Int { Int(sizes[root]) }
}

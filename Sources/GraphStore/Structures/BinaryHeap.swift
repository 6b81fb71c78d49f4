/// A binary heap of numbered keys, the least first; equal keys by number.
struct BinaryHeap<Key: Comparable> {
  private var items: [(key: Key, number: Int)] = []

  var count: Int { items.count }
  var first: (key: Key, number: Int)? { items.first }

  mutating func push(_ key: Key, _ number: Int) {
    items.append((key, number))
    var index = items.count - 1
    while index > 0, precedes(index, (index - 1) / 2) {
      items.swapAt(index, (index - 1) / 2)
      index = (index - 1) / 2
    }
  }

  mutating func pop() -> (key: Key, number: Int)? {
    guard let first = items.first, let last = items.popLast() else { return nil }
    if items.isEmpty { return first }
    items[0] = last
    var index = 0
    while true {
      var least = index
      for child in (2 * index + 1)...(2 * index + 2) where child < items.count && precedes(child, least) {
        least = child
      }
      if least == index { return first }
      items.swapAt(index, least)
      index = least
    }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    items[left].key == items[right].key
      ? items[left].number < items[right].number : items[left].key < items[right].key
  }
}

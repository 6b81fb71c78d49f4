import TestSupport
import Testing

@testable import GraphStore

/// The tables and heaps behind searches.
@Suite struct SearchTableTests {
  @Test func numbersAreGivenInOrderAndFoundAgain() {
    var random = SplitMix64(seed: 95)
    for spread in [50, 5_000, Int.max] {
      var table = IntegerNumbering()
      var want: [Int: Int] = [:]
      for _ in 0..<20_000 {
        var value = Int.random(in: -spread...spread, using: &random)
        // Values whose low bits are all the same.
        if random.chance(3) { value = value &<< 32 }
        let (number, isNew) = table.insert(value)
        #expect(isNew == (want[value] == nil))
        #expect(number == want[value, default: want.count])
        want[value] = number
      }
      #expect(table.count == want.count)
      for (value, number) in want {
        #expect(table.number(of: value) == number && table.values[number] == value)
      }
      for _ in 0..<1_000 {
        let value = Int.random(in: Int.min...Int.max, using: &random)
        #expect(table.number(of: value) == want[value])
        #expect(table.contains(value) == (want[value] != nil))
      }
    }
  }

  @Test func aHeapSorts() {
    var random = SplitMix64(seed: 96)
    for count in 0..<60 {
      var heap = BinaryHeap<Int>()
      let keys = (0..<count).map { _ in Int.random(in: 0...20, using: &random) }
      for (number, key) in keys.enumerated() { heap.push(key, number) }
      #expect(heap.count == count && heap.first?.key == keys.min())
      var got: [[Int]] = []
      while let (key, number) = heap.pop() { got.append([key, number]) }
      #expect(got == keys.enumerated().map { [$1, $0] }.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test func theFirstOfManyAreThoseThatSortingFinds() {
    var random = SplitMix64(seed: 97)
    for count in [0, 1, 5, 64, 200, 1_000] {
      let numbers = (0..<1_000).map { _ in Int.random(in: 0...300, using: &random) }
      #expect(FirstRanks.first(count, of: numbers, by: >) == numbers.sorted(by: >).prefix(count).map { $0 })
    }
  }

  @Test func setsThatAreJoinedHaveOneRoot() {
    var random = SplitMix64(seed: 98)
    var sets = UnionFind(count: 300)
    var labels = Array(0..<300)
    for _ in 0..<250 {
      let (left, right) = (Int.random(in: 0..<300, using: &random), Int.random(in: 0..<300, using: &random))
      sets.join(left, right)
      let (from, to) = (labels[left], labels[right])
      for index in labels.indices where labels[index] == from { labels[index] = to }
    }
    for left in 0..<300 {
      for right in 0..<300 {
        #expect((sets.root(of: left) == sets.root(of: right)) == (labels[left] == labels[right]))
      }
      #expect(sets.size(ofRoot: sets.root(of: left)) == labels.filter { $0 == labels[left] }.count)
    }
  }
}

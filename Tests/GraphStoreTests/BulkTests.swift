import TestSupport
import Testing

@testable import GraphStore

/// The parts of an import that sort and number.
@Suite struct BulkTests {
  private func records(_ count: Int, seed: UInt64, spread: UInt32) -> [EdgeRecord] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { row in
      EdgeRecord(
        subject: .random(in: 1...spread, using: &random), relation: .random(in: 1...40, using: &random),
        object: .random(in: 1...spread, using: &random), row: UInt32(row), confidence: 1)
    }
  }

  @Test(arguments: [
    (0, 100, UInt32(9)), (1, 100, 9), (99, 100, 5), (100, 100, 5), (101, 100, 5), (5_000, 97, 30),
    (5_000, 10_000, 30), (3_000, 256, .max),
  ])
  func sortedEdgesComeBackInBothOrders(count: Int, runLength: Int, spread: UInt32) throws {
    let records = records(count, seed: UInt64(count), spread: spread)
    let sorter = EdgeSorter(runLength: runLength)
    for record in records { try sorter.append(record) }
    for order in [EdgeRecord.Order.outgoing, .incoming] {
      var sorted: [EdgeRecord] = []
      try sorter.forEach(order) { sorted.append($0) }
      let want = records.sorted { $0.precedes($1, in: order) }
      #expect(sorted.map(\.row) == want.map(\.row))
    }
    sorter.removeAll()
    #expect(sorter.count == 0)
    var isAny = false
    try sorter.forEach(.outgoing) { _ in isAny = true }
    #expect(!isAny)
  }

  @Test func namesKeepTheirNumbersAsTheTableGrows() {
    var table = NameTable(limit: 20_000)
    func key(_ name: String, _ kind: UInt8) -> NameTable.Key {
      Array(name.utf8).withUnsafeBytes { table.key($0, kind: kind) }
    }
    for number in 1...UInt32(20_000) { table.insert(number, for: key("name \(number)", UInt8(number % 3))) }
    #expect(table.isFull && table.count == 20_000)
    table.insert(9, for: key("one more", 0))
    #expect(table.value(for: key("one more", 0)) == nil)
    for number in 1...UInt32(20_000) {
      #expect(table.value(for: key("name \(number)", UInt8(number % 3))) == number)
      #expect(table.value(for: key("name \(number)", UInt8((number + 1) % 3))) == nil)
    }
  }

  @Test func foldingOfASCIIIsTheFoldingOfAll() {
    var random = SplitMix64(seed: 3)
    var folded: [UInt8] = []
    for _ in 0..<2_000 {
      let name = random.hostileText(upTo: 6)
      let isFolded = Array(name.utf8).withUnsafeBytes { NameFolding.foldASCII($0, into: &folded) }
      #expect(isFolded == name.utf8.allSatisfy { $0 < 0x80 })
      if isFolded { #expect(folded == Array(NameFolding.fold(name).utf8)) }
    }
  }
}

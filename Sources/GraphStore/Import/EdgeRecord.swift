/// A row of a graph file with its entities and its relation numbered.
struct EdgeRecord {
  var subject: UInt32
  var relation: UInt32
  var object: UInt32
  var row: UInt32
  var confidence: Double

  /// The orders in which edges are written.
  enum Order {
    /// By subject, relation, object and row.
    case outgoing
    /// By object, relation, subject and row.
    case incoming
  }

  var key: EdgeKey { EdgeKey(subject: Int(subject), relation: Int(relation), object: Int(object)) }

  @inline(__always)
  func hasSameKey(as other: EdgeRecord) -> Bool {
    subject == other.subject && object == other.object && relation == other.relation
  }

  @inline(__always)
  func precedes(_ other: EdgeRecord, in order: Order) -> Bool {
    let (first, second) = order == .outgoing ? (subject, object) : (object, subject)
    let (otherFirst, otherSecond) =
      order == .outgoing ? (other.subject, other.object) : (other.object, other.subject)
    if first != otherFirst { return first < otherFirst }
    if relation != other.relation { return relation < other.relation }
    if second != otherSecond { return second < otherSecond }
    return row < other.row
  }
}

/// Sorts edges by the digits of their numbers, the last digit first, in time linear in their count.
enum EdgeRadixSort {
  private static let bits = 11

  /// Sorts edges that come in the order of their rows by subject, relation, object and row.
  static func sortOutgoing(_ records: inout [EdgeRecord], scratch: inout [EdgeRecord]) {
    sort(&records, &scratch) { $0.object }
    sort(&records, &scratch) { $0.relation }
    sort(&records, &scratch) { $0.subject }
  }

  /// Sorts edges that come in the order of `sortOutgoing` by object, relation, subject and row.
  static func sortIncoming(_ records: inout [EdgeRecord], scratch: inout [EdgeRecord]) {
    sort(&records, &scratch) { $0.relation }
    sort(&records, &scratch) { $0.object }
  }

  /// Sorts by one number and keeps the order of equal ones.
  @inline(__always)
  private static func sort(
    _ records: inout [EdgeRecord], _ scratch: inout [EdgeRecord], by number: (EdgeRecord) -> UInt32
  ) {
    var all: UInt32 = 0
    for record in records { all |= number(record) }
    var shift = 0
    while shift < 32, all >> UInt32(shift) != 0 {
      pass(&records, &scratch, shift: UInt32(shift), by: number)
      shift += bits
    }
  }

  @inline(__always)
  private static func pass(
    _ records: inout [EdgeRecord], _ scratch: inout [EdgeRecord], shift: UInt32,
    by number: (EdgeRecord) -> UInt32
  ) {
    var starts = [Int](repeating: 0, count: 1 << bits)
    let mask = UInt32(1 << bits - 1)
    for record in records { starts[Int(number(record) >> shift & mask)] += 1 }
    var sum = 0
    for digit in starts.indices {
      let count = starts[digit]
      starts[digit] = sum
      sum += count
    }
    if scratch.count < records.count {
      scratch = Array(
        repeating: EdgeRecord(subject: 0, relation: 0, object: 0, row: 0, confidence: 0),
        count: records.count)
    } else {
      scratch.removeLast(scratch.count - records.count)
    }
    scratch.withUnsafeMutableBufferPointer { target in
      for record in records {
        let digit = Int(number(record) >> shift & mask)
        target[starts[digit]] = record
        starts[digit] += 1
      }
    }
    swap(&records, &scratch)
  }
}

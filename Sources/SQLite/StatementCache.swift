internal import CSQLite

/// The prepared statements of a connection, each in a slot of its own that is either idle or on loan.
///
/// A program has some dozens of statements, so that going through their marks costs less than to hash their texts.
final class StatementCache {
  private struct Slot {
    let statement: OpaquePointer
    let sql: String
    var isIdle: Bool
  }

  /// What tells most texts apart, in the order of `slots`.
  private var marks: [UInt64] = []
  private var slots: [Slot] = []

  /// An idle statement of that text and its slot; it is on loan from now on.
  func take(_ sql: String) -> (statement: OpaquePointer, slot: Int)? {
    let mark = Self.mark(sql)
    for slot in marks.indices where marks[slot] == mark && slots[slot].isIdle && slots[slot].sql == sql {
      slots[slot].isIdle = false
      return (slots[slot].statement, slot)
    }
    return nil
  }

  /// Takes in a new statement, which is on loan; returns its slot.
  func add(_ statement: OpaquePointer, sql: String) -> Int {
    marks.append(Self.mark(sql))
    slots.append(Slot(statement: statement, sql: sql, isIdle: false))
    return slots.count - 1
  }

  /// Takes a statement back.
  func putBack(_ slot: Int) { slots[slot].isIdle = true }

  func finalizeAll() {
    for slot in slots { sqlite3_finalize(slot.statement) }
    marks = []
    slots = []
  }

  /// Length, middle and end.
  private static func mark(_ sql: String) -> UInt64 {
    var text = sql
    return text.withUTF8 { bytes in
      guard bytes.count >= 16 else { return UInt64(bytes.count) }
      let raw = UnsafeRawBufferPointer(bytes)
      let middle = raw.loadUnaligned(fromByteOffset: bytes.count / 2, as: UInt64.self)
      let end = raw.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
      return (end ^ UInt64(bytes.count)) &* 0x9E37_79B9_7F4A_7C15 ^ middle
    }
  }
}

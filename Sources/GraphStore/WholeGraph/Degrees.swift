/// How many edges each entity of a whole graph has.
struct Degrees {
  private(set) var outgoing: [UInt32]
  private(set) var incoming: [UInt32]
  private var loops: [UInt32]

  /// - Parameter count: how many entities there are.
  init(count: Int) {
    outgoing = [UInt32](repeating: 0, count: count)
    incoming = outgoing
    loops = outgoing
  }

  /// Counts an edge.
  mutating func add(subject: Int, object: Int) {
    outgoing[subject] += 1
    incoming[object] += 1
    if subject == object { loops[subject] += 1 }
  }

  /// All edges of an entity; a loop counts once.
  func all(_ number: Int) -> Int { Int(outgoing[number] + incoming[number] - loops[number]) }
}

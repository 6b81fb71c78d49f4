/// Finds the tables of contents among the lines of a column: entries that end with the number of a page, most of them after dots.
enum ContentsLines {
  /// So many entries with dots make a table.
  private static let fewestLeaders = 3
  /// An entry may be so many lines long before its number comes.
  private static let longestEntry = 2

  /// The numbers of the lines that are entries.
  ///
  /// - Complexity: linear in the lines.
  static func numbers(in lines: [PageLine]) -> Set<Int> {
    let leaders = lines.indices.filter { LineForm.isLeader(lines[$0]) }
    guard leaders.count >= fewestLeaders else { return Set(leaders) }
    var found = Set(leaders)
    // The names of chapters have numbers and no dots.
    let entries = lines.indices.filter { found.contains($0) || LineForm.endsWithPage(lines[$0]) }
    var previous: Int?
    for entry in entries {
      if let previous, entry - previous > longestEntry + 1 { continue }
      if previous != nil || found.contains(entry) || isBefore(entry, leaders) { found.insert(entry) }
      if found.contains(entry) {
        // What stands between two entries is the start of the second.
        if let previous, entry - previous > 1 { found.formUnion((previous + 1)..<entry) }
        previous = entry
      }
    }
    return found
  }

  /// Whether an entry with dots follows soon.
  private static func isBefore(_ line: Int, _ leaders: [Int]) -> Bool {
    leaders.contains { $0 > line && $0 - line <= longestEntry + 1 }
  }
}

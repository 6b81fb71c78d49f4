/// How many letters have to change to make one word of another.
enum EditDistance {
  /// The Levenshtein distance of two byte sequences, or nil when it is more than `limit`.
  ///
  /// Wagner and Fischer's table, a row at a time; time is the product of the lengths at most.
  static func between(_ left: [UInt8], _ right: some Collection<UInt8>, upTo limit: Int) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    var row = Array(0...left.count)
    for (index, letter) in right.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      var lowest = row[0]
      for column in left.indices {
        let substituted = diagonal + (left[column] == letter ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, diagonal + 1, row[column] + 1)
        lowest = min(lowest, row[column + 1])
      }
      if lowest > limit { return nil }
    }
    return row[left.count] <= limit ? row[left.count] : nil
  }
}

/// Finds what somebody meant who wrote a name wrongly.
package enum NearestNames {
  /// The names that take the fewest changes to get to, in their order, and no more than a third of the letters (one at
  /// least).
  package static func of(_ text: String, in names: [String]) -> [String] {
    let letters = Array(text.utf8)
    guard letters.count <= 64 else { return [] }
    let limit = max(1, letters.count / 3)
    let distances = names.map { EditDistance.between(letters, Array($0.utf8), upTo: limit) }
    guard let least = distances.compactMap({ $0 }).min() else { return [] }
    return zip(names, distances).filter { $0.1 == least }.map(\.0)
  }
}

/// The arguments of a predicate by role, each the head word of a phrase.
///
/// Roles are `subject`, `object`, `recipient`, `complement`, `possessive`, `compound`, `nationality`, `modifier`, `time`, and prepositions
/// (`in`, `with`, `according_to`).
struct Arguments: Sendable {
  private var entries: [(role: String, word: Int)] = []
  /// More arguments has no predicate of a text, only a tree gone wrong.
  private static let most = 100

  /// The words in a role, in the order in which they were found.
  subscript(_ role: String) -> [Int] { entries.lazy.filter { $0.role == role }.map(\.word) }

  func has(_ role: String) -> Bool { entries.contains { $0.role == role } }

  /// All roles with their words.
  var all: [(role: String, word: Int)] { entries }

  mutating func add(_ role: String, _ word: Int) {
    if entries.count < Self.most, !entries.contains(where: { $0.word == word && $0.role == role }) {
      entries.append((role, word))
    }
  }

  mutating func add(_ role: String, _ words: [Int]) {
    for word in words { add(role, word) }
  }

  /// Adds what another predicate has in roles that this one lacks.
  mutating func addMissing(from other: Arguments, where isWanted: (String) -> Bool) {
    for (role, word) in other.entries where isWanted(role) && !has(role) { add(role, word) }
  }
}

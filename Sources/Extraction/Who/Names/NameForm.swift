/// Which of two of one name is meant.
enum Generation: Sendable { case junior, senior }

/// A distinct form of a name, with all places where it stands.
struct NameForm {
  /// The form as it first stands.
  let text: String
  /// Its words in lower case, without marks, nicknames in quotes and generation ("Jr.").
  let words: [String]
  /// Whether "Jr." or "Sr." follows.
  let generation: Generation?
  /// How often its names were taken for what.
  var votes = TypeVotes()
  /// The names of the document that read so.
  var names: [Int] = []
  /// The form it was joined to, or itself.
  var parent: Int
  /// Whether its names stand for several things, each told on its own.
  var isSpread = false

  var type: NameType { votes.winner }

  /// - Parameter key: the form as `AliasList.key` writes it.
  init(text: String, key: String, position: Int) {
    self.text = text
    parent = position
    var words: [String] = []
    var generation: Generation?
    for part in key.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let bare = part.filter { $0 != "." && $0 != "(" && $0 != ")" && $0 != "\"" }
      if WordList.generation.contains(bare), !words.isEmpty {
        generation = bare.utf8.first == English.junior.utf8.first ? .junior : .senior
      } else if !bare.isEmpty {
        // "Gen." is "gen", and "J.T." stays two initials.
        words.append(part.dropLast().contains(".") ? String(part) : bare)
      }
    }
    self.words = words
    self.generation = generation
  }
}

/// What names were taken for; the most win, and of equals the first.
struct TypeVotes {
  private var votes: [(type: NameType, count: Int)] = []

  var winner: NameType {
    var best: (type: NameType, count: Int)?
    for vote in votes where vote.count > best?.count ?? 0 { best = vote }
    return best?.type ?? .unknown
  }

  mutating func add(_ type: NameType, count: Int = 1) {
    if type == .unknown { return }
    if let index = votes.firstIndex(where: { $0.type == type }) {
      votes[index].count += count
    } else {
      votes.append((type, count))
    }
  }

  mutating func add(_ other: TypeVotes) {
    for vote in other.votes { add(vote.type, count: vote.count) }
  }
}

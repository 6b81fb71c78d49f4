internal import Schema

/// One pattern of a relation: a trigger, and where its subject and object stand.
struct FramePattern: Sendable {
  /// What kind of word states the relation.
  enum Kind: String, Sendable, CaseIterable {
    case verb, noun, adjective
    /// A word that heads a name; the relation is stated by what stands with it.
    case name
    /// A title before a name.
    case title
  }

  /// A way from the trigger to a word: roles of `ClauseReading`, one after another.
  typealias Path = [String]

  /// Where an end of the claim stands.
  struct Slot: Sendable {
    /// The first way that leads to a party counts.
    var paths: [Path]
    /// The types that fit best; any will do when empty.
    var types: Set<String>
    /// Nothing of another type is taken.
    var isStrict: Bool
    /// A capital stands for its country.
    var isState: Bool
    /// Only what has a name, here or elsewhere, is taken.
    var isNamed: Bool
  }

  /// What must, or must not, stand at the end of one of some ways.
  struct Condition: Sendable {
    var paths: [Path]
    /// Lemmas; empty when anything will do.
    var lemmas: Set<String>
    var isForbidden: Bool
    /// As the file has it: "unless object.of=peace".
    var text: String
  }

  var relation: Relation
  var kind: Kind
  /// The lemmas of the words that must hang on the trigger.
  var companions: [String]
  var subject: Slot
  var object: Slot
  var conditions: [Condition]
  /// From 0 to 1.
  var confidence: Double
  /// Of patterns that read the same two parties at one trigger, those of the highest priority count.
  var priority: Int
  /// It does not compete with others.
  var isAdditional: Bool
  /// Its words are those of a class, of which nobody looked at each in this construction.
  var isOfClass = false
  /// Any word of its kind triggers it.
  var isOpen = false
  /// Where it stands, as `file:line`; a built-in file goes without its folders.
  var place: String

  /// Whether its words say who does it to whom by themselves: verbs, adjectives, and nouns for the doer, but not nouns for the deed.
  var isOwnPredicate: Bool {
    kind != .noun || subject.paths.contains { $0 == ["self"] || $0 == ["identity"] }
  }
}

/// A pattern of a frame file, by where it stands.
package struct FrameRule: Hashable, Sendable {
  /// Where it stands, as `file:line`.
  package var place: String
  /// The relation's name.
  package var relation: String
  /// What kind of word triggers it.
  package var kind: String
}

/// A sentence under a relation that its frames must read, or must not read.
package struct FrameExample: Sendable {
  /// The relation's name.
  package var relation: String
  package var sentence: String
  /// "subject | object" of each claim expected; empty for a counter-example.
  package var expected: [String]
  /// The file as it was named.
  package var file: String
  /// The line in the file, from 1.
  package var line: Int
}

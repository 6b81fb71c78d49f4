/// A step from a predicate up its tree: a word and what the word above does to it.
struct GoverningLink {
  /// How what holds of the word above passes on to this word.
  enum Passage {
    /// Nothing is above.
    case root
    /// The word above governs it with a signature.
    case governed(FactualityTable.Signature)
    /// All that is said of the word above is said of it.
    case whole
    /// A conjunction or preposition tells, whatever is said of the word above.
    case fixed(FactualityTable.Sign)
    /// It is asked whether it holds.
    case asked
    /// It shares how surely the word above holds, not its negation.
    case inherited
    /// It holds on the word of the same source, whatever is said of the word above.
    case presupposed
    /// It stands on its own.
    case independent
  }

  let word: Int
  /// The first of the words joined with it by "and", whose place in the tree it shares; itself where it is the first.
  let first: Int
  let passage: Passage
  /// The word above; -1 for none.
  let governor: Int
}

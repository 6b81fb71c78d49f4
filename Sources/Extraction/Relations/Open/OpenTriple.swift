/// What a sentence says by a predicate of its own: subject, predicate and one argument, in the text's words.
struct OpenTriple: Hashable {
  /// A phrase in the place of an argument.
  struct Argument: Hashable {
    /// The words of the phrase, without clauses and without prepositional phrases other than "of".
    var words: Range<Int>
    /// The word that heads the phrase.
    var head: Int
  }

  var subject: Argument
  /// The predicate's words: auxiliaries, negation, predicate, particle, what stands between, and last the preposition.
  var phrase: [Int]
  var object: Argument
  /// The word that states it, of which polarity, modality and tense are told.
  var predicate: Int
}

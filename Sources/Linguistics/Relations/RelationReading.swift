/// A relation that the model reads between two phrases of one sentence.
package struct RelationReading: Sendable, Hashable {
  /// What stands at one end of a relation.
  package enum PhraseKind: Sendable, Hashable {
    /// A mention, by its index in the document's mentions.
    case mention(Int)
    /// A relative pronoun such as "who", which is no mention; the clause it opens hangs on its antecedent.
    case relativePronoun
    /// An adjective or noun of a people, place or party that is no mention, such as "Iraqi" in "the Iraqi minister".
    case adjective
  }

  /// One end of a relation.
  package struct Phrase: Sendable, Hashable {
    /// Indices into the document's tokens.
    package var words: Range<Int>
    /// The token that heads it.
    package var head: Int
    package var kind: PhraseKind
  }

  package var sentence: Int
  package var subject: Phrase
  /// Of a symmetric relation the subject is the phrase that comes first.
  package var object: Phrase
  /// The relation's name in the vocabulary, which reads "subject relation object".
  package var relation: String
  /// How likely the text says so, from 0 to 1: of the relations at 0.9, about nine in ten were right on held-out documents.
  package var probability: Float
}

/// A mention of a thing, by a name, a noun or a pronoun.
struct Mention: Sendable {
  /// How a thing is mentioned.
  enum Kind: String, Sendable { case named, nominal, pronominal }

  /// Indices into the document's words.
  let words: Range<Int>
  /// The word that heads it.
  let head: Int
  /// The type in the model's words, such as `person`.
  let type: String
  let kind: Kind
  /// The number of the thing, the same for all its mentions.
  let thing: Int
}

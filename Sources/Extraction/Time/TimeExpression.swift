/// Words of a sentence that say when, and the date or period they stand for.
struct TimeExpression: Hashable, Sendable {
  /// What an expression stands for.
  enum Kind: String, Sendable {
    /// A day, a month, a season, a year, a decade or a century.
    case date
    /// From a date to another, either of which may be open ("until 1957").
    case interval
    /// A length of time ("for 20 years").
    case duration
  }

  /// The words, with the preposition where it is part of the meaning ("since 2001"); indices into the document's words.
  let words: Range<Int>
  /// The word of them that the others hang on.
  let head: Int
  /// The value in EDTF (ISO 8601-2:2019), or nil where the text and the document's date do not tell it.
  let value: String?
  let kind: Kind
  /// The word whose time it tells, as far as the expression's own place in the tree says; -1 for none.
  let governor: Int
  /// Whether it stands in brackets right behind a noun ("Halasz (1891–1968)"), of which it speaks then.
  let isBracketed: Bool
}

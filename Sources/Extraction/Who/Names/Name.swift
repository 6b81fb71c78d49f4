/// A name in the text.
struct Name: Sendable {
  /// The words of the name, without quotes, article and title; indices into the document's words.
  let words: Range<Int>
  /// The words of a title right before it ("Lieutenant General"); may be empty.
  let title: Range<Int>
  /// What kind of thing it names, as far as its sentence and the lists tell.
  let type: NameType
  /// The country that an adjective of nationality in the name stands for ("Turkish government").
  let country: String?
  /// The words of a short form in brackets right after it ("FNSA").
  let shortForm: Range<Int>?
}

/// What a name names.
enum NameType: String, Sendable, CaseIterable {
  case person, organization, group, place, event, object
  /// There is no evidence for any of the others.
  case unknown
}

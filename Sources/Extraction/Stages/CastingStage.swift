/// A document of which is known who is meant at each word, and when.
struct CastDocument {
  let document: AnnotatedDocument
  let cast: Cast
  let times: DocumentTimes
}

/// Times, and who is meant.
struct CastingStage: ReadingStage {
  let lexicon: Lexicon
  let aliases: AliasList

  func run(_ document: AnnotatedDocument) -> CastDocument {
    let times = DocumentTimes(document: document)
    let named = EntityTable(document: document, aliases: aliases, lexicon: lexicon)
    let cast = Cast(document: document, named: named, lexicon: lexicon, times: times.ofWord)
    return CastDocument(document: document, cast: cast, times: times)
  }
}

/// What statements take those for of whom nothing else tells what they are.
struct TypingStage: ReadingStage {
  func run(_ needs: (cast: Cast, types: TypeSuggestions)) -> Cast { needs.cast.taking(needs.types) }
}

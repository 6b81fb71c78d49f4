/// The names that lists know, ready to be found in a text.
struct NameList: Sendable {
  private var names: Set<String>
  /// What names may start with: the first word of each up to a space or an apostrophe.
  private var starts: Set<String>

  init(aliases: AliasList, lexicon: Lexicon) {
    names = Set(aliases.keys)
    names.formUnion(lexicon.placeNames.map(AliasList.key))
    starts = Set(names.map { String($0.prefix { $0 != " " && $0 != "'" }) })
  }

  /// Whether a name may start with the word, given in lower case.
  func mayStart(_ word: String) -> Bool { starts.contains(word) }

  /// Whether a list has the name, however it is quoted and hyphenated.
  func holds(_ name: String) -> Bool { names.contains(AliasList.key(name)) }
}

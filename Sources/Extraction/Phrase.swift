internal import Claims

/// Words of a sentence that can be an end of a claim.
struct Phrase {
  /// What a phrase stands for.
  enum Meaning {
    /// A named entity of the document.
    case entity(Int)
    /// A description with a name in it ("Masood's fighters"), or a common noun, as it is called.
    case description(String)
    /// The phrases of a list ("Tehran and Moscow").
    case list([Int])
  }

  /// All its words with article, title and quotes; indices into the document's words.
  var words: Range<Int>
  /// The words that stand for it.
  var mention: Range<Int>
  var meaning: Meaning
  /// Nil where nothing tells.
  var type: EntityType?
  /// "former" or "ex-" stands with it.
  var isFormer = false
  /// The country whose adjective is in it ("Turkish government").
  var country: String?
  /// A date's value in EDTF.
  var date: String?
  /// It names a profession, where it names a concept.
  var isProfession = false
  /// It is a pronoun.
  var isPronoun = false
}

/// The phrases of a sentence, by the words where they start and end.
struct PhraseTable {
  private(set) var phrases: [Phrase] = []
  private var byStart: [Int: [Int]] = [:]
  private var byEnd: [Int: [Int]] = [:]
  /// Words covered by a name.
  private(set) var named: Set<Int> = []

  @discardableResult
  mutating func add(_ phrase: Phrase) -> Int {
    let index = phrases.count
    phrases.append(phrase)
    byStart[phrase.words.lowerBound, default: []].append(index)
    byEnd[phrase.words.upperBound, default: []].append(index)
    if case .entity = phrase.meaning { named.formUnion(phrase.mention) }
    return index
  }

  /// The phrases that start at a word, the longest first.
  func starting(at word: Int) -> [Int] {
    (byStart[word] ?? []).sorted { (phrases[$0].words.count, $1) > (phrases[$1].words.count, $0) }
  }

  /// The phrases that end before a word, the longest first.
  func ending(at word: Int) -> [Int] {
    (byEnd[word] ?? []).sorted { (phrases[$0].words.count, $1) > (phrases[$1].words.count, $0) }
  }

  /// Whether a name, a description or a list ends before the word.
  func hasParty(endingAt word: Int) -> Bool {
    (byEnd[word] ?? []).contains { index in
      switch phrases[index].type {
      case .some(.time), .some(.quantity): false
      default: true
      }
    }
  }
}

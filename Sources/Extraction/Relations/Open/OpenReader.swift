/// Reads what a sentence says by predicates of its own, whatever they are: triples of subject, phrase and argument.
///
/// Clauses by the types of ClausIE (Del Corro and Gemulla 2013, "ClausIE: Clause-Based Open Information Extraction"), with minimal
/// arguments after MinIE (Gashteovski et al. 2017, "MinIE: Minimizing Facts in Open Information Extraction"): each object and each
/// prepositional phrase makes a triple of its own, whose phrase ends with the preposition; coordinated subjects, predicates and objects
/// are distributed; open complements join the predicate above them ("wants to buy"); a phrase inside an argument makes a triple of
/// the same subject ("is the capital of"). What no word of the sentence says ("is" between a name and its apposition) is not made.
struct OpenReader {
  let document: AnnotatedDocument
  let clauses: ClauseTable
  let spans: ArgumentSpan
  private(set) var triples: [OpenTriple] = []
  private var seen: Set<OpenTriple> = []
  /// How many triples the sentence may yield yet.
  private(set) var remaining = 0
  var words: [Word] { document.words }

  /// A sentence yields no more triples than one for each two of its words and these.
  private static let fewest = 16
  /// A longer phrase tells more than a predicate.
  static let longestPhrase = 20
  /// Clauses and phrases inside each other are followed so far.
  static let deepest = 3
  private static let longestList = 8

  init(document: AnnotatedDocument, clauses: ClauseTable, nameOfWord: [Int]) {
    self.document = document
    self.clauses = clauses
    spans = ArgumentSpan(document: document, nameOfWord: nameOfWord)
  }

  /// The triples of a sentence.
  mutating func triples(in sentence: Sentence) -> [OpenTriple] {
    triples = []
    seen = []
    remaining = Self.fewest + sentence.words.count / 2
    for word in sentence.words where remaining > 0 && isClause(word) {
      let subjects = subjects(of: word)
      if !subjects.isEmpty { read(word, of: subjects, after: Prefix(), depth: 0) }
    }
    return triples
  }

  /// The words before an argument, and the first predicate among them.
  struct Prefix {
    var words: [Int] = []
    var predicate: Int?

    static func + (prefix: Prefix, words: some Sequence<Int>) -> Prefix {
      Prefix(words: prefix.words + words, predicate: prefix.predicate)
    }
  }

  mutating func add(_ subjects: [Int], _ prefix: Prefix, _ object: Int) {
    guard let predicate = prefix.predicate, !prefix.words.isEmpty, prefix.words.count <= Self.longestPhrase
    else { return }
    let object = spans.argument(object)
    for subject in subjects {
      guard remaining > 0 else { return }
      let subject = spans.argument(subject)
      if subject.words.overlaps(object.words) || object.words.isEmpty { continue }
      let triple = OpenTriple(subject: subject, phrase: prefix.words, object: object, predicate: predicate)
      if seen.insert(triple).inserted {
        triples.append(triple)
        remaining -= 1
      }
    }
  }

  // MARK: Clauses

  func isPredicate(_ word: Int) -> Bool {
    if isVerb(word) { return true }
    return document.hasCopula(word)
  }

  func isVerb(_ word: Int) -> Bool {
    (words[word].part == .verb || words[word].part == .auxiliary
      || document.dependents(of: word).contains { words[$0].relation == "aux:pass" })
      && !["aux", "aux:pass", "cop", "amod", "compound", "case", "mark", "fixed", "flat", "compound:prt"]
        .contains(words[word].relation)
  }

  func hasSubject(_ word: Int) -> Bool { document.dependent(of: word, "nsubj") != nil }

  /// Whether a word heads a clause that no clause above it is read with.
  private func isClause(_ word: Int) -> Bool {
    guard isPredicate(word) else { return false }
    if hasSubject(word) { return true }
    let head = words[word].head
    switch words[word].relation {
    case "acl":
      return (words[word].verbForm == .participle || words[word].verbForm == .gerund)
        && marks(of: word).isEmpty
    case "acl:relcl": return true
    case "advcl", "xcomp", "conj": return head >= 0 && !isPredicate(head)
    default: return false
    }
  }

  private func subjects(of word: Int) -> [Int] {
    // "The problem is that they survive": the inner subject.
    let isOuter = document.dependent(of: word, "nsubj").map { words[$0].relation == "nsubj:outer" } ?? false
    let inner =
      isOuter
      ? document.dependents(of: word).first {
        words[$0].hangs(by: "nsubj") && words[$0].relation != "nsubj:outer"
      } : nil
    return (inner.map { document.resolved($0) } ?? clauses.subjects(of: word)).flatMap { subject in
      isRelativeOrExpletive(subject) ? [] : members(of: subject)
    }
  }

  private func isRelativeOrExpletive(_ word: Int) -> Bool {
    words[word].relation == "expl" || words[word].part == .adverb
      || document.isRelativePronoun(word) && words[word].lower != English.that
  }

  /// The heads of a list of phrases.
  func members(of word: Int) -> [Int] {
    document.tree.members(of: word, atMost: Self.longestList) {
      !isPredicate($0) && !spans.isSameName(word, $0)
    }
  }

  // MARK: Predicates

  /// A predicate's own word with auxiliaries, copula, negation and particle; of what has a copula, only that.
  func group(of word: Int) -> [Int] {
    let isCopular = self.isCopular(word)
    var found = document.tree.predicateWords(of: word)
    if isCopular { found += document.dependents(of: word).filter { words[$0].relation == "cop" } }
    if found.allSatisfy({ words[$0].relation == "compound:prt" }) {
      found = sharedAuxiliaries(of: word) + found
    }
    if !isCopular { found.append(word) }
    return found.sorted()
  }

  /// Whether a copula makes a noun or an adjective the predicate.
  func isCopular(_ word: Int) -> Bool {
    !isVerb(word) && document.hasCopula(word)
  }

  /// "was cut and flushed", "could help and deter": the auxiliaries of the first predicate are those of the second too.
  private func sharedAuxiliaries(of word: Int) -> [Int] {
    guard words[word].relation == "conj", !hasSubject(word), words[word].head >= 0 else { return [] }
    let first = words[word].head
    let isPassive = document.dependents(of: first).contains { words[$0].relation == "aux:pass" }
    guard let form = words[word].verbForm,
      form == words[first].verbForm && (form == .participle || form == .gerund || form == .base)
        // "were mobilized and recalled": the tagger's guess at a form that may be both.
        || isPassive && form == .past && word - first < 4 && document.dependent(of: word, "obj") == nil
    else { return [] }
    return document.dependents(of: first).filter {
      words[$0].hangs(by: "aux")
        || words[$0].relation == "advmod" && WordList.negation.contains(words[$0].lower)
    }
  }
}

/// What the words that hang on a word tell about it: its negation, auxiliaries, opener, subject and source.
struct ClauseMarks {
  /// "Not", "never" and the like stand at it an odd number of times.
  var isNegated = false
  var negationWord = -1
  /// What a modal verb says.
  var modal: FactualityTable.Sign?
  var modalWord = -1
  /// What an adverb ("perhaps") or, of a noun, an adjective ("planned") says.
  var adverb: FactualityTable.Sign?
  var adverbWord = -1
  /// What a determiner says of a noun: "no", "few".
  var determiner: FactualityTable.Sign?
  var determinerWord = -1
  /// The conjunction or preposition that opens it, and the words fixed to it with "_" between.
  var opener: String?
  var openerWord = -1
  /// The opener with spaces between its words; empty for none.
  var openerPhrase: String { opener?.split(separator: "_").joined(separator: " ") ?? "" }
  /// Whether the opener is "even if", which makes no condition.
  var isEvenIf: Bool { opener == English.even + "_" + English.if }
  /// Whether it opens with "according to" or "per".
  var namesSource: Bool {
    openerPhrase.split(separator: " ").first.map { WordList.sourcePreposition.contains(String($0)) } ?? false
  }
  var isInfinitive = false
  /// A word that asks stands in it: "where", "why".
  var hasQuestionWord = false
  var subject = -1
  var agent = -1
  var hasExpletive = false
  var hasComplement = false
  var hasObject = false
  var isPassive = false
  var copula = -1
  var firstAuxiliary = -1
  var hasBe = false
  var hasHave = false
  var hasDo = false
  /// The coordinator before it: "and", "but".
  var coordinator: String?
  var coordinatorWord = -1
  /// A conditional clause that hangs on it.
  var condition = -1
  /// The head of a source that hangs on it ("according to Beijing", "in Holm's view").
  var source = -1
  /// A clause of saying put into it ("…, Holm wrote, …").
  var parenthesis = -1
  /// Arguments that negate the clause ("nobody", "no government"): the first, and how many.
  var negativeArgument = -1
  var negativeArguments = 0
  var isDefinite = false
  var isIndefinite = false
  var isPastNoun = false
  var isTooMuch = false
  var isFirst = false
  var hasUntil = false
  var hasYet = false
  /// A particle that makes another verb of it, "went on", or -1.
  var particle = -1
}

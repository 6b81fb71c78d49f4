internal import Claims

struct Factuality {
  var polarity = Claim.Polarity.positive
  var modality = Claim.Modality.certain
  var tense: Claim.Tense?
  var attribution: Int?
  var isQuestion = false
}

struct FactualityReader {
  init(document: AnnotatedDocument, lexicon: Lexicon, sentence: Sentence) {}
  func factuality(of predicate: Int, arguments: [Int]) -> Factuality { Factuality() }
}

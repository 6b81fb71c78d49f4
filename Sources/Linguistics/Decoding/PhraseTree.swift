/// A part of a sentence as its tree sees it; words count from 0, heads from 1 with 0 for the root.
struct PhraseTree {
  let upos: ArraySlice<UInt8>
  let heads: ArraySlice<Int32>
  /// For each label of UPOS, whether such a word can head a mention.
  let canHead: [Bool]

  /// The first word of the span whose head lies outside of it, function words and marks left out; else the first word.
  func head(of span: ClosedRange<Int>) -> Int {
    for word in span {
      let head = Int(heads[heads.startIndex + word]) - 1
      if !span.contains(head), canHead[Int(upos[upos.startIndex + word])] { return word }
    }
    return span.lowerBound
  }

  /// Which labels can head a mention.
  static func canHead(_ labels: [String]) -> [Bool] {
    labels.map { !["PUNCT", "ADP", "CCONJ"].contains($0) }
  }
}

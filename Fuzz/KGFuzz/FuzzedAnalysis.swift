internal import Layout

@testable internal import Linguistics

/// An analysis that is made of an input's bytes: words of a small vocabulary with any tags, trees, names and mentions.
struct FuzzedAnalysis {
  private var numbers: FuzzedNumbers
  private let labels: ModelLabels
  private var text: [UInt8] = []
  private var tokens: [Token] = []
  private var sentences: [SentenceSpan] = []
  private var words: [DocumentAnalysis.WordReading] = []
  private var mentions: [DocumentAnalysis.Mention] = []

  private static let mostWords = 400

  private static let vocabulary: [[UInt8]] = [
    "?", ".", ",", "!", ";", ":", "-", "—", "…", "\"", "“", "”", "'", "’", "''", "(", ")", "[", "]", "/", "&",
    "$", "%",
    "#", "*", "a", "the", "of", "in", "on", "by", "to", "from", "for", "with", "and", "or", "but", "if",
    "that",
    "who", "which", "whose", "not", "n't", "no", "never", "'s", "he", "she", "it", "they", "his", "her",
    "their", "I",
    "we", "you", "this", "there", "is", "was", "were", "be", "been", "has", "had", "did", "will", "would",
    "could",
    "may", "said", "says", "told", "denied", "according", "visited", "met", "killed", "attacked", "founded",
    "married", "lives", "born", "died", "became", "appointed", "joined", "Anna", "Berg", "Karl", "Holm",
    "Norway", "Oslo",
    "Taliban", "Kabul", "NATO", "UN", "University", "Party", "Minister", "President", "General", "Mr.", "Dr.",
    "leader", "president", "son", "wife", "brother", "member", "capital", "city", "company", "head", "ally",
    "group",
    "former", "new", "Norwegian", "two", "1990", "2001", "May", "4", "Monday", "yesterday", "last", "year",
    "week", "ago",
    "since", "until", "before", "after", "between", "during", "now", "Q", "A", "right", "both", "either",
    "neither", "as",
    "北京", "é", "\u{FFFD}", "😀", "\u{0}", "reportedly", "allegedly", "perhaps", "because", "than", "support",
    "war",
  ].map { Array($0.utf8) }

  init(_ bytes: [UInt8], labels: ModelLabels) {
    numbers = FuzzedNumbers(bytes)
    self.labels = labels
  }

  consuming func analysis() -> DocumentAnalysis {
    while !numbers.isAtEnd && tokens.count < Self.mostWords { addSentence() }
    let segmentation = Segmentation(text: DocumentText(text), tokens: tokens, sentences: sentences)
    return DocumentAnalysis(
      segmentation: segmentation, words: words,
      lemmas: tokens.indices.map { segmentation.form($0).lowercased() },
      mentions: mentions.sorted {
        ($0.sentence, $0.words.lowerBound, $1.words.upperBound) < (
          $1.sentence, $1.words.lowerBound, $0.words.upperBound
        )
      }, labels: labels)
  }

  private mutating func addSentence() {
    let form = numbers.byte()
    let first = tokens.count
    let count = 1 + Int(form & 15) * (form & 16 == 0 ? 1 : 3)
    for _ in 0..<count { addWord() }
    let range = first..<tokens.count
    addTree(over: range)
    addMentions(in: range)
    sentences.append(
      SentenceSpan(
        words: range, content: min(first + (form & 32 == 0 ? 0 : 1), range.upperBound)..<range.upperBound,
        range: tokens[first].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound,
        kind: form & 64 == 0 ? .body : [.heading, .list, .code][Int(form) % 3],
        startsParagraph: form & 128 != 0,
        turn: form & 96 == 96 ? first : nil))
  }

  private mutating func addWord() {
    let word = Self.vocabulary[numbers.number(below: Self.vocabulary.count)]
    let start = text.count
    text += word
    let isSpaceAfter = !numbers.chance(4)
    tokens.append(Token(range: start..<text.count, isSpaceAfter: isSpaceAfter))
    if isSpaceAfter { text.append(0x20) }
    words.append(
      DocumentAnalysis.WordReading(
        upos: UInt8(numbers.number(below: labels.upos.count)),
        xpos: UInt8(numbers.number(below: labels.xpos.count)),
        features: UInt16(numbers.number(below: labels.features.count)),
        relation: UInt8(numbers.number(below: labels.relations.count)),
        name: numbers.chance(3) ? UInt8(numbers.number(below: labels.names.count)) : 0))
  }

  /// Hangs each word on one that was hung before it; whether the next is to the left or to the right is the input's choice.
  private mutating func addTree(over range: Range<Int>) {
    let root = range.lowerBound + numbers.number(below: range.count)
    var (left, right) = (root - 1, root + 1)
    var hung = [root]
    while hung.count < range.count {
      let choice = numbers.byte()
      let goesLeft = left >= range.lowerBound && (right >= range.upperBound || choice & 1 == 0)
      let word = goesLeft ? left : right
      if goesLeft { left -= 1 } else { right += 1 }
      words[word].head = Int32(hung[Int(choice >> 1) % hung.count])
      hung.append(word)
    }
  }

  private mutating func addMentions(in range: Range<Int>) {
    for _ in 0..<numbers.number(below: 4) {
      let start = range.lowerBound + numbers.number(below: range.count)
      let end = start + 1 + numbers.number(below: range.upperBound - start)
      mentions.append(
        DocumentAnalysis.Mention(
          sentence: sentences.count, words: start..<end,
          type: UInt8(numbers.number(below: labels.mentionTypes.count)),
          kind: UInt8(numbers.number(below: labels.mentionKinds.count)),
          head: start + numbers.number(below: end - start), entity: numbers.number(below: 4)))
    }
  }
}

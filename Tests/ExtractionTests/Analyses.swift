import TestSupport

@testable import Extraction
@testable import Linguistics

extension Extractor {
  /// One for all tests: it takes a while to make.
  static let shared = Result { try Extractor(model: .embedded()) }
}

/// Analyses that no model made: for what must hold whatever the model says, and for texts that would take it long.
struct Analyses {
  let labels: ModelLabels
  private let segmenter: Segmenter

  init() throws {
    labels = try ReadingModel.embedded().labels
    segmenter = try Segmenter()
  }

  func segmentation(_ text: String) -> Segmentation { segmenter.segment(DocumentText([UInt8](text.utf8))) }

  /// Tags, trees, names and mentions by chance.
  func random(_ text: String, using random: inout SplitMix64) -> DocumentAnalysis {
    let segmentation = segmentation(text)
    var words: [DocumentAnalysis.WordReading] = []
    var mentions: [DocumentAnalysis.Mention] = []
    for (index, sentence) in segmentation.sentences.enumerated() {
      // Each word hangs on one that was hung before it, in an order by chance.
      let order = sentence.words.shuffled(using: &random)
      var heads = [Int: Int32](minimumCapacity: order.count)
      for (position, word) in order.enumerated() {
        heads[word] = position == 0 ? -1 : Int32(order[Int.random(in: 0..<position, using: &random)])
      }
      for word in sentence.words {
        words.append(
          DocumentAnalysis.WordReading(
            upos: UInt8.random(in: 0..<UInt8(labels.upos.count), using: &random),
            xpos: UInt8.random(in: 0..<UInt8(labels.xpos.count), using: &random),
            head: heads[word] ?? -1,
            relation: UInt8.random(in: 0..<UInt8(labels.relations.count), using: &random),
            name: random.chance(3) ? UInt8.random(in: 0..<UInt8(labels.names.count), using: &random) : 0))
      }
      for start in sentence.words where random.chance(4) {
        let end = Int.random(in: start + 1...min(sentence.words.upperBound, start + 20), using: &random)
        mentions.append(
          DocumentAnalysis.Mention(
            sentence: index, words: start..<end,
            type: UInt8.random(in: 0..<UInt8(labels.mentionTypes.count), using: &random),
            kind: UInt8.random(in: 0..<UInt8(labels.mentionKinds.count), using: &random),
            head: Int.random(in: start..<end, using: &random), entity: Int.random(in: 0...5, using: &random)))
      }
    }
    return DocumentAnalysis(
      segmentation: segmentation, words: words,
      lemmas: words.indices.map { segmentation.form($0).lowercased() },
      mentions: mentions, labels: labels)
  }

  /// What some words are, for a text of them; any other capital is a place's name.
  static let known: [String: (upos: String, xpos: String)] = [
    "visited": ("VERB", "VBD"), "visit": ("VERB", "VB"), "attacked": ("VERB", "VBD"), "and": ("CCONJ", "CC"),
    "to": ("PART", "TO"),
    "who": ("PRON", "WP"), "of": ("ADP", "IN"), "the": ("DET", "DT"), "She": ("PRON", "PRP"),
    "she": ("PRON", "PRP"),
    "He": ("PRON", "PRP"), "It": ("PRON", "PRP"), "They": ("PRON", "PRP"), "her": ("PRON", "PRP"),
    "left": ("VERB", "VBD"),
  ]

  /// Tags by the word alone; `people` are the words of people's names.
  func plain(
    _ text: String, people: Set<String> = [],
    mentions: (Segmentation) -> [DocumentAnalysis.Mention] = { _ in [] }
  ) throws -> DocumentAnalysis {
    let segmentation = segmentation(text)
    func number(_ label: String, _ labels: [String]) -> UInt8 { UInt8(labels.firstIndex(of: label) ?? 0) }
    var words: [DocumentAnalysis.WordReading] = []
    var before = "O"
    for index in segmentation.tokens.indices {
      let form = segmentation.form(index)
      let isName = Self.known[form] == nil && form.first?.isUppercase == true
      let tag = isName ? people.contains(form) ? "PER" : "LOC" : "O"
      let (upos, xpos) =
        Self.known[form]
        ?? (isName ? ("PROPN", "NNP") : form.first?.isLetter == true ? ("NOUN", "NN") : ("PUNCT", "."))
      words.append(
        DocumentAnalysis.WordReading(
          upos: number(upos, labels.upos), xpos: number(xpos, labels.xpos),
          relation: number("dep", labels.relations),
          name: number(tag == "O" ? "O" : (tag == before ? "I-" : "B-") + tag, labels.names)))
      before = tag
    }
    let lemmas = ["visited": "visit", "attacked": "attack", "left": "leave"]
    return DocumentAnalysis(
      segmentation: segmentation, words: words,
      lemmas: words.indices.map { lemmas[segmentation.form($0)] ?? segmentation.form($0).lowercased() },
      mentions: mentions(segmentation), labels: labels)
  }

  /// One chain: each word hangs on the one before it, or behind it, by the same relation.
  func chain(
    _ text: String, upos: String, xpos: String, relation: String, isBackward: Bool
  ) -> DocumentAnalysis {
    let segmentation = segmentation(text)
    func number(_ label: String, _ labels: [String]) -> UInt8 { UInt8(labels.firstIndex(of: label) ?? 0) }
    var words: [DocumentAnalysis.WordReading] = []
    for sentence in segmentation.sentences {
      for word in sentence.words {
        let head = isBackward ? word + 1 : word - 1
        words.append(
          DocumentAnalysis.WordReading(
            upos: number(upos, labels.upos), xpos: number(xpos, labels.xpos),
            head: sentence.words.contains(head) ? Int32(head) : -1,
            relation: number(relation, labels.relations), name: 0))
      }
    }
    return DocumentAnalysis(
      segmentation: segmentation, words: words,
      lemmas: words.indices.map { segmentation.form($0).lowercased() },
      mentions: [], labels: labels)
  }

  /// A mention of the first words that read so, from a token on.
  func mention(
    _ form: String, _ kind: String, of entity: Int, type: String = "person", in segmentation: Segmentation,
    from start: Int = 0
  ) -> DocumentAnalysis.Mention? {
    let forms = form.split(separator: " ").map(String.init)
    for first in start..<max(start, segmentation.tokens.count - forms.count + 1)
    where forms.indices.allSatisfy({ segmentation.form(first + $0) == forms[$0] }) {
      let words = first..<first + forms.count
      return DocumentAnalysis.Mention(
        sentence: segmentation.sentences.firstIndex { $0.words.contains(first) } ?? 0, words: words,
        type: UInt8(labels.mentionTypes.firstIndex(of: type) ?? 0),
        kind: UInt8(labels.mentionKinds.firstIndex(of: kind) ?? 0),
        head: words.upperBound - 1, entity: entity)
    }
    return nil
  }
}

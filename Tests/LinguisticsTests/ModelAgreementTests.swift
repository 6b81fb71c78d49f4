import Testing

@testable import Linguistics

/// Swift and PyTorch must read alike.
///
/// Both round the layers' inputs to 255 steps, and where a sum lies on the edge of a step the two may round apart; so the
/// scores are compared with some slack.
@Suite struct ModelAgreementTests {
  private let model: ReadingModel

  init() throws { model = try ReadingModel.embedded() }

  @Test func wordsFallIntoTheSamePieces() throws {
    for row in try ReferenceVectors.words() {
      var plain: [UInt8] = []
      Typography.plain(Array(row.word.utf8), into: &plain)
      var pieces: [Int32] = []
      plain.withUnsafeBufferPointer { model.tokeniser.append($0, to: &pieces) }
      #expect(pieces == row.pieces, "\(row.word)")
    }
  }

  @Test func sentencesHaveTheSamePiecesAndShapes() throws {
    let reader = BatchReader(model: model)
    for sentence in try ReferenceVectors.sentences() {
      let segmentation = Segmentation(sentences: [(sentence.forms, sentence.spaces)])
      let pieces = reader.pieces(of: 0..<sentence.forms.count, in: segmentation)
      #expect(pieces.pieces == Array(sentence.pieces.dropFirst().dropLast()))
      #expect(pieces.shapes == Array(sentence.shapes.dropFirst().dropLast()))
      #expect(pieces.first.map { Int($0) + 1 } == sentence.first)
      #expect(pieces.last.map { Int($0) + 1 } == sentence.last)
    }
  }

  @Test func scoresOfNamesAgree() throws {
    var greatest: Float = 0
    let reader = BatchReader(model: model)
    for sentence in try ReferenceVectors.sentences() {
      let segmentation = Segmentation(sentences: [(sentence.forms, sentence.spaces)])
      let words = 0..<sentence.forms.count
      let reading = reader.read(
        [Passage(sentence: 0, words: words, kept: words)],
        pieces: [reader.pieces(of: words, in: segmentation)],
        in: segmentation)[0]
      for (own, other) in zip(reading.names, sentence.names.flatMap { $0 }) {
        greatest = max(greatest, abs(own - other))
      }
    }
    print("greatest difference of a score:", greatest)
    // Python scores with weights of full width; those here are of one byte.
    #expect(greatest < 0.75)
  }

  @Test func readingsAgree() throws {
    let analyser = DocumentAnalyser(model: model)
    var words = 0
    var apart = 0
    for sentence in try ReferenceVectors.sentences() {
      let analysis = analyser.analyse(Segmentation(sentences: [(sentence.forms, sentence.spaces)]))
      let tokens = sentence.forms.indices
      #expect(tokens.map(analysis.upos) == sentence.analysis.upos, "\(sentence.forms)")
      #expect(tokens.map(analysis.xpos) == sentence.analysis.xpos, "\(sentence.forms)")
      #expect(tokens.map(analysis.features) == sentence.analysis.feats, "\(sentence.forms)")
      #expect(analysis.lemmas == sentence.analysis.lemmas)
      #expect(tokens.map(analysis.nameTag) == sentence.analysis.names, "\(sentence.forms)")
      words += tokens.count
      apart +=
        tokens.filter { token in
          Int(analysis.words[token].head) + 1 != sentence.analysis.heads[token]
            || analysis.relation(token) != sentence.analysis.relations[token]
        }.count
    }
    // Two heads of nearly the same score may change places where a step was rounded apart.
    #expect(apart * 50 <= words, "\(apart) of \(words) words hang elsewhere")
  }

  @Test func mentionsAndEntitiesAgree() throws {
    let document = try ReferenceVectors.document()
    let segmentation = Segmentation(sentences: document.sentences.map { ($0.forms, $0.spaces) })
    let analysis = DocumentAnalyser(model: model).analyse(segmentation)
    let mentions = analysis.mentions.map { mention in
      let start = segmentation.sentences[mention.sentence].words.lowerBound
      return [
        mention.sentence, mention.words.lowerBound - start, mention.words.upperBound - 1 - start,
        Int(mention.type),
        Int(mention.kind), mention.head - start,
      ]
    }
    let expected = document.mentions.map { Array($0.prefix(6)) }
    // A mention whose score lies on its threshold may be there for one and not for the other, or be of another kind.
    let apart = Set(mentions).symmetricDifference(expected)
    #expect(apart.count * 20 <= expected.count, "\(apart.sorted { $0.lexicographicallyPrecedes($1) })")
    // Those that both read are linked alike.
    let (own, other) = (mentions.map { Array($0.prefix(3)) }, expected.map { Array($0.prefix(3)) })
    let shared = Set(own).intersection(other)
    let here = Self.groups(
      zip(own, analysis.mentions.map(\.entity)).filter { shared.contains($0.0) }.map(\.1))
    let there = Self.groups(zip(other, document.entities).filter { shared.contains($0.0) }.map(\.1))
    // Two antecedents of nearly the same score may change places where a step was rounded apart.
    #expect(here.count == there.count && zip(here, there).count { $0 != $1 } * 40 <= here.count)
  }

  /// The entities of mentions, counted anew in the order in which they come up.
  private static func groups(_ entities: [Int]) -> [Int] {
    var numbers: [Int: Int] = [:]
    return entities.map { entity in
      let next = numbers.count
      numbers[entity] = numbers[entity] ?? next
      return numbers[entity] ?? next
    }
  }
}

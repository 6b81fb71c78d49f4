import Claims
import Linguistics
import Schema
import TestSupport
import Testing

@testable import Extraction

/// The frames of one relation do not get in the way of those of another.
@Suite struct FrameBlockTests {
  private let extractor: Extractor
  /// The text of each relation's frames.
  private let blocks: [(relation: String, text: String)]

  init() throws {
    extractor = try Extractor.shared.get()
    blocks = Vocabulary.builtIn.relations.map { ($0.name, BuiltInFrames.text(of: $0.name)) }
      .filter { !$0.1.isEmpty }
  }

  private func extractor(of chosen: [Int]) throws -> Extractor {
    var table = FrameTable()
    for block in chosen.sorted() {
      var file = FrameFile(file: blocks[block].relation, vocabulary: .builtIn, lexicon: .builtIn)
      try file.read(blocks[block].text, into: &table)
    }
    return extractor.replacingFrames(by: table)
  }

  /// What the frames say of a text, by what they say it and at which word.
  private func claims(_ extractor: Extractor, _ analysis: DocumentAnalysis) -> Set<String> {
    let reading = extractor.read(analysis, name: "example", digest: [])
    return Set(
      reading.claims.filter { $0.method == .frame }.map { claim in
        "\(claim.subject.name) | \(claim.relation) | \(claim.object.name) \(claim.polarity) \(claim.modality)"
      })
  }

  @Test(arguments: 0..<6) func `one more block takes no claim from any half of them`(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let segmenter = try Segmenter()
    let analyser = DocumentAnalyser(model: try ReadingModel.embedded())
    let shuffled = Array(blocks.indices).shuffled(using: &random)
    let half = Array(shuffled.prefix(blocks.count / 2))
    let added = shuffled.dropFirst(blocks.count / 2).prefix(12)
    let known = Set(half.map { blocks[$0].relation })
    let before = try extractor(of: half)
    let examples = extractor.examples.filter { !$0.expected.isEmpty && known.contains($0.relation) }
      .shuffled(using: &random).prefix(80)
    var read: [(analysis: DocumentAnalysis, sentence: String, claims: Set<String>)] = []
    for example in examples {
      let analysis = analyser.analyse(segmenter.segment(DocumentText(Array(example.sentence.utf8))))
      read.append((analysis, example.sentence, claims(before, analysis)))
    }
    #expect(read.contains { !$0.claims.isEmpty })
    for block in added {
      let after = try extractor(of: half + [block])
      for (analysis, sentence, claims) in read {
        let lost = claims.subtracting(self.claims(after, analysis))
        #expect(lost.isEmpty, "\(blocks[block].relation) takes \(lost) from \(sentence)")
      }
    }
  }
}

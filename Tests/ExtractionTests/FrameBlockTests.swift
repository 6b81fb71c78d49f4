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

  private func claims(_ extractor: Extractor, _ analysis: DocumentAnalysis) -> [Claim] {
    extractor.read(analysis, name: "example", digest: []).claims.filter { $0.method == .frame }
  }

  /// What a claim says, by whatever pattern it was read.
  private func statement(_ claim: Claim) -> String {
    "\(claim.subject.name) | \(claim.relation) | \(claim.object.name) \(claim.polarity) \(claim.modality)"
  }

  /// Whether another claim of the same two, in either direction, by the block that was added stands where a claim was.
  ///
  /// "Captain" before a name is a rank until the frames know of offices; which of them has more right is written in the frames.
  private func isReadAnew(_ claim: Claim, by relation: String, among claims: [Claim]) -> Bool {
    let ends: Set = [claim.subject.name, claim.object.name]
    return claims.contains { $0.relation == relation && Set([$0.subject.name, $0.object.name]) == ends }
  }

  @Test(arguments: 0..<3)
  func `one more block takes no claim from any half of them but those that it reads its own way`(seed: Int)
    throws
  {
    var random = SplitMix64(seed: UInt64(seed))
    let segmenter = try Segmenter()
    let analyser = DocumentAnalyser(model: try ReadingModel.embedded())
    let shuffled = Array(blocks.indices).shuffled(using: &random)
    let half = Array(shuffled.prefix(blocks.count / 2))
    let added = shuffled.dropFirst(blocks.count / 2).prefix(8)
    let known = Set(half.map { blocks[$0].relation })
    let before = try extractor(of: half)
    let examples = extractor.examples.filter { !$0.expected.isEmpty && known.contains($0.relation) }
      .shuffled(using: &random).prefix(60)
    var read: [(analysis: DocumentAnalysis, sentence: String, claims: [Claim])] = []
    for example in examples {
      let analysis = analyser.analyse(segmenter.segment(DocumentText(Array(example.sentence.utf8))))
      read.append((analysis, example.sentence, claims(before, analysis)))
    }
    #expect(read.contains { !$0.claims.isEmpty })
    for block in added {
      let after = try extractor(of: half + [block])
      for (analysis, sentence, claims) in read {
        let now = self.claims(after, analysis)
        let kept = Set(now.map(statement))
        for claim in claims where !kept.contains(statement(claim)) {
          #expect(
            isReadAnew(claim, by: blocks[block].relation, among: now),
            "\(blocks[block].relation) takes “\(statement(claim))” from “\(sentence)”")
        }
      }
    }
  }
}

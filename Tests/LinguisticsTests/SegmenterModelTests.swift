import FoundationEssentials
import Testing

@testable import Linguistics

@Suite struct SegmenterModelTests {
  private static var embedded: [UInt8] { SegmenterModel.embedded }

  @Test func `the embedded weights are whole`() throws { _ = try SegmenterModel(Self.embedded) }

  @Test(arguments: [0, 7, 8, 13, 20, 24, 5_000, 100_000, -1])
  func `a byte that was changed is noticed`(place: Int) throws {
    var bytes = Self.embedded
    bytes[place < 0 ? bytes.count + place : place] ^= 1
    #expect { try SegmenterModel(bytes) } throws: { error in
      (error as? LinguisticsError)?.code == .damagedModel && "\(error)".contains("install kg anew")
    }
  }

  @Test(arguments: [0, 4, 27, 28, 1_000])
  func `weights that end early are noticed`(count: Int) throws {
    #expect(throws: LinguisticsError.self) { try SegmenterModel(Array(Self.embedded.prefix(count))) }
    #expect(throws: LinguisticsError.self) { try SegmenterModel(Self.embedded + [0]) }
  }

  /// Training/segmentation.py wrote, for each line, what its own segmenter makes of it: words with tabs between, and ¶ after the
  /// last of a sentence.
  @Test func `the segmenter agrees with the one that was trained`() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "segmentation.vectors")
      .path
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    #expect(lines.count >= 20 && lines.count.isMultiple(of: 2))
    for index in stride(from: 0, to: lines.count, by: 2) {
      let segmentation = try Segmenter().segment(DocumentText(Array(lines[index].utf8)))
      let ends = Set(segmentation.sentences.map { $0.words.upperBound - 1 })
      let found = segmentation.tokens.indices.map { segmentation.form($0) + (ends.contains($0) ? "¶" : "") }
      #expect(found == lines[index + 1].split(separator: "\t").map(String.init))
    }
  }
}

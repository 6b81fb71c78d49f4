import Linguistics
import Testing

@Suite struct SegmenterTests {
  @Test func `a text falls into words`() throws {
    let text = DocumentText(Array("He can't go.".utf8))
    let segmentation = try Segmenter().segment(text)
    #expect(segmentation.tokens.indices.map { segmentation.form($0) } == ["He", "ca", "n't", "go", "."])
  }
}

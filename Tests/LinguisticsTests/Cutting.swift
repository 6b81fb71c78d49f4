import Layout
import Linguistics
import Testing

/// The sentences and words of a text, as strings.
struct Cutting {
  let segmentation: Segmentation

  init(_ text: String) throws {
    segmentation = try Segmenter().segment(DocumentText(Array(text.utf8)))
  }

  var words: [String] { segmentation.tokens.indices.map { segmentation.form($0) } }

  var sentences: [String] { segmentation.sentences.map { segmentation.text.string($0.range) } }

  /// The sentences without their marks of layout.
  var contents: [String] {
    segmentation.sentences.map { segmentation.text.string(segmentation.bytes(of: $0.content)) }
  }

  var speakers: [String?] { segmentation.sentences.map { $0.speaker.map(segmentation.text.string) } }

  var turns: [Int?] { segmentation.sentences.map(\.turn) }

  var kinds: [StretchKind] { segmentation.sentences.map(\.kind) }
}

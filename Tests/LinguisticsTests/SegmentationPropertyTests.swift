import Linguistics
import TestSupport
import Testing

@Suite struct SegmentationPropertyTests {
  /// What is not white space to the segmenter.
  private static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0...32, 0x7F...0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  /// Expects that tokens and white space make up the text, that sentences hold all tokens, and that offsets are right.
  private func check(_ text: DocumentText, _ segmentation: Segmentation, _ label: String) {
    var place = 0
    var rebuilt: [UInt8] = []
    for (index, token) in segmentation.tokens.enumerated() {
      let between = text.string(place..<token.range.lowerBound)
      #expect(place <= token.range.lowerBound && !token.range.isEmpty, "\(label)")
      #expect(between.unicodeScalars.allSatisfy { Self.isSpace($0.value) }, "\(label)")
      if index > 0 { #expect(segmentation.tokens[index - 1].isSpaceAfter == !between.isEmpty, "\(label)") }
      let form = segmentation.form(index)
      #expect(!form.unicodeScalars.contains { Self.isSpace($0.value) }, "\(label)")
      // A word broken at the end of a line and a bullet inside a sentence are read otherwise than they stand.
      #expect(segmentation.readings[index] != nil || form == text.string(token.range), "\(label)")
      rebuilt += Array(between.utf8) + text.bytes[token.range]
      place = token.range.upperBound
    }
    let rest = text.string(place..<text.bytes.count)
    #expect(rest.unicodeScalars.allSatisfy { Self.isSpace($0.value) }, "\(label)")
    #expect(rebuilt + Array(rest.utf8) == text.bytes, "\(label)")
    var token = 0
    for sentence in segmentation.sentences {
      #expect(sentence.words.lowerBound == token && !sentence.words.isEmpty, "\(label)")
      #expect(
        !sentence.content.isEmpty && sentence.content.upperBound == sentence.words.upperBound, "\(label)")
      #expect(sentence.content.lowerBound >= sentence.words.lowerBound, "\(label)")
      #expect(sentence.range == segmentation.bytes(of: sentence.words), "\(label)")
      #expect(segmentation.tokens[sentence.words.lowerBound].wordsInToken > 0, "\(label)")
      token = sentence.words.upperBound
    }
    #expect(token == segmentation.tokens.count, "\(label)")
    var left = 0
    for token in segmentation.tokens {
      if left > 0 {
        #expect(token.wordsInToken == 0, "\(label)")
        left -= 1
      } else {
        #expect(token.wordsInToken > 0, "\(label)")
        left = Int(token.wordsInToken) - 1
      }
    }
    #expect(left == 0, "\(label)")
  }

  private static let pieces = [
    "Anna ", "left. ", "don't ", "U.S. ", "\n", "\n\n", "- ", "— ", "## ", "> ", "```\n", "SMITH: ", "Q: ",
    "“", "”", "'", "’",
    "http://a.b/(c). ", "a@b.org", ".pdf", "...", "!", "?", "1. ", "3.5", ", ", "(", ")", "漢字", "👩‍👩‍👧", "🇩🇰",
    "\u{301}", "\u{200D}",
    "\u{FFFD}", "é", "Ж", "\u{85}", "\u{A0}", "cannot", "***", "|", "=====\n", "\t", "\r\n", ":", "-", "s'",
    "n't", "'s",
  ]

  @Test(arguments: 0..<16)
  func `tokens and the white space between give back any text`(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(seed))
    let segmenter = try Segmenter()
    for _ in 0..<25 {
      var string = ""
      for _ in 0..<Int.random(in: 0...60, using: &generator) {
        string += generator.chance(4) ? generator.hostileText(upTo: 6) : generator.pick(Self.pieces)
      }
      let text = DocumentText(Array(string.utf8))
      check(text, segmenter.segment(text), string.debugDescription)
    }
  }

  @Test func `bytes that are no UTF-8 are read as replacement characters`() throws {
    var generator = SplitMix64(seed: 7)
    let segmenter = try Segmenter()
    for _ in 0..<100 {
      let text = DocumentText((0..<80).map { _ in UInt8.random(in: 0...255, using: &generator) })
      check(text, segmenter.segment(text), "\(text.bytes)")
    }
  }

  @Test(
    arguments: [
      ("a", 1 << 20, 1), ("\n", 100_000, 0), (".", 1 << 20, 1), ("a.", 1 << 19, nil), (".pdf", 1 << 18, nil),
      ("'", 1 << 18, nil),
      ("n't", 1 << 18, nil), ("http://a.b/)", 1 << 16, nil), (")", 1 << 20, nil), ("@", 1 << 20, nil),
      ("a b ", 1 << 18, nil),
      ("- a\n", 1 << 16, nil), ("A: b\n", 1 << 16, nil), ("```\n", 1 << 16, nil), ("\u{301}", 1 << 19, nil),
      ("漢", 1 << 18, nil),
      ("> ", 1 << 18, nil), ("*", 1 << 20, nil), ("\"", 1 << 18, nil),
    ] as [(String, Int, Int?)])
  func `a megabyte of one thing is cut whole`(piece: String, count: Int, tokens: Int?) throws {
    let text = DocumentText(Array(String(repeating: piece, count: count).utf8))
    let segmentation = try Segmenter().segment(text)
    if let tokens { #expect(segmentation.tokens.count == tokens) }
    #expect(segmentation.tokens.last?.range.upperBound ?? 0 <= text.bytes.count)
    #expect(segmentation.sentences.last?.words.upperBound ?? 0 == segmentation.tokens.count)
    let covered = segmentation.tokens.reduce(0) { $0 + $1.range.count }
    #expect(covered == text.bytes.count { $0 > 32 })
  }

  @Test func `a text is cut the same whatever else was cut before it`() throws {
    let segmenter = try Segmenter()
    let text = DocumentText(Array("Mr. Berg left. “Why?” Nobody knew.".utf8))
    let alone = segmenter.segment(text)
    _ = segmenter.segment(DocumentText(Array("Something else!".utf8)))
    let after = segmenter.segment(text)
    #expect(alone.tokens == after.tokens && alone.sentences == after.sentences)
  }
}

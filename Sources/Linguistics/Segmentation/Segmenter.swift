package import Layout

/// Cuts texts into words and sentences, in the manner of the English treebanks of Universal Dependencies.
///
/// Rules find the paragraphs, headings, items, turns and code blocks; two small trained classifiers find the words and the ends
/// of sentences in them. It keeps nothing between texts, and many threads may use one.
package struct Segmenter: Sendable {
  private let model: SegmenterModel

  /// Makes a segmenter with the weights that the binary was built with.
  ///
  /// - Throws: `LinguisticsError.damagedModel`.
  package init() throws(LinguisticsError) { model = try SegmenterModel() }

  /// Makes a segmenter with other weights, in the format of Training/segmentation.py.
  ///
  /// - Throws: `LinguisticsError.damagedModel`.
  init(weights: [UInt8]) throws(LinguisticsError) { model = try SegmenterModel(weights) }

  /// The words and sentences of a text; takes time in proportion to its length.
  ///
  /// - Parameter layout: what the document's file says of the stretches of its text; the rest is found in the text.
  package func segment(_ text: DocumentText, layout: TextLayout = .unknown) -> Segmentation {
    let layout = layout.completed(by: LayoutFinder(bytes: text.bytes).layout())
    var tokens: [Token] = []
    var sentences: [SentenceSpan] = []
    tokens.reserveCapacity(text.bytes.count / 5)
    let cutter = TokenCutter(text: text, model: model)
    let finder = SentenceEndFinder(text: text, model: model)
    var readings: [Int: [UInt8]] = [:]
    var broken = BrokenWords(text: text)
    for paragraph in ParagraphFinder(text: text, layout: layout).paragraphs() {
      let start = tokens.count
      // What is before the content is layout, of which the classifiers know nothing.
      cutter.cut(paragraph.range.lowerBound..<paragraph.contentStart, into: &tokens)
      let contentStart = tokens.count
      cutter.cut(paragraph.contentStart..<paragraph.range.upperBound, into: &tokens)
      if paragraph.kind.isProse { broken.join(from: start, in: &tokens, readings: &readings) }
      guard tokens.count > start else { continue }
      let content = contentStart < tokens.count ? contentStart : start
      var first = start
      var firstOfContent = content
      var ends =
        !paragraph.kind.isProse
        ? [tokens.count - 1] : finder.ends(of: content..<tokens.count, in: tokens)
      if !paragraph.items.isEmpty {
        cut(paragraph.items, with: cutter, into: &tokens, readings: &readings)
        ends[ends.count - 1] = tokens.count - 1
      }
      for end in ends {
        sentences.append(
          SentenceSpan(
            words: first..<end + 1, content: firstOfContent..<end + 1,
            range: tokens[first].range.lowerBound..<tokens[end].range.upperBound, kind: paragraph.kind,
            startsParagraph: first == start, turn: paragraph.turn, speaker: paragraph.speaker,
            givenSpeaker: paragraph.speaker == nil ? layout.stretch(at: paragraph.contentStart)?.speaker : nil
          ))
        first = end + 1
        firstOfContent = first
      }
    }
    return Segmentation(text: text, tokens: tokens, sentences: sentences, readings: readings)
  }

  /// Adds the items of a list to the sentence that introduces them; their bullets are read as what stands between the members of
  /// a list in running text.
  private func cut(
    _ items: [(range: Range<Int>, contentStart: Int)], with cutter: TokenCutter, into tokens: inout [Token],
    readings: inout [Int: [UInt8]]
  ) {
    for (index, item) in items.enumerated() {
      let bullet = tokens.count
      cutter.cut(item.range.lowerBound..<item.contentStart, into: &tokens)
      if let last = tokens.last, tokens.count > bullet {
        let range = tokens[bullet].range.lowerBound..<last.range.upperBound
        tokens.removeLast(tokens.count - bullet)
        tokens.append(Token(range: range, isSpaceAfter: true))
        readings[bullet] = Array((index > 0 && index == items.count - 1 ? "and" : ",").utf8)
      }
      cutter.cut(item.contentStart..<item.range.upperBound, into: &tokens)
    }
  }
}

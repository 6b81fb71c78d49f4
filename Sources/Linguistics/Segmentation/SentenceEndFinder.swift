/// Finds the tokens after which a sentence ends, by a logistic regression.
///
/// Training/segmentation.py trains it on the treebanks and computes the same features.
struct SentenceEndFinder {
  private let text: DocumentText
  private let model: SegmenterModel
  private static let doubleQuotes = [hash(of: "\""), hash(of: "''")]

  init(text: DocumentText, model: SegmenterModel) {
    self.text = text
    self.model = model
  }

  /// A token with what the classifier knows of its surroundings.
  private struct Row {
    var form: UInt32 = 0
    /// The shape, 64 more for a quotation mark that opens and 128 more for one that closes.
    var shape: UInt32 = 0
    /// The form of a mark, the shape of a word.
    var coarse: UInt32 = 0
    /// The hash of the last three bytes.
    var ending: UInt32 = 0
    var length: UInt32 = 0
    var space: UInt32 = 1
    /// The binary digits of the number of tokens since a full stop, at most 7.
    var since: UInt32 = 0
    var isQuoted: UInt32 = 0
    var isBracketed: UInt32 = 0
    /// The tokens of the paragraph before and after it, at most 3 and 4.
    var position: UInt32 = 0
    var left: UInt32 = 0
  }

  /// The indices after which a sentence ends; the last token of a range always ends one.
  func ends(of range: Range<Int>, in tokens: [Token]) -> [Int] {
    guard let last = range.last else { return [] }
    let rows = rows(of: range, in: tokens)
    var ends: [Int] = []
    model.withSentenceWeights { weights in
      rows.withUnsafeBufferPointer { rows in
        for index in range.dropLast()
        where tokens[index + 1].wordsInToken != 0 && !isTitle(tokens[index].range, at: index, in: tokens)
          && (Self.score(rows, index - range.lowerBound + 3, weights) > model.sentenceThreshold
            || isAbbreviation(tokens[index].range)
              && (Self.startsSentence(rows[index - range.lowerBound + 4])
                || startsWithGivenName(tokens[index + 1].range)))
        {
          ends.append(index)
        }
      }
    }
    ends.append(last)
    return ends
  }

  private func rows(of range: Range<Int>, in tokens: [Token]) -> [Row] {
    var rows = [Row](repeating: Row(), count: 3)
    rows.reserveCapacity(range.count + 6)
    let bytes = tokens[range.lowerBound].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
    var since: UInt32 = 0
    var isQuoted = false
    var depth = 0
    for index in range {
      let token = tokens[index]
      let form = WordForm(text, token.range)
      let first = text.bytes[token.range.lowerBound]
      let direction = form.shape == 8 ? direction(of: token.range, in: bytes) : 0
      since += 1
      if token.range.count == 1 {
        if first == UInt8(ascii: "(") || first == UInt8(ascii: "[") { depth = min(depth + 1, 3) }
        if first == UInt8(ascii: ")") || first == UInt8(ascii: "]") { depth = max(depth - 1, 0) }
      }
      if Self.doubleQuotes.contains(form.hash) { isQuoted = direction == 1 || direction == 0 && !isQuoted }
      var row = Row()
      row.form = form.hash
      row.shape = form.shape + 64 * direction
      row.coarse = form.shape == 8 ? form.hash : row.shape
      row.ending = WordForm.endingHash(text, token.range)
      row.length = form.length
      row.space =
        index + 1 == range.upperBound || tokens[index + 1].range.lowerBound > token.range.upperBound ? 1 : 0
      row.since = min(UInt32(32 - since.leadingZeroBitCount), 7)
      row.isQuoted = isQuoted ? 1 : 0
      row.isBracketed = depth > 0 ? 1 : 0
      row.position = UInt32(min(index - range.lowerBound, 3))
      row.left = UInt32(min(range.upperBound - 1 - index, 4))
      rows.append(row)
      if form.shape == 8, endsClause(token.range) { since = 0 }
    }
    rows.append(contentsOf: repeatElement(Row(), count: 3))
    return rows
  }

  /// Whether the token has full stops inside and at its end, as "U.S." and "p.m." have.
  private func isAbbreviation(_ range: Range<Int>) -> Bool {
    guard (4...8).contains(range.count), text.bytes[range.upperBound - 1] == UInt8(ascii: "."),
      text.bytes[range].count(where: { $0 == UInt8(ascii: ".") }) > 1
    else { return false }
    let form = text.string(range).lowercased()
    return form != "e.g." && form != "i.e."
  }

  /// "Capt." before a name with a capital: a title's short form ends no sentence.
  private func isTitle(_ range: Range<Int>, at index: Int, in tokens: [Token]) -> Bool {
    guard range.count < 8, text.bytes[range.upperBound - 1] == UInt8(ascii: "."),
      text.character(at: tokens[index + 1].range.lowerBound).class == .upper
    else { return false }
    var start = range.lowerBound
    // The stop may be a token of its own.
    if range.count == 1 {
      guard index > 0, !tokens[index - 1].isSpaceAfter else { return false }
      start = tokens[index - 1].range.lowerBound
    }
    guard range.upperBound - 1 - start < 8,
      text.character(at: start).class == .upper
    else { return false }
    return SegmentationWords.shortForms.contains(text.string(start..<range.upperBound - 1).lowercased())
  }

  private func startsWithGivenName(_ range: Range<Int>) -> Bool {
    range.count < 16 && text.character(at: range.lowerBound).class == .upper
      && SegmentationWords.givenNames.contains(text.string(range).lowercased())
  }

  /// Whether a word with a capital is one that has it only at the start of a sentence.
  private static func startsSentence(_ row: Row) -> Bool { row.shape == 2 && starters.contains(row.form) }

  private static let starters: Set<UInt32> = Set(
    ([
      "he", "she", "it", "they", "we", "his", "her", "its", "their", "this", "these", "those", "there", "the",
      "but", "however",
      "when", "after", "if", "although",
    ] as [StaticString]).map(hash))

  /// Whether the mark starts with a full stop, a question or exclamation mark or an ellipsis.
  private func endsClause(_ range: Range<Int>) -> Bool {
    switch text.scalar(at: range.lowerBound).value {
    case 0x2E, 0x3F, 0x21, 0x2026: true
    default: false
    }
  }

  /// 1 for a quotation mark that opens, 2 for one that closes, as its form or the white space around it tells; else 0.
  private func direction(of range: Range<Int>, in bytes: Range<Int>) -> UInt32 {
    let (first, length) = text.scalar(at: range.lowerBound)
    if length == range.count {
      switch first {
      case 0x201C, 0x201E, 0xAB: return 1
      case 0x201D, 0xBB: return 2
      default: break
      }
    }
    guard Self.isStraight(first) else { return 0 }
    if length < range.count {
      let (second, secondLength) = text.scalar(at: range.lowerBound + length)
      guard Self.isStraight(second), length + secondLength == range.count else { return 0 }
    }
    let isBefore = text.isSpace(before: range.lowerBound, in: bytes)
    let isAfter = text.isSpace(at: range.upperBound, in: bytes)
    return isBefore == isAfter ? 0 : isBefore ? 1 : 2
  }

  private static func isStraight(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x60, 0xB4, 0x2018, 0x2019: true
    default: false
    }
  }

  private static func hash(of form: StaticString) -> UInt32 {
    form.withUTF8Buffer { bytes in
      var hash = FeatureHash.start
      for byte in bytes { FeatureHash.add(byte, to: &hash) }
      return hash
    }
  }

  /// Higher where an end is more likely after the token of a row.
  @inline(__always)
  private static func score(
    _ rows: UnsafeBufferPointer<Row>, _ index: Int, _ weights: UnsafeBufferPointer<Int8>
  ) -> Int {
    let (left, left2, left3) = (rows[index], rows[index - 1], rows[index - 2])
    let (right, right2, right3) = (rows[index + 1], rows[index + 2], rows[index + 3])
    let (l1, l1s, c1, l2, l2s, c2, c3) = (
      left.form, left.shape, left.coarse, left2.form, left2.shape, left2.coarse, left3.coarse
    )
    let (r1, r1s, d1, r2, r2s, d2, d3) = (
      right.form, right.shape, right.coarse, right2.form, right2.shape, right2.coarse, right3.coarse
    )
    let (space, since, quoted) = (left.space, left.since, left.isQuoted)
    var sum = FeatureSum(weights)
    sum.add(31, l1, r1s, space)
    sum.add(32, l1, r1)
    sum.add(33, l1s, r1, space)
    sum.add(34, c1, d1, space, since)
    sum.add(35, l2, l1, r1s)
    sum.add(36, c2, c1, d1, d2, space)
    sum.add(37, l1, r1, r2)
    sum.add(38, c1, r1, r2s, space)
    sum.add(39, l1, l2s, r1s, r2s)
    sum.add(40, c1, d1, quoted, space, left.isBracketed)
    sum.add(41, c1, d1, left.position, space)
    sum.add(42, c1, d1, left.left, space)
    sum.add(43, c3, c2, c1, d1, d2, d3)
    sum.add(44, l1, d1, left2.space, right.space, space)
    sum.add(45, c2, c1, r1, space)
    sum.add(46, c1, d1, d2, d3, space)
    sum.add(47, l1, since, r1s % 64)
    sum.add(48, r1, since, l1s % 64)
    sum.add(49, l1)
    sum.add(50, r1, space)
    sum.add(51, left.ending, r1s, space)
    sum.add(52, c1, right.ending, space)
    sum.add(53, l2, l1, r1)
    sum.add(54, c1, r1, r2, space)
    sum.add(55, c2, l1, d1, space)
    sum.add(56, left.length, l1s, d1, space)
    sum.add(57, quoted, c1, r1, space)
    sum.add(58, l2, c1, d1, space)
    sum.add(59, left.left, left.position, since, c1, d1)
    return sum.total
  }
}

/// A stretch of words that is read at once: a sentence, or an overlapping part of one that is too long for that.
struct Passage {
  /// The sentence it belongs to.
  let sentence: Int
  /// The words that are read, as indices into the document's tokens.
  let words: Range<Int>
  /// The words whose reading is kept: all but those in which a neighbour has more context.
  let kept: Range<Int>

  /// Sentences of more words are read in parts.
  static let mostWords = 512
  /// The parts of a sentence share so many words.
  static let overlap = 128

  /// The passages of a sentence; every word is kept by exactly one.
  static func passages(sentence: Int, words: Range<Int>) -> [Passage] {
    var result: [Passage] = []
    var start = words.lowerBound
    var keptStart = start
    while true {
      let end = min(start + mostWords, words.upperBound)
      let isLast = end == words.upperBound
      let keptEnd = isLast ? end : end - overlap / 2
      result.append(Passage(sentence: sentence, words: start..<end, kept: keptStart..<keptEnd))
      if isLast { return result }
      keptStart = keptEnd
      start = end - overlap
    }
  }
}

/// The word pieces of a passage.
struct PassagePieces {
  var pieces: [Int32] = []
  var shapes: [UInt8] = []
  /// The first and the last piece of each word.
  var first: [Int32] = []
  var last: [Int32] = []

  /// Longer passages go through the encoder in windows of so many pieces, [CLS] and [SEP] left out.
  static let mostPieces = 198
  /// Windows share at least so many pieces.
  static let overlap = 96

  /// A part of a passage that goes through the encoder at once.
  struct Window {
    let words: Range<Int>
    let kept: Range<Int>
  }

  /// The windows, as words of the passage; every word is kept by exactly one, well inside of it.
  func windows() -> [Window] {
    let count = first.count
    if pieces.count <= Self.mostPieces { return [Window(words: 0..<count, kept: 0..<count)] }
    var result: [Window] = []
    var start = 0
    var keptStart = 0
    while true {
      var end = start
      while end < count, Int(last[end]) - Int(first[start]) < Self.mostPieces { end += 1 }
      if end == count {
        result.append(Window(words: start..<end, kept: keptStart..<end))
        return result
      }
      // The next window starts so far back that both see half the overlap around the border.
      var next = end
      while next > start + 1, Int(first[end]) - Int(first[next]) < Self.overlap { next -= 1 }
      var border = end
      while border > next, Int(first[end]) - Int(first[border]) < Self.overlap / 2 { border -= 1 }
      border = max(border, keptStart)
      result.append(Window(words: start..<end, kept: keptStart..<border))
      keptStart = border
      start = next
    }
  }
}

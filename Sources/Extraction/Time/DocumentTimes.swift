/// The expressions of time of a document, by sentence and by word.
struct DocumentTimes {
  private let document: AnnotatedDocument
  private let reader: TimeReader
  /// In the order of the sentences.
  private var expressions: [[TimeExpression]] = []
  /// The date that each word is part of, as the end of a claim ("born in 1910").
  private(set) var ofWord: [Int: Range<Int>] = [:]

  init(document: AnnotatedDocument) {
    self.document = document
    reader = TimeReader(document: document)
    for sentence in document.sentences {
      let found = reader.times(in: sentence)
      expressions.append(found)
      for time in found where time.kind == .date {
        for word in time.words { ofWord[word] = time.words }
      }
      addEnds(of: found)
    }
  }

  /// The two ends of a period are dates of their own: "(1891–1968)".
  private mutating func addEnds(of times: [TimeExpression]) {
    for time in times where time.kind == .interval {
      var index = time.words.lowerBound
      while index < time.words.upperBound {
        guard let date = reader.date(at: index, limit: time.words.upperBound) else {
          index += 1
          continue
        }
        for word in date.words { ofWord[word] = date.words }
        index = date.words.upperBound
      }
    }
  }

  /// The time that a predicate of a sentence is told of.
  ///
  /// - Parameter isEvent: whether it happens, and so has the time of the clause that it is part of.
  func time(of predicate: Int, in sentence: Int, isEvent: Bool = false) -> TimeExpression? {
    guard !expressions[sentence].isEmpty else { return nil }
    return reader.time(of: predicate, among: expressions[sentence])
      ?? (isEvent ? reader.timeOfClause(around: predicate, among: expressions[sentence]) : nil)
  }
}

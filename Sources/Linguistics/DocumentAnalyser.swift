internal import Dispatch
internal import Synchronization

/// Reads texts with the trained model; many threads may use one.
package struct DocumentAnalyser: Sendable {
  private let model: ReadingModel

  private let observer: (@Sendable (ReadingStage) -> Void)?

  /// - Parameter observer: is told of each stage that has ended, on the thread that did it.
  package init(model: ReadingModel, observer: (@Sendable (ReadingStage) -> Void)? = nil) {
    self.model = model
    self.observer = observer
  }

  /// Reads a text that is cut into words and sentences.
  ///
  /// Takes time in proportion to its length, and gives the same whatever `jobs` is.
  ///
  /// - Parameters:
  ///   - jobs: how many threads read at once.
  ///   - speakers: the speaker of each sentence, where one is known beside what the text itself says.
  package func analyse(_ segmentation: Segmentation, jobs: Int = 1, speakers: [String?]? = nil)
    -> DocumentAnalysis
  {
    let passages = segmentation.sentences.enumerated().flatMap { index, sentence in
      Passage.passages(sentence: index, words: sentence.words)
    }
    let readings = read(passages, segmentation, jobs: jobs)
    var merger = PassageMerger(segmentation: segmentation, model: model)
    for (passage, reading) in zip(passages, readings) { merger.add(reading, of: passage) }
    let analysis = merger.analysis(
      speakers: segmentation.sentences.enumerated().map { index, sentence in
        speakers?[index] ?? Self.speaker(of: sentence, in: segmentation)
      })
    observer?(.coreference)
    return analysis
  }

  /// The speaker by the label of the turn; in an interview without labels two speakers take turns.
  private static func speaker(of sentence: SentenceSpan, in segmentation: Segmentation) -> String? {
    if let label = sentence.speaker { return segmentation.text.string(label) }
    return sentence.turn.map { $0.isMultiple(of: 2) ? "\u{0}asks" : "\u{0}answers" }
  }

  /// The readings of the passages, in order.
  private func read(
    _ passages: [Passage], _ segmentation: Segmentation, jobs: Int
  ) -> [BatchReader.PassageReading] {
    let first = BatchReader(model: model, observer: observer)
    let pieces = passages.map { first.pieces(of: $0.words, in: segmentation) }
    observer?(.pieces)
    let windows = ReadingWindow.windows(pieceCounts: pieces.map(\.pieces.count), limit: model.windowPieces)
    let batches = Self.batches(windows, passages)
    func read(_ batch: Range<Int>, with reader: BatchReader) -> [BatchReader.PassageReading] {
      let own = windows[batch.lowerBound].lowerBound..<windows[batch.upperBound - 1].upperBound
      return reader.read(
        Array(passages[own]), pieces: Array(pieces[own]),
        windows: windows[batch].map { $0.lowerBound - own.lowerBound..<$0.upperBound - own.lowerBound },
        in: segmentation)
    }
    if jobs <= 1 || batches.count <= 1 { return batches.flatMap { read($0, with: first) } }
    let taken = Atomic<Int>(0)
    let results = Mutex<[[BatchReader.PassageReading]]>(Array(repeating: [], count: batches.count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, batches.count)) { _ in
      let reader = BatchReader(model: model, observer: observer)
      while true {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batches.count else { return }
        let readings = read(batches[index], with: reader)
        results.withLock { $0[index] = readings }
      }
    }
    return results.withLock { $0.flatMap { $0 } }
  }

  /// Windows that are read one after another by one reader: as many words as the encoder takes at once.
  private static func batches(_ windows: [Range<Int>], _ passages: [Passage]) -> [Range<Int>] {
    let mostWords = BatchReader.mostPieces * 3 / 4
    var result: [Range<Int>] = []
    var start = 0
    var words = 0
    for (index, window) in windows.enumerated() {
      let own = passages[window].reduce(0) { $0 + $1.words.count }
      if index > start, words + own > mostWords {
        result.append(start..<index)
        start = index
        words = 0
      }
      words += own
    }
    if start < windows.count { result.append(start..<windows.count) }
    return result
  }
}

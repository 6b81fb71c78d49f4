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
  ///   - isRead: whether a sentence is read; others leave no trace in how those around them are read.
  package func analyse(
    _ segmentation: Segmentation, jobs: Int = 1, speakers: [String?]? = nil,
    isRead: (SentenceSpan) -> Bool = { _ in true }
  ) -> DocumentAnalysis {
    let passages = segmentation.sentences.enumerated().flatMap { index, sentence in
      isRead(sentence) ? Passage.passages(sentence: index, words: sentence.words) : []
    }
    var merger = PassageMerger(
      segmentation: segmentation, model: model,
      speakers: segmentation.sentences.enumerated().map { index, sentence in
        speakers?[index] ?? Self.speaker(of: sentence, in: segmentation)
      })
    read(passages, segmentation, jobs: jobs) { reading, passage in merger.add(reading, of: passage) }
    let analysis = merger.analysis()
    observer?(.coreference)
    return analysis
  }

  /// The speaker by the label of the turn; in an interview without labels two speakers take turns.
  private static func speaker(of sentence: SentenceSpan, in segmentation: Segmentation) -> String? {
    if let label = sentence.speaker { return segmentation.text.string(label) }
    return sentence.turn.map { $0.isMultiple(of: 2) ? "\u{0}asks" : "\u{0}answers" }
  }

  /// Hands over the readings of the passages, in order; only those of some batches a thread are held at once.
  private func read(
    _ passages: [Passage], _ segmentation: Segmentation, jobs: Int,
    _ consume: (BatchReader.PassageReading, Passage) -> Void
  ) {
    let first = BatchReader(model: model, observer: observer)
    // The pieces themselves are cut again with their batch: held for a whole document they would take more room than its text.
    let counts =
      model.windowPieces == 0
      ? passages.map { _ in 0 } : passages.map { first.pieces(of: $0.words, in: segmentation).pieces.count }
    let windows = ReadingWindow.windows(pieceCounts: counts, limit: model.windowPieces)
    let batches = Self.batches(windows, passages)
    func hand(_ readings: [BatchReader.PassageReading], _ batch: Batch) {
      for (reading, passage) in zip(readings, passages[batch.passages]) { consume(reading, passage) }
    }
    if jobs <= 1 || batches.count <= 1 {
      for batch in batches { hand(Self.read(batch, passages, segmentation, with: first), batch) }
      return
    }
    // The number of threads is bounded by what calls this room, and again by the batches there are.
    let round = min(jobs, batches.count) * Self.batchesOfThread
    for start in stride(from: 0, to: batches.count, by: round) {
      let share = batches[start..<min(start + round, batches.count)]
      for (readings, batch) in zip(together(share, passages, segmentation, jobs: jobs), share) {
        hand(readings, batch)
      }
    }
  }

  /// So many batches a thread are read before any is handed over: few enough to hold, enough that no thread waits long.
  private static let batchesOfThread = 16

  /// The readings of some batches, read with several threads.
  private func together(
    _ batches: ArraySlice<Batch>, _ passages: [Passage], _ segmentation: Segmentation, jobs: Int
  ) -> [[BatchReader.PassageReading]] {
    let first = batches.startIndex
    let taken = Atomic<Int>(0)
    let results = Mutex<[[BatchReader.PassageReading]]>(Array(repeating: [], count: batches.count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, batches.count)) { _ in
      let reader = BatchReader(model: model, observer: observer)
      while true {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batches.count else { return }
        let readings = Self.read(batches[first + index], passages, segmentation, with: reader)
        results.withLock { $0[index] = readings }
      }
    }
    return results.withLock { $0 }
  }

  /// Windows that are read one after another by one reader.
  private struct Batch {
    /// As ranges of the passages.
    var windows: [Range<Int>]

    var passages: Range<Int> { (windows.first?.lowerBound ?? 0)..<(windows.last?.upperBound ?? 0) }
  }

  private static func read(
    _ batch: Batch, _ passages: [Passage], _ segmentation: Segmentation, with reader: BatchReader
  ) -> [BatchReader.PassageReading] {
    let start = batch.passages.lowerBound
    let own = passages[batch.passages]
    return reader.read(
      Array(own), pieces: own.map { reader.pieces(of: $0.words, in: segmentation) },
      windows: batch.windows.map { $0.lowerBound - start..<$0.upperBound - start }, in: segmentation)
  }

  /// As many windows a batch as have the words that the encoder takes at once.
  private static func batches(_ windows: [Range<Int>], _ passages: [Passage]) -> [Batch] {
    let mostWords = BatchReader.mostPieces * 3 / 4
    var result: [Batch] = []
    var words = 0
    for window in windows {
      let own = passages[window].reduce(0) { $0 + $1.words.count }
      if result.isEmpty || words + own > mostWords {
        result.append(Batch(windows: []))
        words = 0
      }
      result[result.count - 1].windows.append(window)
      words += own
    }
    return result
  }
}

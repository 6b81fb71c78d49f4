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
    var merger = PassageMerger(segmentation: segmentation, model: model)
    read(passages, segmentation, jobs: jobs) { reading, passage in merger.add(reading, of: passage) }
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

  /// Hands over the readings of the passages, in order; only those of some batches a thread are held at once.
  private func read(
    _ passages: [Passage], _ segmentation: Segmentation, jobs: Int,
    _ consume: (BatchReader.PassageReading, Passage) -> Void
  ) {
    let batches = Self.batches(passages)
    func hand(_ readings: [BatchReader.PassageReading], _ batch: Range<Int>) {
      for (reading, passage) in zip(readings, passages[batch]) { consume(reading, passage) }
    }
    if jobs <= 1 || batches.count <= 1 {
      let reader = BatchReader(model: model, observer: observer)
      for batch in batches { hand(Self.read(Array(passages[batch]), segmentation, with: reader), batch) }
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
    _ batches: ArraySlice<Range<Int>>, _ passages: [Passage], _ segmentation: Segmentation, jobs: Int
  ) -> [[BatchReader.PassageReading]] {
    let first = batches.startIndex
    let taken = Atomic<Int>(0)
    let results = Mutex<[[BatchReader.PassageReading]]>(Array(repeating: [], count: batches.count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, batches.count)) { _ in
      let reader = BatchReader(model: model, observer: observer)
      while true {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < batches.count else { return }
        let read = Self.read(Array(passages[batches[first + index]]), segmentation, with: reader)
        results.withLock { $0[index] = read }
      }
    }
    return results.withLock { $0 }
  }

  private static func read(
    _ passages: [Passage], _ segmentation: Segmentation, with reader: BatchReader
  ) -> [BatchReader.PassageReading] {
    reader.read(
      passages, pieces: passages.map { reader.pieces(of: $0.words, in: segmentation) }, in: segmentation)
  }

  /// Passages that are read together: as many words as the encoder takes at once.
  private static func batches(_ passages: [Passage]) -> [Range<Int>] {
    let mostWords = BatchReader.mostPieces * 3 / 4
    var result: [Range<Int>] = []
    var start = 0
    var words = 0
    for (index, passage) in passages.enumerated() {
      if index > start, words + passage.words.count > mostWords {
        result.append(start..<index)
        start = index
        words = 0
      }
      words += passage.words.count
    }
    if start < passages.count { result.append(start..<passages.count) }
    return result
  }
}

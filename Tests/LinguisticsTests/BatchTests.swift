import TestSupport
import Testing

@testable import Linguistics

/// What is read of a sentence must not depend on what is read beside it, nor on the number of threads.
@Suite struct BatchTests {
  private let model: ReadingModel

  init() throws { model = try ReadingModel.embedded() }

  private static let vocabulary = [
    "The", "minister", "of", "Norway", "sold", "boats", "to", "Marta", "Keller", ",", "who", "never", "paid",
    ".", "and", "\"",
    "because", "it", "was", "late", "antidisestablishmentarianism", "東京", "didn", "’t", "1893", "in",
    "Odense", "—", "👍",
  ]

  private func sentences(_ count: Int, seed: UInt64) -> Segmentation {
    var random = SplitMix64(seed: seed)
    return Segmentation(
      sentences: (0..<count).map { _ in
        let words = (0..<Int.random(in: 1...40, using: &random)).map { _ in random.pick(Self.vocabulary) }
        return (words, words.map { _ in !random.chance(6) })
      })
  }

  private func same(_ a: BatchReader.PassageReading, _ b: BatchReader.PassageReading) -> Bool {
    a.upos == b.upos && a.xpos == b.xpos && a.features == b.features && a.lemmas == b.lemmas
      && a.heads == b.heads
      && a.relations == b.relations && a.mentions == b.mentions && a.findings == b.findings
      && a.names.map(\.bitPattern) == b.names.map(\.bitPattern)
      && a.mentionVectors.map(\.bitPattern) == b.mentionVectors.map(\.bitPattern)
  }

  @Test func aSentenceIsReadAlikeAloneAndInBatchesOfAnySize() {
    let segmentation = sentences(90, seed: 4)
    let reader = BatchReader(model: model)
    let passages = segmentation.sentences.enumerated().flatMap {
      Passage.passages(sentence: $0, words: $1.words)
    }
    let pieces = passages.map { reader.pieces(of: $0.words, in: segmentation) }
    let alone = zip(passages, pieces).map { reader.read([$0], pieces: [$1], in: segmentation)[0] }
    for size in [2, 128, 2_000] {
      var batches: [Range<Int>] = []
      var start = 0
      while start < passages.count {
        var end = start + 1
        var total = pieces[start].pieces.count
        while end < passages.count, size == 2 ? end - start < 2 : total < size {
          total += pieces[end].pieces.count
          end += 1
        }
        batches.append(start..<end)
        start = end
      }
      for batch in batches {
        let together = reader.read(Array(passages[batch]), pieces: Array(pieces[batch]), in: segmentation)
        for (index, reading) in zip(batch, together) {
          #expect(same(reading, alone[index]), "sentence \(index) in batches of \(size)")
        }
      }
    }
  }

  @Test func oneThreadReadsAsTwoDo() {
    let segmentation = sentences(60, seed: 5)
    let analyser = DocumentAnalyser(model: model)
    let (one, two) = (analyser.analyse(segmentation), analyser.analyse(segmentation, jobs: 2))
    #expect(one.words == two.words)
    #expect(one.lemmas == two.lemmas)
    #expect(one.mentions == two.mentions)
    #expect(one.relations == two.relations)
  }

  @Test func aSentenceOfFiveThousandWordsIsReadToItsEnd() throws {
    let part = ["Marta", "Keller", "sold", "boats", "to", "the", "minister", "in", "Odense", "and"]
    let segmentation = Segmentation(words: (0..<500).flatMap { _ in part })
    let analysis = DocumentAnalyser(model: model).analyse(segmentation, jobs: 2)
    #expect(analysis.words.count == 5_000 && analysis.lemmas.allSatisfy { !$0.isEmpty })
    #expect(SpanningTree.isTree(analysis.words.map { $0.head + 1 }))
    // Every part is read like its like, also around the borders of windows and at the very end.
    let names = (0..<500).filter { analysis.nameTag($0 * 10) == "B-PER" }
    #expect(names.count > 490)
    #expect((490..<500).contains { index in analysis.mentions.contains { $0.words.contains(index * 10) } })
  }

  @Test func passagesAndWindowsKeepEveryWordOnce() {
    for count in [1, 511, 512, 513, 900, 5_000] {
      let passages = Passage.passages(sentence: 0, words: 7..<7 + count)
      #expect(passages.flatMap { Array($0.kept) } == Array(7..<7 + count))
      #expect(
        passages.allSatisfy {
          $0.words.contains($0.kept.lowerBound) && $0.kept.upperBound <= $0.words.upperBound
        })
    }
    var random = SplitMix64(seed: 6)
    for _ in 0..<200 {
      var pieces = PassagePieces()
      for _ in 0..<Int.random(in: 1...700, using: &random) {
        pieces.first.append(Int32(pieces.pieces.count))
        for _ in 0..<Int.random(in: 1...(random.chance(4) ? 16 : 2), using: &random) {
          pieces.pieces.append(1)
        }
        pieces.last.append(Int32(pieces.pieces.count - 1))
      }
      let windows = pieces.windows()
      #expect(windows.flatMap { Array($0.kept) } == Array(0..<pieces.first.count))
      for window in windows {
        #expect(
          window.words.contains(window.kept.lowerBound) && window.kept.upperBound <= window.words.upperBound)
        let size = pieces.last[window.words.upperBound - 1] - pieces.first[window.words.lowerBound] + 1
        #expect(size <= 198)
      }
    }
  }

  @Test func windowsHoldWhatFitsAndNothingMore() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<300 {
      let counts = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        Int.random(in: 1...(random.chance(5) ? 400 : 60), using: &random)
      }
      for limit in [0, 1, 60, 192] {
        let windows = ReadingWindow.windows(pieceCounts: counts, limit: limit)
        #expect(windows.flatMap(Array.init) == Array(counts.indices))
        for window in windows {
          let held = counts[window].reduce(0) { $0 + $1 + 2 }
          #expect(window.count == 1 || held <= limit)
          if window.upperBound < counts.count { #expect(held + counts[window.upperBound] + 2 > limit) }
        }
      }
    }
  }

  @Test func windowsAreReadAlikeWhateverIsReadBesideThem() {
    let wide = model.with(windowPieces: 192)
    let segmentation = sentences(80, seed: 8)
    let one = DocumentAnalyser(model: wide).analyse(segmentation)
    let three = DocumentAnalyser(model: wide).analyse(segmentation, jobs: 3)
    #expect(one.words == three.words && one.mentions == three.mentions && one.relations == three.relations)
    let reader = BatchReader(model: wide)
    let passages = segmentation.sentences.enumerated().flatMap {
      Passage.passages(sentence: $0, words: $1.words)
    }
    let pieces = passages.map { reader.pieces(of: $0.words, in: segmentation) }
    let windows = ReadingWindow.windows(pieceCounts: pieces.map(\.pieces.count), limit: 192)
    #expect(windows.count < passages.count / 2)
    let together = reader.read(passages, pieces: pieces, windows: windows, in: segmentation)
    for window in windows {
      let alone = reader.read(
        Array(passages[window]), pieces: Array(pieces[window]), windows: [0..<window.count], in: segmentation)
      for (index, reading) in zip(window, alone) {
        #expect(same(reading, together[index]), "sentence \(index)")
      }
    }
  }

  @Test func aWindowLetsSentencesSeeEachOther() {
    let segmentation = sentences(4, seed: 9)
    let reader = BatchReader(model: model)
    let passages = segmentation.sentences.enumerated().map {
      Passage(sentence: $0, words: $1.words, kept: $1.words)
    }
    let pieces = passages.map { reader.pieces(of: $0.words, in: segmentation) }
    let apart = reader.read(passages, pieces: pieces, in: segmentation)
    let together = reader.read(passages, pieces: pieces, windows: [0..<4], in: segmentation)
    for (a, b) in zip(apart, together) { #expect(a.names != b.names) }
    let first = reader.read([passages[0]], pieces: [pieces[0]], windows: [0..<1], in: segmentation)
    #expect(same(first[0], apart[0]))
  }
}

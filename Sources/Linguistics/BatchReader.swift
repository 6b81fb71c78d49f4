/// A part of the work of reading, for benchmarks.
package enum ReadingStage: String, CaseIterable, Sendable {
  case pieces, encoder, tags, names, trees, mentions, relations, coreference
}

/// Reads passages with the model, several at a time; one reader serves one thread.
final class BatchReader {
  /// What is read of a passage; words count from its first one.
  struct PassageReading: Sendable {
    var upos: [UInt8] = []
    var xpos: [UInt8] = []
    var features: [UInt16] = []
    var lemmas: [String] = []
    var heads: [Int32] = []
    var relations: [UInt8] = []
    /// Scores of name tags, [words, tags].
    var names: [Float] = []
    /// The best sequence of name tags.
    var nameTags: [UInt8] = []
    var mentions: [MentionHead.Span] = []
    /// The mentions' vectors, one after another.
    var mentionVectors: [Float] = []
    /// What the words say of relations between phrases; `relations` are those of the tree.
    var findings: [RelationHead.Finding] = []
  }

  private let model: ReadingModel
  private let encoder = EncoderWorkspace()
  private let heads = HeadWorkspace()
  private let trees = TreeHead.Workspace()
  private let mentions = MentionHead.Workspace()
  private let links = CoreferenceScorer.Workspace()
  private let pairs = RelationHead.Workspace()
  private var plain: [UInt8] = []

  /// Is told of each stage that has ended.
  private let observer: (@Sendable (ReadingStage) -> Void)?

  init(model: ReadingModel, observer: (@Sendable (ReadingStage) -> Void)? = nil) {
    self.model = model
    self.observer = observer
  }

  /// The word pieces of a range of tokens.
  func pieces(of words: Range<Int>, in segmentation: Segmentation) -> PassagePieces {
    var result = PassagePieces()
    for (index, token) in words.enumerated() {
      let isGlued = index > 0 && !segmentation.tokens[token - 1].isSpaceAfter
      Typography.plain(segmentation.letters(of: token), into: &plain)
      let first = result.pieces.count
      let shape = plain.withUnsafeBufferPointer { word in
        model.tokeniser.append(word, to: &result.pieces)
        return WordShape(word).rawValue
      }
      let own = shape + (isGlued ? WordShape.glued : 0)
      result.shapes.append(own)
      for _ in first + 1..<max(first + 1, result.pieces.count) {
        result.shapes.append(own + WordShape.continuation)
      }
      result.first.append(Int32(first))
      result.last.append(Int32(result.pieces.count - 1))
    }
    return result
  }

  /// Reads passages; what is read of one depends on the passages in its window alone.
  ///
  /// - Parameter windows: ranges of `passages` that go through the encoder together; each one alone where it is nil.
  func read(
    _ passages: [Passage], pieces: [PassagePieces], windows: [Range<Int>]? = nil,
    in segmentation: Segmentation
  ) -> [PassageReading] {
    let batch = Batch(pieces: pieces)
    let width = Encoder.width
    let values = encode(batch, pieces: pieces, windows: windows ?? pieces.indices.map { $0..<$0 + 1 })
    observer?(.encoder)
    let rows = batch.rowCount
    let first = values.first
    let quantised = heads.firstQuantisation.quantise(first, rows: rows, columns: width)
    let quantisedLast = heads.lastQuantisation.quantise(values.last, rows: rows, columns: width)
    var results = pieces.map { _ in PassageReading() }
    readTags(first: quantised, last: quantisedLast, passages, batch, segmentation, &results)
    observer?(.tags)
    let nameScores = model.names.scores(quantised, in: heads)
    for (index, rows) in batch.rows.enumerated() {
      let start = (rows.lowerBound + 1) * model.names.count
      results[index].names = Array(
        UnsafeBufferPointer(start: nameScores + start, count: (rows.count - 1) * model.names.count))
    }
    observer?(.names)
    readTrees(quantised, batch, &results)
    observer?(.trees)
    readMentions(quantised, vectors: first, batch, &results)
    observer?(.mentions)
    if let head = model.relations {
      readRelations(head, quantised, passages, batch, segmentation, &results)
      observer?(.relations)
    }
    return results
  }

  /// Where the rows of each passage stand: its artificial root, then its words.
  private struct Batch {
    var rows: [Range<Int>] = []
    var rowCount = 0

    init(pieces: [PassagePieces]) {
      for passage in pieces {
        rows.append(rowCount..<rowCount + passage.first.count + 1)
        rowCount += passage.first.count + 1
      }
    }
  }

  /// The vectors of first and of last pieces, [rows, width].
  private func encode(
    _ batch: Batch, pieces: [PassagePieces], windows: [Range<Int>]
  ) -> (first: UnsafePointer<Float>, last: UnsafePointer<Float>) {
    let width = Encoder.width
    let first = heads.first.room(for: batch.rowCount * width)
    let last = heads.last.room(for: batch.rowCount * width)
    var sequences = PieceBatch()
    var places: [(passage: Int, window: PassagePieces.Window, start: Int, isFirst: Bool)] = []
    func flush() {
      let values = model.encoder.encode(sequences, in: encoder)
      for (passage, window, start, isFirst) in places {
        let row = batch.rows[passage].lowerBound
        let base = Int(pieces[passage].first[window.words.lowerBound])
        func copy(_ piece: Int, to target: UnsafeMutablePointer<Float>, _ targetRow: Int) {
          (target + targetRow * width).update(from: values + piece * width, count: width)
        }
        if isFirst {
          copy(start, to: first, row)
          copy(start, to: last, row)
        }
        for word in window.kept {
          copy(start + 1 + Int(pieces[passage].first[word]) - base, to: first, row + 1 + word)
          copy(start + 1 + Int(pieces[passage].last[word]) - base, to: last, row + 1 + word)
        }
      }
      sequences = PieceBatch()
      places = []
    }
    for together in windows {
      for (index, passage) in zip(together, pieces[together]) {
        for (number, part) in passage.windows().enumerated() {
          let continues = index > together.lowerBound
          if !continues, sequences.pieces.count >= Self.mostPieces { flush() }
          places.append((index, part, sequences.pieces.count, number == 0))
          let range = Int(passage.first[part.words.lowerBound])...Int(passage.last[part.words.upperBound - 1])
          sequences.append(
            pieces: passage.pieces[range], shapes: passage.shapes[range], toLastSequence: continues)
        }
      }
    }
    flush()
    return (UnsafePointer(first), UnsafePointer(last))
  }

  /// A batch is closed once it has so many pieces: enough for the weights to be read once for many, few enough for the cache.
  static let mostPieces = 384

  private func readTags(
    first: QuantisedRows, last: QuantisedRows, _ passages: [Passage], _ batch: Batch,
    _ segmentation: Segmentation,
    _ results: inout [PassageReading]
  ) {
    let tags = model.tags.apply(first: first, last: last, in: heads)
    let tokeniser = model.tokeniser
    for (index, rows) in batch.rows.enumerated() {
      let words = rows.dropFirst()
      results[index].upos = words.map { tags.upos[$0] }
      results[index].xpos = words.map { tags.xpos[$0] }
      results[index].features = words.map { tags.features[$0] }
      let passage = passages[index]
      results[index].lemmas = zip(words, passage.words).map { (row, token) -> String in
        // A word that only gives context is read again with the passage that keeps it.
        guard passage.kept.contains(token) else { return "" }
        Typography.plain(segmentation.letters(of: token), into: &plain)
        let needsKnownLemma = model.labels.hasKnownLemma[Int(tags.upos[row])]
        return LemmaScript.lemma(
          of: String(decoding: plain, as: UTF8.self), scores: tags.scripts + row * model.tags.scriptCount,
          scripts: model.labels.scripts, isKnown: needsKnownLemma ? { tokeniser.isKnown($0) } : nil)
      }
    }
  }

  private func readTrees(_ rows: QuantisedRows, _ batch: Batch, _ results: inout [PassageReading]) {
    let vectors = model.trees.vectors(rows, in: trees, heads)
    for (index, rows) in batch.rows.enumerated() {
      let root = rows.lowerBound
      let words = rows.count - 1
      let arcs = model.trees.arcScores(vectors, row: root, words: words, in: trees)
      let found = SpanningTree.heads(arcs.scores, words: words, stride: arcs.stride)
      results[index].relations = (0..<words).map { word in
        let head = Int(found[word])
        if head == 0 { return model.trees.bestRelation([], isRoot: true) }
        let scores = model.trees.relationScores(vectors, dependent: root + 1 + word, head: root + head)
        return model.trees.bestRelation(scores, isRoot: false)
      }
      results[index].heads = found
    }
  }

  private func readMentions(
    _ rows: QuantisedRows, vectors: UnsafePointer<Float>, _ batch: Batch, _ results: inout [PassageReading]
  ) {
    let scores = model.mentions.vectors(rows, in: mentions, heads)
    for (index, rows) in batch.rows.enumerated() {
      let first = rows.lowerBound + 1
      let reading = results[index]
      let found = model.mentions.mentions(
        scores, row: first, words: rows.count - 1, upos: reading.upos, heads: reading.heads,
        relations: reading.relations, in: mentions)
      let tags = reading.names.withUnsafeBufferPointer { scores in
        scores.baseAddress.map { model.names.tags($0, count: rows.count - 1) } ?? []
      }
      results[index].nameTags = tags
      let spans = model.mentions.agreeing(
        found, with: tags, upos: reading.upos, heads: reading.heads, labels: model.labels)
      results[index].mentions = spans
      results[index].mentionVectors = model.coreference.vectors(
        spans.map { ($0.first, $0.last, $0.head) }, words: vectors + first * Encoder.width, in: links)
    }
  }

  private func readRelations(
    _ head: RelationHead, _ rows: QuantisedRows, _ passages: [Passage], _ batch: Batch,
    _ segmentation: Segmentation, _ results: inout [PassageReading]
  ) {
    for (index, own) in batch.rows.enumerated() {
      let start = passages[index].words.lowerBound
      results[index].findings = head.relations(
        rows, words: own.lowerBound + 1..<own.upperBound, reading: results[index],
        form: { segmentation.letters(of: start + $0) }, in: pairs)
    }
  }
}

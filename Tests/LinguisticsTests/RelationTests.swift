import TestSupport
import Testing

@testable import Linguistics

@Suite struct RelationTests {
  private let model: ReadingModel

  init() throws { model = try ReadingModel.embedded() }

  private static let text = [
    "Marta", "Keller", ",", "who", "was", "born", "in", "Odense", "on", "3", "May", "1951", ",", "lives",
    "in",
    "Bergen", ".",
  ]

  private func described(_ analysis: DocumentAnalysis) -> [String] {
    analysis.relations.map { reading in
      func words(_ phrase: RelationReading.Phrase) -> String {
        phrase.words.map { analysis.segmentation.form($0) }.joined(separator: " ")
      }
      return "\(words(reading.subject)) \(reading.relation) \(words(reading.object))"
    }
  }

  @Test func relationsOfASentenceAreReadWithTheirPhrases() throws {
    let analysis = DocumentAnalyser(model: model).analyse(Segmentation(words: Self.text))
    let found = described(analysis)
    #expect(found.contains("who born-in Odense"))
    #expect(found.contains("who born-on 3 May 1951") || found.contains("Marta Keller born-on 3 May 1951"))
    for reading in analysis.relations {
      #expect(0...1 ~= reading.probability && reading.sentence == 0)
      for phrase in [reading.subject, reading.object] {
        #expect(phrase.words.contains(phrase.head))
        if case .mention(let index) = phrase.kind {
          #expect(analysis.mentions[index].words == phrase.words)
          #expect(analysis.mentions[index].head == phrase.head)
        } else {
          #expect(phrase.words.count == 1)
        }
      }
    }
  }

  @Test func aModelWithoutTheHeadReadsEverythingElseAlike() {
    let segmentation = Segmentation(words: Self.text)
    let whole = DocumentAnalyser(model: model).analyse(segmentation)
    let less = DocumentAnalyser(model: model.withoutRelations()).analyse(segmentation)
    #expect(less.relations.isEmpty && !whole.relations.isEmpty)
    #expect(less.words == whole.words && less.mentions == whole.mentions)
  }

  /// The encoder's vectors of the words of short sentences, one after another; those of a window are read together.
  private func vectors(_ passages: [PassagePieces], windows: [Range<Int>]) -> [[Float]] {
    let workspace = EncoderWorkspace()
    return windows.flatMap { window in
      var batch = PieceBatch()
      var starts: [Int] = []
      for passage in passages[window] {
        starts.append(batch.pieces.count + 1)
        batch.append(
          pieces: passage.pieces[...], shapes: passage.shapes[...], toLastSequence: starts.count > 1)
      }
      return withExtendedLifetime(workspace) {
        let values = model.encoder.encode(batch, in: workspace)
        return zip(starts, passages[window]).map { start, passage in
          passage.first.flatMap { piece in
            (0..<Encoder.width).map { values[(start + Int(piece)) * Encoder.width + $0] }
          }
        }
      }
    }
  }

  @Test func pairsAreScoredAsInPython() throws {
    let head = try #require(model.relations)
    let reader = BatchReader(model: model)
    // One document, as in Python: its sentences share windows.
    let sentences = try ReferenceVectors.relations()
    let segmentation = Segmentation(sentences: sentences.map { ($0.forms, $0.spaces) })
    let passages = segmentation.sentences.enumerated().map {
      Passage(sentence: $0, words: $1.words, kept: $1.words)
    }
    let pieces = passages.map { reader.pieces(of: $0.words, in: segmentation) }
    let windows = ReadingWindow.windows(
      pieceCounts: pieces.map(\.pieces.count), limit: model.windowPieces)
    let readings = reader.read(passages, pieces: pieces, windows: windows, in: segmentation)
    let vectors = vectors(pieces, windows: windows)
    var greatest: Float = 0
    var compared = 0
    for (index, sentence) in sentences.enumerated() {
      let reading = readings[index]
      // Where rounding turned the tree, the pairs look otherwise to begin with.
      guard
        reading.heads.map({ Int($0) + 1 }) == sentence.heads || reading.heads.map(Int.init) == sentence.heads,
        reading.relations.map({ model.labels.relations[Int($0)] }) == sentence.labels
      else { continue }
      compared += 1
      let phrases = head.finder.phrases(reading) { Array(sentence.forms[$0].utf8)[...] }
      #expect(
        phrases.map { [$0.first, $0.last, $0.type, $0.kind, $0.head] } == sentence.phrases,
        "\(sentence.forms)")
      #expect(head.finder.pairs(phrases).map { [$0.subject, $0.object] } == sentence.pairs)
      let (workspace, scratch) = (RelationHead.Workspace(), QuantisationScratch())
      withExtendedLifetime((workspace, scratch)) {
        let words = 0..<sentence.forms.count
        let rows = scratch.quantise(vectors[index], rows: words.count, columns: Encoder.width)
        var row = 0
        head.forEachPair(of: phrases, rows, words: words, reading: reading, in: workspace) { _, _, scores in
          for (own, other) in zip(scores, sentence.scores[row]) {
            greatest = max(greatest, abs(own - other))
          }
          row += 1
        }
      }
    }
    print("greatest difference of a relation's score:", greatest)
    // Sentences of a window carry each other's rounding along, so the slack is wider than for one alone.
    #expect(greatest < 0.75)
    #expect(compared * 10 >= sentences.count * 8, "too few trees are those of Python")
  }

  @Test func relationsDoNotDependOnWhatIsReadBesideThem() {
    let other = ["Peter", "Holm", "founded", "Nordwind", "Shipping", "in", "1923", "."]
    let sentences = (0..<40).map { $0.isMultiple(of: 3) ? Self.text : other }
    let segmentation = Segmentation(sentences: sentences.map { ($0, $0.map { _ in true }) })
    // Sentences of a window are read in each other's light; here each is a window of its own.
    let analyser = DocumentAnalyser(model: model.with(windowPieces: 0))
    let (one, two) = (analyser.analyse(segmentation), analyser.analyse(segmentation, jobs: 2))
    #expect(one.relations == two.relations)
    let alone = analyser.analyse(Segmentation(words: Self.text)).relations.map(\.probability.bitPattern)
    for sentence in stride(from: 0, to: 40, by: 3) {
      let own = one.relations.filter { $0.sentence == sentence }.map(\.probability.bitPattern)
      #expect(own == alone)
    }
  }

  @Test func aSentenceOfManyPartsHasItsRelationsOnceAndToItsEnd() {
    // The model tires of some repetitions; what it reads of one must reach to the end.
    var ends: [Int] = []
    for part in [
      ["Marta", "Keller", "was", "born", "in", "Odense", "and"],
      ["Marta", "Keller", "was", "born", "in", "Odense", ";"],
      ["Peter", "Holm", "founded", "Nordwind", "Shipping", "in", "1923", ";"],
      ["Peter", "Holm", ",", "the", "founder", "of", "Nordwind", "Shipping", ","],
      ["Marta", "Keller", "(", "born", "in", "Odense", ")", ","],
    ] {
      let segmentation = Segmentation(words: (0..<1_400 / part.count).flatMap { _ in part })
      let analysis = DocumentAnalyser(model: model).analyse(segmentation)
      let keys = analysis.relations.map { [$0.subject.head, $0.object.head] }
      #expect(Set(zip(keys, analysis.relations).map { "\($0) \($1.relation)" }).count == keys.count)
      #expect(analysis.relations.allSatisfy { abs($0.subject.head - $0.object.head) <= 40 })
      ends.append(keys.map { $0[0] }.max() ?? 0)
    }
    print("relations of long sentences end at:", ends)
    #expect(ends.contains { $0 > 1_350 }, "\(ends)")
  }

  @Test func phrasesAndPairsOfAnyReadingStayInsideTheirTables() throws {
    var random = SplitMix64(seed: 3)
    let labels = model.labels
    let finder = RelationPhraseFinder(labels: labels)
    let features = RelationFeatures(labels: labels, finder: finder)
    for _ in 0..<300 {
      let count = Int.random(in: 1...30, using: &random)
      var reading = BatchReader.PassageReading()
      reading.upos = (0..<count).map { _ in UInt8.random(in: 0..<UInt8(labels.upos.count), using: &random) }
      reading.xpos = (0..<count).map { _ in UInt8.random(in: 0..<UInt8(labels.xpos.count), using: &random) }
      reading.features = (0..<count).map { _ in
        UInt16.random(in: 0..<UInt16(labels.features.count), using: &random)
      }
      reading.nameTags = (0..<count).map { _ in UInt8.random(in: 0...6, using: &random) }
      reading.relations = (0..<count).map { _ in
        UInt8.random(in: 0..<UInt8(labels.relations.count), using: &random)
      }
      // Any heads at all, cycles and several roots among them.
      reading.heads = (0..<count).map { _ in Int32.random(in: 0...Int32(count), using: &random) }
      reading.mentions = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        let first = Int.random(in: 0..<count, using: &random)
        let last = Int.random(in: first..<count, using: &random)
        return MentionHead.Span(
          first: first, last: last, type: .random(in: 0...9, using: &random),
          kind: .random(in: 0...2, using: &random), head: Int.random(in: first...last, using: &random))
      }
      let phrases = finder.phrases(reading, form: { _ in Array("Abcd".utf8)[...] })
      #expect(
        Set(phrases.map(\.head)).count == phrases.count && phrases.map(\.head).sorted() == phrases.map(\.head)
      )
      for (subject, object) in finder.pairs(phrases) {
        let (first, second) = (phrases[subject], phrases[object])
        let path = DependencyPath(from: first.head, to: second.head, heads: reading.heads)
        features.forEachRow(first, second, apart: object - subject, path: path, reading: reading) {
          #expect(0..<features.rowCount ~= $0)
        }
        var roles: [RelationFeatures.Role] = []
        features.roles(first, second, path: path, heads: reading.heads, into: &roles)
        #expect(roles.count == count && roles[first.head] == .subject && roles[second.head] == .object)
      }
    }
  }

  @Test func aPathGoesOverTheLowestWordAboveBoth() {
    // "Keller sold boats to Lund": everything hangs on "sold", "to" on "Lund".
    let heads: [Int32] = [2, 0, 2, 5, 2]
    let across = DependencyPath(from: 0, to: 3, heads: heads)
    #expect(across.up == [0] && across.top == 1 && across.down == [4, 3])
    let down = DependencyPath(from: 1, to: 3, heads: heads)
    #expect(down.up.isEmpty && down.top == 1 && down.down == [4, 3])
    let up = DependencyPath(from: 3, to: 4, heads: heads)
    #expect(up.up == [3] && up.top == 4 && up.down.isEmpty)
  }

  @Test func aMissingADamagedAndAForeignFileOfRelationsAreSaid() throws {
    let folder = try TemporaryFolder()
    func expectRefusal(_ bytes: [UInt8]?, _ word: String) throws {
      let path = folder.file("relations.safetensors")
      if let bytes { _ = try folder.write(bytes, to: "relations.safetensors") }
      let error = #expect(throws: LinguisticsError.self) { _ = try model.withRelations(fileAt: path) }
      #expect(error?.code == (bytes == nil ? .unreadableModel : .badModelFile))
      #expect(error?.message.contains("name another") == true && error?.message.contains(word) == true)
    }
    try expectRefusal(nil, "cannot be read")
    let whole = Array(try RelationHead.embeddedBytes())
    try expectRefusal(Array(whole.prefix(whole.count / 2)), "does not fit")
    try expectRefusal([1, 2, 3], "damaged")
    let fingerprint = Array(model.encoderFingerprint.utf8)
    var foreign = whole
    let place = try #require(
      (0..<whole.count - 16).first { Array(whole[$0..<$0 + 16]) == fingerprint })
    foreign[place] = foreign[place] == 0x30 ? 0x31 : 0x30
    try expectRefusal(foreign, "another encoder")
    _ = try folder.write(whole, to: "relations.safetensors")
    let read = try model.withRelations(fileAt: folder.file("relations.safetensors"))
    let segmentation = Segmentation(words: Self.text)
    #expect(
      DocumentAnalyser(model: read).analyse(segmentation).relations
        == DocumentAnalyser(model: model).analyse(segmentation).relations)
  }

  @Test func aFileOfRelationsWithADamagedHeaderNeverTraps() throws {
    let whole = Array(try RelationHead.embeddedBytes())
    let length = Int(whole.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) })
    var random = SplitMix64(seed: 7)
    var refused = 0
    for _ in 0..<200 {
      var bytes = whole
      for _ in 0..<3 {
        bytes[Int.random(in: 8..<8 + length, using: &random)] = UInt8.random(in: 32...126, using: &random)
      }
      let isRefused = bytes.withUnsafeBytes { buffer in
        (try? RelationHead(SafetensorsFile(bytes: buffer), labels: model.labels)) == nil
      }
      refused += isRefused ? 1 : 0
    }
    #expect(refused > 100)
  }
}

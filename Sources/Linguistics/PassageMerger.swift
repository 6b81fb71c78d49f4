/// Puts the readings of passages together to that of the document.
struct PassageMerger {
  private let segmentation: Segmentation
  private let model: ReadingModel
  private var words: [DocumentAnalysis.WordReading]
  private var lemmas: [String]
  private var mentions: [DocumentAnalysis.Mention] = []
  private var linker: MentionLinker
  private var forms: MentionFormReader
  private let speakers: [String?]
  /// The mentions of the sentence that is open, with their vectors, in the order of the passages.
  private var openMentions: [DocumentAnalysis.Mention] = []
  private var openVectors: [Float] = []
  private var relations = RelationMerger()
  /// Scores of the name tags of the sentence that is open.
  private var nameScores: [Float] = []

  /// - Parameter speakers: the speaker of each sentence, where one is known.
  init(segmentation: Segmentation, model: ReadingModel, speakers: [String?]) {
    self.segmentation = segmentation
    self.model = model
    self.speakers = speakers
    linker = MentionLinker(scorer: model.coreference)
    forms = MentionFormReader(segmentation: segmentation, labels: model.labels)
    words = Array(repeating: DocumentAnalysis.WordReading(), count: segmentation.tokens.count)
    lemmas = Array(repeating: "", count: segmentation.tokens.count)
  }

  /// Adds the reading of the next passage.
  mutating func add(_ reading: BatchReader.PassageReading, of passage: Passage) {
    let start = passage.words.lowerBound
    for token in passage.kept {
      let word = token - start
      let head = Int(reading.heads[word])
      words[token] = DocumentAnalysis.WordReading(
        upos: reading.upos[word], xpos: reading.xpos[word], features: reading.features[word],
        head: head == 0 ? -1 : Int32(start + head - 1), relation: reading.relations[word])
      lemmas[token] = reading.lemmas[word]
    }
    let names = model.names.count
    nameScores +=
      reading.names[(passage.kept.lowerBound - start) * names..<(passage.kept.upperBound - start) * names]
    let size = model.coreference.vectorSize
    for (index, span) in reading.mentions.enumerated() where passage.kept.contains(start + span.head) {
      openMentions.append(
        DocumentAnalysis.Mention(
          sentence: passage.sentence, words: start + span.first..<start + span.last + 1, type: span.type,
          kind: span.kind, head: start + span.head, entity: 0))
      openVectors += reading.mentionVectors[index * size..<(index + 1) * size]
    }
    relations.add(reading.findings, of: passage)
    let sentence = segmentation.sentences[passage.sentence].words
    if passage.kept.upperBound == sentence.upperBound {
      nameScores.withUnsafeBufferPointer { scores in
        guard let scores = scores.baseAddress else { return }
        let tags = model.names.tags(scores, count: sentence.count)
        for (token, tag) in zip(sentence, tags) { words[token].name = tag }
      }
      nameScores.removeAll(keepingCapacity: true)
      if passage.kept != sentence { repairTree(of: sentence) }
      closeMentions()
    }
  }

  /// Puts the mentions of the sentence behind those of the sentences before, in the order of the text, the longest first.
  private mutating func closeMentions() {
    let order = openMentions.indices.sorted {
      (openMentions[$0].words.lowerBound, -openMentions[$0].words.upperBound, $0)
        < (openMentions[$1].words.lowerBound, -openMentions[$1].words.upperBound, $1)
    }
    let size = model.coreference.vectorSize
    for index in order {
      mentions.append(openMentions[index])
      let mention = openMentions[index]
      linker.add(
        forms.form(of: mention, words: words, speaker: speakers[mention.sentence]),
        vector: openVectors[index * size..<(index + 1) * size])
    }
    openMentions.removeAll(keepingCapacity: true)
    openVectors.removeAll(keepingCapacity: true)
  }

  /// Makes one tree of the parts of a long sentence: the first root stays, whatever else hangs on nothing or on itself
  /// hangs on it.
  private mutating func repairTree(of sentence: Range<Int>) {
    guard let root = sentence.first(where: { words[$0].head < 0 }) ?? sentence.first else { return }
    words[root].head = -1
    words[root].relation = UInt8(model.labels.root)
    let parataxis =
      model.labels.relations.firstIndex(of: "parataxis").map { UInt8($0) } ?? words[root].relation
    var state = [Int32](repeating: 0, count: sentence.count)
    for token in sentence {
      if token != root, words[token].head < 0 {
        words[token].head = Int32(root)
        words[token].relation = parataxis
      }
      var at = token
      while at >= 0, state[at - sentence.lowerBound] == 0 {
        state[at - sentence.lowerBound] = Int32(token - sentence.lowerBound + 1)
        at = at == root ? -1 : Int(words[at].head)
      }
      if at >= 0, state[at - sentence.lowerBound] == Int32(token - sentence.lowerBound + 1) {
        words[at].head = Int32(root)
        words[at].relation = parataxis
      }
    }
  }

  /// The document, with its mentions put together to entities.
  consuming func analysis() -> DocumentAnalysis {
    for (index, thing) in linker.linked().enumerated() { mentions[index].entity = Int(thing) }
    return DocumentAnalysis(
      segmentation: segmentation, words: words, lemmas: lemmas, mentions: mentions, labels: model.labels,
      relations: relations.relations(mentions: mentions))
  }
}

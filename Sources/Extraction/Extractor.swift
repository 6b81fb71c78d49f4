package import Claims
internal import Digests
internal import Dispatch
package import Layout
package import Linguistics
internal import Schema

/// Reads claims out of documents; a pure function that many threads may call.
package struct Extractor: Sendable {
  /// Changes whenever the same document may be read otherwise: with the frames, the lists or the user's aliases.
  package let version: String

  private let segmenter: Segmenter
  private let analyser: DocumentAnalyser
  private let aliases: AliasList
  private let names: NameList
  private var verbs: VerbLemmas
  private var frames: FrameTable
  private let lexicon: Lexicon
  /// Nil where claims are read for a judge to learn from, which is to hold for claims that no judge chose among.
  private let judge: ClaimJudge?
  /// The relations that the model's head of relations reads.
  private let learnedRelations: Set<String>

  /// Changes with the code, which no digest of the files tells; GoldenReadingTests fail where it was forgotten.
  private static let codeVersion = "8"

  /// Makes an extractor from a model, the built-in frames and lists and the user's alias files.
  ///
  /// Make one and share it between threads.
  ///
  /// - Parameter isJudged: whether the judge says how sure claims are, and not what proposed each.
  /// - Throws: `ExtractionError` for a bad line, with file, line and what was expected; `LinguisticsError.damagedModel`.
  package init(
    model: ReadingModel, userAliases: [(name: String, rows: String)] = [],
    userFrames: [(name: String, text: String)] = [], isJudged: Bool = true
  ) throws {
    let builtIn = try BuiltInReading.shared.get()
    var hash = SHA256()
    for file in SchemaFile.all where !file.path.hasSuffix(".sql") {
      hash.update([UInt8](file.path.utf8) + [0])
      hash.update(file.bytes)
    }
    lexicon = .builtIn
    aliases = try Self.aliases(builtIn.aliases, and: userAliases, &hash)
    frames = try Self.frames(builtIn.frames, and: userFrames, lexicon: lexicon, &hash)
    hash.update([UInt8](model.description.name.utf8) + [0])
    // A model that was trained anew has other scores even where nobody gave it another version.
    for line in model.description.lines { hash.update([UInt8](line.utf8) + [0]) }
    judge = isJudged ? try BuiltInReading.judge.get() : nil
    hash.update([UInt8]((judge?.version ?? "").utf8) + [0])
    learnedRelations = model.learnedRelations
    names = NameList(aliases: aliases, lexicon: lexicon)
    verbs = VerbLemmas(
      builtIn.frames.verbs.union(WordList.lightVerb.words).union(FactualityTable.builtIn.verbs),
      own: frames.verbs.subtracting(builtIn.frames.verbs), irregular: WordFile.builtIn.irregular)
    segmenter = builtIn.segmenter
    analyser = DocumentAnalyser(model: model)
    let digest = SHA256.hexadecimal(hash.finalize().prefix(4))
    version = "\(Self.codeVersion)-\(digest)"
  }

  private static func aliases(
    _ builtIn: AliasList, and own: [(name: String, rows: String)], _ hash: inout SHA256
  ) throws -> AliasList {
    var aliases = builtIn
    for file in own {
      try aliases.add(file: file.name, rows: file.rows)
      hash.update([UInt8](file.rows.utf8) + [0])
    }
    return aliases
  }

  private static func frames(
    _ builtIn: FrameTable, and own: [(name: String, text: String)], lexicon: Lexicon, _ hash: inout SHA256
  ) throws -> FrameTable {
    var frames = builtIn
    for file in own {
      hash.update([UInt8](file.text.utf8) + [1])
      var reader = FrameFile(file: file.name, vocabulary: .builtIn, lexicon: lexicon)
      try reader.read(file.text, into: &frames)
    }
    return frames
  }

  /// Starts to read the built-in lists and frames on another thread, to be done when a model is read.
  package static func prepare() {
    DispatchQueue.global().async { _ = (BuiltInReading.shared, BuiltInReading.judge) }
  }

  /// Reads a document; `bytes` that are not UTF-8 are read as U+FFFD.
  ///
  /// - Parameters:
  ///   - jobs: how many threads read the document; what comes out does not depend on it.
  ///   - date: when the document was written; times such as "last year" have no value without it.
  ///   - layout: what the file says of the stretches of its text, in bytes of `bytes`; the rest is found in the text.
  ///   - isTraced: whether what was considered and dropped is told too.
  package func read(
    name: String, bytes: [UInt8], jobs: Int = 1, date: CalendarDate? = nil, layout: TextLayout = .unknown,
    isTraced: Bool = false
  ) -> DocumentReading {
    let (pending, trace) = analysed(
      analysis(of: bytes, jobs: jobs, layout: layout), name: name, digest: Self.digest(of: bytes), date: date,
      layout: layout, isTraced: isTraced)
    return pending.reading(trace: trace)
  }

  /// Reads a document whose claims are made later, as they are asked for.
  ///
  /// The parameters are those of `read`.
  package func pending(
    name: String, bytes: [UInt8], jobs: Int = 1, date: CalendarDate? = nil, layout: TextLayout = .unknown
  ) -> PendingReading {
    analysed(
      analysis(of: bytes, jobs: jobs, layout: layout), name: name, digest: Self.digest(of: bytes), date: date,
      layout: layout
    ).pending
  }

  /// Whether a sentence stands in what the file says is no prose, such as a menu or a running head.
  private static func isUnread(_ span: SentenceSpan, _ layout: TextLayout) -> Bool {
    !span.kind.isProse && layout.stretch(at: span.range.lowerBound) != nil
  }

  /// The sentences of what the file says is no prose, which are kept to be found.
  private static func unread(
    _ segmentation: Segmentation, _ layout: TextLayout
  ) -> [DocumentReading.Sentence] {
    let text = segmentation.text
    var sentences: [DocumentReading.Sentence] = []
    for span in segmentation.sentences where isUnread(span, layout) {
      let range = segmentation.bytes(of: span.content)
      guard !range.isEmpty else { continue }
      sentences.append(
        DocumentReading.Sentence(
          range: text.codePoints(ofBytes: range), text: text.string(range)))
    }
    return sentences
  }

  /// The analysis of a document.
  func analysis(of bytes: [UInt8], jobs: Int = 1, layout: TextLayout = .unknown) -> DocumentAnalysis {
    analyser.analyse(segmenter.segment(DocumentText(bytes), layout: layout), jobs: jobs) {
      !Self.isUnread($0, layout)
    }
  }

  /// The version of a reading with a document's date, which is as much a part of what is read as the frames are: the same bytes
  /// under another date are read again.
  package func version(for date: CalendarDate?) -> String {
    date.map { "\(version)@\($0.iso)" } ?? version
  }

  /// Reads a document that is analysed, stage by stage.
  func read(
    _ analysis: DocumentAnalysis, name: String, digest: [UInt8], date: CalendarDate? = nil,
    isTraced: Bool = false, observe: ((Claim, ClaimFeatureRow) -> Void)? = nil
  ) -> DocumentReading {
    let (pending, trace) = analysed(analysis, name: name, digest: digest, date: date, isTraced: isTraced)
    return pending.reading(trace: trace, observe: observe)
  }

  private func analysed(
    _ analysis: consuming DocumentAnalysis, name: String, digest: [UInt8], date: CalendarDate?,
    layout: TextLayout = .unknown, isTraced: Bool = false
  ) -> (pending: PendingReading, trace: ReadingTrace?) {
    let unread = layout == .unknown ? [] : Self.unread(analysis.segmentation, layout)
    let relations = analysis.relations
    let found = cast(of: annotated(analysis, date: date))
    let trace = isTraced ? ReadingTrace(document: found.document) : nil
    let stated = StatingStage(lexicon: lexicon, frames: frames, trace: trace)
      .run(.init(cast: found, learned: relations))
    let cast = TypingStage().run((found.cast, stated.types))
    var pending = ClaimingStage(
      lexicon: lexicon, frames: frames, judge: judge, learnedRelations: learnedRelations
    ).run(
      .init(
        name: name, digest: digest, version: version(for: date),
        cast: CastDocument(document: found.document, cast: cast, times: found.times),
        learned: relations, drafts: stated.drafts))
    pending.add(unread)
    return (pending, trace)
  }

  /// The same with other frames alone, and with the verbs that they know.
  func replacingFrames(by frames: FrameTable) -> Extractor {
    var other = self
    other.frames = frames
    other.verbs = VerbLemmas(
      frames.verbs.union(WordList.lightVerb.words).union(FactualityTable.builtIn.verbs),
      irregular: WordFile.builtIn.irregular)
    return other
  }

  /// Who is meant in a document, and when.
  func cast(of document: AnnotatedDocument) -> CastDocument {
    CastingStage(lexicon: lexicon, aliases: aliases).run(document)
  }

  /// The words, sentences and names of a document that is analysed.
  func annotated(_ analysis: DocumentAnalysis, date: CalendarDate? = nil) -> AnnotatedDocument {
    let text = AnnotationStage(verbs: verbs).run(analysis)
    return NamingStage(lexicon: lexicon, names: names).run(.init(analysis: analysis, text: text, date: date))
  }

  /// The examples and counter-examples of the frames.
  package var examples: [FrameExample] { frames.examples }

  /// Where each pattern of the frames stands, with its relation, in the order of the files.
  package var rules: [FrameRule] { frames.rules }

  /// Whether a relation of the frames reads the same both ways.
  func isSymmetric(_ relation: String) -> Bool {
    frames.patterns.first { $0.relation.name == relation }?.relation.isSymmetric ?? false
  }
}

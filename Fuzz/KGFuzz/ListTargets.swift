internal import Claims
internal import DocumentInput
internal import Evaluation
internal import Schema

@testable internal import Extraction
@testable internal import Linguistics

/// CoNLL-U, as `kg analyze --pretokenized` reads it: cut into documents, analysed, written again.
struct CoNLLUTarget: FuzzTarget {
  private let analyser: DocumentAnalyser

  init() throws { analyser = DocumentAnalyser(model: try ReadingModel.embedded().withoutRelations()) }

  func read(_ bytes: [UInt8]) throws {
    for part in CoNLLUReader.parts(of: bytes, name: "fuzzed") {
      let document = try CoNLLUReader.document(part)
      // The model costs a thousand times as much as all the rest; a part of the inputs goes through it.
      let isAnalysed = bytes.count % 8 == 0
      let analysis =
        isAnalysed ? analyser.analyse(document.segmentation, speakers: document.speakers).wordAnalyses() : []
      var writer = CoNLLUWriter()
      writer.write(document, analysis: analysis)
      try checkSame(document, written: writer.bytes)
    }
  }

  /// What is written reads as the same words and sentences.
  private func checkSame(_ document: CoNLLUDocument, written bytes: [UInt8]) throws {
    let parts = CoNLLUReader.parts(of: bytes, name: "fuzzed")
    if document.segmentation.tokens.isEmpty { return }
    try promise(parts.count == 1, "one document was written as \(parts.count)")
    guard let part = parts.first else { return }
    let again: CoNLLUDocument
    do {
      again = try CoNLLUReader.document(part)
    } catch {
      throw BrokenPromise(what: "what was written is refused: \(error.message)")
    }
    try promise(
      again.segmentation.tokens.count == document.segmentation.tokens.count
        && again.segmentation.sentences.map(\.words) == document.segmentation.sentences.map(\.words),
      "what was written has other words or sentences")
  }
}

/// A frame file of a user's.
struct FrameTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    var table = FrameTable()
    var reader = FrameFile(file: "fuzzed", vocabulary: .builtIn, lexicon: .builtIn)
    try reader.read(text, into: &table)
  }
}

/// A list of a user's names.
struct AliasTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    guard let text = String(validating: bytes, as: UTF8.self) else { return }
    var list = AliasList()
    try list.add(file: "fuzzed", rows: text)
    _ = NameList(aliases: list, lexicon: .builtIn)
    for name in text.split(whereSeparator: \.isNewline).prefix(3) {
      guard let canonical = list.canonicalName(of: String(name)) else { continue }
      _ = list.type(of: canonical)
    }
  }
}

/// A gold table, and the scores of claims against it.
struct GoldTarget: FuzzTarget {
  private let claims: [Claim]

  init() throws {
    claims = ["visited", "leader", "member", "sibling"].map { relation in
      Claim(
        layer: .canonical, subject: Party(name: "Anna Berg", type: .person), relation: relation,
        object: Party(name: "Norway", type: .place), method: .frame, confidence: 0.9, document: "fuzzed",
        evidence: Claim.Evidence(sentence: 0, range: 0..<26, text: "Anna Berg visited Norway ."))
    }
  }

  func read(_ bytes: [UInt8]) throws {
    let table = try GoldTable(name: "fuzzed", bytes: bytes)
    _ = Evaluation(of: claims, against: table).report(listsMisses: true, listsExtra: true)
  }
}

/// JSON.
struct JSONTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws { _ = try bytes.withUnsafeBytes { try JSONValue($0) } }
}

/// A claim record, which is written and read again.
struct ClaimTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    let claim = try Claim(record: bytes.withUnsafeBytes { try JSONValue($0) })
    var writer = JSONWriter()
    writer.claim(claim)
    let written = writer.bytes
    var again = JSONWriter()
    if let claim = try? Claim(record: written.withUnsafeBytes { try JSONValue($0) }) { again.claim(claim) }
    try promise(again.bytes == written, "a claim that is written and read is another")
    _ = try ClaimFile.claims(name: "fuzzed", bytes: bytes)
  }
}

/// Documents in lines of JSON.
struct DocumentLinesTarget: FuzzTarget {
  private let path = temporaryPath("documents.jsonl")

  func read(_ bytes: [UInt8]) throws {
    write(bytes, to: path)
    var reader = try JSONLinesReader(path: path, maximumLine: 1000)
    var count = 0
    while true {
      count += 1
      try promise(count <= bytes.count + 2, "more lines than bytes")
      do {
        guard let document = try reader.next() else { return }
        try promise(
          !document.name.isEmpty || document.bytes.count <= bytes.count * 3, "a document from nowhere")
      } catch is InputError {
        continue
      }
    }
  }
}

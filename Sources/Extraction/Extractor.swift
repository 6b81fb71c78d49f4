package import Claims
internal import Crypto
internal import Linguistics
internal import Schema

/// Reads claims out of documents; a pure function that many threads may call.
package struct Extractor: Sendable {
  /// Changes whenever the same document may be read otherwise: with the frames, the lists or the user's aliases.
  package let version: String

  private let analyser: any Analyser
  private let aliases: AliasList
  private let frames: FrameFile
  private let lexicon: Lexicon

  /// Changes with the code, which no digest of the files tells.
  private static let codeVersion = "first-1"

  /// Makes an extractor from the built-in frames and lists and the user's alias files.
  ///
  /// - Throws: `ExtractionError` for a bad line, with file, line and what was expected.
  package init(userAliases: [(name: String, rows: String)] = []) throws {
    var hash = SHA256()
    for path in ["aliases.tsv", "places.tsv", "words.tsv", "first.frames", "relations.tsv"] {
      if let file = SchemaFile.named(path) { hash.update(bufferPointer: file.bytes) }
    }
    var aliases = AliasList()
    try aliases.add(file: "Schema/aliases.tsv", rows: SchemaFile.named("aliases.tsv")?.text ?? "")
    for file in userAliases {
      try aliases.add(file: file.name, rows: file.rows)
      hash.update(data: [UInt8](file.rows.utf8) + [0])
    }
    let frames = try FrameFile(
      file: "Schema/first.frames", text: SchemaFile.named("first.frames")?.text ?? "", vocabulary: .builtIn)
    self.init(aliases: aliases, frames: frames, digest: Array(hash.finalize().prefix(4)))
  }

  init(aliases: AliasList, frames: FrameFile, digest: [UInt8]) {
    self.aliases = aliases
    self.frames = frames
    lexicon = .builtIn
    var known: [String: NameType] = [:]
    for key in aliases.keys { known[key] = .unknown }
    analyser = FirstAnalyser(lexicon: lexicon, knownNames: known)
    let hexadecimal = digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    version = "\(Self.codeVersion)-\(hexadecimal)"
  }

  /// Reads a document; `bytes` that are not UTF-8 are read as U+FFFD.
  package func read(name: String, bytes: [UInt8]) -> DocumentReading {
    let text = DocumentText(bytes)
    let document = analyser.analyse(text)
    var builder = ReadingBuilder(
      name: name, document: document,
      entities: EntityTable(document: document, aliases: aliases, lexicon: lexicon),
      lexicon: lexicon)
    builder.read(with: frames)
    return builder.reading(digest: Self.digest(of: bytes), version: version)
  }

  /// The examples and counter-examples of the frames, for the tests.
  var examples: [FrameExample] { frames.examples }
  /// The lemmas of the frames' verbs, for the tests.
  var verbs: Set<String> { frames.verbs }
}

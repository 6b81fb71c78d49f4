internal import Linguistics
internal import Schema

/// What the files of the binary say of reading, parsed once for all extractors.
struct BuiltInReading: Sendable {
  static let shared = Result { try BuiltInReading() }
  /// Apart from the rest, which is also read to train a judge that fits where this one does not.
  static let judge = Result { try ClaimJudge.embedded() }

  let aliases: AliasList
  let frames: FrameTable
  let segmenter: Segmenter

  /// - Throws: `ExtractionError` for a bad line; `LinguisticsError.damagedModel`.
  private init() throws {
    var aliases = AliasList()
    try aliases.add(file: "Schema/aliases.tsv", rows: SchemaFile.named("aliases.tsv")?.text ?? "")
    self.aliases = aliases
    var frames = FrameTable()
    for file in BuiltInFrames.files {
      var reader = FrameFile(
        file: "built-in \(file.path)", name: BuiltInFrames.name(of: file), vocabulary: .builtIn,
        lexicon: .builtIn)
      try reader.read(file.text, into: &frames)
    }
    self.frames = frames
    segmenter = try Segmenter()
  }
}

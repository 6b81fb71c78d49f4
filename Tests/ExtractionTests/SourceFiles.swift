import Foundation

/// The code of Extraction as text, for what is promised of all of it.
struct SourceFiles {
  let name: String
  let isOfLanguage: Bool
  /// The lines without comments.
  let code: String

  /// The string literals, without those that hold a value.
  var literals: [String] {
    var result: [String] = []
    for line in code.split(separator: "\n") {
      var parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      if line.contains("\"\"\"") || line.contains("\\\"") { continue }
      while parts.count > 2 {
        result.append(String(parts[1]))
        parts.removeFirst(2)
      }
    }
    return result
  }

  /// All files of Sources/Extraction.
  static func extraction() throws -> [SourceFiles] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Extraction")
    let paths = try FileManager.default.subpathsOfDirectory(atPath: root.path).filter {
      $0.hasSuffix(".swift")
    }
    return try paths.sorted().map { path in
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      let code = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.drop { $0 == " " }.hasPrefix("//") ? "" : line.components(separatedBy: " // ").first ?? ""
      }.joined(separator: "\n")
      return SourceFiles(
        name: path.components(separatedBy: "/").last ?? path, isOfLanguage: path.hasPrefix("Language/"),
        code: code)
    }
  }

  /// Files whose words are those of a format, its help and its messages.
  static let formats: Set<String> = [
    "FrameFile.swift", "Nominal.swift", "FrameHelp.swift", "BuiltInFrames.swift", "FrameCheck.swift",
    "FrameCheck+Text.swift",
    "ExtractionError.swift", "NameTags.swift",
    // The names of the numbers that the trained judge asks for.
    "ClaimFeature.swift",
  ]

  /// Relations of Universal Dependencies that are words.
  static let labels: Set<String> = [
    "case", "mark", "list", "root", "fixed", "flat", "discourse", "compound", "neg",
  ]

  /// Types of mentions in the words of the model, and roles of frames.
  static let roles: Set<String> = [
    "plant", "animal", "substance", "abstract",
    "subject", "object", "possessive", "compound", "nationality", "modifier", "complement", "controller",
    "clause",
    "governor", "recipient", "auxiliary", "address", "self", "identity", "phrase", "holder", "term", "base",
  ]
}

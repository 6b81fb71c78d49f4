import Foundation
import Testing

/// What a stranger's names must not do to a terminal.
@Suite struct TerminalSafetyTests {
  /// Escapes that set the title or colours, C1, bidirectional controls, line separators, zero-width and tag characters.
  private static let unsafe = [
    "\u{1B}]0;title\u{7}", "\u{1B}[31m", "\u{9B}31m", "\u{202E}", "\u{2066}", "\u{2028}", "\u{2029}",
    "\u{200B}",
    "\u{200D}", "\u{FEFF}", "\u{E0041}", "\u{7F}", "\r", "\u{8}",
  ]
  private static let mark = "Q" + unsafe.joined() + "Z"

  private static let questions: [[String]] = [
    ["documents"], ["documents", "--format", "tsv"], ["documents", "--format", "csv"],
    ["documents", "--format", "jsonl"],
    ["neighbors", "Anna"], ["neighbors", "Anna", "--format", "csv"],
    ["neighbors", "Anna", "--format", "dot"],
    ["path", "Anna", "Carl"], ["path", "Anna", "Carl", "--all", "--format", "tsv"],
    ["path", "Anna", "Carl", "-k", "3", "--weighted"], ["path", "Anna", "Carl", "--format", "json"],
    ["show", "Anna"], ["evidence", "Anna"], ["evidence", "Anna", "--format", "tsv"], ["search", "Ann*"],
    ["stats"],
    ["stats", "--format", "csv"], ["rank"], ["components", "--members"], ["check"],
    ["export", "--format", "jsonl"], ["export", "--format", "csv"], ["export", "--format", "graphml"],
    ["export", "--format", "dot"], ["remove", mark.filter { $0 != "\r" }], ["neighbors", mark],
    ["extract", "no\(mark)file"], ["import", "no\(mark)file"], ["stats", "--db", "no\(mark).db"], [mark],
    ["stats", mark], ["frames", "show", mark], ["help", mark], ["--help"],
  ]

  private static func graph() throws -> Sandbox {
    let sandbox = try Sandbox()
    let name = "N" + mark.replacing("\r", with: "")
    try sandbox.write(
      "subject\tsubject_type\trelation\tobject\tnote\nAnna\tper\(name)\tr\(name)\tB\(name)\tn\(name)\nB\(name)\t\tr\(name)\tCarl\t\n"
        .utf8, to: "t\(name.replacing("\u{9B}", with: "")).tsv")
    let file = try #require(sandbox.fileNames.first)
    let output = try sandbox.kg("import", file)
    try #require(output.status == 0, "\(output.error)")
    #expect(Self.found(in: output.error).isEmpty && Self.found(in: output.text).isEmpty)
    return sandbox
  }

  /// The unsafe scalars of a text; line ends, and what kg itself draws with, are none.
  private static func found(in text: String) -> [Unicode.Scalar] {
    var rest = text.replacing("\r\n", with: "\n")
    for style in ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[36m", "\u{1B}[0m", "\r\u{1B}[K"] {
      rest = rest.replacing(style, with: "")
    }
    return rest.unicodeScalars.filter { scalar in
      scalar != "\n" && scalar != "\t"
        && (scalar.properties.isDefaultIgnorableCodePoint
          || [.control, .format, .lineSeparator, .paragraphSeparator].contains(
            scalar.properties.generalCategory))
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")))
  func nothingUnsafeReachesATerminalFromAnyCommand() throws {
    let sandbox = try Self.graph()
    for (number, question) in Self.questions.enumerated() {
      let words = question.map { "'" + $0.replacing("'", with: "'\\''") + "'" }.joined(separator: " ")
      try sandbox.write("exec \(Binary.path) \(words)\n".utf8, to: "q\(number).sh")
      let output = try sandbox.run(
        "/usr/bin/script", ["-qec", "/bin/sh q\(number).sh", "/dev/null"], environment: ["TERM": "xterm"])
      #expect(!output.text.isEmpty, "\(number)")
      #expect(Self.found(in: output.text).isEmpty, "question \(number): \(output.text.debugDescription)")
    }
  }

  @Test func messagesAndTablesAreSafeInAPipeToo() throws {
    let sandbox = try Self.graph()
    for question in Self.questions where !question.contains("--format") {
      let output = try sandbox.run(Binary.path, question)
      #expect(Self.found(in: output.text).isEmpty && Self.found(in: output.error).isEmpty, "\(output.error)")
    }
  }

  @Test func dataInAPipeStayExact() throws {
    let sandbox = try Self.graph()
    for format in ["csv", "jsonl"] {
      let text = try sandbox.kg("neighbors", "Anna", "--format", format).text
      #expect(text.unicodeScalars.contains("\u{202E}") && text.unicodeScalars.contains("\u{E0041}"))
    }
  }

  @Test func aNewlineInAFileNameMakesNoMessageOfItsOwn() throws {
    let output = try Sandbox().kg("extract", "a\nkg: all is well")
    #expect(output.errorLines.count == 1 && output.error.contains("a\\nkg: all is well"), "\(output.error)")
  }
}

import Foundation
import Testing

/// What Ctrl-C does.
@Suite(.serialized) struct InterruptTests {
  /// A folder with a short document and one that takes long to read.
  private func sandbox() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.write("Anna Berg visited Norway.".utf8, to: "docs/a.txt")
    let sentences = (0..<6_000).map { "Anna Berg visited Norway with Karl Holm in \(1900 + $0 % 100).\n" }
    try sandbox.write(sentences.joined().utf8, to: "docs/b.txt")
    return sandbox
  }

  /// Starts a command in the background, waits until its output or messages hold some words, and gives what the rest of the script says.
  private func run(_ sandbox: Sandbox, _ command: String, until words: String, _ script: String) throws
    -> Output
  {
    try sandbox.run(
      "/bin/bash",
      [
        "-c",
        """
        "$0" \(command) > out 2> err & kg=$!
        waitFor() { for i in $(seq 3000); do grep -qs "$1" out err && return 0; kill -0 $kg 2>&- || return 1; sleep 0.02; done; return 1; }
        waitFor "\(words)" || echo "no \(words)"
        \(script)
        """, Binary.path,
      ])
  }

  @Test func anIngestSaysAtOnceThatItIsEndingAndEndsAtOnceAtTheSecond() throws {
    let sandbox = try sandbox()
    let output = try run(
      sandbox, "ingest docs --jobs 1", until: "a.txt: read",
      """
      kill -INT $kg
      waitFor "ending after the work under way" || echo "nothing said"
      kill -0 $kg && echo "still at work"
      kill -INT $kg; wait $kg; echo "status $?"
      """)
    #expect(output.text == "still at work\nstatus 130\n")
    // What was stored before stays, what was under way is as if it had not begun.
    #expect(try sandbox.kg("documents", "--format", "tsv").lines.count == 2)
    #expect(try sandbox.kg("ingest", "docs/a.txt").status == 0)
  }

  @Test func anIngestThatIsInterruptedWithNothingUnderWayEndsByItself() throws {
    let sandbox = try sandbox()
    for number in 0..<40 { try sandbox.write("Karl Holm visited Oslo.".utf8, to: "few/\(number).txt") }
    for number in 0..<400 {
      try sandbox.write("Karl Holm visited Rome \(number).".utf8, to: "few/x\(number).txt")
    }
    let output = try run(
      sandbox, "ingest few --jobs 1", until: "read, 1 sentences",
      "kill -INT $kg; wait $kg; echo \"status $?\"")
    #expect(output.text == "status 130\n")
    #expect(try sandbox.kg("documents", "--format", "tsv").lines.count < 400)
  }

  @Test(arguments: ["extract docs --jobs 1", "extract --jsonl long.jsonl --jobs 1"])
  func whatKeepsNothingEndsAtTheFirst(command: String) throws {
    let sandbox = try sandbox()
    let text = try String(contentsOf: sandbox.url("docs/b.txt"), encoding: .utf8)
    let short = #"{"id": "a", "text": "Anna Berg visited Norway."}"#
    let long = "{\"id\": \"b\", \"text\": \"\(text.replacingOccurrences(of: "\n", with: " "))\"}"
    try sandbox.write("\(short)\n\(long)\n".utf8, to: "long.jsonl")
    let output = try run(
      sandbox, command, until: "Norway", "kill -INT $kg; wait $kg; echo \"status $?\"; wc -c < err")
    #expect(output.text == "status 130\n0\n")
  }
}

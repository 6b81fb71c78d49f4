import Claims
import Digests
import Foundation
import Testing

@testable import Extraction

/// The version of the extractor says that the same text is read alike; so it must change when a reading does.
@Suite struct GoldenReadingTests {
  private struct Failure: Error {}

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")

  /// The records of the corpus, and the version that read it, as `golden-reading.txt` has them.
  private func reading() throws -> (version: String, records: String) {
    let extractor = try Extractor.shared.get()
    let corpus = try String(contentsOf: Self.folder.appending(path: "golden-corpus.txt"), encoding: .utf8)
    let texts = corpus.components(separatedBy: "\n---\n")
    var records = ""
    for (index, text) in texts.enumerated() {
      let reading = extractor.read(
        name: "\(index)", bytes: [UInt8](text.utf8), date: CalendarDate(year: 2024, month: 5, day: 14))
      for claim in reading.claims {
        var json = JSONWriter()
        json.claim(claim)
        records += String(decoding: json.bytes, as: UTF8.self) + "\n"
      }
    }
    return (extractor.version, records)
  }

  @Test func `the reading of the corpus changes only together with the version`() throws {
    let (version, records) = try reading()
    let digest = SHA256.digest(of: [UInt8](records.utf8)).prefix(8).map { String($0, radix: 16) }.joined(
      separator: "-")
    let known = try String(contentsOf: Self.folder.appending(path: "golden-reading.txt"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
    guard known.count == 2 else { throw Failure() }
    if known == [version, digest] { return }
    // The two lines that belong into Fixtures/golden-reading.txt now.
    let wanted = "\(version)\n\(digest)"
    if known[0] == version {
      Issue.record(
        "what is read has changed and the version has not: raise Extractor.codeVersion; then write\n\(wanted)"
      )
    } else {
      Issue.record(
        "the extractor is of another version: when the reading is as it should be, write\n\(wanted)")
    }
  }
}

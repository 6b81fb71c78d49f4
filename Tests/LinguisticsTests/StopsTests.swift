import Foundation
import Testing

@testable import Linguistics

/// Fixtures/stops.tsv holds stops that nothing was trained on; the classifier is to be right about most of either kind.
struct StopsTests {
  private struct Stop {
    let before: String
    let after: String
    let isEnd: Bool

    /// Whether the segmenter ends a sentence after `before`.
    func ends(_ segmenter: Segmenter) -> Bool {
      let space = after.hasPrefix(",") ? "" : " "
      let lead = "The day was long. "
      let text = DocumentText(Array((lead + before + space + after).utf8))
      let place = (lead + before).utf8.count
      return segmenter.segment(text).sentences.contains { $0.range.upperBound == place }
    }
  }

  private static func stops() throws -> [Stop] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "Fixtures/stops.tsv")
    return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { line in
        let cells = line.split(separator: "\t")
        return Stop(before: String(cells[0]), after: String(cells[1]), isEnd: cells[2] == "end")
      }
  }

  @Test("sentences end after abbreviations where one ends, and only there")
  func endsAfterAbbreviations() throws {
    let segmenter = try Segmenter()
    let stops = try Self.stops()
    let right = stops.filter { $0.ends(segmenter) == $0.isEnd }
    #expect(stops.count == 100)
    #expect(right.count >= 92)
    #expect(right.count(where: \.isEnd) * 100 >= stops.count(where: \.isEnd) * 85)
    #expect(right.count { !$0.isEnd } * 100 >= stops.count { !$0.isEnd } * 92)
  }
}

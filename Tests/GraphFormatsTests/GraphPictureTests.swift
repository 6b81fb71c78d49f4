import Claims
import Foundation
import TestSupport
import Testing

@testable import GraphFormats
@testable import GraphStore

/// Pictures as they are meant for the eye.
@Suite struct GraphPictureTests {
  private func edge(
    _ subject: String, _ relation: String, _ object: String, _ direction: Edge.Direction = .out,
    polarity: Claim.Polarity = .positive
  ) -> Edge {
    func named(_ name: String) -> EntityName {
      EntityName(name: name, type: name.hasPrefix("p") ? "person" : "place")
    }
    return Edge(
      subject: named(subject), relation: relation, object: named(object), direction: direction,
      neighbor: named(object), layer: .canonical, support: 1, attributed: 0, confidence: 1,
      polarity: polarity, modality: .certain, evidence: nil, times: [], saidBy: nil, source: nil, hop: 1)
  }

  private func text(_ edges: [Edge], _ change: (inout GraphPicture.Options) -> Void = { _ in }) -> String {
    var options = GraphPicture.Options()
    change(&options)
    return GraphPicture(edges, options).text
  }

  @Test func allRelationsBetweenTwoThingsShareALineThatBearsTheirNames() {
    let text = text([edge("a", "arms", "b"), edge("a", "funds", "b"), edge("a", "ally", "b", .both)])
    #expect(text.contains(#"label="arms\nfunds\nally""#))
    #expect(text.split(separator: "->").count == 3)
    let both = self.text([edge("a", "arms", "b"), edge("b", "opposes", "a")])
    #expect(both.contains(#"label="arms → b\nopposes → a""#), "\(both)")
    #expect(both.contains("dir=back") && both.contains("dir=forward"))
  }

  @Test func aHubShowsAFewOfItsLikeNeighborsAndHowManyMoreThereAre() {
    let members = (0..<20).map { edge("p\($0)", "member", "hub") }
    let text = text(members + [edge("hub", "controls", "town"), edge("p3", "visited", "town")])
    #expect(text.contains("\"+14 more\""), "\(text)")
    // What has another line stays.
    #expect(text.contains("label=\"p3\"") && text.contains("label=\"town\""))
    #expect(!self.text(Array(members.prefix(10))).contains("more"))
  }

  @Test func topKeepsTheThingsWithTheMostEdgesAndSaysWhatIsLeftOut() {
    let edges = [
      edge("a", "ally", "b"), edge("a", "ally", "c"), edge("b", "ally", "c"), edge("c", "ally", "d"),
    ]
    let text = text(edges) { $0.top = 3 }
    #expect(text.contains("1 more edge not shown") && !text.contains("label=\"d\""))
    #expect(
      self.text(edges) {
        $0.top = 2
        $0.center = EntityName(name: "d", type: "place")
      }.contains("label=\"d\""))
  }

  @Test func titleAndLegendSayWhatIsSeen() {
    let text = text([edge("p1", "visited", "a", polarity: .negative)]) { $0.title = "A <b> & \"c\"" }
    #expect(text.contains("A &lt;b&gt; &amp; &quot;c&quot;"))
    #expect(text.contains(" person </td>") && text.contains(" place </td>"))
    #expect(text.contains("style=dashed") && text.contains("denied, doubted or unsure"))
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")))
  func aPictureHasNoEmptyThirdAndNoWarning() throws {
    let folder = try TemporaryFolder()
    var edges = (0..<30).map { edge("p\($0)", "member", "hub") }
    edges += (0..<8).map { edge("p\($0)", "visited", "town \($0 % 3)") } + [edge("x", "ally", "y", .both)]
    let source = try folder.write(Array(text(edges) { $0.title = "Hub" }.utf8), to: "a.dot")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/dot")
    process.arguments = ["-Tplain", "-o", folder.file("a.txt"), source]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let messages = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(messages.split(separator: "\n").filter { !$0.contains("ont") }.isEmpty, "\(messages)")
    // In each third of the width and of the height stand nodes.
    let lines = String(decoding: try folder.bytes(of: "a.txt"), as: UTF8.self).split(separator: "\n")
      .map { $0.split(separator: " ") }
    let size = try #require(
      lines.first { $0.first == "graph" }.map { (Double($0[2]) ?? 1, Double($0[3]) ?? 1) })
    let nodes = lines.filter { $0.first == "node" }.map { (Double($0[2]) ?? 0, Double($0[3]) ?? 0) }
    #expect(Set(nodes.map { min(2, Int($0.0 * 3 / size.0)) }) == [0, 1, 2])
    #expect(Set(nodes.map { min(2, Int($0.1 * 3 / size.1)) }) == [0, 1, 2])
    #expect(size.0 / size.1 < 3 && size.1 / size.0 < 3)
  }
}

import Claims
import Foundation
import TestSupport
import Testing

@testable import GraphFormats
@testable import GraphStore

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct GraphFileTests {
  private let folder: TemporaryFolder
  private let graph: Graph

  static let names = [
    "Qatar", "a \"quoted\" name", "back\\slash\\", "line\nbreak\r\nmore", "%s %d \\N \\G \\l", "漢字 é 👩‍👩‍👧",
    "<b>&amp;</b>",
    "--; } digraph {", "trailing\\", "]]>", "tab\tand \u{1} control \u{7F}", "\"\u{301}",
  ]

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("a.db"), access: .create)
    var claims: [Claim] = []
    var sentences: [DocumentReading.Sentence] = []
    for (index, name) in Self.names.enumerated() {
      let text = "The sentence of \(name)."
      let range = index * 100..<index * 100 + text.unicodeScalars.count
      sentences.append(.init(range: range, text: text))
      claims.append(
        Claim(
          layer: index % 2 == 0 ? .open : .canonical, subject: Party(name: name, type: .group),
          relation: index % 2 == 0 ? "said \"\(name)\"" : "ally",
          object: Party(name: Self.names[0], type: .place),
          method: .frame, confidence: 0.5, document: "d \"1\".txt",
          evidence: .init(sentence: index, range: range, text: text)))
    }
    try graph.ingest(
      DocumentReading(
        document: "d \"1\".txt", digest: [1], extractorVersion: "1", length: 10_000, sentences: sentences,
        mentions: [],
        claims: claims))
  }

  private func export(_ format: GraphExport.Format) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try GraphExport(graph: graph, query: ExcerptQuery()).write(format) { bytes += $0 }
    return bytes
  }

  /// What GraphViz makes of a quoted string: its own escapes undone.
  private func unquoted(_ text: String) -> String? {
    let scalars = Array(text.unicodeScalars)
    guard scalars.count >= 2, scalars.first == "\"", scalars.last == "\"" else { return nil }
    var result = String.UnicodeScalarView()
    var index = 1
    while index < scalars.count - 1 {
      switch scalars[index] {
      case "\"": return nil
      case "\\":
        index += 1
        guard index < scalars.count - 1 else { return nil }
        switch scalars[index] {
        case "n": result.append("\n")
        case "\\", "\"": result.append(scalars[index])
        default: return nil
        }
      case let scalar: result.append(scalar)
      }
      index += 1
    }
    return String(result).replacingOccurrences(of: "&amp;", with: "&", options: .literal)
  }

  @Test func aQuotedTextReadsBack() {
    var random = SplitMix64(seed: 61)
    for text in Self.names + ["&amp;amp;", "&&lt;", "&#x41;", "& b;", "a&b", "&;"]
      + (0..<500).map({ _ in random.hostileText(upTo: 12) })
    {
      let quoted = DotGraph.quoted(text)
      // Control characters have no form in GraphViz's language and become spaces.
      var want = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        want.append((scalar.value < 0x20 && scalar != "\n") || scalar.value == 0x7F ? " " : scalar)
      }
      #expect(unquoted(quoted).map { Array($0.utf8) } == Array(String(want).utf8))
      #expect(!quoted.utf8.contains { $0 < 0x20 })
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")))
  func graphVizAcceptsHostileNames() throws {
    let source = try folder.write(try export(.dot), to: "graph.dot")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/dot")
    process.arguments = ["-Tsvg", "-o", folder.file("graph.svg"), source]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let messages = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let complaints = String(decoding: messages, as: UTF8.self).split(separator: "\n").filter {
      !$0.contains("ont")
    }
    #expect(complaints.isEmpty)
    let picture = String(decoding: try folder.bytes(of: "graph.svg"), as: UTF8.self)
    for text in [
      "back\\slash\\", "trailing\\", "%s %d \\N \\G \\l", "digraph {", "漢字", "&lt;b&gt;&amp;amp;&lt;/b&gt;",
    ] {
      #expect(picture.contains(text))
    }
    let parser = XMLParser(data: Data(picture.utf8))
    parser.shouldResolveExternalEntities = false
    #expect(parser.parse())
  }

  @Test func graphMLIsWellFormedAndReadsBack() throws {
    let bytes = try export(.graphml)
    let reader = GraphMLReader()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = reader
    #expect(parser.parse())
    let want = Self.names.map { $0.unicodeScalars.map { $0 == "\u{1}" ? "\u{FFFD}" : String($0) }.joined() }
    #expect(Set(reader.values["label"]?.map { Array($0.utf8) } ?? []) == Set(want.map { Array($0.utf8) }))
    #expect(reader.edges == Self.names.count)
    #expect(reader.values["evidence"]?.count == Self.names.count)
    #expect(Set(reader.values["weight"] ?? []) == ["1"])
  }

  @Test func anyTextIsWellFormedXML() {
    var random = SplitMix64(seed: 62)
    for _ in 0..<300 {
      let text = random.hostileText(upTo: 12)
      let parser = XMLParser(
        data: Data("<a b=\"\(XMLText.escaped(text))\">\(XMLText.escaped(text))</a>".utf8))
      #expect(parser.parse(), "\(text.unicodeScalars.map { $0.value })")
    }
  }

  @Test func jsonLinesAreTheClaims() throws {
    let lines = try export(.jsonl).split(separator: 0x0A)
    #expect(lines.count == Self.names.count)
    for (line, name) in zip(lines, Self.names) {
      let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
      let subject = try #require(object["subject"] as? [String: Any])
      #expect((subject["name"] as? String).map { Array($0.utf8) } == Array(name.utf8))
      #expect(object["document"] as? String == "d \"1\".txt")
    }
  }

  @Test func aDotGraphGathersParallelEdgesAndLeavesOutTheHeadOfUndirectedOnes() {
    func edge(_ relation: String, _ direction: Edge.Direction) -> Edge {
      Edge(
        subject: EntityName(name: "A", type: "group"), relation: relation,
        object: EntityName(name: "B", type: "place"),
        direction: direction, neighbor: EntityName(name: "B", type: "place"), layer: .canonical, support: 1,
        attributed: 0,
        confidence: 1, polarity: .positive, modality: .certain, evidence: nil, times: [], saidBy: nil,
        source: nil, hop: 1)
    }
    let text = DotGraph([edge("arms", .out), edge("funds", .out), edge("ally", .both)]).text
    #expect(text.split(separator: "->").count == 3)
    #expect(text.contains(#"label="arms\nfunds""#))
    #expect(text.split(separator: "dir=none").count == 2)
  }
}

/// Gathers what the `data` elements of a GraphML file hold, by key.
private final class GraphMLReader: NSObject, XMLParserDelegate {
  var values: [String: [String]] = [:]
  var edges = 0
  private var key: String?
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?,
    attributes attributeDict: [String: String] = [:]
  ) {
    if elementName == "edge" { edges += 1 }
    key = elementName == "data" ? attributeDict["key"] : nil
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?
  ) {
    if let key { values[key, default: []].append(text) }
    key = nil
  }
}

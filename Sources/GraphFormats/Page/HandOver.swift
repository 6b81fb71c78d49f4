internal import Claims
internal import Digests
package import GraphStore

/// A part of a graph as one HTML file to hand over: the page, and all that it can be asked, without any other file or address.
package struct HandOver {
  /// A file of more edges would be too slow to open.
  package static let mostEdges = 20_000
  private static let mostClaimsAnEdge = 10
  /// So many sentences before and behind a citation come along.
  private static let reach = 2

  private let graph: Graph
  private let title: String
  private let edges: [Edge]
  private let entities: [EntityName]

  /// - Parameters:
  ///   - edges: what is drawn; their claims and the sentences around them come along.
  ///   - center: where the page starts, or nil for the best connected.
  package init(_ edges: [Edge], center: EntityName?, in graph: Graph) {
    self.graph = graph
    self.edges = edges
    var degrees: [EntityName: Int] = [:]
    for edge in edges { for end in Set([edge.subject, edge.object]) { degrees[end, default: 0] += 1 } }
    if let center, degrees[center] == nil { degrees[center] = 0 }
    entities = degrees.keys.sorted { $0.reference < $1.reference }
    let best = entities.max { (degrees[$0] ?? 0, $1.reference) < (degrees[$1] ?? 0, $0.reference) }
    start = center ?? best
    title = start?.name ?? "graph"
    self.degrees = degrees
  }

  private let start: EntityName?
  private let degrees: [EntityName: Int]

  /// The file's bytes: the same for the same part of the same graph.
  ///
  /// - Throws: `GraphError`.
  package func html() throws -> [UInt8] {
    // No end of an element can stand in it: JSON may spell every character by its number.
    let data = Self.withoutMarkup(try self.data())
    let script = PageFile.script
    let style = PageFile.named("page.css")?.bytes ?? []
    let policy =
      "default-src 'none'; script-src '\(Self.hash(script))'; style-src '\(Self.hash(style))'; img-src blob:; "
      + "base-uri 'none'; form-action 'none'"
    let index = PageFile.named("index.html")?.text ?? ""
    let parts = Self.split(
      index, ["<link rel=\"stylesheet\" href=\"/page.css\">", "<script src=\"/page.js\"></script>"])
    var html = Array(parts[0].utf8)
    html += Array("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">\n<style>".utf8)
    html += style + Array("</style>".utf8) + Array(parts[1].utf8)
    html += Array("<script type=\"application/json\" id=\"data\">".utf8) + data
    html += Array("</script>\n<script>".utf8) + script + Array("</script>".utf8)
    return html + Array(parts[2].utf8)
  }

  /// The text between the marks; empty where one is missing.
  private static func split(_ text: String, _ marks: [String]) -> [String] {
    var parts: [String] = []
    var rest = text[...]
    for mark in marks {
      guard let place = rest.firstRange(of: mark) else {
        parts.append("")
        continue
      }
      parts.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    return parts + [String(rest)]
  }

  private static func hash(_ bytes: [UInt8]) -> String { "sha256-" + Base64.encode(SHA256.digest(of: bytes)) }

  private static func withoutMarkup(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    for byte in json {
      switch byte {
      case UInt8(ascii: "<"): result += Array("\\u003c".utf8)
      case UInt8(ascii: ">"): result += Array("\\u003e".utf8)
      case UInt8(ascii: "&"): result += Array("\\u0026".utf8)
      default: result.append(byte)
      }
    }
    return result
  }

  private func data() throws -> [UInt8] {
    let claims = try claimsBehind()
    var json = JSONWriter()
    var failure: (any Error)?
    json.object { json in
      json.name("entities")
      json.array { json in for entity in entities { json.pageEntity(entity) } }
      json.pageEdges(edges, endsByReference: true)
      json.name("claims")
      json.array { json in for claim in claims { json.pageClaim(claim.claim, ends: claim.ends) } }
      do { try documents(of: claims.map(\.claim), to: &json) } catch { failure = error }
      about(claims.map(\.claim), to: &json)
    }
    if let failure { throw failure }
    return json.take()
  }

  private struct PlacedClaim {
    var ends: [String]
    var claim: Claim
  }

  private func claimsBehind() throws -> [PlacedClaim] {
    try edges.flatMap { edge in
      try graph.claims(behind: edge, limit: Self.mostClaimsAnEdge).map {
        PlacedClaim(ends: [edge.subject.reference, edge.object.reference], claim: $0)
      }
    }
  }

  /// The sentences around all citations, by document.
  private func documents(of claims: [Claim], to json: inout JSONWriter) throws {
    var cited: [String: Set<Int>] = [:]
    for claim in claims {
      guard let evidence = claim.evidence else { continue }
      let near = max(0, evidence.sentence - Self.reach)...(evidence.sentence + Self.reach)
      cited[claim.document, default: []].formUnion(near)
    }
    json.name("documents")
    let passages = try cited.sorted { $0.key < $1.key }.compactMap { name, wanted in
      try passage(name, wanted)
    }
    json.object { json in
      for (passage, wanted) in passages {
        json.name(passage.document)
        json.object { json in
          json.field("length", passage.length)
          json.field("sentenceCount", passage.sentenceCount)
          json.name("sentences")
          json.array { json in
            for sentence in passage.sentences where wanted.contains(sentence.index) {
              json.pageSentence(sentence)
            }
          }
        }
      }
    }
  }

  private func passage(_ name: String, _ wanted: Set<Int>) throws -> (Passage, Set<Int>)? {
    guard let first = wanted.min(), let last = wanted.max() else { return nil }
    return try graph.passage(of: name, sentences: first...last).map { ($0, wanted) }
  }

  /// What the part holds, as the page tells it of a whole graph.
  private func about(_ claims: [Claim], to json: inout JSONWriter) {
    func counts(_ names: [String]) -> [(name: String, count: Int)] {
      let counted = Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
      return counted.map { (name: $0.key, count: $0.value) }.sorted {
        $0.count == $1.count ? $0.name < $1.name : $0.count > $1.count
      }
    }
    json.name("about")
    json.object { json in
      json.field("graph", title)
      json.field("documents", Set(claims.map(\.document)).count)
      json.field("entities", entities.count)
      json.field("edges", edges.count)
      json.field("claims", claims.count)
      for (name, found) in [
        ("types", counts(entities.map(\.type))), ("relations", counts(edges.map(\.relation))),
      ] {
        json.name(name)
        json.array { json in
          for count in found {
            json.object { json in
              json.field("name", count.name)
              json.field("count", count.count)
            }
          }
        }
      }
      json.name("documentNames")
      json.strings(Set(claims.map(\.document)).sorted())
      json.field("start", start?.reference)
      json.name("best")
      json.array { json in
        let best = entities.sorted {
          let (left, right) = (degrees[$0] ?? 0, degrees[$1] ?? 0)
          return left == right ? $0.reference < $1.reference : left > right
        }
        for entity in best.prefix(12) { json.pageEntity(entity, edges: degrees[entity] ?? 0) }
      }
    }
  }
}

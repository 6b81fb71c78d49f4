internal import Claims
internal import GraphFormats
internal import GraphStore

/// One question of the page, with the filters that stand in its address.
struct PageQuestion {
  let request: HTTPRequest
  let graph: Graph
  let path: String
  /// Whether the page may also change the graph.
  let mayChange: Bool

  init(_ request: HTTPRequest, graph: Graph, path: String, mayChange: Bool) {
    self.request = request
    self.graph = graph
    self.path = path
    self.mayChange = mayChange
  }

  /// So many rows come at once.
  private static let mostRows = 40
  private static let mostEntities = 200

  func required(_ name: String) throws(HTTPResponse) -> String {
    guard let value = request.parameter(name), !value.isEmpty else {
      throw .refusal(400, "\(name) is missing.")
    }
    return value
  }

  func whole(_ name: String, upTo most: Int) throws(HTTPResponse) -> Int? {
    guard let text = request.parameter(name), !text.isEmpty else { return nil }
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(text), number <= most else {
      throw .refusal(400, "\(name) has to be a number up to \(most).")
    }
    return number
  }

  /// The entity that a parameter means, by its reference or a name.
  func resolved(_ name: String) throws -> Resolved {
    try Self.entity(meantBy: try required(name), in: graph)
  }

  /// The entity that a reference or a name means.
  ///
  /// - Throws: the response that lists the candidates where it means none or several.
  static func entity(meantBy value: String, in graph: Graph) throws -> Resolved {
    let shown = value.utf8.first == UInt8(ascii: "=") ? String(value.dropFirst()) : value
    switch try graph.resolve(reference: value) {
    case .entity(let found): return found
    case .ambiguous(let candidates, let total):
      throw choice(
        409, of: value, "\(Quoting.quoted(shown)) may mean \(total) entities; choose one.", candidates)
    case .unknown(let near):
      throw choice(404, of: value, "Nothing is called \(Quoting.quoted(shown)) in this graph.", near)
    }
  }

  private static func choice(
    _ status: Int, of asked: String, _ reason: String, _ candidates: [Candidate]
  ) -> HTTPResponse {
    .json(status) { json in
      json.field("error", reason)
      json.field("asked", asked)
      json.name("candidates")
      json.pageCandidates(candidates.prefix(20))
    }
  }

  /// The filters of the view.
  func filter() throws -> EdgeFilter {
    var filter = EdgeFilter()
    filter.onlySure = true
    filter.leavesOutDescriptions = true
    filter.relations = request.parameters("relation")
    filter.types = request.parameters("type")
    filter.documents = request.parameters("document")
    for name in request.parameters("layer") {
      guard let layer = Claim.Layer(rawValue: name) else {
        throw HTTPResponse.refusal(400, "There is no such layer.")
      }
      filter.layers.append(layer)
    }
    filter.speakers = try request.parameters("saidby").map { try Self.entity(meantBy: $0, in: graph).entity }
    if let text = request.parameter("confidence"), !text.isEmpty {
      guard let number = Double(text), (0...1).contains(number) else {
        throw HTTPResponse.refusal(400, "The confidence has to be a number from 0 to 1.")
      }
      filter.minimumConfidence = number
    }
    let (since, until) = (request.parameter("since"), request.parameter("until"))
    if since != nil || until != nil {
      guard let time = TimeSpan(since: since, until: until) else {
        throw HTTPResponse.refusal(400, "A time is a year, a month or a day, the earlier one first.")
      }
      filter.time = time
    }
    return filter
  }

  private var isDoubtful: Bool { request.parameter("doubtful") == "1" }

  private func neighborQuery() throws -> NeighborQuery {
    var query = NeighborQuery()
    query.filter = try filter()
    query.includesDoubtful = isDoubtful
    query.limit = Self.mostRows
    return query
  }

  func about() throws -> HTTPResponse {
    let about = try graph.statistics(onlySure: true)
    let names = try graph.documentNames(limit: 200)
    let best = try graph.bestConnected(limit: 12, mostEdges: 200_000)
    return .json { json in
      json.name("mayChange")
      json.bool(mayChange)
      json.field("graph", path.split(separator: "/").last.map(String.init) ?? path)
      json.field("documents", about.documents)
      json.field("entities", about.entities)
      json.field("edges", about.edges)
      json.field("claims", about.claims)
      for (name, counts) in [("types", about.types), ("relations", about.relations)] {
        json.name(name)
        json.array { json in
          for count in counts.prefix(40) {
            json.object { json in
              json.field("name", count.name)
              json.field("count", count.count)
            }
          }
        }
      }
      json.name("documentNames")
      json.strings(names)
      json.name("best")
      json.pageCandidates(best)
    }
  }

  func search() throws -> HTTPResponse {
    let words = try required("q")
    let isOpenEnded = words.unicodeScalars.last.map { $0.properties.isAlphabetic } ?? false
    let found = try graph.search(SearchQuery(isOpenEnded ? words + "*" : words, limit: 20))
    return .json { json in
      json.name("entities")
      json.pageCandidates(found.entities.prefix(20))
      json.field("entitiesTotal", found.entities.count)
      json.name("sentences")
      json.array { json in
        for hit in found.sentences {
          json.object { json in
            json.field("document", hit.document)
            json.field("sentence", hit.sentence)
            json.field(
              "text",
              Claim.Evidence(sentence: hit.sentence, range: hit.range, text: hit.text, around: []).text)
          }
        }
      }
      json.field("total", found.total)
    }
  }

  func entity() throws -> HTTPResponse {
    let center = try resolved("ref")
    let near = try graph.neighborhood(of: center.entity, try neighborQuery())
    let about = try graph.describe(center.entity, countsEdges: false)
    return .json { json in
      json.name("entity")
      json.pageEntity(about.name)
      json.name("aliases")
      json.strings(about.aliases.prefix(20))
      json.field("documents", about.documents)
      json.field("mentions", about.mentions)
      json.field("claims", about.claims)
      json.name("groups")
      json.array { json in
        for relation in near.relations.prefix(100) {
          json.object { json in
            json.field("relation", relation.relation)
            json.field("layer", relation.layer.rawValue)
            json.field("count", relation.count)
          }
        }
      }
      json.pageEdges(near.edges)
      json.field("total", near.total)
    }
  }

  func neighbors() throws -> HTTPResponse {
    let center = try resolved("ref")
    var query = try neighborQuery()
    query.filter.relations = [try required("of")]
    let offset = try whole("offset", upTo: 1_000_000) ?? 0
    query.limit = offset + Self.mostRows
    let found = try graph.neighbors(of: center.entity, query)
    return .json { json in
      json.pageEdges(Array(found.edges.dropFirst(offset)))
      json.field("total", found.total)
    }
  }

  /// The entities of the references, and all edges among them.
  ///
  /// What the page asked for by another reference than the entity has now is told too, and what leads nowhere or to several.
  func ties() throws -> HTTPResponse {
    let shown = try shownEntities()
    let found = shown.compactMap(\.found)
    let edges = try graph.ties(among: found.map(\.entity), try filter(), includesDoubtful: isDoubtful)
    return .json { json in
      json.name("entities")
      json.array { json in for each in found { json.pageEntity(each.name) } }
      json.name("moved")
      json.array { json in
        for each in shown where each.found?.name.reference != each.reference {
          json.object { json in
            json.field("from", each.reference)
            json.field("to", each.found?.name.reference)
          }
        }
      }
      json.pageEdges(edges)
    }
  }

  private func shownEntities() throws -> [(reference: String, found: Resolved?)] {
    let references = request.parameters("ref")
    guard references.count <= Self.mostEntities else {
      throw HTTPResponse.refusal(400, "These are too many entities.")
    }
    return try references.map { reference in
      if case .entity(let found) = try graph.resolve(reference: reference) {
        (reference, found)
      } else {
        (reference, nil)
      }
    }
  }

  func shortestPath() throws -> HTTPResponse {
    let start = try resolved("from")
    let goal = try resolved("to")
    var query = PathQuery()
    query.filter = try filter()
    guard let path = try graph.paths(from: start.entity, to: goal.entity, query).paths.first else {
      throw HTTPResponse.refusal(
        404,
        "No path ties \(Quoting.quoted(start.name.name)) and \(Quoting.quoted(goal.name.name)) under these filters."
      )
    }
    var names = [start.name]
    for hop in path.hops {
      guard let edge = hop.edges.first, let last = names.last else { continue }
      names.append(edge.subject == last ? edge.object : edge.subject)
    }
    return .json { json in
      json.name("entities")
      json.array { json in for name in names { json.pageEntity(name) } }
      json.pageEdges(path.hops.flatMap(\.edges))
    }
  }

  func claims() throws -> HTTPResponse {
    let one = try resolved("ref")
    let other = try resolved("other")
    var query = ClaimQuery(entity: one.entity, other: other.entity)
    query.filter = try filter()
    query.filter.types = []
    query.offset = try whole("offset", upTo: 1_000_000) ?? 0
    query.limit = 20
    let found = try graph.claims(query)
    return .json { json in
      json.name("claims")
      json.array { json in for claim in found.claims { json.pageClaim(claim) } }
      json.field("total", found.total)
    }
  }

  func passage() throws -> HTTPResponse {
    let name = try required("document")
    let sentence = try whole("sentence", upTo: 1 << 40) ?? 0
    guard let passage = try graph.passage(of: name, sentences: max(0, sentence - 8)...(sentence + 8)) else {
      throw HTTPResponse.refusal(404, "There is no text \(Quoting.quoted(name)) in this graph.")
    }
    // What comes before and behind the sentence, and not before and behind the window.
    let near = try graph.passage(of: name, sentences: sentence...sentence)
    let stated = try graph.claims(in: name, sentence: sentence)
    return .json { json in
      json.field("document", passage.document)
      json.field("length", passage.length)
      json.field("sentenceCount", passage.sentenceCount)
      json.name("sentences")
      json.array { json in for each in passage.sentences { json.pageSentence(each) } }
      json.name("claims")
      json.array { json in for claim in stated.prefix(50) { json.pageClaim(claim) } }
      json.field("claimBefore", near?.claimBefore)
      json.field("claimAfter", near?.claimAfter)
    }
  }

  func timeline() throws -> HTTPResponse {
    let center = try resolved("ref")
    let found = try graph.timeline(
      of: center.entity, try filter(), offset: try whole("offset", upTo: 1_000_000) ?? 0, limit: 100)
    return .json { json in
      json.name("claims")
      json.array { json in for claim in found.claims { json.pageClaim(claim) } }
      json.field("total", found.total)
      json.field("undated", found.undated)
    }
  }

  func handOver() throws -> HTTPResponse {
    let found = try shownEntities().compactMap(\.found)
    let edges = try graph.ties(among: found.map(\.entity), try filter(), includesDoubtful: isDoubtful)
    return HTTPResponse(200, "text/html", try HandOver(edges, center: found.first?.name, in: graph).html())
  }
}

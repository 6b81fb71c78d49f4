internal import Claims
internal import Dispatch
internal import GraphFormats
internal import GraphStore

/// Answers the page's questions about one graph, and makes the changes that it asks for where that is allowed.
///
/// The graph is opened for each question or change and closed behind it, so that a writer is never kept waiting and every answer is of one
/// state.
struct PageService: Sendable {
  let path: String
  /// Who judges and when; nil where the graph is only read, and nothing leads to a change.
  private let stamp: (@Sendable () -> JudgementStamp)?

  init(graph path: String, stamp: (@Sendable () -> JudgementStamp)?) {
    self.path = path
    self.stamp = stamp
  }

  /// A question that takes longer is stopped, and a change taken back.
  private static let (longestQuestion, longestChange) = (10.0, 60.0)
  /// How long a change waits for another writer, in milliseconds.
  private static let patience: Int32 = 2_000

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    switch request.path {
    case "/": return onlyRead(request) ?? file("index.html", "text/html")
    case "/page.css": return onlyRead(request) ?? file("page.css", "text/css")
    case "/page.js": return onlyRead(request) ?? HTTPResponse(200, "text/javascript", PageFile.script)
    case "/favicon.ico": return onlyRead(request) ?? HTTPResponse(204, "image/x-icon", [])
    default: break
    }
    if let stamp, let change = PageChange.all[request.path] {
      guard request.method == "POST" else { return .refusal(405, "A change is asked for with POST.") }
      return refusing {
        let arguments = try PageChange.Arguments(request)
        return try asking(.change, patience: Self.patience, for: Self.longestChange) {
          try change(PageChange(arguments, graph: $0, stamp: stamp()))
        }
      }
    }
    guard let question = question(at: request.path) else {
      return .refusal(404, "There is nothing at this address.")
    }
    return onlyRead(request)
      ?? refusing {
        try asking(.ask, for: Self.longestQuestion) {
          try question(PageQuestion(request, graph: $0, path: path, mayChange: stamp != nil))
        }
      }
  }

  private typealias Question = @Sendable (PageQuestion) throws -> HTTPResponse

  private func question(at path: String) -> Question? {
    Self.questions[path] ?? (stamp == nil ? nil : Self.questionsBeforeChanges[path])
  }

  private static let questions: [String: Question] = [
    "/api/about": { try $0.about() }, "/api/search": { try $0.search() }, "/api/entity": { try $0.entity() },
    "/api/neighbors": { try $0.neighbors() }, "/api/ties": { try $0.ties() },
    "/api/path": { try $0.shortestPath() },
    "/api/claims": { try $0.claims() }, "/api/passage": { try $0.passage() },
    "/api/timeline": { try $0.timeline() }, "/handover.html": { try $0.handOver() },
  ]

  /// What only somebody asks who may judge.
  private static let questionsBeforeChanges: [String: Question] = [
    "/api/suggestions": { try $0.suggestions() }, "/api/judgements": { try $0.judgements() },
    "/api/members": { try $0.members() },
  ]

  private func onlyRead(_ request: HTTPRequest) -> HTTPResponse? {
    request.method == "POST" ? .refusal(405, "This is only read.") : nil
  }

  private func file(_ name: String, _ type: String) -> HTTPResponse {
    guard let file = PageFile.named(name) else { return .refusal(500, "The page is missing.") }
    return HTTPResponse(200, type, file.bytes)
  }

  private func refusing(_ answer: () throws -> HTTPResponse) -> HTTPResponse {
    do {
      return try answer()
    } catch let refusal as HTTPResponse {
      return refusal
    } catch let error as GraphError {
      return Self.refusal(error)
    } catch {
      return .refusal(500, "\(error)")
    }
  }

  private static func refusal(_ error: GraphError) -> HTTPResponse {
    switch error.code {
    case .interrupted: .refusal(503, "The question took too long; ask for less, such as one relation.")
    case .busy: .refusal(503, "Another program is writing to the graph; nothing was changed. Try again.")
    case .unknownRelation, .unknownDocument, .badData, .tooLarge: .refusal(400, error.message)
    case .refused: .refusal(409, error.message)
    case .noGraph: .refusal(404, error.message)
    case .cannotWrite: .refusal(403, error.message)
    default: .refusal(500, error.message)
    }
  }

  private func asking(
    _ access: Graph.Access, patience: Int32? = nil, for seconds: Double,
    _ question: (Graph) throws -> HTTPResponse
  ) throws -> HTTPResponse {
    let graph = try Graph(path: path, access: access, patience: patience)
    let interruption = graph.interruption
    let timer = DispatchSource.makeTimerSource(queue: .global())
    // Again and again, because between two statements there is nothing to stop.
    timer.schedule(deadline: .now() + seconds, repeating: .milliseconds(20))
    timer.setEventHandler { interruption.interrupt() }
    timer.resume()
    defer { timer.cancel() }
    return try question(graph)
  }
}

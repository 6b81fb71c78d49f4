internal import Claims
internal import Dispatch
internal import GraphFormats
internal import GraphStore

/// Answers the page's questions about one graph.
///
/// The graph is opened for each question and closed behind it, so that a writer is never kept waiting and every answer is of one state.
struct PageService: Sendable {
  let path: String

  init(graph path: String) { self.path = path }

  /// A question that takes longer is stopped.
  private static let longestQuestion = 10.0

  func answer(_ request: HTTPRequest) -> HTTPResponse {
    guard request.method != "POST" else { return .refusal(405, "This graph is only read here.") }
    switch request.path {
    case "/": return file("index.html", "text/html")
    case "/page.css": return file("page.css", "text/css")
    case "/page.js": return HTTPResponse(200, "text/javascript", PageFile.script)
    case "/favicon.ico": return HTTPResponse(204, "image/x-icon", [])
    default: break
    }
    guard let question = Self.questions[request.path] else {
      return .refusal(404, "There is nothing at this address.")
    }
    do {
      return try asking { try question(PageQuestion(request, graph: $0, path: path)) }
    } catch let refusal as HTTPResponse {
      return refusal
    } catch let error as GraphError {
      return Self.refusal(error)
    } catch {
      return .refusal(500, "\(error)")
    }
  }

  private static let questions: [String: @Sendable (PageQuestion) throws -> HTTPResponse] = [
    "/api/about": { try $0.about() }, "/api/search": { try $0.search() }, "/api/entity": { try $0.entity() },
    "/api/neighbors": { try $0.neighbors() }, "/api/ties": { try $0.ties() },
    "/api/path": { try $0.shortestPath() },
    "/api/claims": { try $0.claims() }, "/api/passage": { try $0.passage() },
    "/api/timeline": { try $0.timeline() }, "/handover.html": { try $0.handOver() },
  ]

  private func file(_ name: String, _ type: String) -> HTTPResponse {
    guard let file = PageFile.named(name) else { return .refusal(500, "The page is missing.") }
    return HTTPResponse(200, type, file.bytes)
  }

  private static func refusal(_ error: GraphError) -> HTTPResponse {
    switch error.code {
    case .interrupted: .refusal(503, "The question took too long; ask for less, such as one relation.")
    case .unknownRelation, .unknownDocument, .badData, .tooLarge: .refusal(400, error.message)
    case .noGraph: .refusal(404, error.message)
    default: .refusal(500, error.message)
    }
  }

  private func asking(_ question: (Graph) throws -> HTTPResponse) throws -> HTTPResponse {
    let graph = try Graph(path: path, access: .ask)
    let interruption = graph.interruption
    let timer = DispatchSource.makeTimerSource(queue: .global())
    // Again and again, because between two statements there is nothing to stop.
    timer.schedule(deadline: .now() + Self.longestQuestion, repeating: .milliseconds(20))
    timer.setEventHandler { interruption.interrupt() }
    timer.resume()
    defer { timer.cancel() }
    return try question(graph)
  }
}

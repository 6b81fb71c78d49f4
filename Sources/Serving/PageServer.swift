internal import Dispatch
package import GraphStore
internal import Synchronization

/// Serves the page of one graph to the browsers of this machine.
package final class PageServer: Sendable {
  /// A browser keeps up to six open, and one that was closed may not have been noticed yet.
  private static let mostConnections = 256
  private static let mostRequestsAConnection = 10_000
  /// How long open connections may go on after the end was asked for.
  private static let farewell = DispatchTimeInterval.seconds(2)

  private let socket: ListeningSocket
  private let entrance: RequestGuard
  private let service: PageService
  private let open = Mutex(0)
  private let isEnding = Atomic(false)
  private let everyConnection = DispatchGroup()

  /// - Parameters:
  ///   - path: the graph's file.
  ///   - port: 0 for any that is free.
  ///   - stamp: who judges and when, asked for each change; nil where the graph is only read.
  /// - Throws: `ServingError` where the port cannot be used.
  package init(
    graph path: String, port: UInt16, stamp: (@Sendable () -> JudgementStamp)? = nil
  ) throws(ServingError) {
    socket = try ListeningSocket(port: port)
    entrance = RequestGuard(port: socket.port)
    service = PageService(graph: path, stamp: stamp)
  }

  /// The address that opens the page, once.
  package var address: String { "http://127.0.0.1:\(socket.port)/?token=\(entrance.token)" }

  /// Answers until there is a byte on a descriptor, or it is closed.
  package func run(until stop: Int32) {
    while true {
      let (hasConnection, isStopped) = socket.wait(orFor: stop)
      if isStopped { break }
      if hasConnection, let connection = socket.accept() { take(connection) }
    }
    isEnding.store(true, ordering: .relaxed)
    _ = everyConnection.wait(timeout: .now() + Self.farewell)
  }

  private func take(_ descriptor: Int32) {
    let hasRoom = open.withLock { open in
      guard open < Self.mostConnections else { return false }
      open += 1
      return true
    }
    guard hasRoom else { return Self.refuse(descriptor) }
    everyConnection.enter()
    let isStarted = DetachedThread.start { [self] in
      talk(descriptor)
      leave()
    }
    if !isStarted {
      Self.refuse(descriptor)
      leave()
    }
  }

  private func leave() {
    open.withLock { $0 -= 1 }
    everyConnection.leave()
  }

  private static func refuse(_ descriptor: Int32) {
    let connection = SocketConnection(descriptor)
    let busy = HTTPResponse.refusal(503, "There are too many connections.")
    _ = connection.send(busy.bytes(keepsConnection: false, isHead: false))
    connection.end()
  }

  private func talk(_ descriptor: Int32) {
    var connection = SocketConnection(descriptor)
    defer { connection.end() }
    for _ in 0..<Self.mostRequestsAConnection {
      do throws(HTTPResponse) {
        guard let request = try connection.request() else { return }
        let response = answer(request)
        let isKept = request.keepsConnection && !isEnding.load(ordering: .relaxed)
        guard
          connection.send(response.bytes(keepsConnection: isKept, isHead: request.method == "HEAD")), isKept
        else { return }
      } catch {
        _ = connection.send(error.bytes(keepsConnection: false, isHead: false))
        return
      }
    }
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    switch entrance.check(request) {
    case .answer(let response): response
    case .letIn: service.answer(request)
    }
  }
}

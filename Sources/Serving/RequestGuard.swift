internal import Synchronization

/// Lets in only whom the program itself has given its address, and only from its own page.
///
/// A browser may be led here by any page in the world: so the host has to be exactly one of this server's, an origin that is named this
/// server's own, and what may look at the graph is told by a cookie that only the printed address gives, once.
final class RequestGuard: Sendable {
  let token = RequestGuard.secret()
  private let session = RequestGuard.secret()
  private let port: UInt16
  private let isTokenUsed = Mutex(false)

  init(port: UInt16) { self.port = port }

  /// What the guard does with a request.
  enum Verdict {
    case letIn
    case answer(HTTPResponse)
  }

  func check(_ request: HTTPRequest) -> Verdict {
    guard ["GET", "HEAD", "POST"].contains(request.method) else {
      return .answer(.refusal(405, "Only GET, HEAD and POST are answered."))
    }
    let named = request.values("host")
    guard named.count == 1, let host = named.first else {
      return .answer(.refusal(400, "One Host is needed."))
    }
    guard hosts.contains(host) else {
      return .answer(.refusal(421, "This is not \(port == 0 ? "" : "the server of ")that host."))
    }
    let origins = request.values("origin")
    if !origins.allSatisfy({ $0 == "http://" + host }) || origins.count > 1 {
      return .answer(.refusal(403, "Another page may not ask."))
    }
    let sites = request.values("sec-fetch-site")
    if request.method == "POST" {
      guard origins.count == 1, sites.count <= 1, sites.allSatisfy({ $0 == "same-origin" }) else {
        return .answer(.refusal(403, "Only the page itself may change the graph."))
      }
    }
    if let entry = entry(request) { return .answer(entry) }
    guard sites.allSatisfy({ $0 == "same-origin" || $0 == "none" }) else {
      return .answer(.refusal(403, "Another page may not ask; open the address in a window of its own."))
    }
    guard cookies(request).contains(where: { Self.isSame($0, session) }) else {
      return .answer(.refusal(403, "Open the address that kg serve has printed; it opens the page once."))
    }
    return .letIn
  }

  /// The answer to the printed address: the cookie, and the way to the page.
  ///
  /// A page of its own sends the browser on, and not this answer itself: the cookie is shown only where the page before was this server's.
  private func entry(_ request: HTTPRequest) -> HTTPResponse? {
    guard request.method == "GET", request.path == "/", let given = request.parameter("token") else {
      return nil
    }
    let isFirst = isTokenUsed.withLock { isUsed in
      guard Self.isSame(given, token), !isUsed else { return false }
      isUsed = true
      return true
    }
    // Who has the cookie already may come by the old address again.
    guard isFirst || cookies(request).contains(where: { Self.isSame($0, session) }) else {
      return .refusal(403, "This address was used already, or is none; start kg serve again for a new one.")
    }
    let page = """
      <!doctype html><html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=/"><title>kg</title>
      <p><a href="/">Open the graph</a></p></html>
      """
    var response = HTTPResponse(200, "text/html", Array(page.utf8))
    response.fields = [("Set-Cookie", "\(cookieName)=\(session); HttpOnly; SameSite=Strict; Path=/")]
    return response
  }

  private var hosts: [String] { ["127.0.0.1:\(port)", "localhost:\(port)", "[::1]:\(port)"] }

  // Cookies are shared by all ports of a host.
  private var cookieName: String { "kg-\(port)" }

  private func cookies(_ request: HTTPRequest) -> [String] {
    request.values("cookie").flatMap { line in
      line.split(separator: ";").compactMap { part -> String? in
        let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
        return pair.count == 2 && pair[0] == cookieName ? String(pair[1]) : nil
      }
    }
  }

  /// 128 random bits in hexadecimal digits.
  private static func secret() -> String {
    var random = SystemRandomNumberGenerator()
    return (0..<2).map { _ in
      let digits = String(random.next(), radix: 16)
      return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }.joined()
  }

  /// Whether two texts are the same, in a time that tells nothing of where they differ.
  private static func isSame(_ left: String, _ right: String) -> Bool {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    guard left.count == right.count else { return false }
    return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

internal import Claims

/// A response of HTTP/1.1; as an error, one that refuses a request.
package struct HTTPResponse: Error, Sendable {
  package let status: Int
  package let type: String
  package var fields: [(name: String, value: String)] = []
  package let body: [UInt8]

  package init(_ status: Int = 200, _ type: String, _ body: [UInt8]) {
    self.status = status
    self.type = type
    self.body = body
  }

  static func json(_ status: Int = 200, _ body: (inout JSONWriter) -> Void) -> HTTPResponse {
    var json = JSONWriter()
    json.object(body)
    return HTTPResponse(status, "application/json", json.take())
  }

  /// What tells why a request is not answered.
  static func refusal(_ status: Int, _ reason: String) -> HTTPResponse {
    .json(status) { $0.field("error", reason) }
  }

  /// The bytes to send.
  ///
  /// - Parameter isHead: whether the body is left out, as for the method HEAD.
  func bytes(keepsConnection: Bool, isHead: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status) \(Self.reasons[status] ?? "Refused")\r\n"
    let all =
      [
        ("Content-Type", type.hasPrefix("text/") ? type + "; charset=utf-8" : type),
        ("Content-Length", String(body.count)), ("Connection", keepsConnection ? "keep-alive" : "close"),
      ] + Self.protection + fields
    for (name, value) in all { head += "\(name): \(value)\r\n" }
    return Array((head + "\r\n").utf8) + (isHead ? [] : body)
  }

  private static let reasons = [
    200: "OK", 204: "No Content", 400: "Bad Request", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed",
    409: "Conflict", 413: "Content Too Large", 415: "Unsupported Media Type", 421: "Misdirected Request",
    431: "Request Header Fields Too Large",
    500: "Internal Server Error", 501: "Not Implemented", 503: "Service Unavailable",
    505: "HTTP Version Not Supported",
  ]

  /// What keeps a browser from doing with an answer anything but show it to whom it was meant for.
  private static let protection: [(String, String)] = [
    (
      "Content-Security-Policy",
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Cache-Control", "no-store"),
    ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
    ("X-Frame-Options", "DENY"),
  ]
}

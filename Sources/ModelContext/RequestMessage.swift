internal import Claims

/// A message of JSON-RPC 2.0, as a client sends it.
struct RequestMessage {
  /// The request's id, a text or a number; nil for a notification.
  let id: JSONValue?
  let method: String
  let params: [String: JSONValue]

  /// Why a value is no request, with the id to answer to where it has one.
  struct Failure: Error {
    let id: JSONValue?
    let error: ProtocolError
  }

  /// Nil for a response, which this server asks for none of.
  init?(_ value: JSONValue) throws(Failure) {
    guard case .object(let fields) = value else {
      throw Failure(id: nil, error: .invalidRequest("a message is an object"))
    }
    let id: JSONValue? =
      switch fields["id"] {
      case .some(.string(let text)): .string(text)
      case .some(.number(let number)): .number(number)
      default: nil
      }
    guard fields["jsonrpc"] == .string("2.0") else {
      throw Failure(id: id, error: .invalidRequest("jsonrpc has to be \"2.0\""))
    }
    guard let method = fields["method"] else {
      if id != nil, fields["result"] != nil || fields["error"] != nil { return nil }
      throw Failure(id: id, error: .invalidRequest("the method is missing"))
    }
    guard case .string(let name) = method else {
      throw Failure(id: id, error: .invalidRequest("the method is no text"))
    }
    if let given = fields["id"], id == nil, given != .null {
      throw Failure(id: nil, error: .invalidRequest("an id is a text or a number"))
    }
    if fields["id"] == .null {
      throw Failure(id: nil, error: .invalidRequest("an id is not null"))
    }
    self.id = id
    self.method = name
    switch fields["params"] {
    case .none, .some(.null): params = [:]
    case .some(.object(let given)): params = given
    default: throw Failure(id: id, error: .invalidParameters("params is no object"))
    }
  }

  /// What the request says of itself beside its parameters.
  var meta: [String: JSONValue] {
    if case .object(let fields) = params["_meta"] { fields } else { [:] }
  }
}

/// An error of the protocol, in the place of a result.
struct ProtocolError: Error {
  let code: Int
  let message: String
  /// The revisions that are understood, where one was asked for that is not.
  var unsupportedRevision: String?

  static func parse(_ reason: String) -> ProtocolError { .init(code: -32700, message: reason) }
  static func invalidRequest(_ reason: String) -> ProtocolError { .init(code: -32600, message: reason) }
  static func unknownMethod(_ name: String) -> ProtocolError {
    .init(code: -32601, message: "there is no method \(name)")
  }
  static func invalidParameters(_ reason: String) -> ProtocolError { .init(code: -32602, message: reason) }
  static func unsupported(revision: String) -> ProtocolError {
    .init(code: -32022, message: "unsupported protocol version", unsupportedRevision: revision)
  }
}

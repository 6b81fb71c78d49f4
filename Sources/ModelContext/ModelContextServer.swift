internal import Claims
internal import GraphStore
internal import Synchronization

/// Answers the messages of one client of the Model Context Protocol.
///
/// Both eras at once: a client may shake hands (`initialize`, up to 2025-11-25) or name the revision in each request (from 2026-07-28
/// on), or try one and then the other.
package final class ModelContextServer: Sendable {
  private let path: String
  private let version: String
  /// What the handshake agreed on.
  private let agreed = Mutex<ProtocolRevision>(.newestWithHandshake)

  /// - Parameters:
  ///   - path: the graph's file, opened anew for each call, so that a writer is never kept waiting.
  ///   - version: of the program, as it tells clients.
  package init(graph path: String, version: String) {
    self.path = path
    self.version = version
  }

  /// The request that a line asks to give up, if it does.
  func cancelled(by line: JSONValue) -> JSONValue? {
    guard let message = try? RequestMessage(line), message.method == "notifications/cancelled" else {
      return nil
    }
    return message.params["requestId"]
  }

  /// The ids of the requests in a line.
  func requests(in line: JSONValue) -> [JSONValue] {
    let messages: [JSONValue] = if case .array(let items) = line { items } else { [line] }
    return messages.compactMap { (try? RequestMessage($0))?.id }
  }

  /// The answer to a line that is no JSON.
  func answer(toUnreadable reason: String) -> [UInt8] {
    Self.line { $0.failure(.parse(reason), id: nil) }
  }

  /// The answer to a line, or nil where none is due.
  ///
  /// - Parameter watch: is told what stops the graph's work while it goes on, and nil behind it.
  func answer(_ line: JSONValue, watch: (GraphInterruption?) -> Void) -> [UInt8]? {
    guard case .array(let messages) = line else {
      guard let answer = answer(one: line, watch: watch) else { return nil }
      return answer + [UInt8(ascii: "\n")]
    }
    guard agreed.withLock({ $0.hasBatches }), !messages.isEmpty else {
      return Self.line { $0.failure(.invalidRequest("a line holds one message"), id: nil) }
    }
    let answers = messages.prefix(100).compactMap { answer(one: $0, watch: watch) }
    if answers.isEmpty { return nil }
    return Self.line { json in json.array { json in for answer in answers { json.raw(answer) } } }
  }

  private static func line(_ body: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    body(&json)
    json.endLine()
    return json.take()
  }

  private func answer(one value: JSONValue, watch: (GraphInterruption?) -> Void) -> [UInt8]? {
    var json = JSONWriter()
    let message: RequestMessage
    do throws(RequestMessage.Failure) {
      guard let read = try RequestMessage(value) else { return nil }
      message = read
    } catch {
      json.failure(error.error, id: error.id)
      return json.take()
    }
    guard let id = message.id else { return nil }
    do {
      let result = try result(of: message, try revision(of: message), watch: watch)
      json.object { json in
        json.field("jsonrpc", "2.0")
        json.name("id")
        json.value(id)
        json.name("result")
        json.raw(result)
      }
    } catch let error as ProtocolError {
      json.failure(error, id: id)
    } catch {
      json.failure(ProtocolError(code: -32603, message: "\(error)"), id: id)
    }
    return json.take()
  }

  /// The revision that a request is made in.
  private func revision(of message: RequestMessage) throws(ProtocolError) -> ProtocolRevision {
    guard let named = message.meta["io.modelcontextprotocol/protocolVersion"] else {
      if message.method == "server/discover" { return .july2026 }
      return agreed.withLock { $0 }
    }
    guard case .string(let text) = named else {
      throw .invalidParameters("the protocol version is no text")
    }
    guard let revision = ProtocolRevision(rawValue: text) else { throw .unsupported(revision: text) }
    return revision
  }

  private func result(
    of message: RequestMessage, _ revision: ProtocolRevision, watch: (GraphInterruption?) -> Void
  ) throws -> [UInt8] {
    switch message.method {
    case "initialize" where !revision.isStateless: return handshake(message)
    case "ping" where !revision.isStateless: return Tool.row { $0.object { _ in } }
    case "server/discover": return discovery(revision)
    case "tools/list":
      return listing(revision) { json in
        json.name("tools")
        json.array { json in for tool in Tool.all { tool.write(to: &json, for: revision) } }
      }
    case "tools/call": return try call(message, revision, watch: watch)
    case "resources/list":
      return listing(revision) { json in
        json.name("resources")
        json.array { _ in }
      }
    case "resources/templates/list": return listing(revision) { $0.resourceTemplates() }
    case "resources/read": return try resource(message, revision, watch: watch)
    default: throw ProtocolError.unknownMethod(message.method)
    }
  }

  private func handshake(_ message: RequestMessage) -> [UInt8] {
    var revision = ProtocolRevision.newestWithHandshake
    if case .string(let wanted) = message.params["protocolVersion"],
      let known = ProtocolRevision(rawValue: wanted), !known.isStateless
    {
      revision = known
    }
    agreed.withLock { [revision] in $0 = revision }
    return Tool.row { json in
      json.object { json in
        json.field("protocolVersion", revision.rawValue)
        capabilities(&json)
        json.name("serverInfo")
        identity(&json)
        json.field("instructions", Self.instructions)
      }
    }
  }

  private func discovery(_ revision: ProtocolRevision) -> [UInt8] {
    listing(.july2026) { json in
      json.name("supportedVersions")
      json.array { json in
        for revision in ProtocolRevision.allCases.reversed() { json.string(revision.rawValue) }
      }
      capabilities(&json)
      json.field("instructions", Self.instructions)
    }
  }

  private func capabilities(_ json: inout JSONWriter) {
    json.name("capabilities")
    json.object { json in
      for name in ["tools", "resources"] {
        json.name(name)
        json.object { _ in }
      }
    }
  }

  private func identity(_ json: inout JSONWriter) {
    json.object { json in
      json.field("name", "kg")
      json.field("version", version)
    }
  }

  /// A result that stays true as long as the program runs.
  private func listing(_ revision: ProtocolRevision, _ body: (inout JSONWriter) -> Void) -> [UInt8] {
    finished(revision, lifetime: 3_600_000, body)
  }

  /// A result with what its revision wants of every one.
  ///
  /// - Parameter lifetime: for how many milliseconds it may be kept; nil for what is not kept.
  private func finished(
    _ revision: ProtocolRevision, lifetime: Int?, _ body: (inout JSONWriter) -> Void
  ) -> [UInt8] {
    Tool.row { json in
      json.object { json in
        body(&json)
        guard revision.isStateless else { return }
        json.field("resultType", "complete")
        if let lifetime {
          json.field("ttlMs", lifetime)
          json.field("cacheScope", "private")
        }
        json.name("_meta")
        json.object { json in
          json.name("io.modelcontextprotocol/serverInfo")
          identity(&json)
        }
      }
    }
  }

  private func call(
    _ message: RequestMessage, _ revision: ProtocolRevision, watch: (GraphInterruption?) -> Void
  ) throws -> [UInt8] {
    guard case .string(let name) = message.params["name"],
      let tool = Tool.all.first(where: { $0.name == name })
    else {
      throw ProtocolError.invalidParameters(
        "there is no such tool; there are \(Tool.all.map(\.name).joined(separator: ", "))")
    }
    let values: [String: JSONValue]
    switch message.params["arguments"] {
    case .none, .some(.null): values = [:]
    case .some(.object(let given)): values = given
    default: throw ProtocolError.invalidParameters("arguments is no object")
    }
    let outcome = ToolOutcome { () throws -> [UInt8] in
      try self.asking(watch) { try tool.answer($0, try ToolArguments(values, of: tool)) }
    }
    return finished(revision, lifetime: nil) { json in
      outcome.write(to: &json, isStructured: revision.hasOutputSchemas)
    }
  }

  private func resource(
    _ message: RequestMessage, _ revision: ProtocolRevision, watch: (GraphInterruption?) -> Void
  ) throws -> [UInt8] {
    guard case .string(let address) = message.params["uri"], let place = DocumentResource(address) else {
      throw ProtocolError.invalidParameters("uri has to be kg://document/NAME#char=START,END")
    }
    let contents: [UInt8]
    do {
      contents = try asking(watch) { try place.passage(in: $0) }
    } catch let error as ToolError {
      throw ProtocolError.invalidParameters(error.message)
    } catch let error as GraphError {
      throw ProtocolError(code: -32603, message: error.message)
    }
    return finished(revision, lifetime: 0) { json in
      json.name("contents")
      json.array { json in
        json.object { json in
          json.field("uri", address)
          json.field("mimeType", "application/json")
          json.field("text", String(decoding: contents, as: UTF8.self))
        }
      }
    }
  }

  /// Asks the graph as it is now.
  private func asking(_ watch: (GraphInterruption?) -> Void, _ body: (Graph) throws -> [UInt8]) throws
    -> [UInt8]
  {
    let graph = try Graph(path: path, access: .ask)
    watch(graph.interruption)
    defer { watch(nil) }
    return try body(graph)
  }

  private static let instructions = """
    kg answers from a knowledge graph in which every edge cites the sentence it was read from. Start with search or about; \
    then entity, neighbors, path, evidence, timeline; read shows the passage around a citation. Cite document, sentence and \
    quote for what you say. \(Tool.notice)
    """
}

internal import Claims
internal import GraphFormats
internal import GraphStore

/// What a tool call came to: an object, or why there is none.
struct ToolOutcome {
  private let json: [UInt8]
  private let isError: Bool

  init(_ answer: () throws -> [UInt8]) {
    do {
      json = try answer()
      isError = false
    } catch let error as ToolError {
      json = Self.object(error)
      isError = true
    } catch let error as GraphError {
      json = Self.object(Self.toolError(error))
      isError = true
    } catch {
      json = Self.object(ToolError(message: "\(error)", next: "Try another question."))
      isError = true
    }
  }

  private static func toolError(_ error: GraphError) -> ToolError {
    switch error.code {
    case .interrupted:
      ToolError(
        message: "the question took too long, or was cancelled",
        next: "Ask for less: a relation, a smaller limit, or fewer hops.")
    case .unknownRelation:
      ToolError(message: error.message, next: "Call entity or about for the relations there are.")
    default: ToolError(message: error.message, next: "Tell the user; the graph cannot be asked as it is.")
    }
  }

  private static func object(_ error: ToolError) -> [UInt8] {
    Tool.row { json in
      json.object { json in
        json.field("error", error.message)
        json.name("candidates")
        json.array { json in for candidate in error.candidates.prefix(20) { json.candidate(candidate) } }
        json.field("candidates_total", error.total)
        json.field("next", error.next)
      }
    }
  }

  /// Writes the fields of the call's result.
  ///
  /// An error has no structured content, which would have to fit the schema of answers.
  func write(to json: inout JSONWriter, isStructured: Bool) {
    json.name("content")
    json.array { json in
      json.object { json in
        json.field("type", "text")
        json.field("text", String(decoding: self.json, as: UTF8.self))
      }
    }
    if isStructured, !isError {
      json.name("structuredContent")
      json.raw(self.json)
    }
    json.name("isError")
    json.bool(isError)
  }
}

/// A passage as a resource.
struct DocumentResource {
  private let address: DocumentAddress

  init?(_ text: String) {
    guard let address = DocumentAddress(text) else { return nil }
    self.address = address
  }

  /// The sentences of the passage and those around it.
  func passage(in graph: Graph) throws -> [UInt8] {
    let start = address.range?.lowerBound ?? 0
    guard let sentence = try graph.sentence(of: address.document, at: start) else {
      throw ToolError(message: "there is no such passage in this graph", next: "")
    }
    return try PassageText(address.document, around: sentence, before: 3, after: 3, in: graph).object()
  }
}

extension JSONWriter {
  /// Writes an error in the place of a result.
  mutating func failure(_ error: ProtocolError, id: JSONValue?) {
    object { json in
      json.field("jsonrpc", "2.0")
      json.name("id")
      if let id { json.value(id) } else { json.null() }
      json.name("error")
      json.object { json in
        json.field("code", error.code)
        json.field("message", error.message)
        guard let requested = error.unsupportedRevision else { return }
        json.name("data")
        json.object { json in
          json.name("supported")
          json.array { json in
            for revision in ProtocolRevision.allCases.reversed() { json.string(revision.rawValue) }
          }
          json.field("requested", requested)
        }
      }
    }
  }

  /// Writes a text or a number as it was read.
  mutating func value(_ value: JSONValue) {
    switch value {
    case .string(let text): string(text)
    case .number(let number): self.number(number)
    default: null()
    }
  }

  mutating func resourceTemplates() {
    name("resourceTemplates")
    array { json in
      json.object { json in
        json.field("uriTemplate", "kg://document/{name}#char={start},{end}")
        json.field("name", "passage")
        json.field(
          "description", "The sentences at an offset of a document, in code points, and those around them.")
        json.field("mimeType", "application/json")
      }
    }
  }
}

internal import CFormats
internal import GraphStore

/// Something that is told what stands in a file of XML, in its order.
protocol XMLStreamReceiver: AnyObject {
  func start(_ name: String, _ attributes: [String: String], line: Int) throws
  func end(_ name: String) throws
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
}

/// Reads a file of XML with expat, a window at a time, within limits: no entities of its own, no deep nesting.
enum XMLStream {
  private static let deepest = 1000

  /// - Throws: `GraphFileError` with the line of what is wrong, and what the receiver throws.
  static func read(_ file: GraphFileBytes, _ receiver: any XMLStreamReceiver) throws {
    guard let parser = XML_ParserCreate(file.isTranscoded ? "UTF-8" : nil) else {
      throw GraphFileError(.unreadable, "\(file.name): no memory to read XML")
    }
    defer { XML_ParserFree(parser) }
    let state = State(parser: parser, receiver: receiver)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in State.of(data)?.start(name, attributes) },
      { data, name in State.of(data)?.end(name) })
    XML_SetCharacterDataHandler(parser) { data, text, count in State.of(data)?.text(text, count) }
    // Entities that a file declares can make gigabytes of a line; no program that writes graphs declares any.
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      State.of(data)?.stop("it declares entities, which are not read")
    }
    // What names hash to must not hang on chance.
    XML_SetHashSalt(parser, 0x6B67)
    try withExtendedLifetime(state) {
      repeat { try parse(file, parser, state, isLast: false) } while try file.fill()
      try parse(file, parser, state, isLast: true)
    }
  }

  private static func parse(
    _ file: GraphFileBytes, _ parser: XML_Parser, _ state: State, isLast: Bool
  ) throws {
    let window = file.window
    let status = XML_Parse(
      parser, window.bindMemory(to: XML_Char.self).baseAddress, Int32(clamping: window.count), isLast ? 1 : 0)
    if let error = state.error { throw error }
    let line = Int(clamping: XML_GetCurrentLineNumber(parser))
    if let reason = state.reason {
      throw GraphFileError(.badData, "\(file.name), line \(line): \(reason)")
    }
    guard status == XML_STATUS_OK else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "damaged"
      throw GraphFileError(.badData, "\(file.name), line \(line): the XML is damaged: \(reason)")
    }
    file.consume(window.count)
  }

  private final class State {
    private let parser: XML_Parser
    private let receiver: any XMLStreamReceiver
    private var depth = 0
    private(set) var reason: String?
    /// What the receiver threw.
    private(set) var error: (any Error)?

    init(parser: XML_Parser, receiver: any XMLStreamReceiver) {
      self.parser = parser
      self.receiver = receiver
    }

    static func of(_ data: UnsafeMutableRawPointer?) -> State? {
      data.map { Unmanaged<State>.fromOpaque($0).takeUnretainedValue() }
    }

    func stop(_ reason: String) {
      self.reason = reason
      XML_StopParser(parser, 0)
    }

    private var isStopped: Bool { reason != nil || error != nil }

    private func call(_ body: () throws -> Void) {
      do {
        try body()
      } catch {
        self.error = error
        XML_StopParser(parser, 0)
      }
    }

    func start(
      _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
      depth += 1
      if depth > XMLStream.deepest { return stop("the XML is nested deeper than \(XMLStream.deepest)") }
      guard !isStopped, let name else { return }
      var values: [String: String] = [:]
      if var next = attributes {
        while let name = next[0], let value = next[1] {
          values[Self.local(name)] = String(cString: value)
          next += 2
        }
      }
      call {
        try receiver.start(
          Self.local(name), values, line: Int(clamping: XML_GetCurrentLineNumber(parser)))
      }
    }

    func end(_ name: UnsafePointer<XML_Char>?) {
      depth -= 1
      guard !isStopped, let name else { return }
      call { try receiver.end(Self.local(name)) }
    }

    func text(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
      guard !isStopped, let text, count > 0 else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        receiver.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }

    /// The name without its prefix.
    private static func local(_ name: UnsafePointer<XML_Char>) -> String {
      let whole = String(cString: name)
      guard let border = whole.utf8.lastIndex(of: UInt8(ascii: ":")) else { return whole }
      return String(whole[whole.utf8.index(after: border)...])
    }
  }
}

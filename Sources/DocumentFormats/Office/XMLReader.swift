internal import CFormats
internal import Layout

/// Something that is told what stands in an XML file, in its order.
protocol XMLReceiver: AnyObject {
  func start(_ element: XMLElement)
  func end(_ name: String, space: String)
  /// Characters, with the bytes of the file that they stand for.
  func text(_ bytes: UnsafeBufferPointer<UInt8>, source: Range<Int>)
}

/// The start of an element.
struct XMLElement {
  /// The name without its prefix.
  let name: String
  /// The namespace, or nothing.
  let space: String
  /// By names without prefixes.
  let attributes: [String: String]
  /// The bytes of its tag.
  let source: Range<Int>
}

/// Reads XML with expat, within limits: no entities of its own, no deep nesting.
enum XMLReader {
  private static let deepest = 2000

  /// - Throws: `FormatError.damaged` with the line of what is wrong.
  static func read(_ bytes: [UInt8], _ receiver: any XMLReceiver) throws(FormatError) {
    guard let parser = XML_ParserCreateNS(nil, XML_Char(bitPattern: separator)) else {
      throw FormatError(.tooLarge, "no memory to read XML")
    }
    defer { XML_ParserFree(parser) }
    let state = State(parser: parser, receiver: receiver)
    XML_SetUserData(parser, Unmanaged.passUnretained(state).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in State.of(data)?.start(name, attributes) },
      { data, name in State.of(data)?.end(name) })
    XML_SetCharacterDataHandler(parser) { data, text, count in State.of(data)?.text(text, count) }
    // Entities that a file declares can make gigabytes of a line; no office program writes any.
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      State.of(data)?.stop("it declares entities")
    }
    // One hash for all: what a file's names hash to must not hang on chance, and expat's own seed costs time.
    XML_SetHashSalt(parser, 0x6B67)
    let status = withExtendedLifetime(state) {
      bytes.withUnsafeBytes { buffer in
        XML_Parse(
          parser, buffer.bindMemory(to: XML_Char.self).baseAddress, Int32(clamping: buffer.count), 1)
      }
    }
    if let reason = state.reason { throw FormatError(.tooLarge, reason) }
    guard status == XML_STATUS_OK, bytes.count <= Int(Int32.max) else {
      let reason = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "damaged"
      throw .damaged("its XML is damaged at line \(XML_GetCurrentLineNumber(parser)): \(reason)")
    }
  }

  private static let separator: UInt8 = 0x0C

  private final class State {
    private let parser: XML_Parser
    private let receiver: any XMLReceiver
    private var depth = 0
    private(set) var reason: String?

    init(parser: XML_Parser, receiver: any XMLReceiver) {
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

    private var source: Range<Int> {
      let start = max(0, Int(XML_GetCurrentByteIndex(parser)))
      return start..<start + max(0, Int(XML_GetCurrentByteCount(parser)))
    }

    func start(
      _ name: UnsafePointer<XML_Char>?, _ attributes: UnsafeMutablePointer<UnsafePointer<XML_Char>?>?
    ) {
      depth += 1
      if depth > XMLReader.deepest { return stop("its XML is nested deeper than \(XMLReader.deepest)") }
      guard reason == nil, let name else { return }
      var values: [String: String] = [:]
      if var next = attributes {
        while let name = next[0], let value = next[1] {
          values[Self.split(name).name] = String(cString: value)
          next += 2
        }
      }
      let (local, space) = Self.split(name)
      receiver.start(XMLElement(name: local, space: space, attributes: values, source: source))
    }

    func end(_ name: UnsafePointer<XML_Char>?) {
      depth -= 1
      guard reason == nil, let name else { return }
      let (local, space) = Self.split(name)
      receiver.end(local, space: space)
    }

    func text(_ text: UnsafePointer<XML_Char>?, _ count: Int32) {
      guard reason == nil, let text, count > 0 else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        receiver.text(UnsafeBufferPointer(start: $0, count: Int(count)), source: source)
      }
    }

    private static func split(_ name: UnsafePointer<XML_Char>) -> (name: String, space: String) {
      let whole = String(cString: name)
      guard let border = whole.utf8.lastIndex(of: XMLReader.separator) else { return (whole, "") }
      return (String(whole[whole.utf8.index(after: border)...]), String(whole[..<border]))
    }
  }
}

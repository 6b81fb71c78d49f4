internal import Claims
internal import Layout

/// Reads mails (RFC 5322 and MIME): who sent it speaks his own words, and quoted words belong to whom their heading names.
struct MailReader {
  static let version = "mail-1"

  /// A file that comes with a mail.
  struct Attachment {
    var name: String
    var bytes: [UInt8]
  }

  /// What a mail holds.
  struct Result {
    var content: DocumentContent
    var attachments: [Attachment]
  }

  private let bytes: [UInt8]
  private var passages: [Passage] = []
  private var attachments: [Attachment] = []
  private var parts = 0
  private var sender: String?

  private static let deepest = 20
  private static let mostParts = 1000

  /// - Throws: `FormatError.tooLarge` for a mail of too many or too deeply nested parts.
  static func read(_ bytes: [UInt8]) throws(FormatError) -> Result {
    var reader = MailReader(bytes: bytes)
    let headers = MailHeaders(bytes, 0..<bytes.count)
    reader.sender = headers.sender
    reader.addHead(headers)
    try reader.read(headers, headers.bodyStart..<bytes.count, depth: 0)
    let metadata = DocumentMetadata(
      title: headers.text("subject"), author: headers.sender, date: headers.date,
      publisher: headers.text("list-id"),
      language: headers.text("content-language").flatMap(MetadataText.language))
    return Result(
      content: ContentAssembly(reader.passages).content(parts: [""], metadata: metadata, reader: version),
      attachments: reader.attachments)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The lines that people read of the head.
  private mutating func addHead(_ headers: MailHeaders) {
    for (name, shown) in [
      ("from", "From"), ("to", "To"), ("cc", "Cc"), ("date", "Date"), ("subject", "Subject"),
    ] {
      guard let text = headers.text(name), let place = place(of: name, headers) else { continue }
      var passage = Passage(kind: .metadata)
      passage.isTight = true
      passage.add(Array("\(shown): \(text)".utf8), at: .bytes(part: 0, place), isVerbatim: false)
      passages.append(passage)
    }
  }

  /// The bytes of a field of the head.
  private func place(of name: String, _ headers: MailHeaders) -> Range<Int>? {
    var position = 0
    while position < headers.bodyStart {
      var end = bytes[position..<headers.bodyStart].firstIndex(of: 10) ?? headers.bodyStart
      let colon = bytes[position..<end].firstIndex(of: UInt8(ascii: ":"))
      if let colon, String(decoding: bytes[position..<colon], as: UTF8.self).lowercased() == name {
        while end + 1 < headers.bodyStart, bytes[end + 1] == 32 || bytes[end + 1] == 9 {
          end = bytes[(end + 1)..<headers.bodyStart].firstIndex(of: 10) ?? headers.bodyStart
        }
        return position..<min(end, bytes.count)
      }
      position = end + 1
    }
    return nil
  }

  // MARK: Parts

  private mutating func read(_ headers: MailHeaders, _ body: Range<Int>, depth: Int) throws(FormatError) {
    parts += 1
    guard depth < Self.deepest, parts <= Self.mostParts else {
      throw FormatError(
        .tooLarge, "a mail of more than \(Self.mostParts) parts, or nested deeper than \(Self.deepest)")
    }
    let (type, parameters) = headers.parameters("content-type")
    if type.hasPrefix("multipart/"), let boundary = parameters["boundary"], !boundary.isEmpty {
      let children = self.children(of: body, boundary: boundary).map { MailHeaders(bytes, $0) }.enumerated()
        .map {
          (headers: $0.element, range: $0.offset)
        }
      let ranges = self.children(of: body, boundary: boundary)
      if type == "multipart/alternative" {
        if let best = best(of: children.map(\.headers)) {
          try read(
            children[best].headers, children[best].headers.bodyStart..<ranges[best].upperBound,
            depth: depth + 1)
        }
        return
      }
      for (index, child) in children.enumerated() {
        try read(
          child.headers, child.headers.bodyStart..<max(child.headers.bodyStart, ranges[index].upperBound),
          depth: depth + 1)
      }
      return
    }
    try readLeaf(headers, type: type, parameters: parameters, body)
  }

  private mutating func readLeaf(
    _ headers: MailHeaders, type: String, parameters: [String: String], _ body: Range<Int>
  ) throws(FormatError) {
    let disposition = headers.parameters("content-disposition")
    let name = disposition.parameters["filename"] ?? parameters["name"]
    let encoding = headers.parameters("content-transfer-encoding").value
    let decoded = TransferDecoding.decoded(bytes[body], encoding: encoding)
    let isText = type.isEmpty || type == "text/plain" || type == "text/html" || type == "text"
    if disposition.value == "attachment" || !isText {
      guard parts > 1 || !isText, !type.hasPrefix("application/pgp"), !type.hasPrefix("application/pkcs7-sig")
      else { return }
      let fallback = type == "message/rfc822" ? "forwarded.eml" : ""
      let plain = (name ?? fallback).split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
      guard !plain.isEmpty, plain != ".", plain != ".." else { return }
      attachments.append(Attachment(name: plain, bytes: decoded.bytes))
      return
    }
    if type == "text/html" {
      try readHTML(decoded, charset: parameters["charset"])
      return
    }
    let text = Self.text(decoded, charset: parameters["charset"])
    let isFlowed = parameters["format"]?.lowercased() == "flowed"
    var body = MailBody(
      text: text, sender: sender, isFlowed: isFlowed, deletesSpace: parameters["delsp"]?.lowercased() == "yes"
    )
    passages += body.passages()
  }

  private static func text(_ decoded: TracedBytes, charset: String?) -> TracedBytes {
    if let charset, let text = TextDecoding.decoded(decoded.bytes, charset: charset) {
      return decoded.composed(with: text)
    }
    let text =
      TextDecoding.isUTF8(decoded.bytes)
      ? TextDecoding.utf8(decoded.bytes) : TextDecoding.decoded(decoded.bytes, charset: "windows-1252")
    return decoded.composed(with: text ?? TextDecoding.utf8(decoded.bytes))
  }

  private mutating func readHTML(_ decoded: TracedBytes, charset: String?) throws(FormatError) {
    let text = decoded.composed(with: HTMLEncoding.decoded(decoded.bytes, charset: charset))
    var options = HTMLReader.Options()
    options.marksBoilerplate = false
    let page = try HTMLReader.read(text, options)
    passages += MailQuotations.attributed(page.passages, sender: sender)
  }

  /// The parts of a body, between lines of two dashes and the boundary.
  private func children(of body: Range<Int>, boundary: String) -> [Range<Int>] {
    let mark = Array("--\(boundary)".utf8)
    var children: [Range<Int>] = []
    var start: Int?
    var position = body.lowerBound
    while position < body.upperBound {
      let end = bytes[position..<body.upperBound].firstIndex(of: 10) ?? body.upperBound
      if bytes[position..<end].starts(with: mark) {
        let rest = bytes[(position + mark.count)..<end]
        let isLast = rest.starts(with: "--".utf8)
        if isLast || rest.allSatisfy({ $0 <= 32 }) {
          if let start, children.count < Self.mostParts { children.append(start..<max(start, position)) }
          start = isLast ? nil : min(body.upperBound, end + 1)
          if isLast { break }
        }
      }
      position = end + 1
    }
    if let start, start < body.upperBound { children.append(start..<body.upperBound) }
    return children
  }

  /// Of several versions of one text: the plain one, unless it is empty; else the last that is read.
  private func best(of versions: [MailHeaders]) -> Int? {
    let types = versions.map { $0.parameters("content-type").value }
    for (index, type) in types.enumerated() where type == "text/plain" || type.isEmpty {
      let rest = bytes[min(versions[index].bodyStart, bytes.count)...].prefix(200)
      if rest.contains(where: { $0 > 32 && $0 != 0x2D }) { return index }
    }
    return types.lastIndex { $0 == "text/html" } ?? types.lastIndex { $0.hasPrefix("multipart/") }
      ?? types.indices.last
  }
}

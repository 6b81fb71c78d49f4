internal import Layout

/// Reads ODT files (OpenDocument 1.2): insertions are read and deletions are not; notes and comments follow their paragraph.
enum OpenDocumentReader {
  static let version = "odt-1"

  static func read(_ archive: ZipArchive) throws(FormatError) -> DocumentContent {
    guard let bytes = try archive.file("content.xml") else {
      throw .damaged("an ODT file without content.xml")
    }
    if let manifest = try archive.file("META-INF/manifest.xml"),
      String(decoding: manifest, as: UTF8.self).contains("encryption-data")
    {
      throw FormatError(.encrypted, "encrypted; save it without a password")
    }
    var styles = OpenDocumentStyles()
    if let bytes = try archive.file("styles.xml") { try XMLReader.read(bytes, styles) }
    let own = OpenDocumentStyles(parent: styles)
    try XMLReader.read(bytes, own)
    styles = own
    let body = OpenDocumentBody(styles: styles)
    try XMLReader.read(bytes, body)
    let metadata = try archive.file("meta.xml").map { (bytes) throws(FormatError) in
      let reader = DublinCore()
      try XMLReader.read(bytes, reader)
      return reader.metadata
    }
    return ContentAssembly(body.finished()).content(
      parts: ["content.xml"], metadata: metadata ?? DocumentMetadata(), reader: version)
  }
}

/// What the styles of an ODT file are called, and what they are made from.
final class OpenDocumentStyles: XMLReceiver {
  private var parents: [String: String] = [:]

  init(parent: OpenDocumentStyles? = nil) { parents = parent?.parents ?? [:] }

  func start(_ element: XMLElement) {
    guard element.name == "style", let name = element.attributes["name"] else { return }
    parents[name] = element.attributes["parent-style-name"] ?? ""
  }

  func end(_ name: String, space: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>, source: Range<Int>) {}

  /// The kind of a paragraph with a style; the built-in styles have the same names in every language of the program.
  func kind(of name: String) -> StretchKind? {
    var next = name
    for _ in 0..<16 {
      if let kind = Self.kind(ofName: next) { return kind }
      guard let parent = parents[next], !parent.isEmpty else { return nil }
      next = parent
    }
    return nil
  }

  private static func kind(ofName name: String) -> StretchKind? {
    let name = name.replacingUnderscores.lowercased()
    if name.hasPrefix("heading") || name == "title" || name == "subtitle" { return .heading }
    if name.hasPrefix("contents ") || name.hasPrefix("index ") { return .navigation }
    switch name {
    case "quotations": return .quotation
    case "caption", "illustration", "table", "figure", "text": return name == "text" ? nil : .caption
    case "footnote", "endnote": return .footnote
    case "header": return .header
    case "footer": return .footer
    case "signature", "sender": return .signature
    case "preformatted text": return nil
    default: return nil
    }
  }
}

extension String {
  /// ODT writes a space in a name as `_20_`.
  fileprivate var replacingUnderscores: String {
    var parts: [Substring] = []
    var rest = self[...]
    while let found = rest.firstRange(of: "_20_") {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    parts.append(rest)
    return parts.joined(separator: " ")
  }

  private func firstRange(of word: String) -> Range<Index>? { self[...].firstRange(of: word) }
}

extension Substring {
  fileprivate func firstRange(of word: String) -> Range<Index>? {
    let bytes = utf8
    var start = bytes.startIndex
    while start < bytes.endIndex {
      if bytes[start...].starts(with: word.utf8) {
        return start..<bytes.index(start, offsetBy: word.utf8.count)
      }
      start = bytes.index(after: start)
    }
    return nil
  }
}

internal import Layout

/// What the paragraph styles of a DOCX file make of a paragraph.
final class WordStyles: XMLReceiver {
  private struct Style {
    var name = ""
    var parent: String?
    var isHeading = false
  }

  private var styles: [String: Style] = [:]
  private var current: String?

  func start(_ element: XMLElement) {
    switch element.name {
    case "style":
      current = element.attributes["styleId"]
      if let current { styles[current] = Style() }
    case "name": update { $0.name = (element.attributes["val"] ?? "").lowercased() }
    case "basedOn": update { $0.parent = element.attributes["val"] }
    case "outlineLvl": update { $0.isHeading = element.attributes["val"] != "9" }
    default: break
    }
  }

  func end(_ name: String, space: String) {
    if name == "style" { current = nil }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, source: Range<Int>) {}

  private func update(_ change: (inout Style) -> Void) {
    guard let current, var style = styles[current] else { return }
    change(&style)
    styles[current] = style
  }

  /// The kind of a paragraph with a style; nil where the style says nothing of it.
  func kind(of identifier: String) -> StretchKind? {
    var next: String? = identifier
    for _ in 0..<16 {
      guard let known = next else { return nil }
      let style = styles[known] ?? Style(name: known.lowercased())
      if let kind = Self.kind(ofName: style.name) { return kind }
      if style.isHeading { return .heading }
      next = style.parent
    }
    return nil
  }

  /// The built-in styles have the same names in every language of the program.
  private static func kind(ofName name: String) -> StretchKind? {
    if name.hasPrefix("heading") || name == "title" || name == "subtitle" { return .heading }
    if name.hasPrefix("toc ") || name.hasPrefix("toc heading") || name == "table of figures"
      || name.hasPrefix("index ")
    {
      return .navigation
    }
    if name.hasPrefix("list") { return .list }
    switch name {
    case "caption": return .caption
    case "quote", "intense quote", "block text", "quotations": return .quotation
    case "footnote text", "endnote text": return .footnote
    case "header": return .header
    case "footer": return .footer
    case "signature", "closing": return .signature
    case "macro", "html preformatted", "plain text": return name == "macro" ? .code : nil
    default: return nil
    }
  }
}

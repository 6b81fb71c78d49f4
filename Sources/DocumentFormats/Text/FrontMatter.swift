internal import Layout

/// The metadata at the head of a Markdown file: lines of `key: value` between two lines of dashes.
enum FrontMatter {
  private static let longest = 200

  static func metadata(of bytes: [UInt8]) -> DocumentMetadata {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let head = bytes.dropFirst(start).prefix(1 << 14)
    var metadata = DocumentMetadata()
    var isOpen = false
    for (number, line) in head.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      let text = MetadataText.plain(String(decoding: line, as: UTF8.self))
      if number == 0 {
        guard text == "---" else { return metadata }
        isOpen = true
        continue
      }
      if text == "---" || text == "..." { return metadata }
      guard number < longest, isOpen, let colon = text.firstIndex(of: ":") else { continue }
      let key = text[..<colon].lowercased()
      let value = unquoted(MetadataText.plain(String(text[text.index(after: colon)...])))
      guard !value.isEmpty else { continue }
      set(key, value, of: &metadata)
    }
    // What is never closed is no front matter.
    return DocumentMetadata()
  }

  static func set(_ key: String, _ value: String, of metadata: inout DocumentMetadata) {
    switch key {
    case "title": metadata.title = value
    case "author", "authors", "by": metadata.author = value
    case "date", "published", "created": metadata.date = MetadataText.date(value) ?? metadata.date
    case "url", "link", "canonical": metadata.url = value
    case "source", "publisher", "site":
      if value.contains("://") { metadata.url = metadata.url ?? value } else { metadata.publisher = value }
    case "lang", "language": metadata.language = MetadataText.language(value)
    default: break
    }
  }

  private static func unquoted(_ text: String) -> String {
    for mark in ["\"", "'"] where text.utf8.count > 1 && text.hasPrefix(mark) && text.hasSuffix(mark) {
      return String(text.dropFirst().dropLast())
    }
    return text
  }
}

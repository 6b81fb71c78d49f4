internal import Claims
internal import Layout

/// Reads the metadata of DOCX, ODT and EPUB files, which all use the names of Dublin Core.
final class DublinCore: XMLReceiver {
  private(set) var metadata = DocumentMetadata()
  /// The dates by the names of their elements.
  private var dates: [String: CalendarDate] = [:]
  private var authors: [String] = []
  private var current: String?
  private var value: [UInt8] = []

  func start(_ element: XMLElement) {
    current = element.name
    value = []
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, source: Range<Int>) {
    if current != nil, value.count < 4096 { value += bytes }
  }

  func end(_ name: String, space: String) {
    guard name == current else { return }
    current = nil
    let text = MetadataText.plain(String(decoding: value, as: UTF8.self))
    guard !text.isEmpty else { return }
    switch name {
    case "title": if metadata.title == nil { metadata.title = text }
    case "creator", "initial-creator":
      // ODT's creator is who changed it last.
      if name == "initial-creator" {
        authors = [text]
      } else if !authors.contains(text) {
        authors.append(text)
      }
      metadata.author = authors.joined(separator: ", ")
    case "publisher": if metadata.publisher == nil { metadata.publisher = text }
    case "language": if metadata.language == nil { metadata.language = MetadataText.language(text) }
    case "source": if metadata.url == nil, text.contains("://") { metadata.url = text }
    case "date", "created", "creation-date", "modified": note(text, of: name)
    default: break
    }
  }

  private func note(_ text: String, of name: String) {
    if dates[name] == nil, let date = MetadataText.date(text) { dates[name] = date }
    metadata.date = dates["created"] ?? dates["creation-date"] ?? dates["date"] ?? dates["modified"]
  }
}

internal import Claims
internal import Layout

/// What a page says of itself in its head: Open Graph, Dublin Core, Highwire and schema.org, and its title.
struct HTMLMetadata {
  private var values: [String: String] = [:]
  private var open: String?
  private var text: [UInt8] = []

  private static let longest = 1 << 20

  /// Whether text is read here and not by the page.
  var isOpen: Bool { open != nil }

  /// Names in the order in which they are believed.
  private static var fieldNames: [(WritableKeyPath<Fields, String?>, [String])] {
    [
      (\.title, ["og:title", "citation_title", "dc.title", "dcterms.title", "title", "headline"]),
      (
        \.author,
        ["author", "citation_author", "dc.creator", "dcterms.creator", "article:author", "byl", "ld:author"]
      ),
      (
        \.date,
        [
          "article:published_time", "citation_publication_date", "citation_date", "dc.date", "dcterms.date",
          "dcterms.created", "dc.date.issued", "dcterms.issued", "date", "pubdate", "publish-date",
          "publication_date",
          "datepublished", "ld:datePublished", "itemprop:datepublished", "time:published",
        ]
      ),
      (\.url, ["canonical", "og:url", "dc.identifier"]),
      (
        \.publisher,
        [
          "og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher",
          "ld:publisher",
        ]
      ),
      (\.language, ["lang", "dc.language", "og:locale", "content-language", "language"]),
    ]
  }

  private struct Fields {
    var title: String?
    var author: String?
    var date: String?
    var url: String?
    var publisher: String?
    var language: String?
  }

  var metadata: DocumentMetadata {
    var fields = Fields()
    for (field, names) in Self.fieldNames {
      for name in names {
        guard let value = values[name] else { continue }
        if field == \.date, MetadataText.date(value.replacingSlashes) == nil { continue }
        if field == \.author || field == \.url, field == \.author && value.contains("://") { continue }
        fields[keyPath: field] = value
        break
      }
    }
    return DocumentMetadata(
      title: fields.title, author: fields.author,
      date: fields.date.flatMap { MetadataText.date($0.replacingSlashes) },
      url: fields.url.flatMap { $0.contains("://") ? $0 : nil }, publisher: fields.publisher,
      language: fields.language.flatMap(MetadataText.language))
  }

  mutating func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "html": note("lang", attributes["lang"] ?? attributes["xml:lang"])
    case "meta":
      let key =
        attributes["property"] ?? attributes["name"] ?? attributes["itemprop"] ?? attributes["http-equiv"]
      if let key { note(key.lowercased(), attributes["content"]) }
    case "link": if attributes["rel"]?.lowercased() == "canonical" { note("canonical", attributes["href"]) }
    case "time":
      let isPublished =
        attributes["pubdate"] != nil || attributes["itemprop"]?.lowercased() == "datepublished"
        || attributes["class"]?.contains("publish") == true
      if isPublished { note("time:published", attributes["datetime"]) }
    case "title" where values["title"] == nil: begin("title")
    case "script" where attributes["type"]?.lowercased() == "application/ld+json": begin("script")
    default: break
    }
  }

  mutating func end(_ name: String) {
    guard name == open else { return }
    open = nil
    if name == "title" {
      note("title", String(decoding: text, as: UTF8.self))
    } else if let value = Self.linkedData(text) {
      readLinkedData(value, depth: 0)
    }
    text = []
  }

  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    if text.count + bytes.count <= Self.longest { text += bytes }
  }

  private mutating func begin(_ name: String) {
    open = name
    text = []
  }

  private mutating func note(_ name: String, _ value: String?) {
    guard let value, values[name] == nil else { return }
    let plain = MetadataText.plain(value)
    if !plain.isEmpty { values[name] = plain }
  }

  private static func linkedData(_ bytes: [UInt8]) -> JSONValue? {
    bytes.withUnsafeBytes { buffer in try? JSONValue(buffer) }
  }

  private mutating func readLinkedData(_ value: JSONValue, depth: Int) {
    guard depth < 8 else { return }
    switch value {
    case .array(let items): for item in items.prefix(100) { readLinkedData(item, depth: depth + 1) }
    case .object(let fields):
      if let graph = fields["@graph"] { readLinkedData(graph, depth: depth + 1) }
      if case .string(let date)? = fields["datePublished"] { note("ld:datePublished", date) }
      if case .string(let headline)? = fields["headline"] { note("headline", headline) }
      for name in ["author", "publisher"] {
        if let field = fields[name] { note("ld:\(name)", Self.names(in: field)) }
      }
    default: break
    }
  }

  private static func names(in value: JSONValue) -> String? {
    switch value {
    case .string(let name): return name
    case .object(let fields): if case .string(let name)? = fields["name"] { return name }
    case .array(let items):
      let found = items.prefix(20).compactMap { Self.names(in: $0) }
      return found.isEmpty ? nil : found.joined(separator: ", ")
    default: break
    }
    return nil
  }
}

extension String {
  /// Highwire's tags write days as 2014/03/07.
  fileprivate var replacingSlashes: String {
    String(decoding: utf8.map { $0 == 0x2F ? 0x2D : $0 }, as: UTF8.self)
  }
}

internal import Layout

/// Reads EPUB files (EPUB 3.3): the chapters of the spine in their order, without the table of contents.
enum BookReader {
  static let version = "epub-1"
  /// All chapters together may have so many bytes.
  private static let longest = 256 << 20

  static func read(_ archive: ZipArchive) throws(FormatError) -> DocumentContent {
    let container = ContainerFile()
    guard let bytes = try archive.file("META-INF/container.xml") else {
      throw .damaged("an EPUB file without META-INF/container.xml")
    }
    try XMLReader.read(bytes, container)
    guard let path = container.path, let bytes = try archive.file(path) else {
      throw .damaged("an EPUB file without its package document")
    }
    if archive.names.contains("META-INF/rights.xml") || archive.names.contains("META-INF/license.lcpl") {
      throw FormatError(.encrypted, "protected against copying, which cannot be read")
    }
    let package = PackageFile()
    try XMLReader.read(bytes, package)
    let dublin = DublinCore()
    try XMLReader.read(bytes, dublin)
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    var parts: [String] = []
    var passages: [Passage] = []
    var length = 0
    var pages = 0
    for chapter in package.chapters {
      let name = Self.path(chapter, in: folder)
      guard let bytes = try archive.file(name) else { continue }
      length += bytes.count
      guard length <= longest else { throw FormatError(.tooLarge, "more than \(longest >> 20) MiB of text") }
      var options = HTMLReader.Options()
      options.part = parts.count
      options.marksBoilerplate = false
      parts.append(name)
      let chapter = try HTMLReader.read(HTMLEncoding.decoded(bytes), options)
      for var passage in chapter.passages {
        for index in passage.pages.indices {
          pages += 1
          passage.pages[index].number = pages
        }
        passages.append(passage)
      }
    }
    guard !parts.isEmpty else { throw .damaged("an EPUB file without chapters") }
    return ContentAssembly(passages).content(parts: parts, metadata: dublin.metadata, reader: version)
  }

  /// The path of a chapter, which is given as an address relative to the package document.
  private static func path(_ address: String, in folder: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(address.utf8.prefix { $0 != UInt8(ascii: "#") })[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    var steps = folder.split(separator: "/").map(String.init)
    for step in String(decoding: bytes, as: UTF8.self).split(separator: "/") {
      switch step {
      case ".": break
      case "..": _ = steps.popLast()
      default: steps.append(String(step))
      }
    }
    return steps.joined(separator: "/")
  }
}

/// META-INF/container.xml, which tells where the package document is.
private final class ContainerFile: XMLReceiver {
  private(set) var path: String?

  func start(_ element: XMLElement) {
    if element.name == "rootfile", path == nil { path = element.attributes["full-path"] }
  }
  func end(_ name: String, space: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>, source: Range<Int>) {}
}

/// The package document, which lists the chapters.
private final class PackageFile: XMLReceiver {
  private var paths: [String: String] = [:]
  private var order: [String] = []

  /// The addresses of the chapters, in the order of reading.
  var chapters: [String] { order.compactMap { paths[$0] } }

  func start(_ element: XMLElement) {
    let attributes = element.attributes
    switch element.name {
    case "item":
      let isText = attributes["media-type"].map { $0.contains("html") } ?? false
      let isContents = attributes["properties"]?.split(separator: " ").contains("nav") == true
      if let id = attributes["id"], let path = attributes["href"], isText, !isContents { paths[id] = path }
    case "itemref": if let id = attributes["idref"], attributes["linear"] != "no" { order.append(id) }
    default: break
    }
  }
  func end(_ name: String, space: String) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>, source: Range<Int>) {}
}

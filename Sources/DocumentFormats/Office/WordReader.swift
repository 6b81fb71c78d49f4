internal import Layout

/// Reads DOCX files (ECMA-376, part 1): insertions are read and deletions are not; notes and comments follow their paragraph.
enum WordReader {
  static let version = "docx-1"

  static func read(_ archive: ZipArchive) throws(FormatError) -> DocumentContent {
    let main = mainPart(of: archive)
    guard let bytes = try archive.file(main) else { throw .damaged("a DOCX file without \(main)") }
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    func path(_ name: String) -> String { folder.isEmpty ? name : "\(folder)/\(name)" }
    let styles = WordStyles()
    if let bytes = try archive.file(path("styles.xml")) { try XMLReader.read(bytes, styles) }
    var parts = [main]
    var notes: [WordBody.NoteKey: [Passage]] = [:]
    for (file, kind) in [
      ("footnotes.xml", WordBody.NoteKind.footnote), ("endnotes.xml", .endnote), ("comments.xml", .comment),
    ] {
      guard let bytes = try archive.file(path(file)) else { continue }
      let reader = WordBody(part: parts.count, styles: styles, notesOf: kind)
      parts.append(path(file))
      try XMLReader.read(bytes, reader)
      notes.merge(reader.notes) { first, _ in first }
    }
    let body = WordBody(part: 0, styles: styles)
    body.knownNotes = notes
    try XMLReader.read(bytes, body)
    var passages = body.finished()
    for name in archive.names.sorted() where isMargin(name, in: folder) {
      guard let bytes = try archive.file(name) else { continue }
      let reader = WordBody(part: parts.count, styles: styles)
      parts.append(name)
      try XMLReader.read(bytes, reader)
      let kind: StretchKind = name.contains("header") ? .header : .footer
      passages += reader.finished().map { passage in
        var passage = passage
        passage.kind = kind
        passage.pages = []
        return passage
      }
    }
    let metadata = try archive.file("docProps/core.xml").map { (bytes) throws(FormatError) in
      let reader = DublinCore()
      try XMLReader.read(bytes, reader)
      return reader.metadata
    }
    return ContentAssembly(passages).content(
      parts: parts, metadata: metadata ?? DocumentMetadata(), reader: version)
  }

  /// The part that holds the text: `word/document.xml`, unless the archive has it elsewhere.
  private static func mainPart(of archive: ZipArchive) -> String {
    let usual = "word/document.xml"
    if archive.names.contains(usual) { return usual }
    return archive.names.filter { $0.hasPrefix("word/document") && $0.hasSuffix(".xml") }.min() ?? usual
  }

  private static func isMargin(_ name: String, in folder: String) -> Bool {
    guard name.hasPrefix(folder), name.hasSuffix(".xml"), let file = name.split(separator: "/").last,
      name.split(separator: "/").count == folder.split(separator: "/").count + 1
    else { return false }
    return file.hasPrefix("header") || file.hasPrefix("footer")
  }
}

internal import Layout

@testable internal import DocumentFormats

/// ZIP archives, and what is in them: DOCX, ODT, EPUB.
struct ArchiveTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    let archive = try ZipArchive(bytes)
    for name in archive.names.prefix(8) { _ = try? archive.file(name) }
    for outcome in FileReader().documents(bytes) {
      if case .success(let document) = outcome.result { try checkContent(document.content, of: nil) }
    }
  }
}

/// The XML of a DOCX or an ODT file.
struct OfficeTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    let styles = WordStyles()
    try? XMLReader.read(bytes, styles)
    let word = WordBody(part: 0, styles: styles)
    try XMLReader.read(bytes, word)
    try check(word.finished(), bytes)
    let notes = WordBody(part: 0, styles: styles, notesOf: .footnote)
    try XMLReader.read(bytes, notes)
    let open = OpenDocumentBody(styles: OpenDocumentStyles())
    try XMLReader.read(bytes, open)
    try check(open.finished(), bytes)
    let metadata = DublinCore()
    try XMLReader.read(bytes, metadata)
  }

  private func check(_ passages: [Passage], _ bytes: [UInt8]) throws {
    try checkContent(ContentAssembly(passages).content(parts: [""], reader: "fuzz-1"), of: bytes)
  }
}

/// Pages of HTML in any encoding.
struct PageTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    let content = try HTMLReader.content(HTMLEncoding.decoded(bytes))
    try checkContent(content, of: bytes)
  }
}

/// Mails and mailboxes.
struct MailTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    for range in MailForm.mails(in: bytes) { _ = try? MailReader.read(Array(bytes[range])) }
    try checkContent(try MailReader.read(bytes).content, of: bytes)
  }
}

/// What poppler and tesseract print.
struct BoxTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    var parser = BoxParser()
    // In two pieces, as it comes out of a pipe.
    let half = bytes.count / 2
    try parser.take(bytes[..<half])
    try parser.take(bytes[half...])
    let reflow = PageReflow(pages: parser.pages) { $0.utf8.count % 2 == 0 }
    try checkContent(ContentAssembly(reflow.passages()).content(parts: [""], reader: "fuzz-1"), of: nil)
    let blank = PageLayout(number: 1, width: 6000, height: 8000)
    if let page = PageRecogniser.page(1, table: bytes, dotsPerInch: 300, like: blank) {
      _ = PageReflow(pages: [page]) { _ in false }.passages()
    }
  }
}

/// Any file, as its bytes say what it is; without those that other programs read.
struct FileTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    if FileFormat(bytes) == .pdf { return }
    for outcome in FileReader().documents(bytes) {
      if case .success(let document) = outcome.result { try checkContent(document.content, of: nil) }
    }
  }
}

/// Checks that every character maps back to bytes of the file, or a box on a page, that hold it.
private func checkContent(_ content: DocumentContent, of source: [UInt8]?) throws {
  try promise(String(validating: content.text, as: UTF8.self) != nil, "a text is not UTF-8")
  try promise(content.map.length == content.text.count, "a map is not as long as its text")
  try promise(SourceMap(encoded: content.map.encoded()) == content.map, "a map is not read as it was written")
  for stretch in content.layout.stretches {
    try promise(
      !stretch.range.isEmpty && stretch.range.upperBound <= content.text.count,
      "a stretch lies behind the text")
  }
  for page in content.pages {
    try promise((0...content.text.count).contains(page.start), "a page starts behind the text")
  }
  for index in content.text.indices {
    guard let place = content.map.place(at: index) else {
      throw BrokenPromise(what: "a character has no place")
    }
    guard case .bytes(let part, let range) = place, let source else { continue }
    try promise(content.map.parts.indices.contains(part), "a character is in no part of its file")
    try promise(range.lowerBound >= 0 && range.upperBound <= source.count, "a character lies behind its file")
  }
  guard let source else { return }
  for (index, run) in content.map.runs.enumerated() where run.isVerbatim {
    guard case .bytes(_, let range) = run.place else { continue }
    let end = index + 1 < content.map.runs.count ? content.map.runs[index + 1].start : content.text.count
    let held = source[range].prefix(end - run.start)
    try promise(
      content.text[run.start..<end].prefix(held.count).elementsEqual(held),
      "a character is not the one at its place")
  }
}

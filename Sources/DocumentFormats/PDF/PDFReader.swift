internal import ChildProcess
internal import Claims
internal import Layout

/// Reads PDF files by poppler's programs, with our own joining of lines to paragraphs.
struct PDFReader {
  static let version = "pdf-2"

  /// Tells whether something is a word, for what hyphens at ends of lines mean.
  var isWord: @Sendable (String) -> Bool = { _ in false }
  /// Whether pages without text are recognised.
  var recognises = false

  private static let advice = "install poppler-utils (Debian: apt-get install poppler-utils)"

  func content(_ bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    guard let information = ChildProcess.find("pdfinfo"), let converter = ChildProcess.find("pdftotext")
    else {
      throw FormatError(.missingProgram, "a PDF, which needs pdftotext and pdfinfo: \(Self.advice)")
    }
    let metadata = try Self.metadata(bytes, program: information)
    var pages = try Self.pages(bytes, program: converter)
    var unread = pages.filter { !$0.isLegible }.map(\.number)
    var notes: [String] = []
    if recognises, !unread.isEmpty {
      let recogniser = try PageRecogniser()
      for number in unread {
        guard let index = pages.firstIndex(where: { $0.number == number }) else { continue }
        if let page = try recogniser.page(number, of: bytes, like: pages[index]) { pages[index] = page }
      }
      let recognised = unread
      unread = pages.filter { !$0.isLegible }.map(\.number)
      let read = recognised.filter { !unread.contains($0) }
      if !read.isEmpty { notes.append("\(Self.pages(read)) recognised by tesseract") }
    }
    // What is written in signs that stand for nothing would only mislead.
    for index in pages.indices where unread.contains(pages[index].number) { pages[index].blocks = [] }
    if !unread.isEmpty {
      let advice = recognises ? "" : "; --ocr recognises them where tesseract is installed"
      notes.append("\(Self.pages(unread)) without text that can be read\(advice)")
    }
    guard unread.count < pages.count else {
      let advice =
        recognises ? "tesseract found nothing" : "--ocr recognises scanned pages where tesseract is installed"
      throw FormatError(.empty, "none of its \(pages.count) pages has text that can be read; \(advice)")
    }
    let passages = PageReflow(pages: pages, isWord: isWord).passages()
    return ContentAssembly(passages).content(
      parts: [""], metadata: metadata, reader: recognises ? "\(Self.version)+ocr" : Self.version, notes: notes
    )
  }

  /// "page 3", "3 pages (3, 7–8)".
  static func pages(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    let list = ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    if numbers.count == 1 { return "page \(list[0])" }
    return "\(numbers.count) pages (\(list.joined(separator: ", ")))"
  }

  /// What `pdfinfo` tells.
  private static func metadata(_ bytes: [UInt8], program: String) throws(FormatError) -> DocumentMetadata {
    var output: [UInt8] = []
    let ending = try run(program, ["-isodates", "-enc", "UTF-8", "-"], bytes) { output += $0 }
    if ending.complaint.contains("Incorrect password") {
      throw FormatError(.encrypted, "a PDF that needs a password; save it without one")
    }
    guard ending.status == 0 else { throw .damaged("a damaged PDF\(reason(ending))") }
    var metadata = DocumentMetadata()
    for line in output.split(separator: 10) {
      let text = String(decoding: line, as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { continue }
      let value = MetadataText.plain(String(text[text.index(after: colon)...]))
      guard !value.isEmpty else { continue }
      switch text[..<colon] {
      case "Title":
        let lower = value.lowercased()
        // What programs write where nobody gave a title.
        if !lower.hasPrefix("microsoft word"), lower != "untitled", lower != "(anonymous)" {
          metadata.title = value
        }
      case "Author":
        if value.lowercased() != "(anonymous)", value.lowercased() != "anonymous" { metadata.author = value }
      case "CreationDate": metadata.date = MetadataText.date(value)
      default: break
      }
    }
    return metadata
  }

  private static func pages(_ bytes: [UInt8], program: String) throws(FormatError) -> [PageLayout] {
    var parser = BoxParser()
    var failure: FormatError?
    let ending = try run(program, ["-bbox-layout", "-enc", "UTF-8", "-", "-"], bytes) {
      (piece) throws(ChildProcessError) in
      do throws(FormatError) {
        try parser.take(piece)
      } catch {
        failure = error
        throw ChildProcessError(.badOutput, error.message)
      }
    }
    if let failure { throw failure }
    guard ending.status == 0, !parser.pages.isEmpty else { throw .damaged("a damaged PDF\(reason(ending))") }
    return parser.pages
  }

  private static func reason(_ ending: ChildProcess.Ending) -> String {
    if ending.status == nil { return ": reading it took more than it may" }
    let line = ending.complaint.split(separator: "\n").first.map { MetadataText.plain(String($0)) } ?? ""
    return line.isEmpty ? "" : " (\(line.prefix(120)))"
  }

  static func run(
    _ program: String, _ arguments: [String], _ input: [UInt8],
    _ consume: (ArraySlice<UInt8>) throws(ChildProcessError) -> Void
  ) throws(FormatError) -> ChildProcess.Ending {
    do throws(ChildProcessError) {
      return try ChildProcess(path: program).run(arguments, input: input, consume: consume)
    } catch {
      throw FormatError(error)
    }
  }
}

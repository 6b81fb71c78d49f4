internal import Claims
package import Layout

/// Reads files of all formats: what they hold becomes documents of one kind.
package struct FileReader: Sendable {
  /// A document that a file holds.
  package struct Document: Sendable {
    /// What it is called inside of the file; nil for the file's only or own text.
    package var part: String?
    /// Its bytes, by which it is known.
    package var bytes: [UInt8]
    package var content: DocumentContent
  }

  /// A document, or why there is none.
  package struct Outcome: Sendable {
    package var part: String?
    package var result: Result<Document, FormatError>
  }

  /// Tells whether something is a word of English, for what hyphens at ends of lines mean, and which text is English; nil where no
  /// dictionary is at hand.
  package var isWord: (@Sendable (String) -> Bool)?
  /// Whether scanned pages are recognised.
  package var recognises = false
  /// Whether what surrounds the main text of a page is read as well.
  package var readsAllText = false
  /// Whether text that is not English is read as if it were.
  package var readsForeignText = false

  package init() {}

  private static let largestFile = 1 << 30
  private static let deepest = 4

  /// The documents of a file, in their order.
  ///
  /// Most files hold one; a mail holds its attachments too, and a mailbox all its mails.
  package func documents(_ bytes: [UInt8]) -> [Outcome] { documents(bytes, part: nil, depth: 0) }

  private func documents(_ bytes: [UInt8], part: String?, depth: Int) -> [Outcome] {
    guard depth < Self.deepest, bytes.count <= Self.largestFile else {
      let reason =
        depth < Self.deepest ? "more than \(Self.largestFile >> 30) GiB" : "packed in too many others"
      return [Outcome(part: part, result: .failure(FormatError(.tooLarge, reason)))]
    }
    do throws(FormatError) {
      switch FileFormat(bytes) {
      case .gzip:
        let unpacked = try Inflation.unpacked(bytes[...], .gzip, most: Self.largestFile)
        return documents(unpacked, part: part, depth: depth + 1)
      case .mailbox:
        return MailForm.mails(in: bytes).enumerated().flatMap { number, range in
          mail(Array(bytes[range]), part: Self.joined(part, "\(number + 1)"), depth: depth)
        }
      case .mail: return mail(bytes, part: part, depth: depth)
      case let format:
        let content = try self.content(bytes, format)
        return [
          Outcome(
            part: part, result: .success(Document(part: part, bytes: bytes, content: finished(content))))
        ]
      }
    } catch {
      return [Outcome(part: part, result: .failure(error))]
    }
  }

  private func mail(_ bytes: [UInt8], part: String?, depth: Int) -> [Outcome] {
    do throws(FormatError) {
      let mail = try MailReader.read(bytes)
      var outcomes = [
        Outcome(
          part: part, result: .success(Document(part: part, bytes: bytes, content: finished(mail.content))))
      ]
      var names: [String: Int] = [:]
      for attachment in mail.attachments {
        names[attachment.name, default: 0] += 1
        let number = names[attachment.name] ?? 1
        let name = number == 1 ? attachment.name : "\(number)-\(attachment.name)"
        // A logo is no document, and nobody misses it.
        if case .image = FileFormat(attachment.bytes), !recognises { continue }
        outcomes += documents(attachment.bytes, part: Self.joined(part, name), depth: depth + 1)
      }
      return outcomes
    } catch {
      return [Outcome(part: part, result: .failure(error))]
    }
  }

  private static func joined(_ part: String?, _ name: String) -> String {
    part.map { "\($0)/\(name)" } ?? name
  }

  private func content(_ bytes: [UInt8], _ format: FileFormat) throws(FormatError) -> DocumentContent {
    switch format {
    case .pdf:
      var reader = PDFReader()
      if let isWord { reader.isWord = isWord }
      reader.recognises = recognises
      return try reader.content(bytes)
    case .html: return try HTMLReader.content(HTMLEncoding.decoded(bytes))
    case .zip: return try archive(bytes)
    case .image(let kind):
      guard recognises else {
        throw FormatError(
          .unknownFormat, "a picture (\(kind)); --ocr recognises its words where tesseract is installed")
      }
      return try picture(bytes)
    case .unread(let what, let advice): throw FormatError(.unknownFormat, "\(what); \(advice)")
    case .text, .gzip, .mail, .mailbox: return try text(bytes)
    }
  }

  private func text(_ bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    if TextDecoding.isUTF8(bytes), !bytes.contains(0) { return PlainTextReader.content(bytes) }
    guard let (text, name) = PlainTextReader.certain(bytes) else {
      throw FormatError(.unknownFormat, "")
    }
    var content = PlainTextReader.content(text)
    content.notes.append("read as \(name)")
    return content
  }

  private func archive(_ bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    let archive = try ZipArchive(bytes)
    let type = try archive.file("mimetype").map {
      MetadataText.plain(String(decoding: $0.prefix(200), as: UTF8.self))
    }
    if type == "application/epub+zip" { return try BookReader.read(archive) }
    if let type, type.hasPrefix("application/vnd.oasis.opendocument.text") {
      return try OpenDocumentReader.read(archive)
    }
    let names = Set(archive.names)
    if names.contains("word/document.xml")
      || names.contains("[Content_Types].xml")
        && archive.names.contains(where: { $0.hasPrefix("word/document") })
    {
      return try WordReader.read(archive)
    }
    if names.contains("xl/workbook.xml") || type?.contains("spreadsheet") == true {
      throw FormatError(.unknownFormat, "a spreadsheet; save its sheets as CSV and give them to kg import")
    }
    if names.contains("ppt/presentation.xml") || type?.contains("presentation") == true {
      throw FormatError(
        .unknownFormat, "a presentation; convert it first, as with `libreoffice --headless --convert-to pdf`")
    }
    throw FormatError(.unknownFormat, "a ZIP archive; unpack it first, with `unzip`")
  }

  private func picture(_ bytes: [UInt8]) throws(FormatError) -> DocumentContent {
    let blank = PageLayout(number: 1, width: 0, height: 100_000)
    guard let page = try PageRecogniser().page(1, picture: bytes, dotsPerInch: 300, like: blank) else {
      throw FormatError(.empty, "a picture in which no words are found")
    }
    return ContentAssembly(PageReflow(pages: [page], isWord: isWord ?? { _ in false }).passages()).content(
      parts: [""], reader: "picture-1", notes: ["recognised by tesseract"])
  }

  /// A document with what is not to be read marked.
  private func finished(_ content: DocumentContent) -> DocumentContent {
    var content = content
    if readsAllText {
      content.reader += "+all"
      content.layout = TextLayout(content.layout.stretches.filter { $0.kind != .navigation })
    }
    if readsForeignText {
      content.reader += "+foreign"
      return content
    }
    return ForeignText(isEnglish: isWord).marked(content)
  }
}

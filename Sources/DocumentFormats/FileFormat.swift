/// The format of a file, told by what it holds and never by its name.
enum FileFormat: Hashable {
  case text, html, pdf, zip, gzip, mail, mailbox
  /// A picture, which holds text only for a recogniser.
  case image(String)
  /// A format that is not read, with what to do about it.
  case unread(what: String, advice: String)

  private static let headLength = 4096

  init(_ bytes: [UInt8]) {
    let head = Array(bytes.prefix(Self.headLength))
    self =
      Self.binary(head)
      ?? (Self.isHTML(head)
        ? .html : MailForm.isMailbox(head) ? .mailbox : MailForm.isMail(head) ? .mail : .text)
  }

  private static func binary(_ head: [UInt8]) -> FileFormat? {
    func starts(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if isPDF(head) { return .pdf }
    if starts([0x50, 0x4B, 3, 4]) || starts([0x50, 0x4B, 5, 6]) { return .zip }
    if starts([0x1F, 0x8B, 8]) { return .gzip }
    if starts(Array("{\\rtf".utf8)) {
      return .unread(
        what: "RTF", advice: "convert it first, as with `libreoffice --headless --convert-to docx`")
    }
    if starts([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return .unread(
        what: "an old file of Microsoft Office or Outlook",
        advice:
          "convert it first, as with `libreoffice --headless --convert-to docx` (.doc) or `msgconvert` (.msg)"
      )
    }
    if starts(Array("!BDN".utf8)) {
      return .unread(what: "a mail store of Outlook", advice: "convert it first, as with `readpst -o FOLDER`")
    }
    if starts(Array("BZh".utf8)) {
      return .unread(what: "compressed by bzip2", advice: "unpack it first, with `bunzip2`")
    }
    if starts([0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      return .unread(what: "compressed by xz", advice: "unpack it first, with `unxz`")
    }
    if starts([0x28, 0xB5, 0x2F, 0xFD]) {
      return .unread(what: "compressed by zstd", advice: "unpack it first, with `unzstd`")
    }
    if starts([0x37, 0x7A, 0xBC, 0xAF]) {
      return .unread(what: "a 7z archive", advice: "unpack it first, with `7z x`")
    }
    if starts(Array("%!PS".utf8)) {
      return .unread(what: "PostScript", advice: "convert it first, with `ps2pdf`")
    }
    if starts(Array("SQLite format 3".utf8)) {
      return .unread(what: "a database of SQLite", advice: "name it with --db, or leave it out")
    }
    if starts([0x7F, 0x45, 0x4C, 0x46]) { return .unread(what: "a program", advice: "leave it out") }
    return image(head)
  }

  private static func image(_ head: [UInt8]) -> FileFormat? {
    if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return .image("PNG") }
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .image("JPEG") }
    if head.starts(with: [0x49, 0x49, 0x2A, 0]) || head.starts(with: [0x4D, 0x4D, 0, 0x2A]) {
      return .image("TIFF")
    }
    if head.starts(with: Array("GIF8".utf8)) { return .image("GIF") }
    if head.starts(with: Array("RIFF".utf8)), head.count > 11, head[8..<12].elementsEqual("WEBP".utf8) {
      return .image("WebP")
    }
    return nil
  }

  /// Whether a file has PDF's mark with its version: at its start, or, as some programs write a few bytes before it, further down
  /// in what is no text.
  private static func isPDF(_ head: [UInt8]) -> Bool {
    let mark = Array("%PDF-".utf8)
    let start = head.prefix(1024)
    for index in start.indices where start[index...].starts(with: mark) {
      let version = start[(index + mark.count)...].prefix(2)
      let isVersion =
        version.count == 2 && version.first.map { (48...57).contains($0) } == true && version.last == 0x2E
      return isVersion && (index == 0 || head.contains { $0 < 9 || $0 >= 0x80 })
    }
    return false
  }

  static func contains(_ word: [UInt8], in bytes: some Collection<UInt8>) -> Bool {
    var rest = bytes[...]
    while rest.count >= word.count {
      if rest.starts(with: word) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// Whether a text is a page: it starts with a doctype, `<html` or another element of pages, after white space and comments.
  private static func isHTML(_ head: [UInt8]) -> Bool {
    var text = head.map { (65...90).contains($0) ? $0 | 32 : $0 }[...]
    // UTF-16 has a zero in every second byte.
    if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) || text.contains(0) {
      text = text.filter { $0 != 0 && $0 < 0x80 }[...]
    }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    var isXML = false
    while true {
      text = text.drop { $0 <= 32 }
      if text.starts(with: "<?xml".utf8) {
        isXML = true
        text = after("?>", in: text)
      } else if text.starts(with: "<!--".utf8) {
        text = after("-->", in: text)
      } else {
        break
      }
    }
    if text.starts(with: "<!doctype html".utf8) || text.starts(with: "<html".utf8) { return true }
    if isXML { return contains(Array("<html".utf8), in: text.prefix(1024)) }
    let starts = [
      "<head", "<body", "<div", "<p>", "<p ", "<h1", "<h2", "<title", "<meta", "<article", "<main", "<table",
      "<section", "<span", "<ul", "<ol",
    ]
    guard starts.contains(where: { text.starts(with: $0.utf8) }) else { return false }
    return contains(Array("</".utf8), in: text)
  }

  private static func after(_ mark: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = text
    while !rest.isEmpty, !rest.starts(with: mark.utf8) { rest = rest.dropFirst() }
    return rest.dropFirst(mark.utf8.count)
  }
}

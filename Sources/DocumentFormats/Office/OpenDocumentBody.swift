internal import Layout

/// Makes passages of the paragraphs, lists, tables and notes of an ODT file.
final class OpenDocumentBody: XMLReceiver {
  private struct Open {
    var passage: Passage
    /// Notes and comments that stand in it.
    var following: [Passage] = []
    var isPageBroken = false
  }

  private let styles: OpenDocumentStyles
  private var passages: [Passage] = []
  private var open: [Open] = []
  private var table = TableRows()
  private var skipped = 0
  private var lists = 0
  private var isContents = 0
  /// The notes that are open: each with its kind, and how many paragraphs were open when it began.
  private var notes: [(kind: StretchKind, depth: Int)] = []
  private var page = 1

  init(styles: OpenDocumentStyles) { self.styles = styles }

  func finished() -> [Passage] {
    guard page > 1, !passages.isEmpty else { return passages }
    var passages = passages
    passages[0].pages.insert(PageMark(number: 1, start: 0), at: 0)
    return passages
  }

  private static let part = 0

  func start(_ element: XMLElement) {
    if skipped > 0 {
      skipped += 1
      return
    }
    switch element.name {
    case "tracked-changes", "note-citation", "automatic-styles", "scripts", "forms", "creator", "date",
      "sender-initials", "bookmark", "desc", "object", "binary-data", "font-face-decls":
      skipped = 1
    case "p", "h": startParagraph(element)
    case "list": lists += 1
    case "table-of-content", "alphabetical-index", "illustration-index", "table-index", "bibliography":
      isContents += 1
    case "note-body": notes.append((.footnote, open.count))
    case "annotation": notes.append((.comment, open.count))
    case "table" where element.space.contains("table"): table.startTable()
    case "table-row": table.startRow()
    case "table-cell", "covered-table-cell": table.startCell()
    case "s": addSpace(at: element.source)
    case "tab": addSpace(at: element.source)
    case "line-break":
      if !open.isEmpty {
        open[open.count - 1].passage.addLineEnd(at: .bytes(part: Self.part, element.source))
      }
    case "soft-page-break":
      page += 1
      if !open.isEmpty { open[open.count - 1].isPageBroken = true } else { isPageBroken = true }
    default: break
    }
  }

  /// Whether a page starts between two paragraphs.
  private var isPageBroken = false

  private func startParagraph(_ element: XMLElement) {
    var kind: StretchKind = .body
    if let note = notes.last, note.depth <= open.count {
      kind = note.kind
    } else if element.name == "h" {
      kind = .heading
    } else if isContents > 0 {
      kind = .navigation
    } else if let styled = styles.kind(of: element.attributes["style-name"] ?? "") {
      kind = styled
    } else if lists > 0 {
      kind = .list
    }
    open.append(Open(passage: Passage(kind: kind), isPageBroken: isPageBroken))
    isPageBroken = false
  }

  private func addSpace(at source: Range<Int>) {
    if !open.isEmpty { open[open.count - 1].passage.addSpace(at: .bytes(part: Self.part, source)) }
  }

  func end(_ name: String, space: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    switch name {
    case "p", "h": endParagraph()
    case "list": lists = max(0, lists - 1)
    case "table-of-content", "alphabetical-index", "illustration-index", "table-index", "bibliography":
      isContents = max(0, isContents - 1)
    case "note-body", "annotation": _ = notes.popLast()
    case "table" where space.contains("table"): passages += table.endTable()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, source: Range<Int>) {
    guard skipped == 0, !open.isEmpty else { return }
    let last = open.count - 1
    if open[last].isPageBroken, !bytes.allSatisfy({ $0 <= 32 }) {
      open[last].isPageBroken = false
      open[last].passage.addPage(page, label: nil)
    }
    open[last].passage.addRunning(bytes, part: Self.part, source: source)
  }

  private func endParagraph() {
    guard let ended = open.popLast() else { return }
    if ended.isPageBroken { isPageBroken = true }
    if notes.last != nil, !open.isEmpty {
      if !ended.passage.isBlank { open[open.count - 1].following.append(ended.passage) }
      return
    }
    if table.isOpen {
      if !ended.passage.isBlank { table.add(ended.passage, following: ended.following) }
    } else {
      if !ended.passage.isBlank { passages.append(ended.passage) }
      passages += ended.following
    }
  }
}

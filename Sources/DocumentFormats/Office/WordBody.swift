internal import Layout

/// Makes passages of the paragraphs, tables and notes of one part of a DOCX file.
final class WordBody: XMLReceiver {
  enum NoteKind: Hashable { case footnote, endnote, comment }
  struct NoteKey: Hashable {
    var kind: NoteKind
    var identifier: String
  }

  /// The notes that the paragraphs refer to.
  var knownNotes: [NoteKey: [Passage]] = [:]
  /// The notes that this part holds.
  private(set) var notes: [NoteKey: [Passage]] = [:]

  private let part: Int
  private let styles: WordStyles
  private let noteKind: NoteKind?
  private var passages: [Passage] = []
  /// The open paragraphs: one in a text box is inside of another.
  private var open: [Open] = []
  private var table = TableRows()
  /// How many open elements there are since one whose content is not read.
  private var skipped = 0
  private var isText = false
  private var page = 1
  private var hasPages = false
  private var note: (key: NoteKey, first: Int)?

  private struct Open {
    var passage: Passage
    var isStyled = false
    var references: [NoteKey] = []
    /// Pages that start with the next character.
    var isPageBroken = false
  }

  init(part: Int, styles: WordStyles, notesOf noteKind: NoteKind? = nil) {
    self.part = part
    self.styles = styles
    self.noteKind = noteKind
  }

  /// The passages, in the order of the text.
  func finished() -> [Passage] {
    guard hasPages else { return passages }
    var passages = passages
    if let first = passages.indices.first {
      passages[first].pages.insert(PageMark(number: 1, start: 0), at: 0)
    }
    return passages
  }

  func start(_ element: XMLElement) {
    if skipped > 0 {
      skipped += 1
      return
    }
    let isWord = element.space.contains("wordprocessingml")
    if !isWord {
      if element.name == "Fallback" { skipped = 1 }
      return
    }
    switch element.name {
    case "del", "moveFrom", "delText", "instrText", "delInstrText": skipped = 1
    case "footnote", "endnote", "comment":
      if let type = element.attributes["type"], type != "normal" { skipped = 1 } else { startNote(element) }
    case "p": open.append(Open(passage: Passage(kind: noteKind == nil ? .body : noteStretch)))
    case "t": isText = true
    case "tbl": table.startTable()
    case "tr": table.startRow()
    case "tc": table.startCell()
    default: startInParagraph(element)
    }
  }

  private func startInParagraph(_ element: XMLElement) {
    guard !open.isEmpty else { return }
    let last = open.count - 1
    let place = SourceMap.Place.bytes(part: part, element.source)
    switch element.name {
    case "pStyle":
      if let kind = styles.kind(of: element.attributes["val"] ?? ""), noteKind == nil {
        open[last].passage.kind = kind
        open[last].isStyled = kind != .list
      }
    case "numPr": if !open[last].isStyled, noteKind == nil { open[last].passage.kind = .list }
    case "outlineLvl": if element.attributes["val"] != "9" { open[last].passage.kind = .heading }
    case "tab", "ptab": open[last].passage.addSpace(at: place)
    case "br", "cr":
      if element.attributes["type"] == "page" { breakPage(isRendered: false) }
      open[last].passage.addLineEnd(at: place)
    case "noBreakHyphen": open[last].passage.add([0x2D], at: place, isVerbatim: false)
    case "lastRenderedPageBreak": breakPage(isRendered: true)
    case "footnoteReference", "endnoteReference", "commentReference":
      let kind: NoteKind =
        element.name.hasPrefix("foot") ? .footnote : element.name.hasPrefix("end") ? .endnote : .comment
      if let identifier = element.attributes["id"] {
        open[last].references.append(NoteKey(kind: kind, identifier: identifier))
      }
    default: break
    }
  }

  func end(_ name: String, space: String) {
    if skipped > 0 {
      skipped -= 1
      return
    }
    guard space.contains("wordprocessingml") else { return }
    switch name {
    case "p": endParagraph()
    case "t": isText = false
    case "tbl": passages += table.endTable()
    case "tr": table.endRow()
    case "tc": table.endCell()
    case "footnote", "endnote", "comment":
      if let note {
        notes[note.key] = Array(passages[note.first...])
        passages.removeSubrange(note.first...)
      }
      note = nil
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, source: Range<Int>) {
    guard skipped == 0, isText, !open.isEmpty else { return }
    let last = open.count - 1
    if open[last].isPageBroken, !bytes.allSatisfy({ $0 <= 32 }) {
      open[last].isPageBroken = false
      open[last].passage.addPage(page, label: nil)
    }
    open[last].passage.addRunning(bytes, part: part, source: source)
  }

  private var noteStretch: StretchKind { noteKind == .comment ? .comment : .footnote }

  private func startNote(_ element: XMLElement) {
    guard let noteKind, let identifier = element.attributes["id"] else { return }
    note = (NoteKey(kind: noteKind, identifier: identifier), passages.count)
  }

  /// Only what the program wrote of the pages it laid out tells them; a page break alone leaves the pages between unknown.
  private func breakPage(isRendered: Bool) {
    guard isRendered, noteKind == nil, part == 0 else { return }
    hasPages = true
    page += 1
    if !open.isEmpty { open[open.count - 1].isPageBroken = true }
  }

  private func endParagraph() {
    guard let ended = open.popLast() else { return }
    if ended.isPageBroken, !open.isEmpty { open[open.count - 1].isPageBroken = true }
    var following: [Passage] = []
    for reference in ended.references { following += knownNotes.removeValue(forKey: reference) ?? [] }
    guard !ended.passage.isBlank else {
      passages += following
      return
    }
    if table.isOpen {
      table.add(ended.passage, following: following)
    } else {
      passages.append(ended.passage)
      passages += following
    }
  }
}

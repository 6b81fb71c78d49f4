internal import Layout

/// Collects the blocks of a page.
struct HTMLCollector {
  private(set) var metadata = HTMLMetadata()
  private let source: TracedBytes
  private let part: Int
  private var blocks: [HTMLBlock] = []
  private var block: HTMLBlock?
  private var path: [Element] = []
  private var links = 0
  private var tables: [(number: Int, row: Int, column: Int)] = []
  private var tableCount = 0
  private var articles = 0
  private var pendingPage: (number: Int, label: String?)?
  private var pageCount = 0

  private struct Element {
    var name: String
    var isAside: Bool
    var isMain: Bool
    var kind: StretchKind?
    var isPreformatted: Bool
    var isParagraph: Bool
  }

  init(source: TracedBytes, part: Int) {
    self.source = source
    self.part = part
  }

  /// The blocks, in the order of the page.
  mutating func finished() -> [HTMLBlock] {
    endBlock()
    // A page of several articles, such as a list of news, has no main one.
    if articles > 1, !hasMain {
      for index in blocks.indices { blocks[index].isMain = false }
    }
    return blocks
  }

  private var hasMain = false

  mutating func read(_ event: HTMLTree.Event) -> Bool {
    switch event {
    case .start(let name, let attributes, let tag): return start(name, attributes, tag)
    case .end(let name, let tag):
      end(name, tag)
      return true
    case .text(let text, let range):
      if metadata.isOpen { metadata.add(text) } else { add(text, range) }
      return true
    }
  }

  private mutating func start(_ name: String, _ attributes: [String: String], _ tag: Range<Int>) -> Bool {
    metadata.start(name, attributes)
    if name == "head" || metadata.isOpen {
      path.append(
        Element(name: name, isAside: true, isMain: false, isPreformatted: false, isParagraph: false))
      return true
    }
    if HTMLElements.unseen.contains(name) { return false }
    markPage(name, attributes)
    switch name {
    case "br":
      let here = place(tag)
      block?.passage.addLineEnd(at: here)
      return false
    case "img", "input", "hr", "meta", "link", "wbr", "area", "embed", "source", "col":
      if name == "hr" { endBlock() }
      return false
    default: break
    }
    let outer = path.last
    if HTMLElements.blocks.contains(name) { endBlock() }
    if name == "article" { articles += outer?.isMain == true ? 0 : 1 }
    let isMain = name == "main" || attributes["role"] == "main" || attributes["itemprop"] == "articleBody"
    if isMain { hasMain = true }
    let isHeaderOfPage = name == "header" && outer?.isMain != true
    path.append(
      Element(
        name: name,
        isAside: outer?.isAside == true || isHeaderOfPage || HTMLElements.isAside(name, attributes),
        isMain: outer?.isMain == true || isMain || name == "article",
        kind: HTMLElements.kind(name, attributes) ?? outer?.kind,
        isPreformatted: outer?.isPreformatted == true || name == "pre",
        isParagraph: HTMLElements.paragraphs.contains(name)
          || outer?.isParagraph == true && !HTMLElements.blocks.contains(name)))
    switch name {
    case "a": links += 1
    case "table":
      tableCount += 1
      tables.append((tableCount, 0, 0))
    case "tr":
      if !tables.isEmpty {
        tables[tables.count - 1].row += 1
        tables[tables.count - 1].column = 0
      }
    case "td", "th": if !tables.isEmpty { tables[tables.count - 1].column += 1 }
    default: break
    }
    return true
  }

  private mutating func end(_ name: String, _ tag: Range<Int>) {
    metadata.end(name)
    if HTMLElements.blocks.contains(name) { endBlock() }
    if name == "a" { links = max(0, links - 1) }
    if name == "table" { _ = tables.popLast() }
    if let last = path.last, last.name == name { path.removeLast() }
  }

  /// Books in EPUB mark where the pages of their printed edition start.
  private mutating func markPage(_ name: String, _ attributes: [String: String]) {
    let type = "\(attributes["epub:type"] ?? "") \(attributes["role"] ?? "")"
    guard type.contains("pagebreak") else { return }
    pageCount += 1
    let label = attributes["title"] ?? attributes["aria-label"]
    pendingPage = (pageCount, label)
  }

  private func place(_ range: Range<Int>) -> SourceMap.Place {
    .bytes(part: part, source.source(of: range))
  }

  private mutating func endBlock() {
    guard let ended = block else { return }
    block = nil
    if !ended.passage.isBlank { blocks.append(ended) }
  }

  private mutating func openBlock(at range: Range<Int>) {
    guard block == nil else { return }
    let element = path.last
    let kind = element?.kind ?? .body
    var passage = Passage(kind: kind)
    if kind == .list {
      passage.add([0xE2, 0x80, 0xA2], at: place(range), isVerbatim: false)
      passage.addSpace(at: place(range))
      passage.isTight = true
    }
    block = HTMLBlock(
      passage: passage, isAside: element?.isAside == true, isMain: element?.isMain == true,
      isParagraph: element?.isParagraph == true,
      cell: tables.count == 1 ? tables.last.map { ($0.number, $0.row, $0.column) } : nil)
  }

  private mutating func add(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    guard !range.isEmpty || !text.isEmpty else { return }
    let isBlank = text.allSatisfy { $0 <= 32 }
    if isBlank, block == nil { return }
    openBlock(at: range)
    let isPreformatted = path.last?.isPreformatted == true
    if let page = pendingPage, !isBlank {
      block?.passage.addPage(page.number, label: page.label)
      pendingPage = nil
    }
    let before = block?.passage.text.count ?? 0
    source.bytes[range].withUnsafeBufferPointer { original in
      EntityAlignment.align(text, original) { piece, bytes in
        let inSource = range.lowerBound + bytes.lowerBound..<range.lowerBound + bytes.upperBound
        add(text[piece], inSource, isPreformatted: isPreformatted)
      }
    }
    let added = (block?.passage.text.count ?? 0) - before
    if links > 0 { block?.linkBytes += added }
  }

  /// Adds a piece of text that stands for bytes of the page, which may stand for others in the file.
  private mutating func add(
    _ text: Slice<UnsafeBufferPointer<UInt8>>, _ range: Range<Int>, isPreformatted: Bool
  ) {
    let isVerbatim = text.count == range.count && source.isVerbatim(range)
    guard isPreformatted else {
      if isVerbatim || text.count != range.count {
        block?.passage.addRunning(
          text, part: part, source: source.source(of: range), mayBeVerbatim: isVerbatim)
        return
      }
      for piece in source.pieces(of: range) {
        let start = text.startIndex + piece.range.lowerBound - range.lowerBound
        block?.passage.addRunning(
          text[start..<start + piece.range.count], part: part,
          source: piece.source, mayBeVerbatim: piece.isVerbatim)
      }
      return
    }
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 10) ?? text.endIndex
      let inRange =
        text.count == range.count
        ? range.lowerBound + start - text.startIndex..<range.lowerBound + end - text.startIndex : range
      let inSource = source.source(of: inRange)
      block?.passage.add(
        text[start..<end], at: .bytes(part: part, inSource), isVerbatim: isVerbatim)
      if end < text.endIndex { block?.passage.addLineEnd(at: .bytes(part: part, inSource)) }
      start = end < text.endIndex ? end + 1 : end
    }
  }
}

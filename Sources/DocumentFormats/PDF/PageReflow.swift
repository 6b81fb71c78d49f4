internal import Layout

/// Makes passages of the lines of pages: paragraphs go on over lines, columns and pages, and what is no running text is marked.
struct PageReflow {
  private let pages: [PageLayout]
  private let margins: PageMargins
  private let hyphens: HyphenJoining
  /// The height of most letters.
  private let bodyHeight: Int

  private var found: [Passage] = []
  /// The paragraph that the next line may go on with, by its index, with its last line.
  private var open: (passage: Int, last: PageLine, right: Int, left: Int)?
  /// Whether the heading that is open is one by the size of its letters, and so goes on while they do.
  private var isLargeHeadingOpen = false
  private var pendingPages: [PageMark] = []
  /// The markers of the footnotes of the page.
  private var markers: Set<String> = []

  init(pages: [PageLayout], isWord: @escaping @Sendable (String) -> Bool) {
    self.pages = pages
    margins = PageMargins(pages)
    hyphens = HyphenJoining(pages: pages, isWord: isWord)
    bodyHeight = Self.commonHeight(of: pages)
  }

  /// The passages in the order of reading.
  func passages() -> [Passage] {
    var state = self
    for index in pages.indices { state.read(index) }
    if !state.pendingPages.isEmpty {
      var last = Passage(kind: .body)
      last.pages = state.pendingPages
      state.found.append(last)
    }
    return state.found
  }

  private static func commonHeight(of pages: [PageLayout]) -> Int {
    var lengths: [Int: Int] = [:]
    for page in pages { for line in page.lines { lengths[line.height, default: 0] += line.length } }
    return lengths.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 100
  }

  // MARK: Pages

  private mutating func read(_ index: Int) {
    let page = pages[index]
    pendingPages.append(
      PageMark(number: page.number, label: margins.labels[index], start: 0, recognition: page.recognition))
    let heads = Set(page.lines.indices.filter { margins.headers.contains(.init(page: index, line: $0)) })
    let feet = Set(page.lines.indices.filter { margins.footers.contains(.init(page: index, line: $0)) })
    let tables = PageTables(page, except: heads.union(feet))
    let notes = PageFootnotes(page, bodyHeight: bodyHeight, except: heads.union(feet).union(tables.lines))
    markers = notes.markers
    if !heads.isEmpty {
      addAside(page.lines.enumerated().filter { heads.contains($0.offset) }.map(\.element), .header, page)
    }
    let aside = heads.union(feet).union(notes.lines)
    var pendingTables = tables.tables[...]
    var body: [(number: Int, line: PageLine)] = []
    for (number, line) in page.lines.enumerated() where !aside.contains(number) {
      if line.isUpright { body.append((number, line)) } else { addAside([line], .metadata, page) }
    }
    for column in PageOrder(body).columns {
      var lines: [PageLine] = []
      for (number, line) in column.lines {
        guard tables.lines.contains(number) else {
          lines.append(line)
          continue
        }
        read(lines, on: page)
        lines = []
        if let table = pendingTables.first(where: { $0.contains { $0.lines.contains(number) } }) {
          addTable(table, on: page)
          pendingTables = pendingTables.filter { $0.first?.top != table.first?.top }[...]
        }
      }
      read(lines, on: page)
    }
    // A paragraph that goes on over the end of the page is one passage, which its notes and its foot follow.
    for note in notes.notes { addAside(note, .footnote, page) }
    if !feet.isEmpty {
      addAside(page.lines.enumerated().filter { feet.contains($0.offset) }.map(\.element), .footer, page)
    }
  }

  private mutating func addAside(_ lines: [PageLine], _ kind: StretchKind, _ page: PageLayout) {
    append(passage(lines, kind, page))
  }

  private mutating func addTable(_ rows: [PageTables.Row], on page: PageLayout) {
    for (index, row) in rows.enumerated() {
      let cells = row.cells.map { [passage([$0], .table, page)] }
      if let joined = TableRows.joined(cells, isTight: index > 0) { append(joined) }
    }
  }

  private mutating func append(_ passage: Passage) {
    guard !passage.isEmpty else { return }
    var passage = passage
    if !pendingPages.isEmpty {
      passage.pages = pendingPages + passage.pages
      pendingPages = []
    }
    found.append(passage)
  }

  // MARK: Lines

  private mutating func read(_ pieces: [PageLine], on page: PageLayout) {
    let lines = PageRows.joined(pieces)
    let pitch = Self.commonPitch(of: lines)
    let contents = ContentsLines.numbers(in: lines)
    let edges = Self.edges(of: lines, pitch: pitch)
    for (index, line) in lines.enumerated() {
      let (left, right) = (edges[index].left, edges[index].right)
      if contents.contains(index) {
        var entry = passage([line], .navigation, page)
        entry.isTight = contents.contains(index - 1)
        append(entry)
        open = nil
        continue
      }
      let previous = index > 0 ? lines[index - 1] : nil
      if goesOn(
        line, after: previous, left: left, right: right, pitch: pitch,
        next: index + 1 < lines.count ? lines[index + 1] : nil)
      {
        extend(with: line, on: page)
      } else {
        start(with: line, isAlone: isAlone(index, lines, pitch), on: page)
      }
      if let passage = open?.passage { open = (passage, line, right, left) }
    }
  }

  /// Whether a line stands apart from those above and below it.
  private func isAlone(_ index: Int, _ lines: [PageLine], _ pitch: Int) -> Bool {
    func isApart(_ other: Int) -> Bool {
      guard lines.indices.contains(other) else { return true }
      return abs(lines[other].middle - lines[index].middle) * 4 > pitch * 5
    }
    return isApart(index - 1) && isApart(index + 1) && lines.count > 1
  }

  /// The edges of the lines that stand together with each line: a running head or a figure may be wider than they are.
  private static func edges(of lines: [PageLine], pitch: Int) -> [(left: Int, right: Int)] {
    var edges: [(left: Int, right: Int)] = []
    var start = 0
    for index in lines.indices {
      let isLast = index + 1 == lines.count
      guard isLast || lines[index + 1].middle - lines[index].middle > max(pitch, 1) * 5 / 2 else { continue }
      let group = lines[start...index]
      let edge = (group.map(\.box.left).min() ?? 0, group.map(\.box.right).max() ?? 0)
      edges += Array(repeating: edge, count: group.count)
      start = index + 1
    }
    return edges
  }

  private static func commonPitch(of lines: [PageLine]) -> Int {
    let pitches = zip(lines, lines.dropFirst()).map { $1.middle - $0.middle }.filter { $0 > 0 }.sorted()
    return pitches.isEmpty ? 0 : pitches[pitches.count / 2]
  }

  /// Whether a line goes on with the paragraph that is open.
  private func goesOn(
    _ line: PageLine, after previous: PageLine?, left: Int, right: Int, pitch: Int, next: PageLine?
  ) -> Bool {
    guard let open, found.indices.contains(open.passage) else { return false }
    let kind = found[open.passage].kind
    let before = open.last
    let isSameSize = abs(line.height - before.height) * 8 <= max(line.height, before.height)
    guard isSameSize else { return false }
    let text = found[open.passage].text
    if HyphenJoining.hyphenLength(before.words.last?.text ?? []) > 0,
      kind == .body || kind == .list || previous != nil
    {
      return LineForm.startsLetter(line)
    }
    let startsItem = LineForm.startsItem(line)
    let ends = LineForm.endsSentence(text)
    if let previous {
      let isLarge = kind == .heading && isLargeHeadingOpen
      let widest = max(pitch, isLarge ? line.height * 5 / 4 : 0) * 3 / 2
      if line.middle - previous.middle > widest, pitch > 0 { return false }
      if startsItem { return false }
      let indent = line.box.left - left
      let step = line.height * 3 / 4
      // The first line of a paragraph stands further in than those around it.
      if indent > step, previous.box.left - left <= step / 2,
        next.map({ $0.box.left - left <= step / 2 }) ?? true, kind != .list
      {
        return false
      }
      if kind == .heading { return isLarge && isLargeHeading(line) }
      // Lines of a ragged column end before its widest one: where no sentence ends, more room tells that the end was meant.
      let edge = ends ? right : right - line.height * 2
      if fits(line, after: previous, right: edge), ends || !LineForm.startsSmall(line) { return false }
      return true
    }
    // Over blocks, columns and pages.
    guard kind == .body || kind == .list, !startsItem, !ends else { return false }
    if LineForm.startsSmall(line) { return true }
    let isFull = (before.box.right - open.left) * 4 >= (open.right - open.left) * 3
    return isFull && open.right - open.left > line.height * 12
      && line.box.left - left <= line.height / 2 && !LineForm.looksLikeHeading(line, alone: false)
  }

  /// Whether the first word of a line would have had room at the end of the one before: then the end was meant.
  private func fits(_ line: PageLine, after previous: PageLine, right: Int) -> Bool {
    guard let word = line.words.first else { return true }
    return previous.box.right + (word.box.right - word.box.left) + line.height / 2 < right
  }

  private mutating func start(with line: PageLine, isAlone: Bool, on page: PageLayout) {
    let kind = kind(of: line, isAlone: isAlone)
    isLargeHeadingOpen = kind == .heading && isLargeHeading(line)
    append(Passage(kind: kind, first: line, on: page, markers: markers))
    open = (found.count - 1, line, line.box.right, line.box.left)
  }

  private func kind(of line: PageLine, isAlone: Bool) -> StretchKind {
    if isLargeHeading(line), !LineForm.startsCaption(line) { return .heading }
    if LineForm.startsItem(line) { return .list }
    if LineForm.startsCaption(line) { return .caption }
    let ends = LineForm.endsSentence(line.words.last?.text ?? [])
    if isAlone, !ends, LineForm.looksLikeHeading(line, alone: true) { return .heading }
    return .body
  }

  /// Whether a line of few words is written in larger letters than the running text.
  private func isLargeHeading(_ line: PageLine) -> Bool {
    line.height * 100 >= bodyHeight * 115 && line.words.count <= 20
      && !LineForm.endsSentence(line.words.last?.text ?? [])
      && !LineForm.isBullet(line.words.first?.text ?? [])
  }

  private mutating func extend(with line: PageLine, on page: PageLayout) {
    guard let open, found.indices.contains(open.passage) else { return }
    if !pendingPages.isEmpty {
      for mark in pendingPages {
        found[open.passage].pages.append(
          PageMark(
            number: mark.number, label: mark.label, start: found[open.passage].text.count + 1,
            recognition: mark.recognition))
      }
      pendingPages = []
    }
    found[open.passage].add(line, after: open.last, on: page, hyphens: hyphens, markers: markers)
  }

  private func passage(_ lines: [PageLine], _ kind: StretchKind, _ page: PageLayout) -> Passage {
    guard let first = lines.first else { return Passage(kind: kind) }
    var passage = Passage(kind: kind, first: first, on: page, markers: [])
    var last = first
    for line in lines.dropFirst() {
      passage.add(line, after: last, on: page, hyphens: hyphens, markers: [])
      last = line
    }
    return passage
  }
}

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
  /// The pages on which each passage stands, the first of which is where it starts.
  private var marks: [[PageMark]] = []
  /// The page that is being read.
  private var page = PageMark(number: 1, start: 0)
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
    state.placeMarks()
    return state.found
  }

  // MARK: Pages

  private mutating func read(_ index: Int) {
    let page = pages[index]
    self.page = mark(of: index)
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
    found.append(passage)
    marks.append([page])
  }

  private func mark(of index: Int) -> PageMark {
    PageMark(
      number: pages[index].number, label: margins.labels[index], start: 0,
      recognition: pages[index].recognition)
  }

  /// Says in each passage which pages start in it, pages without text included.
  ///
  /// A paragraph that goes on over the end of a page stands before that page's notes, which are then marked as of their page again.
  private mutating func placeMarks() {
    let withText = Set(marks.joined().map(\.number))
    var current: Int?
    var next = 0
    for index in found.indices {
      for (place, mark) in marks[index].enumerated() where place > 0 || mark.number != current {
        while next < pages.count, pages[next].number < mark.number {
          var blank = self.mark(of: next)
          blank.start = mark.start
          if !withText.contains(pages[next].number) { found[index].pages.append(blank) }
          next += 1
        }
        found[index].pages.append(mark)
        current = mark.number
      }
    }
    var last = Passage(kind: .body)
    last.pages = pages.indices.dropFirst(next).filter { !withText.contains(pages[$0].number) }.map {
      mark(of: $0)
    }
    if !last.pages.isEmpty { found.append(last) }
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
      if !isLarge, indent > step, previous.box.left - left <= step / 2,
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
    if marks[open.passage].last?.number != self.page.number {
      var mark = self.page
      mark.start = found[open.passage].text.count + 1
      marks[open.passage].append(mark)
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

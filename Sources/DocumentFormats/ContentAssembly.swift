internal import Layout

/// Makes a document's text and map of its passages.
struct ContentAssembly {
  private var text: [UInt8] = []
  private var runs: [SourceMap.Run] = []
  private var stretches: [TextStretch] = []
  private var pages: [PageMark] = []
  private var previous: StretchKind?

  init(_ passages: [Passage]) {
    for passage in passages { add(passage) }
  }

  /// The document.
  func content(
    parts: [String], metadata: DocumentMetadata = DocumentMetadata(), reader: String, notes: [String] = []
  ) -> DocumentContent {
    var text = text
    var runs = runs
    if !text.isEmpty, let last = runs.last {
      runs.append(SourceMap.Run(start: text.count, place: Self.end(of: last.place), isVerbatim: false))
      text.append(10)
    }
    return DocumentContent(
      text: text, layout: TextLayout(stretches),
      map: SourceMap(parts: parts, runs: runs, length: text.count), pages: pages, metadata: metadata,
      reader: reader, notes: notes)
  }

  private mutating func add(_ passage: Passage) {
    guard !passage.isEmpty, let first = passage.runs.first else {
      for page in passage.pages { add(page, at: text.count) }
      return
    }
    if !text.isEmpty {
      // What is between two passages stands for the end of the first, or for the start of the second where that is nothing.
      let place = runs.last?.place ?? first.place
      runs.append(SourceMap.Run(start: text.count, place: Self.end(of: place), isVerbatim: false))
      text += passage.isTight && previous == passage.kind ? [10] : [10, 10]
    }
    let start = text.count
    for page in passage.pages { add(page, at: start + min(page.start, passage.text.count)) }
    for var run in passage.runs {
      run.start += start
      runs.append(run)
    }
    text += passage.text
    // What is running text may hold more than its file tells, as a plain text does; the finder of that looks at what is left open.
    if passage.kind != .body || passage.speaker != nil {
      stretches.append(
        TextStretch(range: start..<text.count, kind: passage.kind, speaker: passage.speaker))
    }
    previous = passage.kind
  }

  private mutating func add(_ page: PageMark, at start: Int) {
    var page = page
    page.start = start
    pages.append(page)
  }

  private static func end(of place: SourceMap.Place) -> SourceMap.Place {
    guard case .bytes(let part, let range) = place, !range.isEmpty else { return place }
    return .bytes(part: part, range.upperBound - 1..<range.upperBound)
  }
}

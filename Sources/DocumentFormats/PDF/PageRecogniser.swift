internal import ChildProcess
internal import Layout

/// Recognises the words of scanned pages by tesseract.
struct PageRecogniser {
  private let recogniser: String
  private let painter: String?

  /// - Throws: `FormatError.missingProgram`, with the package to install.
  init() throws(FormatError) {
    guard let recogniser = ChildProcess.find("tesseract") else {
      throw FormatError(
        .missingProgram, "scanned pages need tesseract: install it (Debian: apt-get install tesseract-ocr)")
    }
    self.recogniser = recogniser
    painter = ChildProcess.find("pdftoppm")
  }

  private static let dotsPerInch = 300
  /// A picture of a page may have so many bytes.
  private static let largestPicture = 200 << 20

  /// A page of a PDF with the words that are recognised on it; nil where none is.
  func page(_ number: Int, of document: [UInt8], like page: PageLayout) throws(FormatError) -> PageLayout? {
    guard let painter else {
      throw FormatError(
        .missingProgram,
        "scanned pages need pdftoppm: install poppler-utils (Debian: apt-get install poppler-utils)")
    }
    var picture: [UInt8] = []
    let ending = try run(
      painter, ["-r", "\(Self.dotsPerInch)", "-gray", "-f", "\(number)", "-l", "\(number)", "-"], document
    ) { picture += $0 }
    guard ending.status == 0, !picture.isEmpty else { return nil }
    return try self.page(number, picture: picture, dotsPerInch: Self.dotsPerInch, like: page)
  }

  /// A page with the words that are recognised in a picture; nil where none is.
  func page(
    _ number: Int, picture: [UInt8], dotsPerInch: Int, like page: PageLayout
  ) throws(FormatError) -> PageLayout? {
    var output: [UInt8] = []
    let ending = try run(recogniser, ["stdin", "stdout", "--dpi", "\(dotsPerInch)", "tsv"], picture) {
      output += $0
    }
    guard ending.status == 0 else { return nil }
    return Self.page(number, table: output, dotsPerInch: dotsPerInch, like: page)
  }

  /// Reads tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, confidence, text.
  static func page(_ number: Int, table: [UInt8], dotsPerInch: Int, like page: PageLayout) -> PageLayout? {
    var result = PageLayout(number: number, width: page.width, height: page.height)
    var lines: [(block: Int, key: String, words: [PageWord])] = []
    var sureness = 0.0
    var count = 0
    for row in table.split(separator: 10).dropFirst() {
      let cells = row.split(separator: 9, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard cells.count >= 12, cells[0] == "5", let block = Int(cells[2]), let left = Int(cells[6]),
        let top = Int(cells[7]),
        let width = Int(cells[8]), let height = Int(cells[9]), let sure = Double(cells[10]), sure.isFinite,
        [left, top, width, height].allSatisfy({ (0...1_000_000).contains($0) })
      else { continue }
      let text = MetadataText.plain(cells[11])
      guard !text.isEmpty else { continue }
      func points(_ dots: Int) -> Int { dots * 720 / max(1, dotsPerInch) }
      let word = PageWord(
        text: Array(text.utf8),
        box: SourceMap.Box(
          left: points(left), top: points(top), right: points(left + width), bottom: points(top + height)))
      let key = "\(cells[2]).\(cells[3]).\(cells[4])"
      if lines.last?.key == key {
        lines[lines.count - 1].words.append(word)
      } else {
        lines.append((block, key, [word]))
      }
      sureness += min(100, max(0, sure))
      count += 1
    }
    for (line, words) in zip(lines, Self.level(lines.map(\.words))) {
      guard let made = PageLine(words) else { continue }
      if result.blocks.last?.flow == line.block {
        result.blocks[result.blocks.count - 1].lines.append(made)
      } else {
        result.blocks.append(PageBlock(lines: [made], flow: line.block))
      }
    }
    guard count > 0 else { return nil }
    result.recognition = sureness / Double(count) / 100
    return result
  }

  /// Lines whose words are as high as most lines are.
  ///
  /// A recogniser draws boxes around the ink, so that a line without long letters would seem to be of smaller ones.
  private static func level(_ lines: [[PageWord]]) -> [[PageWord]] {
    let boxes = lines.compactMap { PageLine($0)?.box }
    let heights = boxes.map { $0.bottom - $0.top }.sorted()
    guard boxes.count == lines.count, !heights.isEmpty else { return lines }
    let common = heights[heights.count / 2]
    return zip(lines, boxes).map { words, box in
      let height = box.bottom - box.top
      guard height * 4 >= common * 2, height * 4 <= common * 5 else { return words }
      let bottom = max(box.bottom, box.top + common)
      return words.map { word in
        var word = word
        word.box.top = box.top
        word.box.bottom = bottom
        return word
      }
    }
  }

  private func run(
    _ program: String, _ arguments: [String], _ input: [UInt8],
    _ consume: (ArraySlice<UInt8>) throws(ChildProcessError) -> Void
  ) throws(FormatError) -> ChildProcess.Ending {
    try PDFReader.run(program, arguments, input, consume)
  }
}

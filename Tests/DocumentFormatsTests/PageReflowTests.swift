import Foundation
import Layout
import Testing

@testable import DocumentFormats

/// Draws pages by their words, as pdftotext would tell of them.
private struct Drawing {
  private(set) var pages: [PageLayout] = []

  mutating func page() { pages.append(PageLayout(number: pages.count + 1, width: 6000, height: 8400)) }

  /// A line from a place on, in tenths of a point; a letter is half as wide as it is high.
  mutating func line(_ text: String, _ left: Int, _ top: Int, height: Int = 100) {
    var x = left
    var words: [PageWord] = []
    for word in text.split(separator: " ") {
      let width = word.count * height / 2
      words.append(
        PageWord(
          text: Array(word.utf8),
          box: SourceMap.Box(left: x, top: top, right: x + width, bottom: top + height)))
      x += width + height / 3
    }
    guard let line = PageLine(words), !pages.isEmpty else { return }
    pages[pages.count - 1].blocks.append(PageBlock(lines: [line], flow: 1))
  }

  /// Lines below each other.
  mutating func lines(_ text: [String], _ left: Int, _ top: Int) {
    for (index, each) in text.enumerated() { line(each, left, top + index * 120) }
  }

  func passages(isWord: @escaping @Sendable (String) -> Bool = { _ in false }) -> [(StretchKind, String)] {
    PageReflow(pages: pages, isWord: isWord).passages().map {
      ($0.kind, String(decoding: $0.text, as: UTF8.self))
    }
  }

  func text(of kind: StretchKind) -> [String] { passages().filter { $0.0 == kind }.map(\.1) }
}

@Suite struct PageReflowTests {
  private static let prose = [
    "The envoys of the northern towns met for three days in the",
    "old hall of the river guild and signed the charter that",
    "their councils had prepared during the winter before.",
    "Nobody had thought that it would be so quick in the end,",
  ]

  @Test(arguments: [("1.2", "Programs and their owners"), ("4", "Results"), ("IV.", "The northern towns")])
  func aNumberAndItsHeadingAreOne(number: String, title: String) {
    var drawing = Drawing()
    drawing.page()
    drawing.lines(Self.prose, 600, 1000)
    drawing.line(number, 600, 1700, height: 140)
    drawing.line(title, 1100, 1700, height: 140)
    drawing.lines(Self.prose, 600, 1960)
    #expect(drawing.text(of: .heading) == ["\(number) \(title)"])
  }

  @Test(arguments: [true, false])
  func entriesOfContentsAreNoText(dots: Bool) {
    var drawing = Drawing()
    drawing.page()
    drawing.line("Contents", 600, 900, height: 160)
    let entries = [
      "The river", "The towns and their guilds", "What the winter brought", "The charter", "Afterwards",
    ]
    for (index, entry) in entries.enumerated() {
      let top = 1200 + index * 120
      // The first of them is a chapter, without dots.
      drawing.line("\(index + 1) " + entry + (index == 0 ? "" : " . . . . . . . . . . . ."), 600, top)
      drawing.line(dots ? "\(index * 3 + 1)" : "xi", 5000, top)
    }
    drawing.lines(Self.prose, 600, 2400)
    #expect(drawing.text(of: .navigation).count == entries.count)
    #expect(drawing.text(of: .body).joined(separator: " ") == Self.prose.joined(separator: " "))
  }

  @Test(arguments: [0, 5])
  func narrowColumnsOfProseAreNoTable(shift: Int) {
    let left = [
      "The envoys of the towns met", "for three days in the hall", "of the river guild. Nobody",
      "had thought that it would",
      "be so quick, and Anna was", "glad of it in the end.",
    ]
    let right = [
      "Later the councils agreed", "to send her to the south", "with salt and letters for",
      "the boats that waited there",
      "until the frost was over", "and the gates were open.",
    ]
    var drawing = Drawing()
    drawing.page()
    drawing.lines(left, 600, 1000)
    drawing.lines(right, 2600, 1000 + shift)
    #expect(drawing.text(of: .table).isEmpty)
    #expect(drawing.text(of: .body) == [left.joined(separator: " "), right.joined(separator: " ")])
  }

  @Test func cellsBesideEachOtherAreATable() {
    var drawing = Drawing()
    drawing.page()
    drawing.lines(Self.prose, 600, 600)
    drawing.lines(["Town", "Karstad", "Varmund", "Oslo"], 600, 1400)
    drawing.lines(["People in all", "4,200", "310", "700,000"], 2600, 1400)
    #expect(drawing.text(of: .table).count == 4)
  }

  @Test func aRunningHeadOfTwoEndsIsOneAlsoOnAPageAlone() {
    var drawing = Drawing()
    drawing.page()
    drawing.line("Northern Rivers Review", 600, 300)
    drawing.line("Volume 7", 2950, 300)
    drawing.lines(Self.prose, 600, 1000)
    #expect(drawing.text(of: .header) == ["Northern Rivers Review Volume 7"])
  }

  @Test func everySentenceAndNoteHasItsPageThoughParagraphsGoOnOverPages() throws {
    var drawing = Drawing()
    for number in 1...4 {
      drawing.page()
      drawing.line("Northern Rivers Review", 600, 300)
      // The third page is blank.
      if number != 3 {
        drawing.lines(
          [
            "Sentence \(number)a is the first of this page and of the",
            "paragraph. Sentence \(number)b goes on to the next page of",
          ], 600,
          1000)
        drawing.line("\(number) Note \(number)c is small.", 600, 7300, height: 70)
      }
      drawing.line("\(number + 20)", 2900, 7900)
    }
    let content = ContentAssembly(PageReflow(pages: drawing.pages, isWord: { _ in false }).passages())
      .content(parts: [""], reader: "pdf-2")
    for number in [1, 2, 4] {
      for part in ["Sentence \(number)a", "Sentence \(number)b", "Note \(number)c"] {
        let offset = try #require(content.offset(of: part))
        #expect(content.page(at: offset)?.number == number, "\(part)")
        #expect(content.page(at: offset)?.label == String(number + 20))
      }
    }
    #expect(Set(content.pages.map(\.number)) == [1, 2, 3, 4])
    #expect(content.pages.map(\.start) == content.pages.map(\.start).sorted())
  }

  @Test func raggedLinesOfAColumnAreOneParagraphBesideWiderThings() {
    var drawing = Drawing()
    drawing.page()
    drawing.line(
      "A figure with a caption as wide as the page is, and wider than the text is by far", 600, 400)
    let lines = [
      "The envoys of the northern towns met in", "Oslo. They signed the charter that the",
      "Norsemen had prepared before they left",
      "Karstad in the winter.",
    ]
    drawing.lines(lines, 600, 1400)
    #expect(drawing.text(of: .body).last == lines.joined(separator: " "))
  }

  @Test func columnsWithFormulasAreReadOneAfterTheOther() {
    var drawing = Drawing()
    drawing.page()
    drawing.lines(Self.prose.map { String($0.prefix(44)) }, 400, 1000)
    for (index, piece) in ["X", "l", "2n", "a b", "+ 1", "k"].enumerated() {
      drawing.line(piece, 3800 + index * 240, 1040 + index * 25)
    }
    drawing.lines(
      ["between the hills of the south they waited", "for the boats that carried salt and letters"], 3200,
      1320)
    drawing.lines(
      ["until the last of them had come at dusk.", "Then the gates were closed for the night."], 3200, 1560)
    drawing.lines(
      ["and the councils of the west agreed to it", "without a word of thanks from the others."], 400, 1480)
    let body = drawing.passages().map(\.1).joined(separator: " ")
    #expect(
      body.contains(
        "between the hills of the south they waited for the boats that carried salt and letters until"))
    #expect(
      body.contains("and the councils of the west agreed to it without a word of thanks from the others."))
  }

  @Test(arguments: ["Chapter 2. The river", "2.1. Related matters"])
  func theNameBesideAPageNumberIsNoText(name: String) {
    var drawing = Drawing()
    for number in 1...3 {
      drawing.page()
      drawing.lines(Self.prose, 600, 1000)
      // The names differ from page to page, as those of chapters do.
      drawing.line(number == 2 ? name : "Part \(number) of what follows \(number)", 600, 7900)
      drawing.line("\(number + 8)", 5300, 7900)
    }
    let feet = drawing.text(of: .footer)
    #expect(feet.count == 3 && feet.contains { $0.contains(name) })
    #expect(!drawing.text(of: .body).contains { $0.contains(name) })
  }

  @Test(arguments: ["-i-", "– 3 –", "iv", "ix"])
  func aLonelyPageNumberIsNoText(number: String) {
    var drawing = Drawing()
    for page in 1...3 {
      drawing.page()
      drawing.lines(Self.prose, 600, 1000)
      if page == 2 { drawing.line(number, 2900, 7900) }
    }
    #expect(drawing.text(of: .footer) == [number])
  }

  @Test func aHeadingOfTheTextsSizeDoesNotSwallowWhatFollows() {
    var drawing = Drawing()
    drawing.page()
    drawing.lines(Self.prose, 600, 600)
    drawing.line("Abstract", 1700, 1300)
    drawing.lines(Self.prose, 600, 1440)
    drawing.lines(Self.prose, 600, 2100)
    #expect(drawing.text(of: .body).allSatisfy { !$0.hasPrefix("Abstract") || $0 == "Abstract" })
    #expect(drawing.text(of: .heading).allSatisfy { !$0.contains("envoys") })
  }

  @Test func aTitleOfSeveralLinesIsOne() {
    var drawing = Drawing()
    drawing.page()
    drawing.line("What the Northern Towns Knew and", 900, 600, height: 220)
    drawing.line("when they forgot it", 1600, 850, height: 220)
    drawing.lines(Self.prose, 600, 1500)
    #expect(drawing.text(of: .heading) == ["What the Northern Towns Knew and when they forgot it"])
  }

  @Test(arguments: [
    ("section-", "ing of the text", "sectioning"), ("re-", "dundancy; of it", "redundancy;"),
    ("im-", "port/export rules", "import/export"), ("well-", "known towns", "well-known"),
  ])
  func partsOfWordsAreNoWordsOfTheirOwn(first: String, second: String, joined: String) {
    var drawing = Drawing()
    drawing.page()
    drawing.lines(
      ["The envoys of the northern towns spoke of the \(first)", second + " when they met."], 600, 1000)
    let known: Set<String> = ["section", "import", "well", "known", "port", "re"]
    let passages = drawing.passages(isWord: { known.contains($0) })
    #expect(passages.contains { $0.1.contains(joined) }, "\(passages)")
  }

  @Test func linesOfAScanAreOfOneSize() throws {
    let head = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
    func row(_ line: Int, _ word: Int, _ left: Int, _ top: Int, _ height: Int, _ text: String) -> String {
      "5\t1\t1\t1\t\(line)\t\(word)\t\(left)\t\(top)\t\(text.count * 20)\t\(height)\t91.5\t\(text)"
    }
    var rows = [head]
    // The second line has no letter that is long downwards, and so less ink.
    let lines: [(String, Int, Int)] = [
      ("The envoys spoke of the long winter,", 500, 60), ("the charter that their councils had", 572, 46),
      ("signed by the guild of the upper river.", 640, 60),
    ]
    for (number, (text, top, height)) in lines.enumerated() {
      var left = 300
      for (index, word) in text.split(separator: " ").enumerated() {
        rows.append(row(number + 1, index + 1, left, top, height, String(word)))
        left += word.count * 20 + 12
      }
    }
    let blank = PageLayout(number: 1, width: 6000, height: 8400)
    let page = try #require(
      PageRecogniser.page(1, table: Array(rows.joined(separator: "\n").utf8), dotsPerInch: 300, like: blank))
    #expect(page.recognition.map { abs($0 - 0.915) < 0.001 } == true)
    let passages = PageReflow(pages: [page], isWord: { _ in false }).passages()
    #expect(
      passages.map { String(decoding: $0.text, as: UTF8.self) } == [lines.map(\.0).joined(separator: " ")])
  }
}

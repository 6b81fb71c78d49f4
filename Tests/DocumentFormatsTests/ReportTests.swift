import Claims
import DocumentFormats
import Foundation
import Layout
import Testing

/// One report in all formats reads as one text.
@Suite struct ReportTests {
  @Test(arguments: ["report.txt", "report.html", "report.odt", "report.epub", "report.eml"])
  func aReportReadsTheSameInEveryFormat(name: String) throws {
    let read = try Documents.content(name).prose.map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    #expect(read == (try Documents.paragraphs()))
  }

  @Test func insertionsAreReadAndDeletionsAreNot() throws {
    let content = try Documents.content("report.docx")
    var expected = try Documents.paragraphs()
    expected[1] += " Varland borders Estmark."
    expected.insert("Lars Moen founded the Bank of Karstad.", at: 2)
    #expect(content.prose == expected)
    #expect(!content.string.contains("owns Varland"))
    #expect(content.stretches(.comment) == ["Is this true of Anna Berg?"])
    #expect(content.stretches(.footnote) == ["Lars Moen founded the Bank of Karstad."])
    #expect(content.stretches(.table) == ["Karstad | 4,200 | 2014", "Karstad | 4,200 | 2014"])
    #expect(content.stretches(.heading).count == 3)
  }

  @Test func whatSurroundsThePageIsMarkedAndReadOnlyWhenAskedFor() throws {
    let content = try Documents.content("report.html")
    let navigation = content.stretches(.navigation).joined(separator: "\n")
    for words in ["Mirja Koskela", "Jonas Beck", "Another page of this site"] {
      #expect(navigation.contains(words))
    }
    #expect(!content.string.contains("Not a text"))
    let outcome = try #require(Documents.read(try Documents.bytes("report.html"), allText: true).first)
    #expect(try outcome.result.get().content.stretches(.navigation).isEmpty)
  }

  @Test(
    .enabled(if: Documents.hasPoppler, "poppler-utils is not installed"),
    arguments: [("one-column.pdf", 1), ("two-columns.pdf", 2)])
  func aPDFReadsAsItsText(name: String, columns: Int) throws {
    let content = try Documents.content(name)
    let read = content.prose.joined(separator: " ")
    let notes = [
      "1 Erik Lind founded the Geneva Water Trust.", "2 Karin Dahl chaired the Estmark Energy Council.",
    ]
    // The notes stand at the end of their page, between paragraphs.
    #expect(read.contains(notes.joined(separator: " ")))
    let running = read.replacing(notes.joined(separator: " "), with: "")
    let expected = try Documents.paragraphs().joined(separator: " ")
    #expect(running.split(separator: " ").joined(separator: " ") == expected)
    #expect(content.stretches(.footnote) == notes)
    let count = content.pages.map(\.number).max() ?? 0
    #expect(
      content.stretches(.header)
        == Array(repeating: "Northern Rivers Review Volume 7", count: count))
    // A page comes again where its notes stand behind a paragraph that goes on on the next one.
    #expect(content.pages.allSatisfy { $0.label == String($0.number + 40) })
    #expect(Set(content.pages.map(\.number)) == Set(1...count))
  }

  @Test(arguments: ["report.html", "report.docx", "report.odt", "report.epub", "report.eml"])
  func filesTellWhoWroteThemAndWhen(name: String) throws {
    let metadata = try Documents.content(name).metadata
    #expect(metadata.title == "Water and power in the Sorel valley")
    #expect(metadata.author == "Lena Falk")
    #expect(metadata.date?.iso.hasPrefix("2018-02-0") == true)
    #expect(metadata.language == "en")
  }

  @Test func aPageTellsItsAddressAndPublisher() throws {
    let metadata = try Documents.content("report.html").metadata
    #expect(metadata.url == "https://example.org/water")
    #expect(metadata.publisher == "River News")
    #expect(metadata.date?.iso == "2018-02-03")
  }

  @Test func aBookHasThePagesOfItsPrint() throws {
    let content = try Documents.content("report.epub")
    #expect(content.pages.map(\.label) == ["7", "8", "9"])
    let word = try #require(content.offset(of: "The Sorel Liberation Front split"))
    #expect(content.page(at: word)?.label == "9")
  }
}

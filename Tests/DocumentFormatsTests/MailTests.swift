import DocumentFormats
import Layout
import Testing

@testable import DocumentFormats

@Suite struct MailTests {
  private func content(_ text: String) throws -> DocumentContent {
    try #require(Documents.read(Array(text.utf8)).first).result.get().content
  }

  /// The speaker of the stretch in which a word stands first.
  private func speaker(of word: String, in content: DocumentContent) throws -> (String?, StretchKind?) {
    let offset = try #require(content.offset(of: word), "\(content.string)")
    let stretch = content.layout.stretch(at: offset)
    return (stretch?.speaker, stretch?.kind)
  }

  @Test func theSenderSpeaksHisOwnWordsAndTheQuotedSpeakTheirs() throws {
    let content = try Documents.content("answer.eml")
    #expect(try speaker(of: "I founded", in: content) == ("Jonas Beck", .body))
    #expect(try speaker(of: "I visited", in: content) == ("Lena Falk", .quotation))
    #expect(try speaker(of: "I met", in: content) == ("Karin Dahl", .quotation))
    #expect(try speaker(of: "River News, Oslo", in: content) == (nil, .signature))
    #expect(try speaker(of: "On Sat", in: content).1 == .metadata)
    #expect(!content.string.contains("> I"))
  }

  @Test func aMailboxHoldsItsMails() throws {
    let outcomes = Documents.read(try Documents.bytes("report.mbox"))
    #expect(outcomes.map(\.part) == ["1", "2"])
    let second = try #require(outcomes.last).result.get().content
    #expect(second.metadata.author == "Jonas Beck")
  }

  private static let head =
    "From: Anna Berg <a@example.org>\nTo: b@example.org\nDate: Mon, 3 Mar 2014 09:00:00 +0000\nSubject: s\n"

  @Test(arguments: [
    ("Peter Holm <p@example.org> writes:", "Peter Holm"),
    ("On 3/3/2014 10:12 AM, Peter Holm wrote:", "Peter Holm"),
    ("On Mon, Mar 3, 2014 at 9:00 AM, Peter J. Holm <\np@example.org> wrote:", "Peter J. Holm"),
    ("Am 03.03.2014 um 10:12 schrieb Peter Holm <p@example.org>:", "Peter Holm"),
    ("Le 3 mars 2014 à 10:12, Peter Holm <p@example.org> a écrit :", "Peter Holm"),
    ("2014-03-03 10:12 GMT+01:00 Peter Holm <p@example.org>:", "Peter Holm"),
  ])
  func headingsOfManyProgramsNameWhoIsQuoted(heading: String, name: String) throws {
    let content = try content(
      Self.head + "Message-ID: <1>\n\nYes.\n\n\(heading)\n> I live in Oslo and work in Bergen.\n")
    #expect(try speaker(of: "I live", in: content) == (name, .quotation))
    #expect(try speaker(of: "Yes.", in: content) == ("Anna Berg", .body))
  }

  @Test func aMailQuotedBelowItsHeadIsItsSenders() throws {
    let content = try content(
      Self.head
        + "Message-ID: <1>\n\nYes, I agree.\n\n-----Original Message-----\nFrom: Peter Holm [mailto:p@example.org]\n"
        + "Sent: 3 March 2014\nTo: Anna Berg\nSubject: s\n\nI live in Oslo.\n")
    #expect(try speaker(of: "I live", in: content) == ("Peter Holm", .quotation))
    #expect(try speaker(of: "Yes, I", in: content) == ("Anna Berg", .body))
  }

  @Test func aPlainVersionIsReadAndTheOtherIsNot() throws {
    let content = try content(
      Self.head + "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=\"x y\"\n\n--x y\n"
        + "Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nCaf=E9 in =\nOslo.\n"
        + "--x y\nContent-Type: text/html\n\n<p>Other</p>\n--x y--\n")
    #expect(content.string.contains("Café in Oslo."))
    #expect(!content.string.contains("Other"))
  }

  @Test func flowedLinesAreOneParagraph() throws {
    let content = try content(
      Self.head
        + "Message-ID: <1>\nContent-Type: text/plain; format=flowed\n\nThe army left \nKarstad in \nMay.\nIt came back.\n"
    )
    #expect(content.string.contains("The army left Karstad in May.\nIt came back."))
  }

  @Test func filesThatComeWithAMailAreDocumentsOfTheirOwn() throws {
    let outcomes = Documents.read(
      Array(
        (Self.head
          + "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n"
          + "--b\nContent-Type: text/markdown; name=\"../n\u{f6}te.md\"\nContent-Disposition: attachment; filename*=utf-8''../n%C3%B6te.md\n"
          + "Content-Transfer-Encoding: base64\n\nTGFycyBNb2VuIGxpdmVzIGluIE9zbG8u\n--b--\n").utf8))
    #expect(outcomes.map(\.part) == [nil, "nöte.md"])
    #expect(try #require(outcomes.last).result.get().content.string == "Lars Moen lives in Oslo.")
  }

  @Test func aMailThatIsNestedTooDeepIsRefused() throws {
    var text = Self.head + "MIME-Version: 1.0\n"
    for level in 0..<60 { text += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n" }
    let outcome = try #require(Documents.read(Array(text.utf8)).first)
    #expect(throws: FormatError.self) { _ = try outcome.result.get() }
  }

  @Test func aMemorandumIsNoMail() {
    #expect(FileFormat(Array("From: The Director\nTo: All\nSubject: Dams\n\nText.\n".utf8)) == .text)
    #expect(FileFormat(Array((Self.head + "\nText.\n").utf8)) == .mail)
  }
}

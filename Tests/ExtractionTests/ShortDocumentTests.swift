import Claims
import Linguistics
import TestSupport
import Testing

@testable import Extraction

/// Documents so short that a rule which looks at a word's neighbours finds none.
@Suite struct ShortDocumentTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private static let marks = [
    "?", "!", ".", ",", ";", ":", "…", "-", "–", "—", "'", "\"", "“", "”", "‘", "’", "''", "``", "(", ")",
    "[", "]",
    "{", "}", "<", ">", "/", "\\", "&", "@", "#", "$", "%", "*", "+", "=", "_", "|", "~", "^", "•", "- ",
    "# ", "Q:",
    "```", "¿", "\u{0}", "\u{FEFF}",
  ]
  private static let words = [
    "Oslo", "Who", "he", "visited", "not", "and", "of", "said", "is", "n’t", "’s", "1990", "yesterday", "北京",
  ]

  /// Each piece alone and each two of them, side by side, as two words, as two lines and as two paragraphs.
  private static let documents: [String] = {
    let pieces = marks + words
    var documents = pieces
    for first in pieces {
      for second in pieces {
        for between in ["", " ", "\n", "\n\n"] { documents.append(first + between + second) }
      }
    }
    return documents
  }()

  private func check(_ reading: DocumentReading, of text: String) {
    guard
      reading.length != text.unicodeScalars.count || reading.sentences.contains(where: { $0.text.isEmpty })
    else { return }
    Issue.record("\(text.debugDescription) is read with other lengths")
  }

  @Test func `every document of one or two tokens is read whatever the model says`() throws {
    let analyses = try Analyses()
    var generator = SplitMix64(seed: 12)
    for text in Self.documents {
      check(extractor.read(analyses.random(text, using: &generator), name: "short", digest: []), of: text)
    }
  }

  @Test func `every document of one or two tokens is read by its words alone`() throws {
    let analyses = try Analyses()
    for text in Self.documents {
      check(extractor.read(try analyses.plain(text), name: "short", digest: []), of: text)
    }
  }

  @Test func `documents of one token or two marks are read by the model`() {
    let pairs = ["?", "!", ".", ",", "-", "“", ")", "…"]
    let documents = Self.marks + Self.words + pairs.flatMap { first in pairs.map { first + " " + $0 } }
    for text in documents { check(extractor.read(name: "short", bytes: Array(text.utf8)), of: text) }
  }

  /// A question mark ends a question only together with what is before it in the same sentence.
  @Test(arguments: ["?", "???", "(?)", "“?”", "- ?", "?\n\nNorway.", "“", ")", "?\")", ". ?"])
  func `a text before a mark that begins a document is read the same`(mark: String) {
    let claims = extractor.read(name: "long", bytes: Array("Anna Berg visited Oslo.\n\n\(mark)".utf8)).claims
    #expect(claims.contains { $0.relation == "visited" && $0.modality == .certain })
    let behind = extractor.read(name: "long", bytes: Array("\(mark)\n\nAnna Berg visited Oslo.".utf8)).claims
    #expect(behind.contains { $0.relation == "visited" && $0.modality == .certain })
  }
}

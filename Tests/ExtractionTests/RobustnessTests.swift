import Claims
import Linguistics
import TestSupport
import Testing

@testable import Extraction

@Suite struct RobustnessTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private func read(_ text: String) -> DocumentReading {
    extractor.read(name: "test", bytes: [UInt8](text.utf8))
  }

  /// Checks that each offset counts code points and cuts out what the record says.
  private func checkOffsets(_ reading: DocumentReading, text: String) {
    let scalars = Array(text.unicodeScalars)
    func cut(_ range: Range<Int>) -> String? {
      guard range.upperBound <= scalars.count else { return nil }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    #expect(reading.length == scalars.count)
    var end = 0
    for sentence in reading.sentences {
      #expect(sentence.range.lowerBound >= end)
      #expect(cut(sentence.range) == sentence.text)
      end = sentence.range.upperBound
    }
    let parties =
      reading.mentions.map(\.party) + reading.claims.flatMap { [$0.subject, $0.object] }
      + reading.claims.compactMap(\.attribution)
    for party in parties {
      guard let range = party.range else { continue }
      #expect(cut(range) == party.mention)
    }
    for claim in reading.claims {
      guard let evidence = claim.evidence else { continue }
      #expect(cut(evidence.range) == evidence.text)
      for party in [claim.subject, claim.object] {
        guard let range = party.range else { continue }
        #expect(evidence.range.contains(range.lowerBound) && range.upperBound <= evidence.range.upperBound)
      }
    }
  }

  private static let pieces = [
    "Anna Berg", "visited", "Norway", "“Taliban”", "the", "son of", "Łukasz Żółć", "北京", "😀", "👨‍👩‍👧", "é",
    "e\u{301}", ",", ".",
    "?", "\n", "\n\n", "- ", "Prime Minister of Sweden", "(FNSA)", "’s", "n’t", "can", "not", "1990",
    "May 4, 2001", "—",
    "…", "\"", "according to", "said that", "“", "”", "Q: ", "# ", "** ", "[x](http://a)", "\u{0}",
    "\u{FEFF}", "Москва",
    "attacked", "and", "both", "who", "who fought with", "is a city in", "of", "'", "ﷺ", "Ǆ", "İstanbul",
    "\r\n", "```\n", "IG-Khorasan", "Turkish special services", "-", "She", "they", "Oslo-based",
  ]

  private func fuzzed(pieces: Int, using generator: inout SplitMix64) -> String {
    var text = ""
    for _ in 0..<pieces {
      text += generator.pick(Self.pieces)
      if Bool.random(using: &generator) { text += " " }
    }
    return text
  }

  @Test(arguments: 0..<6)
  func `offsets count code points in any mix of scripts`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let text = fuzzed(pieces: 120, using: &generator)
    checkOffsets(read(text), text: text)
  }

  @Test(arguments: 0..<60)
  func `offsets count code points whatever the model says`(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let text = fuzzed(pieces: 300, using: &generator)
    let analysis = try Analyses().random(text, using: &generator)
    checkOffsets(extractor.read(analysis, name: "test", digest: []), text: text)
  }

  @Test func `bytes that are no text are read as they can be`() {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<5 {
      let bytes = (0..<300).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let reading = extractor.read(name: "test", bytes: bytes)
      #expect(reading.length <= bytes.count)
    }
  }

  @Test func `what comes out does not depend on the number of threads`() {
    let bytes = [UInt8](
      (0..<60).map { "Anna Berg visited Norway in 19\(10 + $0). She met Karl Holm." }.joined(separator: " ")
        .utf8)
    let readings = [1, 2].map { extractor.read(name: "test", bytes: bytes, jobs: $0) }
    #expect(readings[0].claims == readings[1].claims && readings[0].mentions == readings[1].mentions)
    #expect(readings[0].claims.count >= 60)
  }

  /// Marks and words that stand at the borders of sentences, quotations, lists, dates and names.
  private static let tokens =
    ".,;:?!-–—…()[]{}<>\"'`“”‘’«»/\\|*_#&%$€@+=~^§†•¡¿".map(String.init) + [
      "...", "--", "''", "``", "?!", "and", "or", "the", "of", "he", "who", "not", "if", "to", "said", "is",
      "visited",
      "leader", "president", "Norway", "Norwegian", "Anna", "Berg", "FNSA", "Mr.", "1990", "4", "May",
      "Monday", "last",
      "'s", "n't", "\n\n", "# ", "- ", "1. ", "> ", "Q:", "http://a.b", "a-b", "北京", "e\u{301}", "\u{200D}",
    ]

  @Test func `every document of one or two tokens is read`() throws {
    let analyses = try Analyses()
    var generator = SplitMix64(seed: 11)
    for first in Self.tokens {
      for second in [""] + Self.tokens {
        for gap in second.isEmpty ? [""] : ["", " "] {
          let text = first + gap + second
          for analysis in [try analyses.plain(text), analyses.random(text, using: &generator)] {
            let reading = extractor.read(analysis, name: "test", digest: [])
            #expect(reading.length == text.unicodeScalars.count)
          }
        }
      }
    }
  }

  @Test(arguments: [
    "?", "???", "(?)", "“?”", "- ?", "? Anna Berg visited Oslo.", "?\n\nAnna Berg left.", "…?", "\"", ")",
  ])
  func `a document of marks is read with the model's own analysis`(text: String) {
    checkOffsets(read(text), text: text)
  }

  @Test func `of a very long sentence each claim shows a part around its words`() {
    let text =
      (0..<200).map { "Anna Berg visited Norway in 19\(10 + $0 % 90)" }.joined(separator: " and ") + "."
    let reading = read(text)
    let scalars = Array(text.unicodeScalars)
    #expect(reading.claims.count >= 100)
    for claim in reading.claims {
      let evidence = claim.evidence
      #expect((evidence?.range.count ?? 0) <= Claim.Evidence.longest + 400)
      #expect(
        evidence?.text == evidence.map { part in String(String.UnicodeScalarView(scalars[part.range])) })
      guard let part = evidence?.range, let subject = claim.subject.range, let object = claim.object.range
      else { continue }
      #expect(part.lowerBound <= subject.lowerBound && subject.upperBound <= part.upperBound)
      let span = min(subject.lowerBound, object.lowerBound)..<max(subject.upperBound, object.upperBound)
      if span.count <= Claim.Evidence.longest {
        #expect(part.lowerBound <= span.lowerBound && span.upperBound <= part.upperBound)
      }
    }
  }

  @Test func `an empty text has nothing in it`() {
    let reading = read("")
    #expect(reading.sentences.isEmpty && reading.mentions.isEmpty && reading.claims.isEmpty)
    #expect(read(" \n\n\t").sentences.isEmpty)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      OddText("a", count: 300_000),
      OddText("\n", count: 100_000),
      OddText(".", count: 100_000),
      OddText("? ! , ( ", count: 5000),
      OddText("😀", count: 50_000),
      OddText("北京", count: 50_000),
      OddText("A", count: 100_000),
      OddText("A ", count: 8000),
      OddText("and ", count: 30_000),
      OddText("Norway, ", count: 2000),
      OddText("Norway and ", count: 2000),
      OddText("of the ", count: 10_000),
      OddText("\" Norway ", count: 2000),
      OddText("( ", count: 30_000),
      OddText("](", count: 5000),
      OddText("Anna Berg visited Norway and ", count: 400),
      OddText("to visit ", count: 10_000),
      OddText("who visited ", count: 8000),
      OddText("Norway of ", count: 2000),
      OddText("a.", count: 50_000),
      OddText("x'", count: 50_000),
    ])
  func `odd texts take no undue time`(odd: OddText) throws {
    let text = odd.text
    // Not by the model, which takes its time for so many words.
    let analysis = try Analyses().plain(text)
    #expect(extractor.read(analysis, name: "test", digest: []).length == text.unicodeScalars.count)
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "conj", "xcomp", "ccomp", "advcl", "acl", "acl:relcl", "appos", "nmod", "obl", "compound", "nsubj",
      "amod", "flat",
    ])
  func `a tree of one long chain is read`(relation: String) throws {
    let analyses = try Analyses()
    // Of coordination so many that a stack would not hold them.
    let text = String(repeating: "leader ", count: relation == "conj" ? 15_000 : 3_000)
    for (upos, xpos) in [("VERB", "VBN"), ("NOUN", "NN"), ("ADJ", "JJ")] {
      for isBackward in [false, true] {
        let analysis = analyses.chain(
          text, upos: upos, xpos: xpos, relation: relation, isBackward: isBackward)
        #expect(extractor.read(analysis, name: "test", digest: []).length == text.unicodeScalars.count)
      }
    }
  }
}

/// A text of one piece many times, which a test's output names by its piece and not in full.
struct OddText: CustomTestStringConvertible {
  let piece: String
  let count: Int

  init(_ piece: String, count: Int) {
    self.piece = piece
    self.count = count
  }

  var text: String { String(repeating: piece, count: count) }
  var testDescription: String { "\(piece.debugDescription) \(count) times" }
}

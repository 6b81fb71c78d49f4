internal import Claims

@testable internal import Extraction
@testable internal import Linguistics

/// The cutting of a text into words and sentences.
struct SegmenterTarget: FuzzTarget {
  private let segmenter: Segmenter

  init() throws { segmenter = try Segmenter() }

  func read(_ bytes: [UInt8]) throws {
    let segmentation = segmenter.segment(DocumentText(bytes))
    var end = 0
    for token in segmentation.tokens {
      try promise(token.range.lowerBound >= end && !token.range.isEmpty, "words overlap or are empty")
      end = token.range.upperBound
    }
    try promise(end <= segmentation.text.bytes.count, "a word lies behind the text")
    var next = 0
    for sentence in segmentation.sentences {
      try promise(sentence.words.lowerBound == next && !sentence.words.isEmpty, "sentences leave words out")
      next = sentence.words.upperBound
    }
    try promise(next == segmentation.tokens.count, "words stand in no sentence")
  }
}

/// The whole way from a text to its claims.
struct TextTarget: FuzzTarget {
  private let extractor: Extractor

  init() throws { extractor = try Extractor(model: .embedded()) }

  func read(_ bytes: [UInt8]) throws {
    let date = bytes.first.flatMap { $0 < 0x80 ? CalendarDate(year: 2001, month: 9, day: 11) : nil }
    let reading = extractor.read(name: "fuzzed", bytes: bytes, date: date)
    try checkOffsets(reading, in: DocumentText(bytes))
  }
}

/// The reading of claims out of analyses that no model would make.
///
/// The model is what takes the time in `TextTarget`, and it makes likely trees only.
struct AnalysisTarget: FuzzTarget {
  private let extractor: Extractor
  private let labels: ModelLabels

  init() throws {
    let model = try ReadingModel.embedded()
    extractor = try Extractor(model: model)
    labels = model.labels
  }

  func read(_ bytes: [UInt8]) throws {
    let analysis = FuzzedAnalysis(bytes, labels: labels).analysis()
    let reading = extractor.read(analysis, name: "fuzzed", digest: [], date: CalendarDate(year: 2001))
    try checkOffsets(reading, in: analysis.segmentation.text)
  }
}

/// Checks that offsets cut out of the document what stands beside them.
private func checkOffsets(_ reading: DocumentReading, in text: DocumentText) throws {
  let scalars = Array(String(decoding: text.bytes, as: UTF8.self).unicodeScalars)
  func cuts(_ range: Range<Int>, _ words: String) -> Bool {
    range.lowerBound >= 0 && range.upperBound <= scalars.count
      && words.unicodeScalars.elementsEqual(scalars[range])
  }
  try promise(reading.length == scalars.count, "the document's length is not that of its text")
  for sentence in reading.sentences {
    try promise(cuts(sentence.range, sentence.text), "a sentence is not what stands at its place")
  }
  for claim in reading.claims {
    try promise((0...1).contains(claim.confidence), "a confidence is not from 0 to 1")
    for party in [claim.subject, claim.object] {
      guard let range = party.range else { continue }
      try promise(cuts(range, party.mention ?? ""), "a mention is not what stands at its place")
    }
    guard let evidence = claim.evidence else { continue }
    try promise(cuts(evidence.range, evidence.text), "evidence is not what stands at its place")
  }
}

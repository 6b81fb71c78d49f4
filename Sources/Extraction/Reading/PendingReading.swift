package import Claims
internal import Linguistics

/// A document that is read, whose claims are made a sentence at a time, as they are asked for.
///
/// The claims of a long document take many times the room of all else that is known of it.
package struct PendingReading: Sendable {
  /// The SHA-256 digest of the document's bytes.
  package var digest: [UInt8]
  /// What read the document.
  package var extractorVersion: String
  private let drafts: DraftArchive
  private let assembly: ClaimAssembly
  /// Who says the sentences of quotations that go on over several.
  private let quotedSpeakers: [Int: PartyReading]
  private var document: AnnotatedDocument { assembly.document }
  /// Sentences that were not read, but are kept to be found.
  private var unread: [DocumentReading.Sentence] = []
  /// The number of each sentence, those that were read first, in the order of the text; empty where none is unread.
  private var numbers: [Int] = []
  private var changes: [@Sendable (inout Claim) -> Void] = []

  init(
    digest: [UInt8], extractorVersion: String, drafts: DraftArchive, assembly: ClaimAssembly,
    quotedSpeakers: [Int: PartyReading]
  ) {
    self.digest = digest
    self.extractorVersion = extractorVersion
    self.drafts = drafts
    self.assembly = assembly
    self.quotedSpeakers = quotedSpeakers
  }

  /// Changes each claim when it is made.
  package mutating func change(_ change: @escaping @Sendable (inout Claim) -> Void) { changes.append(change) }

  /// Adds sentences in the order of the text, and numbers all anew.
  mutating func add(_ unread: [DocumentReading.Sentence]) {
    guard !unread.isEmpty else { return }
    self.unread = unread
    let starts =
      document.sentences.map { document.text.codePoint(atByte: $0.range.lowerBound) }
      + unread.map(\.range.lowerBound)
    let order = starts.indices.sorted { (starts[$0], $0) < (starts[$1], $1) }
    numbers = Array(repeating: 0, count: starts.count)
    for (number, index) in order.enumerated() { numbers[index] = number }
  }

  /// Hands over the claims, sentence by sentence, in the order of the document.
  package func forEachSentence(_ body: ([Claim]) throws -> Void) rethrows {
    try forEachSentence(trace: nil, observe: nil, body)
  }

  private func forEachSentence(
    trace: ReadingTrace?, observe: ((Claim, ClaimFeatureRow) -> Void)?, _ body: ([Claim]) throws -> Void
  ) rethrows {
    for index in drafts.indices {
      let drafts = drafts[index]
      guard let number = drafts.first?.sentence else { continue }
      var claims = assembly.claims(
        of: drafts, in: sentence(at: number), trace: trace, observe: observe)
      for index in claims.indices {
        if let sentence = claims[index].evidence?.sentence {
          claims[index].evidence?.sentence = self.number(of: sentence)
        }
        for change in changes { change(&claims[index]) }
      }
      try body(claims)
    }
  }

  /// All at once.
  ///
  /// - Parameters:
  ///   - trace: where somebody asks what was considered.
  ///   - observe: is told of each canonical claim, by its place, what the judge decided by.
  func reading(
    trace: ReadingTrace? = nil, observe: ((Claim, ClaimFeatureRow) -> Void)? = nil
  ) -> DocumentReading {
    var claims: [Claim] = []
    var mentions = MentionAssembly(document: document, entities: assembly.entities, number: number)
    forEachSentence(trace: trace, observe: observe) { made in
      mentions.add(made)
      claims += made
    }
    var reading = DocumentReading(
      document: assembly.name, digest: digest, extractorVersion: extractorVersion,
      length: document.text.codePointCount, sentences: sentences, mentions: mentions.mentions, claims: claims)
    reading.dropped = trace?.dropped ?? []
    return reading
  }

  /// All at once.
  package var whole: DocumentReading { reading() }

  private func number(of sentence: Int) -> Int {
    numbers.indices.contains(sentence) ? numbers[sentence] : sentence
  }

  private var sentences: [DocumentReading.Sentence] {
    let read = document.sentences.indices.map { sentence(at: $0) }
    if numbers.isEmpty { return read }
    let all = read + unread
    return all.indices.sorted { numbers[$0] < numbers[$1] }.map { all[$0] }
  }

  private func sentence(at index: Int) -> DocumentReading.Sentence {
    let sentence = document.sentences[index]
    return DocumentReading.Sentence(
      range: document.text.codePoints(ofBytes: sentence.range), text: document.text.string(sentence.range),
      speaker: speaker(of: sentence, at: index))
  }

  /// Whose turn a sentence is, or whose quotation.
  private func speaker(of sentence: Sentence, at index: Int) -> Party? {
    guard let label = sentence.speaker else {
      if let quoted = quotedSpeakers[index] { return document.party(quoted, entities: assembly.entities) }
      return sentence.givenSpeaker.map { Party(name: $0, type: .person) }
    }
    let text = document.text.string(label)
    return Party(name: text, type: .person, mention: text, range: document.text.codePoints(ofBytes: label))
  }
}

/// All that was read out of one document: what the store keeps of it.
package struct DocumentReading: Sendable {
  /// A sentence of the document.
  package struct Sentence: Hashable, Sendable {
    /// Where it starts and ends, in code points from the start of the document.
    package var range: Range<Int>
    /// The sentence, verbatim.
    package var text: String
    /// Whose turn it belongs to.
    package var speaker: Party?
    /// Its index in the document, from 0; nil where all sentences before it are known too.
    package var position: Int?

    package init(range: Range<Int>, text: String, speaker: Party? = nil, position: Int? = nil) {
      self.range = range
      self.text = text
      self.speaker = speaker
      self.position = position
    }
  }

  /// A place where the document names an entity.
  package struct Mention: Hashable, Sendable {
    /// The entity; its `mention` and `range` are those of this place.
    package var party: Party
    /// The index of the sentence, from 0.
    package var sentence: Int

    package init(party: Party, sentence: Int) {
      self.party = party
      self.sentence = sentence
    }
  }

  /// The document's name as given.
  package var document: String
  /// The SHA-256 digest of the document's bytes.
  package var digest: [UInt8]
  /// What read the document; the same bytes under the same version give the same reading.
  package var extractorVersion: String
  /// The length of the document in code points.
  package var length: Int
  package var sentences: [Sentence]
  /// In the order of the document; each mention of a claim that a graph keeps is among them.
  package var mentions: [Mention]
  /// In the order of the document.
  package var claims: [Claim]
  /// What was considered as a claim and dropped, in the order in which it was; empty unless asked for.
  package var dropped: [DroppedReading] = []

  package init(
    document: String, digest: [UInt8], extractorVersion: String, length: Int, sentences: [Sentence],
    mentions: [Mention], claims: [Claim]
  ) {
    self.document = document
    self.digest = digest
    self.extractorVersion = extractorVersion
    self.length = length
    self.sentences = sentences
    self.mentions = mentions
    self.claims = claims
  }

  /// The reading as a graph keeps it: without the open claims that name nothing one could ask about.
  package var kept: DocumentReading {
    var reading = self
    reading.claims.removeAll { !$0.isKept }
    return reading
  }
}

internal import Claims

/// A reading with its parties, sentences and mentions numbered, as the tables hold them.
struct ReadingRows {
  struct PartyKey: Hashable {
    var name: String
    var type: String
    var isDescription: Bool
  }
  struct PartyRow {
    var name: String
    var type: String
    /// Whether it is a thing of its document only.
    var isDescription: Bool
    var aliases: Set<String>
    var mentions: Int
  }
  struct SentenceRow {
    var position: Int
    var range: Range<Int>
    var text: String
    var speaker: Int?
  }
  struct MentionRow: Hashable {
    var party: Int
    var sentence: Int
    var range: Range<Int>?
    var text: String?
  }
  struct ClaimRow {
    var claim: Claim
    var sentence: Int
    /// Where the whole sentence stands, in code points.
    var sentenceRange: Range<Int>
    var subject: Int
    var object: Int
    var attribution: Int?
    var speaker: Int?
    var place: Int?
  }

  private(set) var parties: [PartyRow] = []
  private(set) var sentences: [SentenceRow] = []
  private(set) var mentions: [MentionRow] = []
  private var partyPositions: [PartyKey: Int] = [:]
  private var mentionPositions: [MentionRow: Int] = [:]
  private var sentenceRanges: [Int: Range<Int>] = [:]
  private var stated: Set<Statement> = []

  /// What the model reads of each two mentions of a sentence: a name and its pronouns say the same thing once.
  private struct Statement: Hashable {
    var sentence: Int
    var subject: String
    var relation: String
    var object: String
    var polarity: Claim.Polarity
  }

  init(_ reading: DocumentReading) {
    for mention in reading.mentions { _ = self.mention(of: mention.party, sentence: mention.sentence) }
    sentences = reading.sentences.enumerated().map { position, sentence in
      SentenceRow(
        position: sentence.position ?? position, range: sentence.range, text: sentence.text,
        speaker: sentence.speaker.flatMap { $0.isOpen ? nil : party(for: $0) })
    }
    for sentence in sentences { sentenceRanges[sentence.position] = sentence.range }
  }

  /// The row of a claim, its mentions numbered; nil for a claim without evidence, which has no place in a document, and for one of
  /// somebody whom only a pronoun names.
  mutating func row(for claim: Claim) -> ClaimRow? {
    guard let sentence = claim.evidence?.sentence, let range = sentenceRanges[sentence],
      !claim.subject.isOpen, !claim.object.isOpen
    else { return nil }
    let statement = Statement(
      sentence: sentence, subject: claim.subject.name, relation: claim.relation, object: claim.object.name,
      polarity: claim.polarity)
    if !stated.insert(statement).inserted, claim.method == .model { return nil }
    return ClaimRow(
      claim: claim, sentence: sentence, sentenceRange: range,
      subject: mention(of: claim.subject, sentence: sentence),
      object: mention(of: claim.object, sentence: sentence),
      attribution: claim.attribution.flatMap { namedMention(of: $0, sentence: sentence) },
      speaker: claim.speaker.flatMap { namedMention(of: $0, sentence: sentence) },
      place: claim.place.flatMap { namedMention(of: $0, sentence: sentence) })
  }

  private mutating func party(for party: Party) -> Int {
    let key = PartyKey(
      name: party.name, type: party.type.rawValue, isDescription: party.isDescription)
    if let known = partyPositions[key] {
      parties[known].aliases.formUnion(party.aliases)
      return known
    }
    partyPositions[key] = parties.count
    parties.append(
      PartyRow(
        name: party.name, type: party.type.rawValue, isDescription: party.isDescription,
        aliases: Set(party.aliases), mentions: 0))
    return parties.count - 1
  }

  /// The mention of somebody who is more than a pronoun; nil for one whom the text leaves open.
  private mutating func namedMention(of party: Party, sentence: Int) -> Int? {
    party.isOpen ? nil : mention(of: party, sentence: sentence)
  }

  private mutating func mention(of party: Party, sentence: Int) -> Int {
    let position = self.party(for: party)
    let row = MentionRow(party: position, sentence: sentence, range: party.range, text: party.mention)
    if let known = mentionPositions[row] { return known }
    mentionPositions[row] = mentions.count
    mentions.append(row)
    if party.range != nil { parties[position].mentions += 1 }
    return mentions.count - 1
  }
}

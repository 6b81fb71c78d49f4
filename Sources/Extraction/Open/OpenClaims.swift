internal import Claims

/// What a sentence says by a predicate of its own, between two parties.
struct OpenClaim {
  var triple: OpenTriple
  var subject: PartyReading
  var relation: String
  var object: PartyReading
  /// Whether a graph keeps it.
  var isKept: Bool
}

/// Makes the open claims of sentences: the triples of `OpenReader` with their parties named.
///
/// What a frame read already, with the same predicate between the same two, is not said again. A graph keeps only claims that tie a
/// named thing to another that is named or described: of "he served as" without anyone "he" may be, of "is tall" and of claims between
/// two descriptions ("the soldiers reached the village") nobody could ask.
struct OpenClaimReader {
  private let document: AnnotatedDocument
  private let relations: OpenRelation
  private var reader: OpenReader
  private var words: [Word] { document.words }

  init(document: AnnotatedDocument, arguments: ArgumentReader, parties: PartyReader) {
    self.document = document
    relations = OpenRelation(document: document)
    reader = OpenReader(document: document, arguments: arguments, nameOfWord: parties.nameOfWord)
  }

  /// The open claims of a sentence, beside those that the frames read in it.
  mutating func claims(in sentence: Sentence, beside matches: [FrameMatch], parties: inout PartyReader) -> [OpenClaim] {
    var claims: [OpenClaim] = []
    for triple in reader.triples(in: sentence) {
      let relation = relations.name(of: triple)
      if relation.isEmpty { continue }
      let subject = party(of: triple.subject, parties: &parties)
      let object = party(of: triple.object, parties: &parties)
      let claim = OpenClaim(
        triple: triple, subject: subject.party, relation: relation, object: object.party,
        isKept: subject.isNominal && object.isNominal && (subject.party.isNamed || object.party.isNamed)
          && subject.party.name != object.party.name)
      add(claim, beside: matches, to: &claims)
    }
    return claims
  }

  private func add(_ claim: OpenClaim, beside matches: [FrameMatch], to claims: inout [OpenClaim]) {
    var claim = claim
    for match in matches {
      let isOneEnd = Self.isSame(match.subject, claim.subject) || Self.isSame(match.object, claim.subject)
      let isOtherEnd = Self.isSame(match.subject, claim.object) || Self.isSame(match.object, claim.object)
      if isOneEnd, isOtherEnd, match.trigger == claim.triple.predicate || claim.triple.phrase.contains(match.trigger) {
        return
      }
      // "is", "the leader of Y": its part is said, and more exactly.
      if isOneEnd, claim.triple.object.words.contains(match.trigger) { claim.isKept = false }
    }
    claims.append(claim)
  }

  private static func isSame(_ left: PartyReading, _ right: PartyReading) -> Bool {
    if let entity = left.entity { return entity == right.entity }
    return right.entity == nil && left.head == right.head
  }

  /// The party of an argument, and whether it names or describes a thing: pronouns of unknown reference and adjectives do not.
  private func party(
    of argument: OpenTriple.Argument, parties: inout PartyReader
  ) -> (party: PartyReading, isNominal: Bool) {
    guard var party = parties.parties(at: argument.head).first(where: { $0.head == argument.head }) else {
      return (
        PartyReading(
          name: document.surface(argument.words), type: .concept, mention: argument.words, head: argument.head), false
      )
    }
    party.mention = argument.words
    // "younger", "the most active": what is said of a thing, and no thing.
    return (party, party.isNamed || words[argument.head].part != .adjective)
  }
}

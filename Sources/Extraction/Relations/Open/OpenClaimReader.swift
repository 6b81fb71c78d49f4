internal import Claims

/// What a sentence says by a predicate of its own, between two parties.
struct OpenClaim {
  var triple: OpenTriple
  var subject: PartyReading
  var relation: String
  var object: PartyReading
  /// How the object stands to the predicate.
  var construction: String
  /// Whether a graph keeps it.
  var isKept: Bool
}

/// Makes the open claims of sentences: the triples of `OpenReader` with their parties named.
///
/// What a frame read already, in the same words between the same two, is not said again. A graph keeps only claims that tie a
/// named thing to another that is named or described: of "he served as" without anyone "he" may be, of "is tall" and of claims between
/// two descriptions ("the soldiers reached the village") nobody could ask.
struct OpenClaimReader {
  private let document: AnnotatedDocument
  private let clauses: ClauseTable
  private let cast: Cast
  private let relations: OpenRelation
  private let reader: OpenReader
  private var words: [Word] { document.words }

  init(document: AnnotatedDocument, clauses: ClauseTable, cast: Cast) {
    self.document = document
    self.clauses = clauses
    self.cast = cast
    relations = OpenRelation(document: document)
    reader = OpenReader(document: document, clauses: clauses, nameOfWord: cast.nameOfWord)
  }

  /// The open claims of a sentence, beside those that the frames read in it.
  func claims(in sentence: Sentence, beside known: [Statement])
    -> [OpenClaim]
  {
    var claims: [OpenClaim] = []
    var reader = reader
    for triple in reader.triples(in: sentence) {
      let relation = relations.name(of: triple)
      if relation.isEmpty { continue }
      let objects = ends(of: triple.object)
      for var subject in ends(of: triple.subject) {
        if isAct(triple.predicate) { subject.party = cast.acting(subject.party) }
        for object in objects {
          let claim = OpenClaim(
            triple: triple, subject: subject.party, relation: relation, object: object.party,
            construction: construction(of: triple),
            isKept: subject.isNominal && object.isNominal && (subject.party.isNamed || object.party.isNamed)
              && object.party.type != .time
              && relation.utf8.count(where: { $0 == UInt8(ascii: "-") }) < Self.mostParts)
          add(claim, beside: known, to: &claims)
        }
      }
    }
    leaveOutCopies(in: &claims)
    leaveOutRepetitions(in: &claims)
    return claims
  }

  /// Keeps of what one predicate says of one subject one claim: of the object, or of the first that has a name.
  ///
  /// The others only tell where, when and with whom. Names that one list joins stay together.
  private func leaveOutRepetitions(in claims: inout [OpenClaim]) {
    struct Fact: Hashable {
      var predicate: Int
      var subject: Int
    }
    var best: [Fact: Int] = [:]
    for (index, claim) in claims.enumerated() where claim.isKept {
      let fact = Fact(predicate: claim.triple.predicate, subject: claim.triple.subject.head)
      if let known = best[fact], claims[known].object.isNamed || !claim.object.isNamed { continue }
      best[fact] = index
    }
    for (index, claim) in claims.enumerated() where claim.isKept {
      let fact = Fact(predicate: claim.triple.predicate, subject: claim.triple.subject.head)
      guard let kept = best[fact], kept != index else { continue }
      claims[index].isKept =
        claim.object.isNamed && isOneList(claim.triple.object, claims[kept].triple.object)
    }
  }

  private func isOneList(_ left: OpenTriple.Argument, _ right: OpenTriple.Argument) -> Bool {
    left.head == right.head || words[left.head].relation == "conj" && words[left.head].head == right.head
  }

  /// How a triple's object stands to its predicate.
  private func construction(of triple: OpenTriple) -> String {
    if triple.object.head == triple.predicate { return "copula" }
    let head = document.tree.firstMember(of: triple.object.head)
    if words[head].hangs(by: "obl") { return "oblique" }
    if words[head].hangs(by: "nmod") { return "phrase" }
    switch words[head].relation {
    case "obj", "iobj": return "object"
    case "xcomp": return "complement"
    default: return "antecedent"
    }
  }

  /// Of "is the godmother of Peter Novak" as a description and "is the godmother of", Peter Novak, a graph keeps the second.
  private func leaveOutCopies(in claims: inout [OpenClaim]) {
    var told: [Int: Set<Int>] = [:]
    for claim in claims where claim.isKept && claim.triple.phrase.contains(claim.triple.predicate) {
      told[claim.triple.predicate, default: []].insert(claim.triple.subject.head)
    }
    for (index, claim) in claims.enumerated() where claim.triple.object.head == claim.triple.predicate {
      if told[claim.triple.predicate]?.contains(claim.triple.subject.head) ?? false {
        claims[index].isKept = false
      }
    }
  }

  /// Whether a predicate is what governments do, and not how places lie and fare: "Beijing expects", but "Beijing has parks".
  private func isAct(_ predicate: Int) -> Bool {
    words[predicate].part == .verb && !document.tree.isPassive(predicate)
      && !WordList.placeVerb.contains(words[predicate].lemma)
  }

  private func add(_ claim: OpenClaim, beside known: [Statement], to claims: inout [OpenClaim]) {
    var claim = claim
    for canonical in known {
      let isOneEnd =
        Self.isSame(canonical.subject, claim.subject) || Self.isSame(canonical.object, claim.subject)
      guard isOneEnd else { continue }
      let isOtherEnd =
        Self.isSame(canonical.subject, claim.object) || Self.isSame(canonical.object, claim.object)
      if isOtherEnd,
        claim.triple.phrase.contains(canonical.trigger) || canonical.trigger == claim.triple.predicate
      {
        if canonical.phrase == claim.triple.phrase, Self.isSame(canonical.subject, claim.subject) { return }
        claim.isKept = false
      }
      // "killed ten farmers" is said; where, when and with whom it says no other fact.
      if canonical.trigger == claim.triple.predicate, words[canonical.trigger].part == .verb,
        Self.isSame(canonical.subject, claim.subject)
      {
        claim.isKept = false
      }
      // "is", "the leader of Y": its part is said, and more exactly.
      if claim.triple.object.words.contains(canonical.trigger) { claim.isKept = false }
    }
    claims.append(claim)
  }

  private static func isSame(_ left: PartyReading, _ right: PartyReading) -> Bool {
    if let entity = left.entity { return entity == right.entity }
    return right.entity == nil && left.head == right.head
  }

  /// The parties of an argument, and whether each names or describes a thing: pronouns of unknown reference and adjectives do not.
  private func ends(
    of argument: OpenTriple.Argument
  ) -> [(party: PartyReading, isNominal: Bool)] {
    var found = cast.party(at: argument.head)
    if found.isEmpty {
      let name = document.surface(argument.words)
      found = [PartyReading(name: name, type: .concept, mention: argument.words, head: argument.head)]
      return found.map { ($0, false) }
    }
    return found.prefix(Self.mostParties).map { party in
      var party = party
      party.mention = argument.words
      if party.isNamed { return (party, true) }
      // "he", "this", "younger", "the most active": what stands for a thing or is said of one, and names none.
      switch words[argument.head].part {
      case .pronoun, .determiner, .adjective, .adverb: return (party, false)
      default: return (party, true)
      }
    }
  }

  /// "both countries" stands for no more.
  private static let mostParties = 4
  /// A relation of more words is a sentence by itself, and no two texts share it.
  private static let mostParts = 6
}

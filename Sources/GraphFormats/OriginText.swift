internal import Claims

/// How a claim came to be read, in sentences for people.
struct OriginText {
  let origin: Claim.Origin

  /// What proposed it, and where.
  var source: String {
    let trigger = origin.trigger.map { "“\($0.text)”" } ?? "no word"
    let pattern = origin.place.map { "\($0), a pattern for a \(origin.construction ?? "word")" }
    switch origin.source {
    case .frame: return "read by \(pattern ?? "a frame"), at \(trigger)"
    case .repetition:
      return "said by \(trigger), which stands for the clause before; that one by \(pattern ?? "a frame")"
    case .continuation: return "said by \(trigger), which goes on counting; read by \(pattern ?? "a frame")"
    case .learned:
      let probability = origin.probability.map { ", probability \($0)" } ?? ""
      return "read by the relation model\(probability); both ends hang on \(trigger)"
    case .open:
      return "the sentence's own predicate \(trigger)"
        + (origin.construction.map { ", with its \($0)" } ?? "")
    }
  }

  /// How an end was found: the way to it, and why its words were taken for it; nil where there is nothing to tell.
  static func role(_ name: String, _ role: Claim.Origin.Role, of party: Party) -> String? {
    let way = role.way.map { " (\($0))" } ?? ""
    let words = party.mention.map { " “\($0)”" } ?? ""
    guard let ground = role.ground else { return role.way == nil ? nil : name + words + way }
    if ground == .open { return name + words + way + " stands for nobody the text tells of" }
    return name + words + way + " is taken for \(party.name): \(text(of: ground))"
  }

  private static func text(of ground: Claim.Origin.Ground) -> String {
    switch ground {
    case .coreference: "the model's coreference connects them"
    case .lastOfKind: "the last of its kind that was named"
    case .prominence: "the one mentioned most prominently and lately that it fits"
    case .ownSubject: "the subject of its own clause"
    case .laterSubject: "the subject of its sentence, which comes after it"
    case .topic: "the subject of the clause before"
    case .sharedObject: "the object of the verb before"
    case .list: "those listed before"
    case .pair: "the two named together before"
    case .earlierPronoun: "as the same pronoun before it"
    case .sameNoun: "called by the same noun before"
    case .apposition: "the name that stands beside it"
    case .country: "the one country talked about"
    case .capital: "the capital of the country named or talked about"
    case .turn: "who speaks in this turn, or is spoken to"
    case .placeBefore: "the place named last before it"
    case .government: "a capital that acts stands for its country"
    case .nationality: "the country of a nationality"
    case .description: "the description it goes back to"
    case .repetition: "what the clause before says"
    case .open: "open"
    }
  }

  /// Which words gave polarity, modality and source.
  static func marks(of origin: Claim.Origin, in claim: Claim) -> [String] {
    func words(_ kind: Claim.Origin.Mark.Kind) -> String? {
      let found = origin.marks.filter { $0.kind == kind }.map { "“\($0.words.text)”" }
      return found.isEmpty ? nil : found.joined(separator: " and ")
    }
    var lines: [String] = []
    if let words = words(.polarity) {
      lines.append((claim.polarity == .negative ? "denied by " : "affirmed in the end by ") + words)
    }
    if let words = words(.modality) { lines.append("\(claim.modality.rawValue) because of \(words)") }
    if let words = words(.source) {
      lines.append("on the word of \(claim.attribution?.name ?? "its source") because of \(words)")
    }
    return lines
  }

  /// All there is to tell of a claim, line by line.
  static func lines(of claim: Claim) -> [String] {
    guard let origin = claim.origin else {
      return ["how it was read is not kept; ingest its document again to keep it"]
    }
    let roles = [
      role("subject", origin.subject, of: claim.subject), role("object", origin.object, of: claim.object),
    ]
    return [OriginText(origin: origin).source] + roles.compactMap { $0 } + marks(of: origin, in: claim)
  }
}

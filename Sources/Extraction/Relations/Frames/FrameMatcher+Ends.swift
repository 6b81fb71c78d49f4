internal import Claims
internal import Schema

extension FrameMatcher {
  struct End {
    var party: PartyReading
    var fit: Double
    /// The word that the slot led to.
    var word: Int
    /// The way that led to it.
    var way: FramePattern.Path
  }

  /// The parties that may stand in a slot: by the first of its ways on which one is found whom the text tells.
  func ends(_ slot: FramePattern.Slot, isAgent: Bool, of pattern: FramePattern, at word: Int) -> [End] {
    var fallback: [End] = []
    trace?.startSlot()
    for path in slot.paths {
      if path == ["term"] { return term(for: slot, of: pattern, at: word) }
      var result: [End] = []
      for target in targets(of: path, at: word) {
        let parties =
          isOfOne(path, target: target, at: word) ? cast.party(at: target) : cast.parties(at: target)
        for party in parties {
          if path.last == "self", target == word, !party.isNamed { continue }
          if let (party, fit) = fitted(party, in: slot, isActing: isAgent && Self.isAgent(path, of: slot)) {
            result.append(End(party: party, fit: fit, word: target, way: path))
          }
        }
      }
      // "Despite its ties to Iceland, Norway …": whom a pronoun stands for may be told elsewhere.
      if result.contains(where: { !Self.isOpen($0.party) }) { return result }
      if fallback.isEmpty { fallback = result }
    }
    return fallback
  }

  /// The noun itself as an office or a kind.
  private func term(for slot: FramePattern.Slot, of pattern: FramePattern, at word: Int) -> [End] {
    // "Green Party, Norway": a noun inside a name calls nothing else so.
    if pattern.kind == .noun, cast.nameOfWord[word] >= 0 { return [] }
    let type = slot.types.contains("role") ? EntityType.role : .concept
    if type == .role, cast.phrases.isOneOfSeveral(word) { return [] }
    let term =
      pattern.kind == .title
      ? cast.phrases.title(at: word, type: type) : cast.phrases.term(at: word, type: type)
    return [End(party: term, fit: 1, word: word, way: ["term"])]
  }

  /// Whether a noun is said of one thing alone, and not of those coordinated with it.
  ///
  /// "The painter Karl Holm and Anna Berg": a noun in the singular is said of the name behind it alone; "the parties United Front,
  /// Green Party": one inside a name is said of that name alone.
  private func isOfOne(_ path: FramePattern.Path, target: Int, at word: Int) -> Bool {
    path.count == 1 && (path[0] == "self" || path[0] == "identity")
      && (target > word && words[word].isNominal && words[word].lower == words[word].lemma
        || cast.nameOfWord[word] >= 0)
      || path == ["phrase"] || path == ["holder"]
  }

  /// A party as it stands in a slot, and how well; nil where it may not.
  private func fitted(_ found: PartyReading, in slot: FramePattern.Slot, isActing: Bool)
    -> (party: PartyReading, fit: Double)?
  {
    var party = found
    if slot.isNamed, !party.isNamed, !mayStandForName(party, in: slot) {
      trace?.misfit(party, "bears no name")
      return nil
    }
    // "in three years" is no date.
    if party.type == .time, cast.times[party.head] == nil { return nil }
    if slot.isState || isActing { party = cast.acting(party) }
    if party.type == .quantity, !slot.types.contains("quantity") {
      // "killed two soldiers": where no number is asked for, those that are counted do or suffer it.
      party.type = cast.phrases.kindOfThing(at: party.head)
    }
    let fit = fit(of: party, in: slot) * (slot.isNamed && !party.isNamed ? Calibration.fitOfDescription : 1)
    if fit > 0 { return (party, fit) }
    trace?.misfit(party, "is taken for \(party.type?.rawValue ?? "something of unknown type")")
    return nil
  }

  /// Whether who stands in a slot acts, so that a capital there is its government: "Beijing expects", "Beijing's criticism".
  private static func isAgent(_ path: FramePattern.Path, of slot: FramePattern.Slot) -> Bool {
    path.count == 1 && ["subject", "possessive", English.by, "controller"].contains(path[0])
      && (!slot.types.contains("place") || slot.types.contains("person"))
  }

  /// "led several companies", "was formed by former managers": a description where names mostly stand, of a type that fits.
  private func mayStandForName(_ party: PartyReading, in slot: FramePattern.Slot) -> Bool {
    guard let type = party.type, !party.isReference, words[party.head].part == .noun else { return false }
    return slot.types.contains(type.rawValue)
  }

  /// Whether a party is a pronoun of which nobody knows whom it stands for.
  private static func isOpen(_ party: PartyReading) -> Bool { party.isReference && party.entity == nil }

  /// The words that a way leads to.
  func targets(of path: FramePattern.Path, at word: Int) -> [Int] {
    var current = [word]
    for (step, role) in path.enumerated() {
      var next: [Int] = []
      for word in current {
        switch role {
        case "self":
          let identities = identities(of: word)
          next +=
            step == 0 ? named(identities) ?? (identities.isEmpty ? [word] : identities) : [word]
        case "identity":
          let identities = identities(of: word)
          next += named(identities) ?? identities
        case "phrase": next.append(word)
        case "holder":
          if let name = cast.phrases.holder(ofTitle: word) { next.append(name) }
        default: next += clauses.arguments(of: word)[role]
        }
      }
      current = next
    }
    return current
  }

  /// The words that a noun is said of; a title before a name is said of that name alone.
  private func identities(of word: Int) -> [Int] {
    cast.phrases.holder(ofTitle: word).map { [$0] } ?? clauses.identities(of: word)
  }

  /// Those of the words that are names or stand for them, where there are any.
  private func named(_ targets: [Int]) -> [Int]? {
    let named = targets.filter { cast.isNamed($0) }
    return named.isEmpty ? nil : [named[0]]
  }

  /// How well a party's type fits a slot; 0 where it may not stand there.
  private func fit(of party: PartyReading, in slot: FramePattern.Slot) -> Double {
    guard let type = party.type else {
      if slot.isStrict { return Self.isOpen(party) ? Calibration.fitOfOpenPronoun : 0 }
      return party.isNamed ? Calibration.fitOfUnknownName : Calibration.fitOfUnknownPhrase
    }
    if slot.types.isEmpty {
      switch type {
      case .time, .quantity, .role: return 0
      case .concept: return slot.isStrict ? 0 : Calibration.fitOfConcept
      default: return 1
      }
    }
    if slot.types.contains(type.rawValue) { return 1 }
    if slot.isStrict {
      // "a survey", "a study": what the model takes for a thought may be a thing or something that happens.
      return type == .concept && slot.types.contains("event") ? Calibration.fitOfConcept : 0
    }
    switch type {
    case .time, .quantity, .role: return 0
    case .organization where slot.types.contains("group"), .group where slot.types.contains("organization"):
      return 1
    case .group where slot.types.contains("person"), .person where slot.types.contains("group"):
      return Calibration.fitOfGroupForPerson
    case .place where slot.types.contains("organization"): return Calibration.fitOfPlaceForOrganization
    case .organization where slot.types.contains("place"): return Calibration.fitOfOrganizationForPlace
    default:
      if slot.types.isSubset(of: ["time", "quantity", "role"]) { return 0 }
      return party.isNamed ? Calibration.fitOfOtherName : Calibration.fitOfOtherPhrase
    }
  }
}

package import Claims

/// What is known of a person in an office: a term, a moment, or only that it was so.
package struct OfficeTerm: Sendable {
  /// How it is known.
  package enum Ground: String, Sendable {
    /// Start and end are stated.
    case term = "start and end stated"
    case start = "start stated"
    case end = "end stated"
    /// It is stated for a moment of which neither is told whether it was the first nor the last.
    case moment = "held then"
    /// A text says that it is over, and not when.
    case former = "former, no time told"
    case undated = "no time told"
    case denied
    case doubted
  }

  /// An answer that fills nothing in.
  package enum Answer: String, Sendable {
    case yes, no
    case notKnown = "not known"
  }

  package let person: EntityName
  /// The office, as the graph calls it.
  package var office: String
  package fileprivate(set) var ground: Ground
  /// In EDTF; nil where nothing tells it.
  package fileprivate(set) var from: String?
  package fileprivate(set) var to: String?
  /// A time at which it was so, where only that is told.
  package fileprivate(set) var moment: String?
  /// What it is known by, the first of which says most.
  package fileprivate(set) var claims: [Claim]

  fileprivate var start: EDTFInterval? { from.flatMap { EDTFInterval($0) } }
  fileprivate var momentTime: EDTFInterval? { moment.flatMap { EDTFInterval($0) } }
  fileprivate var end: EDTFInterval? { to.flatMap { EDTFInterval($0) } }

  /// Whether the person held the office at a time.
  package func answer(at time: EDTFInterval) -> Answer {
    switch ground {
    case .denied: return momentTime.map { $0.overlaps(time) } ?? true ? .no : .notKnown
    case .doubted, .former, .undated: return .notKnown
    case .moment: return momentTime.map { time.contains($0) } ?? false ? .yes : .notKnown
    case .term, .start, .end: break
    }
    if let start, start.isBefore(end: time.last, start: start.first) { return .no }
    if let end, end.isBefore(end: end.last, start: time.first) { return .no }
    // Surely held from the last day that the start may mean to the first that the end may mean.
    switch (start?.last?.dayNumber, end?.first?.dayNumber) {
    case (let from?, let to?): return time.hasDay(from: from, to: max(from, to)) ? .yes : .notKnown
    case (let from?, nil): return time.hasDay(from: from, to: from) ? .yes : .notKnown
    case (nil, let to?): return time.hasDay(from: to, to: to) ? .yes : .notKnown
    case (nil, nil): return .notKnown
    }
  }
}

extension EDTFInterval {
  fileprivate func isBefore(end: CalendarDate?, start: CalendarDate?) -> Bool {
    guard let end = end?.dayNumber, let start = start?.dayNumber else { return false }
    return end < start
  }

  /// Whether a day of it lies in a range.
  fileprivate func hasDay(from: Int, to: Int) -> Bool {
    (first?.dayNumber ?? .min) <= to && (last?.dayNumber ?? .max) >= from
  }

  /// Whether every day of another is one of its own.
  fileprivate func contains(_ other: EDTFInterval) -> Bool {
    guard let from = other.first?.dayNumber, let to = other.last?.dayNumber else { return false }
    return (first?.dayNumber ?? .min) <= from && to <= (last?.dayNumber ?? .max)
  }
}

/// Joins what claims say of one person in one office to terms.
struct OfficeTermBuilder {
  private let person: EntityName
  private let words: OfficeWords
  private var terms: [OfficeTerm] = []

  init(person: EntityName, words: OfficeWords) {
    self.person = person
    self.words = words
  }

  private enum Fact {
    case term(String, String)
    case start(String)
    case end(String)
    case moment(String)
    case none(isFormer: Bool)
  }

  /// The terms that claims tell, in the order of time; what no time is told of last.
  mutating func terms(of claims: [Claim]) -> [OfficeTerm] {
    terms = []
    let stated = claims.filter { $0.polarity == .positive && $0.modality == .certain }
    let facts = stated.map { (claim: $0, fact: fact($0)) }
    // What says most comes first, so that what says less finds the term that it speaks of.
    for (claim, fact) in facts { if case .term(let from, let to) = fact { addTerm(claim, from, to) } }
    for (claim, fact) in facts { if case .start(let from) = fact { addStart(claim, from) } }
    for (claim, fact) in facts { if case .end(let to) = fact { addEnd(claim, to) } }
    for (claim, fact) in facts { if case .moment(let time) = fact { addMoment(claim, time) } }
    for (claim, fact) in facts { if case .none(let isFormer) = fact { addUndated(claim, isFormer) } }
    for claim in claims where !(claim.polarity == .positive && claim.modality == .certain) {
      let ground: OfficeTerm.Ground =
        claim.polarity == .negative && claim.modality == .certain ? .denied : .doubted
      add(claim, ground, at: claim.timeOfOffice)
    }
    return terms.sorted { Self.key($0) < Self.key($1) }
  }

  private static func key(_ term: OfficeTerm) -> Int {
    let time = term.start ?? term.end ?? term.momentTime
    return (time?.first ?? time?.last)?.dayNumber ?? .max
  }

  private func fact(_ claim: Claim) -> Fact {
    guard let value = claim.timeOfOffice, let interval = EDTFInterval(value) else {
      return .none(isFormer: claim.tense == .past)
    }
    if interval.isSpan {
      let ends = value.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      if interval.first == nil { return .end(ends[1]) }
      return interval.last == nil ? .start(ends[0]) : .term(ends[0], ends[1])
    }
    switch words.turn(claim) {
    case .begin: return .start(value)
    case .end: return .end(value)
    case nil: return .moment(value)
    }
  }

  private mutating func add(
    _ claim: Claim, _ ground: OfficeTerm.Ground, from: String? = nil, to: String? = nil,
    at moment: String? = nil
  ) {
    terms.append(
      OfficeTerm(
        person: person, office: claim.object.name, ground: ground, from: from, to: to, moment: moment,
        claims: [claim]))
  }

  private mutating func join(_ claim: Claim, where fits: (OfficeTerm) -> Bool) -> Bool {
    guard let place = terms.firstIndex(where: fits) else { return false }
    terms[place].claims.append(claim)
    return true
  }

  private mutating func addTerm(_ claim: Claim, _ from: String, _ to: String) {
    if !join(claim, where: { $0.from == from && $0.to == to }) { add(claim, .term, from: from, to: to) }
  }

  private mutating func addStart(_ claim: Claim, _ from: String) {
    guard let start = EDTFInterval(from) else { return }
    if !join(claim, where: { $0.start?.overlaps(start) ?? false }) { add(claim, .start, from: from, to: nil) }
  }

  private mutating func addEnd(_ claim: Claim, _ to: String) {
    guard let end = EDTFInterval(to) else { return }
    if join(claim, where: { $0.end?.overlaps(end) ?? false }) { return }
    // The latest start before it is the start of this term, unless a term that has an end lies between.
    let open = terms.indices.filter { index in
      guard terms[index].ground == .start, let start = terms[index].start?.first?.dayNumber else {
        return false
      }
      return start <= end.last?.dayNumber ?? .min
    }
    if let place = open.max(by: { Self.key(terms[$0]) < Self.key(terms[$1]) }) {
      terms[place].to = to
      terms[place].ground = .term
      terms[place].claims.append(claim)
    } else {
      add(claim, .end, from: nil, to: to)
    }
  }

  private mutating func addMoment(_ claim: Claim, _ time: String) {
    guard let moment = EDTFInterval(time) else { return }
    let isKnown = join(claim) { term in
      switch term.ground {
      case .term: term.answer(at: moment) == .yes
      case .start: term.start?.overlaps(moment) ?? false
      case .moment: term.momentTime?.overlaps(moment) ?? false
      case .end: term.end?.overlaps(moment) ?? false
      default: false
      }
    }
    if !isKnown { add(claim, .moment, at: time) }
  }

  private mutating func addUndated(_ claim: Claim, _ isFormer: Bool) {
    if terms.contains(where: { $0.from != nil || $0.to != nil || $0.moment != nil }) { return }
    let ground: OfficeTerm.Ground = isFormer ? .former : .undated
    if !join(claim, where: { $0.ground == ground }) { add(claim, ground) }
  }
}

extension Claim {
  /// When it is true, in EDTF, by its text or by its row.
  fileprivate var timeOfOffice: String? { time?.value ?? row.flatMap { RowTime.value($0.qualifiers) } }
}

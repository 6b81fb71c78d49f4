internal import Claims
internal import Schema

/// A spelling that all certain spellings of one name share: abbreviations written out, marks of writing left out.
///
/// What is joined by it is joined unasked, so that only what was right in 99.5 of 100 pairs of the development data is here; see
/// docs/identity.md. A word is never left out: “Acme”, “Acme Corp” and “Acme Ltd” are three. A function of the name and the kind of
/// thing alone, which a document's share of a graph can carry.
struct CertainKey {
  let lists: IdentityLists

  /// What kinds of names are compared with each other, and by which rules.
  enum Kind: String, CaseIterable {
    case person, organization, place

    /// The types of such things, sorted.
    var types: [String] {
      switch self {
      case .person: [EntityType.person.rawValue]
      case .organization: [EntityType.group.rawValue, EntityType.organization.rawValue]
      case .place: [EntityType.place.rawValue]
      }
    }

    init?(type: String) {
      guard let kind = Self.allCases.first(where: { $0.types.contains(type) }) else { return nil }
      self = kind
    }
  }

  /// The key of a folded name of a type; nil where the name itself is the key.
  func of(folded: String, type: String) -> String? {
    guard let kind = Kind(type: type), mayHaveKey(folded) else { return nil }
    let spelling = spelling(of: folded, kind)
    return spelling == folded ? nil : Self.key(spelling, kind)
  }

  /// Whether two folded names of things of a type are certain to mean one.
  func joins(_ left: String, _ right: String, type: String) -> Bool {
    guard let kind = Kind(type: type) else { return left == right }
    return spelling(of: left, kind) == spelling(of: right, kind)
  }

  /// The key that names of a kind have whose spelling is `folded`.
  static func key(_ folded: String, _ kind: Kind) -> String { "\(folded)\t\(kind.rawValue)" }

  /// The spelling that a key stands for.
  static func spelling(ofKey key: String) -> String {
    key.utf8.lastIndex(of: UInt8(ascii: "\t")).map { String(key[..<$0]) } ?? key
  }

  /// Whether a folded name is spelled otherwise in a key of some kind: spares looking its type up.
  func mayHaveKey(_ folded: String) -> Bool {
    Kind.allCases.contains { spelling(of: folded, $0) != folded }
  }

  /// A folded name as things of a kind are spelled.
  func spelling(of folded: String, _ kind: Kind) -> String {
    if let whole = writtenOut(folded, kind) { return whole }
    var words = words(of: folded, kind)
    guard words.count > 1 else { return words.first ?? folded }
    switch kind {
    case .person:
      for index in words.indices.dropFirst() {
        words[index] = lists.generations[words[index]] ?? words[index]
      }
    case .organization:
      for index in words.indices.dropFirst() {
        words[index] = lists.writtenForms[words[index]] ?? words[index]
      }
      for index in words.indices where words[index] == "&" { words[index] = "and" }
      if let whole = lists.bodies[words[0]] ?? lists.countries[words[0]] {
        words[0] = whole
      }
    case .place:
      words[0] = lists.writtenPlaceWords[words[0]] ?? words[0]
    }
    return words.joined(separator: " ")
  }

  /// What a whole name abbreviates.
  private func writtenOut(_ folded: String, _ kind: Kind) -> String? {
    switch kind {
    case .person: nil
    case .organization: lists.bodies[folded]
    case .place: lists.places[folded]
    }
  }

  /// The words of a name without the full stops of abbreviations and the commas before what is no name of its own; initials apart, those
  /// of a body together.
  private func words(of folded: String, _ kind: Kind) -> [String] {
    var result: [String] = []
    for var word in folded.utf8.split(separator: UInt8(ascii: " ")) {
      if word.last == UInt8(ascii: ",") { word.removeLast() }
      if word.isEmpty { continue }
      let parts = word.split(separator: UInt8(ascii: "."))
      let areInitials = parts.allSatisfy { $0.count == 1 && $0.allSatisfy { (0x61...0x7A).contains($0) } }
      if areInitials, word.contains(UInt8(ascii: ".")), !parts.isEmpty {
        let letters = parts.flatMap { $0 }
        if kind == .person {
          result += letters.map { String(decoding: [$0], as: UTF8.self) }
        } else {
          result.append(String(decoding: letters, as: UTF8.self))
        }
      } else if word.last == UInt8(ascii: "."), parts.count == 1 {
        result.append(String(Substring(word.dropLast())))
      } else {
        result.append(String(Substring(word)))
      }
    }
    return result
  }
}

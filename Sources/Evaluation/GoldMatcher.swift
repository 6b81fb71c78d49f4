internal import Claims
internal import Schema

/// Compares claims with the rows of a gold table.
struct GoldMatcher {
  /// A name of a claim's party, ready to be compared.
  private struct Names {
    let own: Set<String>
    let all: Set<String>

    init(_ party: Party) {
      own = Self.forms([party.name])
      all = Self.forms([party.name, party.mention ?? ""] + party.aliases)
    }

    private static func forms(_ names: [String]) -> Set<String> {
      names.reduce(into: []) { forms, name in
        guard !name.isEmpty else { return }
        forms.insert(NameNorm.norm(name))
        forms.insert(NameNorm.bare(name))
      }
    }
  }

  /// A name of a row, ready to be compared.
  private struct Alternative {
    let names: Set<String>
    /// A description and no name is found within longer ones, too.
    let description: [UInt8]?

    init(_ name: String, _ table: GoldTable) {
      names = table.names(of: name)
      let isDescription = name.unicodeScalars.first?.properties.isLowercase ?? false
      description = isDescription ? [UInt8](" \(NameNorm.norm(name)) ".utf8) : nil
    }

    func means(_ party: Names, isStrict: Bool) -> Bool {
      let forms = isStrict ? party.own : party.all
      if !names.isDisjoint(with: forms) { return true }
      guard !isStrict, let description else { return false }
      return forms.contains { GoldMatcher.contains([UInt8](" \($0) ".utf8), description) }
    }
  }

  private struct Row {
    let tier: GoldTable.Tier
    let subjects: [Alternative]
    let relations: [String]
    let objects: [Alternative]
  }

  private static let inverses = ["child": "parent", "parent": "child"]

  private let rows: [Row]
  private let claims: [(claim: Claim, subject: Names, object: Names)]
  /// The claims by relation, so that a row is compared with few.
  private var claimsOfRelation: [String: [Int]] = [:]

  init(_ table: GoldTable, _ claims: [Claim]) {
    rows = table.rows.map { row in
      Row(
        tier: row.tier, subjects: row.subjects.map { Alternative($0, table) }, relations: row.relations,
        objects: row.objects.map { Alternative($0, table) })
    }
    self.claims = claims.map { ($0, Names($0.subject), Names($0.object)) }
    for (index, claim) in claims.enumerated() {
      claimsOfRelation[claim.relation, default: []].append(index)
    }
  }

  /// The claims that say what a row says, whatever their polarity and modality; in order.
  func claims(of row: Int) -> [Int] {
    let row = rows[row]
    var found: Set<Int> = []
    for relation in Set(row.relations) {
      for index in claimsOfRelation[relation] ?? [] {
        let (_, subject, object) = claims[index]
        let isSymmetric = Vocabulary.builtIn[relation]?.isSymmetric ?? false
        if means(row, subject, object) || isSymmetric && means(row, object, subject) { found.insert(index) }
      }
      guard let inverse = Self.inverses[relation] else { continue }
      for index in claimsOfRelation[inverse] ?? []
      where means(row, claims[index].object, claims[index].subject) {
        found.insert(index)
      }
    }
    return found.sorted()
  }

  private func means(_ row: Row, _ subject: Names, _ object: Names) -> Bool {
    let isStrict = row.tier == .not
    return row.subjects.contains { $0.means(subject, isStrict: isStrict) }
      && row.objects.contains { $0.means(object, isStrict: isStrict) }
  }

  /// Whether the sentence itself names a source other than the one whose turn it is.
  static func isSaidByAnother(_ claim: Claim) -> Bool {
    guard let source = claim.attribution, let mention = source.mention, !mention.isEmpty else { return false }
    return contains([UInt8]((claim.evidence?.text ?? "").utf8), [UInt8](mention.utf8))
      && source.name != claim.speaker?.name
  }

  /// Whether bytes hold other bytes, in a row.
  fileprivate static func contains(_ bytes: [UInt8], _ part: [UInt8]) -> Bool {
    guard let first = part.first else { return true }
    guard bytes.count >= part.count else { return false }
    return (0...bytes.count - part.count).contains {
      bytes[$0] == first && bytes[$0..<$0 + part.count].elementsEqual(part)
    }
  }
}

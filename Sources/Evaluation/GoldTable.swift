package import Claims
internal import Schema

/// What a reader finds in a document: rows with `|` between what is accepted, and names that mean the same.
///
/// A line has the columns id, tier, subject, relation, object, polarity, modality and cue, with tabs between. Lines with `#` and
/// blank lines are passed over. A line `=`, tab, `A|B|C` makes names equivalent.
package struct GoldTable: Sendable {
  /// How much a row asks of an extractor.
  package enum Tier: String, CaseIterable, Sendable {
    /// Any reader would draw this edge.
    case core
    /// Stated, but it takes coreference, ellipsis, metonymy or a weak cue.
    case more
    /// Right where it is claimed, but nobody would miss it.
    case also
    /// A trap: it must not be claimed as a fact on nobody's authority.
    case not
  }

  /// A row of the table.
  package struct Row: Sendable {
    package let id: String
    package let tier: Tier
    package let subjects: [String]
    /// Names of relations of the vocabulary; the first is the one the row is counted under.
    package let relations: [String]
    package let objects: [String]
    package let polarity: Claim.Polarity
    package let modalities: [Claim.Modality]
    /// Words of the document that state it.
    package let cue: String
    /// The line in the file, from 1.
    package let line: Int
  }

  package private(set) var rows: [Row] = []
  /// Normalised name to the names it is as good as.
  private var equivalents: [String: Set<String>] = [:]

  private static let columns = ["id", "tier", "subject", "relation", "object", "polarity", "modality", "cue"]

  /// Reads a table in UTF-8.
  ///
  /// - Parameter relation: whether a relation is one that claims may have.
  /// - Throws: `EvaluationError.badGold` with file, line and what was expected.
  package init(
    name: String, bytes: [UInt8], isRelation relation: (String) -> Bool = GoldTable.isCanonical
  ) throws(EvaluationError) {
    var number = 0
    var start = 0
    while start < bytes.count {
      number += 1
      // Lines end as on Unix, on Windows or on an old Macintosh.
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      do throws(EvaluationError) {
        guard let line = String(validating: bytes[start..<end], as: UTF8.self) else {
          throw EvaluationError(
            .badGold, "expected UTF-8, found other bytes; convert the file, as with `iconv`")
        }
        try add(line, number: number, isRelation: relation)
      } catch {
        throw EvaluationError(error.code, "\(name):\(number): \(error.message)")
      }
      start = end + (isPair ? 2 : 1)
    }
    if rows.isEmpty {
      throw EvaluationError(
        .badGold,
        "\(name): no rows; expected lines of \(Self.columns.joined(separator: ", ")) with tabs between")
    }
  }

  /// Whether the vocabulary that the binary was built with has the relation.
  package static func isCanonical(_ relation: String) -> Bool { Vocabulary.builtIn[relation] != nil }

  private mutating func add(
    _ line: String, number: Int, isRelation: (String) -> Bool
  ) throws(EvaluationError) {
    if line.isEmpty || line.utf8.first == UInt8(ascii: "#") { return }
    let cells = line.unicodeScalars.split(separator: "\t", omittingEmptySubsequences: false).map {
      String($0)
    }
    if cells[0] == "=" {
      guard cells.count > 1, !cells[1].isEmpty else {
        throw EvaluationError(.badGold, "expected names with | between after =")
      }
      let names = Self.alternatives(cells[1]).map(NameNorm.norm)
      for name in names { equivalents[name, default: []].formUnion(names) }
      return
    }
    guard cells.count >= Self.columns.count else {
      throw EvaluationError(
        .badGold,
        "expected \(Self.columns.count) columns (\(Self.columns.joined(separator: ", "))) with tabs between, found \(cells.count)"
      )
    }
    func oneOf<Value: RawRepresentable & CaseIterable>(
      _ cell: String, _ column: String
    ) throws(EvaluationError) -> Value where Value.RawValue == String {
      guard let value = Value(rawValue: cell) else {
        let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
        throw EvaluationError(.badGold, "expected one of \(known) as \(column), found “\(cell)”")
      }
      return value
    }
    func filled(_ index: Int) throws(EvaluationError) -> [String] {
      let alternatives = Self.alternatives(cells[index])
      guard !alternatives.contains("") else {
        throw EvaluationError(
          .badGold,
          "expected \(index == 4 ? "an" : "a") \(Self.columns[index]), or several with | between, found “\(cells[index])”"
        )
      }
      return alternatives
    }
    let relations = try filled(3)
    for relation in relations where !isRelation(relation) {
      throw EvaluationError(
        .badGold, "expected a relation of Schema/relations.tsv, found “\(relation)”"
      )
    }
    var modalities: [Claim.Modality] = []
    for modality in Self.alternatives(cells[6]) { modalities.append(try oneOf(modality, "modality")) }
    rows.append(
      Row(
        id: cells[0], tier: try oneOf(cells[1], "tier"), subjects: try filled(2), relations: relations,
        objects: try filled(4), polarity: try oneOf(cells[5], "polarity"), modalities: modalities,
        cue: cells[7],
        line: number))
  }

  private static func alternatives(_ cell: String) -> [String] {
    cell.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false).map { String($0) }
  }

  /// The normalised names that are as good as a name of the table, itself among them.
  func names(of alternative: String) -> Set<String> {
    let own: Set<String> = [NameNorm.norm(alternative), NameNorm.bare(alternative)]
    return own.reduce(into: own) { $0.formUnion(equivalents[$1] ?? []) }
  }
}

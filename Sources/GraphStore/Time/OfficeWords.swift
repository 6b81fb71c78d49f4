internal import Claims
internal import Schema

/// The words of `Schema/offices.tsv`: how a text tells that somebody comes into an office or leaves it.
struct OfficeWords {
  private let kinds: [String: Set<String>]

  init() {
    var kinds: [String: Set<String>] = [:]
    for cells in SchemaFile.named("offices.tsv")?.rows ?? [] where cells.count == 2 {
      kinds[String(cells[0]), default: []].formUnion(cells[1].split(separator: " ").map(String.init))
    }
    self.kinds = kinds
  }

  /// What a predicate's words tell of an office.
  enum Turn { case begin, end }

  /// The turn that a claim's predicate tells, or the words between person and office; nil where they tell none.
  func turn(_ claim: Claim) -> Turn? {
    let words = "\(claim.phrase ?? "") \(Self.between(claim))".lowercased().split(separator: " ").map(
      String.init)
    if words.contains(where: { kinds["end"]?.contains($0) == true }) { return .end }
    return words.contains(where: { kinds["begin"]?.contains($0) == true }) ? .begin : nil
  }

  /// The text between the mentions of a claim's ends, where both stand in its sentence.
  private static func between(_ claim: Claim) -> String {
    guard let evidence = claim.evidence, let subject = claim.subject.range, let object = claim.object.range
    else {
      return ""
    }
    let from = min(subject.upperBound, object.upperBound) - evidence.range.lowerBound
    let to = max(subject.lowerBound, object.lowerBound) - evidence.range.lowerBound
    guard from >= 0, to > from else { return "" }
    let scalars = evidence.text.unicodeScalars
    guard let start = scalars.index(scalars.startIndex, offsetBy: from, limitedBy: scalars.endIndex),
      let end = scalars.index(start, offsetBy: to - from, limitedBy: scalars.endIndex)
    else { return "" }
    return String(scalars[start..<end])
  }

  /// The words of a name that tell one office from another.
  func telling(_ name: String) -> [String] {
    NameFolding.fold(name).split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init).filter {
      kinds["minor"]?.contains($0) != true
    }
  }
}

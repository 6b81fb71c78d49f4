package import Claims
internal import GraphStore

extension Claim {
  /// The columns of a claim as a row.
  package static let columns = [
    "subject", "relation", "object", "layer", "polarity", "modality", "attribution", "speaker", "when",
    "document",
    "page", "sentence", "start", "end", "evidence",
  ]

  /// The claim as a row of `columns`.
  package var cells: [String] {
    let range = evidence?.range
    return [
      subject.name, relation, object.name, layer.rawValue, polarity.rawValue, modality.rawValue,
      attribution?.name ?? "", speaker?.name ?? "", when, document,
      evidence?.page.map(String.init) ?? "", evidence.map { String($0.sentence) } ?? "",
      range.map { String($0.lowerBound) } ?? "", range.map { String($0.upperBound) } ?? "",
      evidence?.text ?? "",
    ]
  }

  /// When it is true, for a cell: a value in EDTF, or empty.
  package var when: String { time?.value ?? row.flatMap { RowTime.value($0.qualifiers) } ?? "" }

  /// "denied", "possible" … for what makes no edge, "attributed" for what the text only ascribes; else empty.
  var doubt: String {
    var words = polarity == .negative ? ["denied"] : []
    if modality != .certain { words.append(modality.rawValue) }
    if words.isEmpty && attribution != nil { words.append("attributed") }
    return words.joined(separator: ", ")
  }
}

extension Claim.Row {
  /// What the row itself names as its source, or nil.
  var note: String? {
    let notes = qualifiers.filter { $0.name == "source" }.map(\.value)
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }
}

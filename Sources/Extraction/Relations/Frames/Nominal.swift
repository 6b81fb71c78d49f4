/// A line of a frame file that says which nouns stand for the deed of a relation, and which prepositions lead to whom it is done to.
///
/// "nominal attack raid O=on|against|of" is read as the constructions in which such a noun states the relation: "X's attack on Y", "the attack
/// by X on Y", "X launched an attack on Y" (the noun has the subject of its light verb), "Y came under attack from X", "the killing of Y by X",
/// and, where the relation reads both ways, "the war between X and Y".
struct Nominal {
  private let words: [String]
  private let options: [String]
  private let slots: [String: String]

  init(_ fields: [String]) {
    let slotted = fields.firstIndex { $0.hasPrefix("S=") || $0.hasPrefix("O=") } ?? fields.endIndex
    words = Array(fields[..<slotted])
    var slots: [String: String] = [:]
    var options: [String] = []
    for field in fields[slotted...] {
      if field.hasPrefix("S=") || field.hasPrefix("O=") {
        slots[String(field.prefix(1))] = String(field.dropFirst(2))
      } else {
        options.append(field)
      }
    }
    self.slots = slots
    self.options = options
  }

  /// The fields of the noun patterns that the line stands for.
  ///
  /// - Throws: what `failure` makes of a line without prepositions.
  func patterns(failure: (String) -> ExtractionError) throws -> [[String]] {
    guard let object = slots["O"] else { throw failure("O= with the prepositions of “nominal”") }
    let cells = object.split(separator: ":", maxSplits: 1).map(String.init)
    let prepositions = cells.first?.split(separator: "|").map(String.init) ?? []
    let objectTypes = cells.count > 1 ? ":" + cells[1] : ""
    let subjectTypes = slots["S"].map { ":" + $0 } ?? ""
    func pattern(_ subject: String, _ object: String, _ more: [String] = []) -> [String] {
      words + ["S=\(subject)\(subjectTypes)", "O=\(object)\(objectTypes)"] + options + more
    }
    var result: [[String]] = []
    let direct = prepositions.filter { $0 != "of" && $0 != "between" }
    if !direct.isEmpty {
      // An "of" phrase beside another one is of the doer: "the support of X for Y".
      result.append(pattern("agent|of|from|controller", direct.joined(separator: "|")))
    }
    if prepositions.contains("of") {
      result.append(pattern("by|subject|possessive|nationality|compound|controller", "of"))
      // "Y's killing by X".
      result.append(pattern("by", "possessive|nationality"))
    }
    if prepositions.contains("between") {
      result.append(pattern("between", "between"))
    }
    // "came under attack from X", "with the support of X".
    let ifUnder =
      options.contains("if") || options.contains("unless") ? ["case=under"] : ["if", "case=under"]
    if !options.contains("unless") {
      result.append(pattern("from|by|of|nationality|possessive", "subject|controller", ifUnder))
    }
    return result
  }
}

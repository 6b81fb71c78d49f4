internal import Schema

/// Reads the format of `Schema/frames`, which `kg help frames` describes.
struct FrameFile {
  private let file: String
  /// The file as the places of its patterns name it.
  private let name: String
  private let vocabulary: Vocabulary
  private let lexicon: Lexicon
  private let classes: WordClasses
  private var line = 0
  private var relation: Relation?

  init(
    file: String, name: String? = nil, vocabulary: Vocabulary, lexicon: Lexicon,
    classes: WordClasses = .builtIn
  ) {
    self.classes = classes
    self.file = file
    self.name = name ?? file
    self.vocabulary = vocabulary
    self.lexicon = lexicon
  }

  /// Adds the frames of a text to a table.
  ///
  /// - Throws: `ExtractionError.badFrame` with file, line and what was expected.
  mutating func read(_ text: String, into table: inout FrameTable) throws {
    // By bytes: to split at characters, each of which is looked up first, took most of a short command's time.
    let rows = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, row) in rows.enumerated() {
      line = index + 1
      var row = row.last == UInt8(ascii: "\r") ? row.dropLast() : row
      row = row.drop(while: Self.isBlank)
      guard let mark = row.first, mark != UInt8(ascii: "#") else { continue }
      if mark == UInt8(ascii: "+") || mark == UInt8(ascii: "-"), row.dropFirst().first == UInt8(ascii: " ") {
        table.add(try example(Substring(row)))
        continue
      }
      var fields = row.split(whereSeparator: Self.isBlank).map { String(Substring($0)) }
      if fields.isEmpty { continue }
      let first = fields.removeFirst()
      switch first {
      case "relation", "override":
        relation = try relation(fields, table: &table)
        if first == "override", let relation { table.removeAll(of: relation.name) }
      default:
        guard first == "nominal" || FramePattern.Kind(rawValue: first) != nil else {
          throw failure(
            "“relation NAME”, “override NAME”, a pattern (verb, noun, nominal, adjective, name or title), or an example (+ or -), found “\(first)”"
          )
        }
        guard let relation else { throw failure("a line “relation NAME” before the first pattern") }
        if first == "nominal" {
          for fields in try Nominal(fields).patterns(failure: failure) {
            try add(fields, kind: .noun, relation: relation, to: &table)
          }
        } else if let kind = FramePattern.Kind(rawValue: first) {
          try add(fields, kind: kind, relation: relation, to: &table)
        }
      }
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }

  private static func starts(_ field: String, _ start: StaticString) -> Bool {
    field.utf8.starts(with: UnsafeBufferPointer(start: start.utf8Start, count: start.utf8CodeUnitCount))
  }

  /// The pieces between the marks, empty ones among them.
  private static func split(_ text: Substring, at mark: Unicode.Scalar, most: Int = .max) -> [Substring] {
    text.utf8.split(separator: UInt8(ascii: mark), maxSplits: most, omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  private func failure(_ expected: String) -> ExtractionError {
    ExtractionError(code: .badFrame, message: "\(file):\(line): expected \(expected)")
  }

  // MARK: Relations

  /// "relation leader", or one of the user's own: "relation sister-city symmetric subject=place object=place".
  private func relation(_ fields: [String], table: inout FrameTable) throws -> Relation {
    guard let name = fields.first, !name.isEmpty,
      name.utf8.allSatisfy({ $0 >= 97 && $0 <= 122 || $0 >= 48 && $0 <= 57 || $0 == 45 })
    else {
      throw failure("a relation's name in small letters, digits and hyphens after “relation”")
    }
    if let known = vocabulary[name], fields.count == 1 { return known }
    var isSymmetric = false
    var types: [String: [String]] = [:]
    for field in fields.dropFirst() {
      if field == "symmetric" {
        isSymmetric = true
        continue
      }
      let cells = field.split(separator: "=", maxSplits: 1).map(String.init)
      guard cells.count == 2, cells[0] == "subject" || cells[0] == "object" else {
        throw failure(
          "“symmetric”, “subject=TYPE,…” or “object=TYPE,…” after the relation's name, found “\(field)”")
      }
      types[cells[0]] = try entityTypes(cells[1][...]).sorted()
    }
    return Relation(
      name: name, isSymmetric: isSymmetric, subjectTypes: types["subject"] ?? [],
      objectTypes: types["object"] ?? [])
  }

  private func entityTypes(_ text: Substring) throws -> Set<String> {
    let types = text.split(separator: ",").flatMap { $0 == "actor" ? Self.actors : [String($0)] }
    if let bad = types.first(where: { !Self.types.contains($0) }) {
      throw failure("a type (\(Self.types.joined(separator: ", "))), found “\(bad)”")
    }
    return Set(types)
  }

  /// What can act in politics: "actor" stands for all of them.
  private static let actors = ["person", "organization", "group", "place"]

  private static let types = [
    "person", "organization", "group", "place", "event", "object", "role", "concept", "time", "quantity",
  ]

  // MARK: Patterns

  /// The fields of a line, as far as they are read.
  private struct Fields {
    var triggers: [String] = []
    var isOfClass = false
    var slots: [String: FramePattern.Slot] = [:]
    var conditions: [FramePattern.Condition] = []
    var confidence = Calibration.usualConfidence
    var priority = 0
    var isAdditional = false
    /// "if" or "unless" before the conditions.
    var mode = ""
  }

  private func add(
    _ fields: [String], kind: FramePattern.Kind, relation: Relation, to table: inout FrameTable
  ) throws {
    var read = Fields()
    for field in fields { try add(field, of: relation, to: &read) }
    guard let subject = read.slots["S"], let object = read.slots["O"] else {
      throw failure("both S= and O= with the roles of subject and object")
    }
    if read.triggers.isEmpty, kind != .name, kind != .noun {
      throw failure("the words that trigger the pattern after “\(kind.rawValue)”")
    }
    table.add(
      FramePattern(
        relation: relation, kind: kind, companions: [], subject: subject, object: object,
        conditions: read.conditions, confidence: read.confidence, priority: read.priority,
        isAdditional: read.isAdditional, isOfClass: read.isOfClass, place: "\(name):\(line)"),
      triggers: read.triggers)
  }

  private func add(_ field: String, of relation: Relation, to read: inout Fields) throws {
    if field == "if" || field == "unless" {
      read.mode = field
    } else if field == "also" {
      read.isAdditional = true
    } else if Self.starts(field, "S=") || Self.starts(field, "O=") {
      read.slots[String(field.prefix(1))] = try slot(
        field.dropFirst(2), usual: Self.starts(field, "S=") ? relation.subjectTypes : relation.objectTypes)
    } else if Self.starts(field, "confidence=") {
      guard let value = Double(field.dropFirst(11)), value > 0, value <= 1 else {
        throw failure("a number above 0 and up to 1 after “confidence=”")
      }
      read.confidence = value
    } else if Self.starts(field, "priority=") {
      guard let value = Int(field.dropFirst(9)) else { throw failure("a whole number after “priority=”") }
      read.priority = value
    } else if !read.mode.isEmpty {
      read.conditions.append(try condition(field, mode: read.mode))
    } else if field.utf8.contains(UInt8(ascii: "=")) {
      throw failure("S=, O=, confidence=, priority=, “if” or “unless”, found “\(field)”")
    } else if read.slots.isEmpty {
      read.triggers += try lemmas(of: field[...])
      read.isOfClass = read.isOfClass || Self.isClass(field)
    } else {
      throw failure("the words of the trigger before S= and O=, found “\(field)”")
    }
  }

  private func condition(_ field: String, mode: String) throws -> FramePattern.Condition {
    let cells = Self.split(field[...], at: "=", most: 1)
    let paths = try Self.split(cells[0], at: "|").map { try path($0) }
    var lemmas: Set<String> = []
    if cells.count > 1 {
      lemmas = withPlurals(
        try Self.split(cells[1], at: "|").filter { !$0.isEmpty }.flatMap { try self.lemmas(of: $0) })
    }
    return FramePattern.Condition(
      paths: paths, lemmas: lemmas, isForbidden: mode == "unless", text: "\(mode) \(field)")
  }

  /// Lemmas with their plurals, of which the model's lemma is not always right ("deliverie").
  private func withPlurals(_ lemmas: [String]) -> Set<String> {
    Set(lemmas).union(lemmas.compactMap(VerbLemmas.plural))
  }

  /// "@attacked.verb".
  private static func isClass(_ field: String) -> Bool {
    field.utf8.first == UInt8(ascii: "@") && field.utf8.contains(UInt8(ascii: "."))
  }

  /// A lemma, all of a list ("@profession") or all of a class ("@attacked.verb").
  private func lemmas(of field: Substring) throws -> [String] {
    guard field.utf8.contains(where: { $0 != UInt8(ascii: "_") }) else {
      throw failure("a word, found “\(field)”")
    }
    guard field.utf8.first == UInt8(ascii: "@") else { return [field.lowercased()] }
    if Self.isClass(String(field)) {
      let words = classes.words(of: String(field.dropFirst()))
      if words.isEmpty {
        throw failure("“@RELATION.KIND” of a class of Schema/classes.tsv, found “\(field)”")
      }
      return words
    }
    let words = lexicon.words(of: String(field.dropFirst()))
    if words.isEmpty { throw failure("the name of a list of Schema/words.tsv after “@”, found “\(field)”") }
    return words.map { word in
      word.utf8.contains(UInt8(ascii: " ")) ? word.split(separator: " ").joined(separator: "_") : word
    }
  }

  /// "subject|by:person,organization!".
  private func slot(_ text: Substring, usual: [String]) throws -> FramePattern.Slot {
    var text = text
    let isStrict = text.utf8.last == UInt8(ascii: "!")
    if isStrict { text.removeLast() }
    let cells = Self.split(text, at: ":", most: 1)
    var types = Set(usual)
    var isState = false
    var isNamed = false
    if cells.count > 1 {
      var named = cells[1].split(separator: ",")
      isState = named.contains("state")
      isNamed = named.contains("named")
      named.removeAll { $0 == "state" || $0 == "named" }
      if !named.isEmpty { types = try entityTypes(named.joined(separator: ",")[...]) }
    }
    var paths: [FramePattern.Path] = []
    for alternative in Self.split(cells[0], at: "|") {
      let path = try path(alternative)
      if let last = path.last, let several = Self.families[last] {
        paths += several.map { path.dropLast() + [$0] }
      } else {
        paths.append(path)
      }
    }
    return FramePattern.Slot(
      paths: paths, types: types, isStrict: isStrict, isState: isState, isNamed: isNamed)
  }

  /// Roles that stand for several, the likeliest first.
  private static let families: [String: [String]] = [
    "agent": ["subject", "by", "possessive", "nationality", "compound"],
    "patient": ["of", "object", "possessive", "compound", "nationality"],
    "whole": ["of", "possessive", "compound", "nationality"],
    "place": ["in", "at", "near", "around", "on", "throughout", "across"],
  ]

  private func path(_ text: Substring) throws -> FramePattern.Path {
    let roles = Self.split(text, at: ".").map(String.init)
    guard !roles.isEmpty,
      roles.allSatisfy({ role in
        !role.isEmpty && role.utf8.allSatisfy { $0 >= 97 && $0 <= 122 || $0 == 95 || $0 == 45 }
      })
    else {
      throw failure("roles with dots between them, such as “object.of”, found “\(text)”")
    }
    return roles
  }

  // MARK: Examples

  private func example(_ row: Substring) throws -> FrameExample {
    guard let relation else { throw failure("a line “relation NAME” before the first example") }
    let text = String(row.dropFirst(2))
    var sentence = text[...]
    var expected: [String] = []
    if let arrow = text.utf8.indices.first(where: { text[$0...].hasPrefix("=>") }) {
      sentence = text[..<arrow]
      expected = text[arrow...].dropFirst(2).split(separator: ";").map { Self.trimmed($0) }
    }
    let isPositive = row.hasPrefix("+")
    guard !Self.trimmed(sentence).isEmpty, isPositive != expected.isEmpty,
      expected.allSatisfy({ $0.split(separator: "|").count == 2 })
    else {
      throw failure(
        isPositive
          ? "a sentence, “=>” and the claims it makes: “subject | object”, with “;” between"
          : "a sentence without “=>” after “-”")
    }
    return FrameExample(
      relation: relation.name, sentence: Self.trimmed(sentence), expected: expected, file: file, line: line)
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

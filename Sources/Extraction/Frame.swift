internal import Claims
internal import Schema

/// One pattern of a relation, as a line of `Schema/first.frames` gives it.
struct Frame: Sendable {
  /// A step of a pattern.
  enum Step: Sendable {
    /// The subject or the object: a phrase of one of the types, or of any when there are none.
    case slot(isSubject: Bool, types: Set<String>, isStrict: Bool)
    /// A verb with one of these lemmas.
    case verb(lemmas: Set<String>, isPassive: Bool)
    /// A word with one of these lemmas or forms.
    case word(Set<String>, isOptional: Bool)
    /// Up to four words that are no verb, no name and no mark.
    case gap
    /// Up to twenty words of the same clause.
    case longGap

    var isLongGap: Bool { if case .longGap = self { true } else { false } }
  }

  var relation: Relation
  var confidence: Double
  var steps: [Step]
  /// The step whose word is looked up first.
  var anchor: Int
  /// The line in the file, from 1.
  var line: Int
}

/// A sentence under a relation that its frames must read, or must not read.
struct FrameExample: Sendable {
  var relation: String
  var sentence: String
  /// "subject | object" of each claim expected; empty for a counter-example.
  var expected: [String]
  var line: Int
}

/// The frames of a file, indexed by the words that they are anchored at.
struct FrameFile: Sendable {
  private(set) var frames: [Frame] = []
  private(set) var examples: [FrameExample] = []
  /// Relations that an adjective of nationality inside a name states.
  private(set) var nationalityRelations: [Frame] = []
  /// Frames without a word or verb, anchored at the slot for an office or a profession.
  private(set) var phraseFrames: [Frame] = []
  /// Anchor word to frames.
  private(set) var framesOfWord: [String: [Int]] = [:]

  /// All lemmas of verb steps.
  private(set) var verbs: Set<String> = []

  private static let weakAnchors: Set<String> = [
    ",", "of", "the", "a", "an", "in", "'s", "and", "be", "to", "for", "with", "at", "on", "by", "from", "(",
    "this", "his", "her",
  ]

  init(file: String, text: String, vocabulary: Vocabulary) throws {
    var relation: Relation?
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = String(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      func failure(_ expected: String) -> ExtractionError {
        ExtractionError(code: .badFrame, message: "\(file):\(index + 1): expected \(expected)")
      }
      if line.hasPrefix("relation ") {
        guard let known = vocabulary[String(line.dropFirst(9))] else {
          throw failure("the name of a relation of relations.tsv after “relation”")
        }
        relation = known
        continue
      }
      guard let relation else { throw failure("a line “relation NAME” before the first pattern") }
      if line.hasPrefix("+ ") || line.hasPrefix("- ") {
        let parts = line.dropFirst(2).split(separator: "=>", maxSplits: 1)
        let expected = parts.count > 1 ? parts[1].split(separator: ";").map { Self.trimmed($0) } : []
        guard let sentence = parts.first, line.hasPrefix("-") || !expected.isEmpty else {
          throw failure("a sentence, “=>” and “subject | object”")
        }
        examples.append(
          FrameExample(
            relation: relation.name, sentence: Self.trimmed(sentence),
            expected: line.hasPrefix("-") ? [] : expected, line: index + 1))
        continue
      }
      let cells = line.split(separator: "|", maxSplits: 1)
      guard cells.count == 2, let confidence = Double(Self.trimmed(cells[0])), confidence > 0, confidence <= 1
      else {
        throw failure("a confidence from 0 to 1, “|” and a pattern")
      }
      if Self.trimmed(cells[1]) == "S(O)" {
        nationalityRelations.append(
          Frame(relation: relation, confidence: confidence, steps: [], anchor: 0, line: index + 1))
        continue
      }
      guard let steps = Self.steps(cells[1], relation: relation), let anchor = Self.anchor(of: steps) else {
        throw failure("a pattern with S, O and at least one word")
      }
      add(Frame(relation: relation, confidence: confidence, steps: steps, anchor: anchor, line: index + 1))
    }
  }

  private mutating func add(_ frame: Frame) {
    if case .slot = frame.steps[frame.anchor] {
      phraseFrames.append(frame)
      return
    }
    frames.append(frame)
    let words: Set<String>
    switch frame.steps[frame.anchor] {
    case .verb(let lemmas, _): words = lemmas
    case .word(let forms, _): words = forms
    default: words = []
    }
    for word in words { framesOfWord[word, default: []].append(frames.count - 1) }
    for case .verb(let lemmas, _) in frame.steps { verbs.formUnion(lemmas) }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  private static func steps(_ pattern: Substring, relation: Relation) -> [Frame.Step]? {
    var steps: [Frame.Step] = []
    var slots = Set<Bool>()
    for token in pattern.split(separator: " ") {
      if token == "S" || token == "O" || token.hasPrefix("S:") || token.hasPrefix("O:") {
        let isSubject = token.hasPrefix("S")
        slots.insert(isSubject)
        let usual = isSubject ? relation.subjectTypes : relation.objectTypes
        var usualTypes = Set(usual)
        // Groups act as organisations do.
        if usualTypes.contains("organization") { usualTypes.insert("group") }
        if usualTypes.contains("group") { usualTypes.insert("organization") }
        let isStrict = token.hasSuffix("!")
        let token = isStrict ? token.dropLast() : token
        let types =
          token.utf8.count > 1 ? token.dropFirst(2).split(separator: "|").map(String.init) : Array(usualTypes)
        steps.append(.slot(isSubject: isSubject, types: Set(types), isStrict: isStrict))
      } else if token == "..." {
        steps.append(.longGap)
      } else if token == "~" {
        steps.append(.gap)
      } else if token.hasPrefix("<") && token.hasSuffix(">") || token.hasPrefix("[") && token.hasSuffix("]") {
        let lemmas = token.dropFirst().dropLast().split(separator: "|").map(String.init)
        steps.append(.verb(lemmas: Set(lemmas), isPassive: token.hasPrefix("[")))
      } else {
        let isOptional = token.utf8.count > 1 && token.hasSuffix("?")
        let forms = (isOptional ? token.dropLast() : token).split(separator: "|").map(String.init)
        steps.append(.word(Set(forms), isOptional: isOptional))
      }
    }
    return slots.count == 2 ? steps : nil
  }

  private static func anchor(of steps: [Frame.Step]) -> Int? {
    var weak: Int?
    var strong: Int?
    for (index, step) in steps.enumerated() {
      switch step {
      case .verb(let lemmas, _):
        if lemmas != ["be"] && lemmas != ["have"] { return index }
        weak = weak ?? index
      case .word(let forms, let isOptional):
        if isOptional { continue }
        if forms.isDisjoint(with: weakAnchors) { strong = strong ?? index } else { weak = weak ?? index }
      default: continue
      }
    }
    return strong ?? weak
      ?? steps.firstIndex {
        if case .slot(_, let types, _) = $0 {
          !types.isDisjoint(with: ["profession", "kind", "role"])
        } else {
          false
        }
      }
  }
}

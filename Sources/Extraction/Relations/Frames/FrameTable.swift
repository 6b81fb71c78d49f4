internal import Schema

/// The frames of all files, indexed by the words that trigger them.
struct FrameTable: Sendable {
  private(set) var patterns: [FramePattern] = []
  private(set) var examples: [FrameExample] = []
  /// Patterns by kind and by the lemma of the trigger's head.
  private var byLemma: [FramePattern.Kind: [String: [Int]]] = [:]
  /// Patterns that any word of their kind triggers.
  private var byKind: [FramePattern.Kind: [Int]] = [:]
  /// The words that each relation's frames list one by one, as "kind word": what is said of them there holds against their class.
  private var listed: [String: Set<String>] = [:]
  /// The lemmas of verbs.
  private(set) var verbs: Set<String> = []

  /// Adds a pattern under each of its triggers' head lemmas; of a class without the words that the relation lists before.
  mutating func add(_ pattern: FramePattern, triggers: [String]) {
    var byCompanions: [[String]: Int] = [:]
    if triggers.isEmpty {
      var pattern = pattern
      pattern.isOpen = true
      patterns.append(pattern)
      byKind[pattern.kind, default: []].append(patterns.count - 1)
      return
    }
    for trigger in triggers where !isListedElsewhere(trigger, of: pattern) {
      let words =
        trigger.utf8.contains(UInt8(ascii: "_"))
        ? trigger.utf8.split(separator: UInt8(ascii: "_")).map { String(Substring($0)) } : [trigger]
      if words.isEmpty { continue }
      // A verb comes first, with its particle or object behind it; a noun comes last, with its modifiers before it.
      let headIndex = pattern.kind == .verb ? 0 : words.count - 1
      var companions = words
      let head = companions.remove(at: headIndex)
      let index: Int
      if let known = byCompanions[companions] {
        index = known
      } else {
        var pattern = pattern
        pattern.companions = companions
        patterns.append(pattern)
        index = patterns.count - 1
        byCompanions[companions] = index
      }
      byLemma[pattern.kind, default: [:]][head, default: []].append(index)
      // The model's lemma of a plural is not always right ("allie").
      if pattern.kind == .noun, let plural = VerbLemmas.plural(of: head) {
        byLemma[pattern.kind, default: [:]][plural, default: []].append(index)
      }
      if pattern.kind == .verb { verbs.insert(head) }
    }
  }

  /// Whether a word of a class is one that its relation lists by itself.
  private mutating func isListedElsewhere(_ trigger: String, of pattern: FramePattern) -> Bool {
    guard pattern.isOwnPredicate else { return false }
    let key = "\(pattern.kind) \(trigger)"
    if pattern.isOfClass { return listed[pattern.relation.name]?.contains(key) ?? false }
    listed[pattern.relation.name, default: []].insert(key)
    return false
  }

  mutating func add(_ example: FrameExample) { examples.append(example) }

  /// Forgets the patterns and examples of a relation.
  mutating func removeAll(of relation: String) {
    for index in patterns.indices where patterns[index].relation.name == relation {
      patterns[index].confidence = 0
    }
    examples.removeAll { $0.relation == relation }
    listed[relation] = nil
  }

  /// The patterns that are in force, each place once, in the order in which they were read.
  var rules: [FrameRule] {
    var seen: Set<String> = []
    return patterns.compactMap { pattern in
      guard pattern.confidence > 0, seen.insert(pattern.place).inserted else { return nil }
      return FrameRule(place: pattern.place, relation: pattern.relation.name, kind: pattern.kind.rawValue)
    }
  }

  /// The patterns that a word with a lemma and a form triggers.
  func patterns(_ kind: FramePattern.Kind, lemma: String, lower: String) -> [Int] {
    guard let table = byLemma[kind] else { return [] }
    var found = table[lemma] ?? []
    if lower != lemma, let more = table[lower] { found += more.filter { !found.contains($0) } }
    return found
  }

  /// The patterns that every word of a kind triggers.
  func patterns(_ kind: FramePattern.Kind) -> [Int] { byKind[kind] ?? [] }
}

/// What coreference sees of a mention apart from its vector; words are interned, so that comparing is cheap.
struct MentionForm {
  var sentence: Int32
  var first: Int32
  var last: Int32
  var head: Int32
  var type: UInt8
  var kind: UInt8
  /// 0 for no pronoun; see `labels.pronouns`.
  var pronoun: UInt8
  /// The words without articles in front and marks or particles behind.
  var key: Int32
  var headWord: Int32
  /// Nouns, names, numbers and adjectives, ascending.
  var content: [Int32]
  /// Names, ascending.
  var names: [Int32]
  /// The initials of its names as a word, or -1.
  var initials: Int32
  /// The relation of the head.
  var relation: UInt8
  /// What the head does in its clause: 1 subject, 2 object, 3 possessor, 4 oblique or modifier, 0 anything else.
  var role: UInt8
  /// The head's head, or -1.
  var governor: Int32
  /// The speaker of its turn, or -1.
  var speaker: Int32
}

/// Equal strings to equal numbers.
struct Interner {
  private var numbers: [String: Int32] = [:]

  mutating func number(_ string: String) -> Int32 {
    if let number = numbers[string] { return number }
    let number = Int32(numbers.count)
    numbers[string] = number
    return number
  }
}

/// Makes the forms of a document's mentions.
struct MentionFormReader {
  private let segmentation: Segmentation
  private let determiner, particle, punctuation, properNoun: UInt8?
  private let contentTags: [Bool]
  private let roles: [UInt8]
  private let pronounClasses: [String: UInt8]
  private let otherPronoun: UInt8
  private let pronominal: UInt8?
  private var interner = Interner()
  private var plain: [UInt8] = []

  init(segmentation: Segmentation, labels: ModelLabels) {
    self.segmentation = segmentation
    func tag(_ name: String) -> UInt8? { labels.upos.firstIndex(of: name).map { UInt8($0) } }
    determiner = tag("DET")
    particle = tag("PART")
    punctuation = tag("PUNCT")
    properNoun = tag("PROPN")
    contentTags = labels.upos.map { ["NOUN", "PROPN", "NUM", "ADJ"].contains($0) }
    roles = labels.relations.map(Self.role)
    var classes: [String: UInt8] = [:]
    for (number, line) in labels.pronouns.enumerated() {
      for word in line.split(separator: " ") { classes[String(word)] = UInt8(number) }
    }
    pronounClasses = classes
    otherPronoun = UInt8(max(0, labels.pronouns.count - 1))
    pronominal = labels.mentionKinds.firstIndex(of: "pronominal").map { UInt8($0) }
  }

  private static func role(_ relation: String) -> UInt8 {
    if relation == "nmod:poss" { return 3 }
    switch relation.prefix(while: { $0 != ":" }) {
    case "nsubj", "csubj": return 1
    case "obj", "iobj": return 2
    case "obl", "nmod": return 4
    default: return 0
    }
  }

  /// The form of a mention of a sentence whose words are read.
  mutating func form(
    of mention: DocumentAnalysis.Mention, words: [DocumentAnalysis.WordReading], speaker: String?
  ) -> MentionForm {
    let range = mention.words
    let head = mention.head
    let kind = mention.kind
    let forms = range.map { lowered($0) }
    var first = 0
    var last = range.count
    while first < last - 1, words[range.lowerBound + first].upos == determiner { first += 1 }
    while last > first + 1, case let tag = words[range.lowerBound + last - 1].upos,
      tag == particle || tag == punctuation
    {
      last -= 1
    }
    let proper = range.filter { words[$0].upos == properNoun }
    let content = range.filter { contentTags[Int(words[$0].upos)] }.map {
      interner.number(forms[$0 - range.lowerBound])
    }
    let initials = proper.count > 1 ? initials(proper) : -1
    let headWord = forms[head - range.lowerBound]
    let governor = words[head].head
    return MentionForm(
      sentence: Int32(truncatingIfNeeded: mention.sentence),
      first: Int32(truncatingIfNeeded: range.lowerBound),
      last: Int32(truncatingIfNeeded: range.upperBound - 1), head: Int32(truncatingIfNeeded: head),
      type: mention.type, kind: kind,
      pronoun: kind == pronominal ? pronounClasses[headWord] ?? otherPronoun : 0,
      key: interner.number(forms[first..<last].joined(separator: " ")), headWord: interner.number(headWord),
      content: Self.set(content),
      names: Self.set(proper.map { interner.number(segmentation.form($0).lowercased()) }), initials: initials,
      relation: words[head].relation, role: roles[Int(words[head].relation)], governor: governor,
      speaker: speaker.map { interner.number($0) } ?? -1)
  }

  private mutating func initials(_ proper: [Int]) -> Int32 {
    var initials = ""
    for token in proper {
      initials.unicodeScalars.append(contentsOf: segmentation.form(token).unicodeScalars.prefix(1))
    }
    return interner.number(initials.lowercased())
  }

  private mutating func lowered(_ token: Int) -> String {
    Typography.plain(segmentation.letters(of: token), into: &plain)
    return String(decoding: plain, as: UTF8.self).lowercased()
  }

  private static func set(_ values: [Int32]) -> [Int32] {
    let sorted = values.sorted()
    return sorted.indices.filter { $0 == 0 || sorted[$0] != sorted[$0 - 1] }.map { sorted[$0] }
  }
}

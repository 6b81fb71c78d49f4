/// Joins the forms of names that stand for one thing: by lists, short forms in brackets, surnames, initials and small misspellings.
///
/// A short form that several full names share is told for each place by itself, by coreference, generation, title and recency.
struct NameJoiner {
  private(set) var forms: [NameForm] = []
  /// The form of each name of the document.
  private(set) var formOfName: [Int] = []
  /// The full form of each name whose own form stands for several things.
  private(set) var fullFormOfName: [Int: Int] = [:]

  /// No more full names are weighed for a short one.
  private static let longestChoice = 20

  let document: AnnotatedDocument
  private let aliases: AliasList
  private let lexicon: Lexicon
  private var formOfKey: [String: Int] = [:]
  private var things: [Int: Int] = [:]

  init(document: AnnotatedDocument, aliases: AliasList, lexicon: Lexicon) {
    self.document = document
    self.aliases = aliases
    self.lexicon = lexicon
  }

  /// The form that a form was joined to in the end.
  func root(_ index: Int) -> Int {
    var index = index
    while forms[index].parent != index { index = forms[index].parent }
    return index
  }

  mutating func join(_ short: Int, to full: Int) {
    let (a, b) = (root(short), root(full))
    if a != b { forms[a].parent = b }
    // Short ways stay short.
    for index in [short, full] { forms[index].parent = b }
  }

  /// Finds the forms and joins them.
  mutating func join() {
    var types: [Int: NameType] = [:]
    for mention in document.mentions where mention.kind == .named {
      if things[mention.head] == nil { things[mention.head] = mention.thing }
      types[mention.head] = types[mention.head] ?? NameReader.types[mention.type]
    }
    var shortForms: [(short: Int, full: Int)] = []
    for (index, name) in document.names.enumerated() {
      let full = form(name.words, type: name.type)
      forms[full].names.append(index)
      forms[full].votes.add(name.type)
      if let type = types[document.head(of: name.words)] { forms[full].votes.add(type) }
      formOfName.append(full)
      if let short = name.shortForm {
        let type = name.type == .unknown ? .organization : name.type
        let short = form(short, type: type)
        forms[short].votes.add(type)
        shortForms.append((short, full))
      }
    }
    for pair in shortForms where aliases.canonicalName(of: forms[pair.short].text) == nil {
      join(pair.short, to: pair.full)
    }
    joinOtherNames()
    joinListed()
    joinMisspelt()
    joinShort()
  }

  private mutating func form(_ words: Range<Int>, type: NameType) -> Int {
    let text = document.surface(words)
    let key = AliasList.key(text)
    if let index = formOfKey[key] { return index }
    forms.append(NameForm(text: text, key: key, position: forms.count))
    formOfKey[key] = forms.count - 1
    return forms.count - 1
  }

  /// Joins the forms that have the same canonical name by a list.
  private mutating func joinListed() {
    var first: [String: Int] = [:]
    for index in forms.indices {
      guard let canonical = aliases.canonicalName(of: forms[index].text) else { continue }
      let key = AliasList.key(canonical)
      if let known = first[key] { join(index, to: known) } else { first[key] = index }
    }
  }

  // MARK: Misspellings

  /// Joins names of two words or more that differ in one letter of one long word ("Hans Löwenthal", "Hans Lowenthal").
  private mutating func joinMisspelt() {
    var byRest: [String: [Int]] = [:]
    for (index, form) in forms.enumerated() where form.words.count > 1 && form.words.count < 6 {
      for position in form.words.indices where form.words[position].count > 5 {
        var rest = form.words
        rest[position] = "*"
        byRest[rest.joined(separator: " "), default: []].append(index)
      }
    }
    for (rest, indices) in byRest.sorted(by: { $0.key < $1.key })
    where indices.count > 1 && indices.count < 20 {
      guard let position = rest.split(separator: " ").firstIndex(of: "*") else { continue }
      for (offset, left) in indices.enumerated() {
        for right in indices.dropFirst(offset + 1)
        where forms[left].type == forms[right].type && !isKnown(forms[left]) && !isKnown(forms[right])
          && Self.isOneLetterApart(forms[left].words[position], forms[right].words[position])
        {
          join(
            forms[left].names.count < forms[right].names.count ? left : right,
            to: forms[left].names.count < forms[right].names.count ? right : left)
        }
      }
    }
  }

  private func isKnown(_ form: NameForm) -> Bool { aliases.canonicalName(of: form.text) != nil }

  /// Whether two words become equal by one letter that is put in, left out or replaced, behind their first letter.
  static func isOneLetterApart(_ left: String, _ right: String) -> Bool {
    let (a, b) = (Array(left), Array(right))
    guard a.first == b.first, abs(a.count - b.count) <= 1, a != b, a.allSatisfy({ !$0.isNumber }),
      b.allSatisfy({ !$0.isNumber })
    else { return false }
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    // A letter more at the end is a plural or another word.
    return start + end >= max(a.count, b.count) - 1 && start < min(a.count, b.count)
  }

  // MARK: Short forms

  private mutating func joinShort() {
    let index = ShortFormIndex(forms: forms, lexicon: lexicon) { aliases.canonicalName(of: $0.text) != nil }
    for short in forms.indices where root(short) == short {
      let form = forms[short]
      if isKnown(form) || form.type == .place || form.type == .group || form.names.isEmpty { continue }
      var full: [Int] = []
      for candidate in index.fullForms(of: form, at: short).prefix(Self.longestChoice) {
        // Forms that are joined already are one candidate.
        if !full.contains(where: { root($0) == root(candidate) }), root(candidate) != short {
          full.append(candidate)
        }
      }
      if full.count == 1 {
        join(short, to: full[0])
      } else if full.count > 1, form.type != .organization {
        forms[short].isSpread = true
        for name in form.names { fullFormOfName[name] = full[0] }
        spread(short, over: full)
      }
    }
  }

  /// Tells for each place of a short form which of several full names it stands for.
  private mutating func spread(_ short: Int, over full: [Int]) {
    var candidates = full.map {
      Candidate($0, forms: forms, document: document, things: things, lexicon: lexicon)
    }
    for name in forms[short].names {
      let place = document.names[name].words.lowerBound
      let latest = candidates.map { $0.last(before: place) }.max() ?? -1
      let scores = candidates.map { score(of: $0, for: name, of: forms[short], latest: latest) }
      let best = scores.indices.max { (scores[$0], -$0) < (scores[$1], -$1) } ?? 0
      fullFormOfName[name] = full[best]
      candidates[best].lastShort = place
    }
  }

  /// How likely a short form is a candidate's at one place.
  private func score(of candidate: Candidate, for name: Int, of form: NameForm, latest: Int) -> Double {
    let words = document.names[name].words
    var score = min(Calibration.mostForMentions, Double(candidate.count))
    if let thing = things[document.head(of: words)], candidate.things.contains(thing) {
      score += Calibration.scoreOfCoreference
    }
    if form.generation == .junior && candidate.isChild || form.generation == .senior && candidate.isParent {
      score += Calibration.scoreOfGeneration
    }
    let last = candidate.last(before: words.lowerBound)
    if last < 0 {
      score += Calibration.scoreOfLater
    } else if last == latest {
      score += Calibration.scoreOfLatest
    }
    let title = document.names[name].title
    if !title.isEmpty, candidate.titles.contains(document.surface(title)) {
      score += Calibration.scoreOfTitle
    }
    return score
  }

  /// A person whom a short form may stand for.
  private struct Candidate {
    /// How often the full name stands where more is said of the person than whose child somebody is.
    var count = 0
    /// Where the person was named in full, in order.
    var places: [Int] = []
    /// Where the person was last named by the short form.
    var lastShort = -1
    var things: Set<Int> = []
    var titles: Set<String> = []
    var isChild = false
    var isParent = false

    init(_ form: Int, forms: [NameForm], document: AnnotatedDocument, things: [Int: Int], lexicon: Lexicon) {
      isChild = forms[form].generation == .junior
      isParent = forms[form].generation == .senior
      for name in forms[form].names {
        let words = document.names[name].words
        let head = document.head(of: words)
        if let thing = things[head] { self.things.insert(thing) }
        let title = document.names[name].title
        if !title.isEmpty { titles.insert(document.surface(title)) }
        for dependent in document.dependents(of: head).prefix(20)
        where document.words[dependent].relation == "appos"
          && WordList.childNoun.contains(document.words[dependent].lemma)
        {
          isChild = true
        }
        let above = document.words[head].head
        if document.words[head].relation.hasPrefix("nmod"), above >= 0,
          WordList.kinship.contains(document.words[above].lemma)
        {
          isParent = isParent || WordList.childNoun.contains(document.words[above].lemma)
          continue
        }
        count += 1
        places.append(words.lowerBound)
      }
    }

    /// Where the person was last named before a word; -1 if not yet.
    func last(before word: Int) -> Int {
      let next = places.partitioningIndex { $0 >= word }
      return max(lastShort, next > 0 ? places[next - 1] : -1)
    }
  }
}

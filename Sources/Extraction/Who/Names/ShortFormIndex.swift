/// The full names of a document by what may stand for them in short.
struct ShortFormIndex {
  /// People by each word of their names but the first.
  private var bySurname: [String: [Int]] = [:]
  private var byFirst: [String: [Int]] = [:]
  /// People by the first letter of the first name and the surname.
  private var byInitial: [String: [Int]] = [:]
  private var byInitials: [String: [Int]] = [:]
  /// Organizations by what stands before "of" or "for" ("Freedom Front"), and by their nouns ("academy").
  private var byHead: [String: [Int]] = [:]
  private var byNoun: [String: [Int]] = [:]

  private let forms: [NameForm]

  init(forms: [NameForm], lexicon: Lexicon, isListed: (NameForm) -> Bool) {
    self.forms = forms
    for (index, form) in forms.enumerated() where form.words.count > 1 && form.words.count < 12 {
      let words = form.words
      if !isListed(form), form.type != .person {
        let letters = words.filter { !WordList.smallNameWord.contains($0) }.flatMap {
          $0.split(separator: "-")
        }
        .compactMap(\.first)
        let all = words.compactMap(\.first)
        for initials in Set([String(letters), String(all)]) {
          byInitials[initials, default: []].append(index)
        }
      }
      if form.type == .person || form.type == .unknown, words.count < 6 {
        for word in Set(words.dropFirst()) where !WordList.nameParticle.contains(word) && word.utf8.count > 1
        {
          bySurname[word, default: []].append(index)
        }
        byFirst[words[0], default: []].append(index)
        if let initial = words[0].first, let last = words.last {
          byInitial[String(initial) + " " + last, default: []].append(index)
        }
      } else if form.type == .organization {
        let head = words.prefix { $0 != English.of && $0 != English.for }
        if head.count < words.count, head.count > 1 {
          byHead[head.joined(separator: " "), default: []].append(index)
        }
        for word in Set(words) where WordList.organizationNoun.contains(word) {
          byNoun[word, default: []].append(index)
        }
      }
    }
  }

  /// The forms that a form may stand for, itself not among them.
  func fullForms(of form: NameForm, at position: Int) -> [Int] {
    let key = form.words.joined(separator: " ")
    var candidates: [Int] = []
    if form.words.count == 1 {
      if form.type != .organization { candidates = bySurname[key] ?? [] }
      if candidates.isEmpty, form.type == .person { candidates = byFirst[key] ?? [] }
      if candidates.isEmpty, key.utf8.count > 2, form.text.utf8.allSatisfy({ $0 < 97 }) {
        candidates = byInitials[key.split(separator: ".").joined()] ?? []
      }
      if candidates.isEmpty, form.type == .organization || form.type == .unknown {
        candidates = byNoun[key] ?? []
      }
    } else if form.type == .organization {
      candidates = byHead[key] ?? []
    } else if form.type == .person, let last = form.words.last, let initial = form.words[0].first {
      // "J. T. Ayorinde" is "James Tanimola Ayorinde"; "Ahmad Masood" is not "Ahmad Shah Masood".
      candidates = (byInitial[String(initial) + " " + last] ?? []).filter { other in
        forms[other].words.count >= form.words.count && Self.isShortened(form.words, to: forms[other].words)
      }
    }
    candidates.removeAll { $0 == position }
    return candidates
  }

  /// Whether names are the same but for initials: each word the same or an initial of it, and one an initial at least.
  private static func isShortened(_ short: [String], to full: [String]) -> Bool {
    let given = short.dropLast().flatMap { $0.split(separator: ".").map(String.init) }
    let fullGiven = full.dropLast().flatMap { $0.split(separator: ".").map(String.init) }
    guard given.count <= fullGiven.count, !given.isEmpty, short != full else { return false }
    for (left, right) in zip(given, fullGiven) where left != right {
      guard left.count == 1 || right.count == 1, left.first == right.first else { return false }
    }
    // What the shorter name leaves out is an initial, or the shorter one has initials only.
    return fullGiven.dropFirst(given.count).allSatisfy { $0.count == 1 } || given.allSatisfy { $0.count == 1 }
  }
}

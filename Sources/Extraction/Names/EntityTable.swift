internal import Claims

/// The named things of one document: which names stand for the same thing, and what it is called.
struct EntityTable {
  /// A thing with all its names.
  struct Entity {
    /// The canonical name inside the document.
    var name: String
    /// What the analyser or a claim took it for.
    var type: NameType
    /// The other names, sorted by UTF-8 bytes.
    var aliases: [String]
  }

  private(set) var entities: [Entity] = []
  /// The entity of each name of the document.
  private(set) var entityOfName: [Int] = []
  private var positions: [String: Int] = [:]

  private let document: AnnotatedDocument
  private let aliases: AliasList
  private let lexicon: Lexicon

  init(document: AnnotatedDocument, aliases: AliasList, lexicon: Lexicon) {
    self.document = document
    self.aliases = aliases
    self.lexicon = lexicon
    build()
  }

  /// The entity of a country or another name of the list, made when the document has not named it so far.
  mutating func entity(named name: String, type: NameType) -> Int {
    let canonical = aliases.canonicalName(of: name) ?? name
    let key = AliasList.key(canonical)
    if let position = positions[key] { return position }
    entities.append(Entity(name: canonical, type: type, aliases: []))
    positions[key] = entities.count - 1
    return entities.count - 1
  }

  /// Notes what a claim takes an entity for, where nothing else told.
  mutating func suggest(_ type: NameType, for entity: Int) {
    if entities[entity].type == .unknown { entities[entity].type = type }
  }

  private static let generations: Set<String> = ["jr", "jr.", "sr", "sr."]

  /// A distinct form of a name, with all places where it stands.
  private struct Form {
    var text: String
    var words: [String]
    /// How often its names were taken for what.
    var votes = TypeVotes()
    var count = 0
    var parent: Int

    var type: NameType { votes.winner }
  }

  /// What names were taken for; the most win, and of equals the first.
  private struct TypeVotes {
    private var votes: [(type: NameType, count: Int)] = []

    var winner: NameType { votes.max { $0.count < $1.count }?.type ?? .unknown }

    mutating func add(_ type: NameType, count: Int = 1) {
      if type == .unknown { return }
      if let index = votes.firstIndex(where: { $0.type == type }) {
        votes[index].count += count
      } else {
        votes.append((type, count))
      }
    }

    mutating func add(_ other: TypeVotes) {
      for vote in other.votes { add(vote.type, count: vote.count) }
    }
  }

  private mutating func build() {
    var forms: [Form] = []
    var formOfKey: [String: Int] = [:]
    var formOfName: [Int] = []
    func form(_ words: Range<Int>, type: NameType) -> Int {
      let text = document.surface(words)
      let key = AliasList.key(text)
      if let index = formOfKey[key] {
        forms[index].votes.add(type)
        forms[index].count += 1
        return index
      }
      let lower: [String] = key.split(separator: " ").map { String($0) }.filter {
        !Self.generations.contains($0)
      }
      forms.append(Form(text: text, words: lower, count: 1, parent: forms.count))
      forms[forms.count - 1].votes.add(type)
      formOfKey[key] = forms.count - 1
      return forms.count - 1
    }
    func root(_ index: Int) -> Int {
      var index = index
      while forms[index].parent != index { index = forms[index].parent }
      return index
    }
    func join(_ short: Int, to full: Int) {
      let (a, b) = (root(short), root(full))
      if a != b { forms[a].parent = b }
    }
    var shortForms: [(short: Int, full: Int)] = []
    for name in document.names {
      let full = form(name.words, type: name.type)
      formOfName.append(full)
      if let short = name.shortForm {
        shortForms.append((form(short, type: name.type == .unknown ? .organization : name.type), full))
      }
    }
    for pair in shortForms where aliases.canonicalName(of: forms[pair.short].text) == nil {
      join(pair.short, to: pair.full)
    }
    for (index, full) in listedNames(of: forms) { join(index, to: full) }
    for (index, full) in shortNames(of: forms) where forms[index].parent == index { join(index, to: full) }

    var members: [Int: [Int]] = [:]
    for index in forms.indices { members[root(index), default: []].append(index) }
    var entityOfForm = [Int](repeating: 0, count: forms.count)
    for (_, indices) in members.sorted(by: { $0.key < $1.key }) {
      let canonical = canonicalName(of: indices.map { forms[$0] })
      var names: Set<String> = []
      for index in indices { names.insert(forms[index].text) }
      names.remove(canonical)
      var votes = TypeVotes()
      for index in indices { votes.add(forms[index].votes) }
      let type = votes.winner
      let key = AliasList.key(canonical)
      let position: Int
      if let known = positions[key] {
        position = known
        entities[known].aliases = Self.sorted(Set(entities[known].aliases).union(names))
        if entities[known].type == .unknown { entities[known].type = type }
      } else {
        position = entities.count
        entities.append(Entity(name: canonical, type: type, aliases: Self.sorted(names)))
        positions[key] = position
      }
      for index in indices { entityOfForm[index] = position }
    }
    entityOfName = formOfName.map { entityOfForm[$0] }
  }

  private static func sorted(_ names: Set<String>) -> [String] {
    names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// For each form whose canonical name a list gives, the first form with the same one.
  private func listedNames(of forms: [Form]) -> [(Int, Int)] {
    var first: [String: Int] = [:]
    var pairs: [(Int, Int)] = []
    for index in forms.indices {
      guard let canonical = aliases.canonicalName(of: forms[index].text) else { continue }
      let key = AliasList.key(canonical)
      if let known = first[key] { pairs.append((index, known)) } else { first[key] = index }
    }
    return pairs
  }

  /// For each short form, the one full form it stands for.
  private func shortNames(of forms: [Form]) -> [(Int, Int)] {
    var byLast: [String: [Int]] = [:]
    var byFirst: [String: [Int]] = [:]
    var byInitials: [String: [Int]] = [:]
    for (index, form) in forms.enumerated() where form.words.count > 1 && form.words.count < 10 {
      if aliases.canonicalName(of: form.text) == nil {
        let initials = form.words.filter { $0 != "of" && $0 != "the" && $0 != "for" && $0 != "and" }
          .compactMap(\.first)
        byInitials[String(initials), default: []].append(index)
      }
      if form.type == .person || form.type == .unknown, form.words.count < 5 {
        byLast[form.words[form.words.count - 1], default: []].append(index)
        byFirst[form.words[0], default: []].append(index)
      } else if form.type == .organization, let of = form.words.firstIndex(of: "of"), of > 1 {
        byFirst[form.words[..<of].joined(separator: " "), default: []].append(index)
      }
    }
    var pairs: [(Int, Int)] = []
    for (index, form) in forms.enumerated() {
      if aliases.canonicalName(of: form.text) != nil || form.type == .place || form.type == .group {
        continue
      }
      let key = form.words.joined(separator: " ")
      var candidates: [Int] = []
      if form.words.count == 1 {
        candidates = form.type == .organization ? [] : byLast[key] ?? []
        if candidates.isEmpty, form.type == .person { candidates = byFirst[key] ?? [] }
        if candidates.isEmpty, key.utf8.count > 2 { candidates = byInitials[key] ?? [] }
      } else if form.type == .organization {
        candidates = byFirst[key] ?? []
      }
      candidates.removeAll { $0 == index }
      // Several people of that name: the one named most often in full, if there is such a one.
      let most = candidates.map { forms[$0].count }.max() ?? 0
      let best = candidates.filter { forms[$0].count == most }
      if best.count == 1 { pairs.append((index, best[0])) }
    }
    return pairs
  }

  private func canonicalName(of forms: [Form]) -> String {
    for form in forms { if let name = aliases.canonicalName(of: form.text) { return name } }
    if let country = forms.lazy.compactMap({ lexicon.country(named: $0.text) }).first { return country.name }
    let best = forms.max { left, right in
      let (a, b) = (left.words.count, right.words.count)
      if a != b { return a < b }
      if left.text.utf8.count != right.text.utf8.count { return left.text.utf8.count < right.text.utf8.count }
      return right.text < left.text
    }
    return best?.text ?? ""
  }
}

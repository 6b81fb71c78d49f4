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

  private let aliases: AliasList
  private let lexicon: Lexicon

  /// Joins the names of a document.
  init(document: AnnotatedDocument, aliases: AliasList, lexicon: Lexicon) {
    self.aliases = aliases
    self.lexicon = lexicon
    var joiner = NameJoiner(document: document, aliases: aliases, lexicon: lexicon)
    joiner.join()
    build(joiner)
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

  /// The entity of a name that the document names or implies.
  func known(_ name: String) -> Int? { positions[AliasList.key(aliases.canonicalName(of: name) ?? name)] }

  /// Notes what a claim takes an entity for, where nothing else told.
  mutating func suggest(_ type: NameType, for entity: Int) {
    if entities[entity].type == .unknown { entities[entity].type = type }
  }

  private mutating func build(_ joiner: NameJoiner) {
    let forms = joiner.forms
    var members: [Int: [Int]] = [:]
    for index in forms.indices where !forms[index].isSpread {
      members[joiner.root(index), default: []].append(index)
    }
    var entityOfForm = [Int](repeating: 0, count: forms.count)
    for (_, indices) in members.sorted(by: { $0.key < $1.key }) {
      let canonical = canonicalName(of: indices.map { forms[$0] })
      var votes = TypeVotes()
      for index in indices { votes.add(forms[index].votes) }
      let position = position(of: canonical, type: aliases.type(of: canonical) ?? votes.winner)
      add(Set(indices.map { forms[$0].text }), to: position)
      for index in indices { entityOfForm[index] = position }
    }
    entityOfName = joiner.formOfName.enumerated().map { name, form in
      guard let full = joiner.fullFormOfName[name] else { return entityOfForm[form] }
      let entity = entityOfForm[full]
      add([forms[form].text], to: entity)
      return entity
    }
  }

  private mutating func position(of canonical: String, type: NameType) -> Int {
    let key = AliasList.key(canonical)
    if let known = positions[key] {
      if entities[known].type == .unknown { entities[known].type = type }
      return known
    }
    entities.append(Entity(name: canonical, type: type, aliases: []))
    positions[key] = entities.count - 1
    return entities.count - 1
  }

  private mutating func add(_ names: Set<String>, to entity: Int) {
    let others = names.subtracting([entities[entity].name])
    if others.isSubset(of: entities[entity].aliases) { return }
    entities[entity].aliases = Set(entities[entity].aliases).union(others).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  private func canonicalName(of forms: [NameForm]) -> String {
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

internal import Claims
internal import SQLite
internal import Schema

/// Writes the rows of graph files into a graph, inside one transaction.
///
/// Entities are written as they come, edges when their file ends: by then they are sorted, so that both tables of edges are
/// filled from their first page to their last. Memory is bounded: 36 bytes an entity up to 12 million, beyond which names
/// are looked up in the graph; and 150 MB of edges.
package final class GraphImport: ImportedRowReceiver {
  /// What is done with the rows, beyond storing them.
  package struct Options: Sendable {
    /// Whether a relation of the vocabulary is taken as the vocabulary's, with its symmetry, and not as the file's own.
    package var usesVocabulary = false
    /// Whether a row that says the same as an earlier one of its file counts once.
    package var dropsRepeated = true
    /// Whether, in an empty graph, the indexes of names may be missing until the end: not where texts come too.
    package var buildsIndexesAtEnd = true

    package init() {}
  }

  /// What came of a file.
  package struct Summary: Hashable, Sendable {
    /// Rows that state an edge, those that said the same as an earlier one included.
    package var rows = 0
    /// Entities that the graph did not know.
    package var newEntities = 0
    /// Edges that the graph did not have.
    package var newEdges = 0
    /// Rows that said the same as an earlier one.
    package var repeated = 0
    /// Rows whose two ends are one entity.
    package var loops = 0
    /// Relations that the file uses.
    package var relations = 0

    package init() {}
  }

  private struct NumberedRelation {
    var identifier: UInt32
    var isSymmetric: Bool
    /// How many rows of the file use it.
    var uses = 0
  }

  /// How many names are kept in memory.
  static let nameLimit = 12_000_000

  let connection: Connection
  /// May change between files.
  package var options: Options
  var store: ClaimStore
  let sorter: EdgeSorter
  var names: NameTable
  var entities: EntityWriter
  private var relations: NameTable
  /// The relations that `relations` numbers, which counts from 1.
  private var numbered: [NumberedRelation] = []
  private var placeOf: [UInt32: Int] = [:]
  /// How many rows of the file, which were counted as uses, said the same as an earlier one, by their relation's identifier.
  var repeatedUses: [Int: Int] = [:]
  private(set) var document = 0
  /// Whether a row may only name entities by identifiers that are known.
  package var requiresKnownIdentifiers = false
  package internal(set) var summary = Summary()
  /// The first entity that this import added.
  private var firstNewEntity: Int?
  /// Those that stand for others.
  private var canonicals: [UInt32: UInt32] = [:]
  /// Whether the graph had no entity before.
  private var wasEmpty = false
  private var folded: [UInt8] = []
  private var bulk: BulkIndexes?

  init(
    connection: Connection, options: Options, nameLimit: Int = GraphImport.nameLimit,
    runLength: Int = EdgeSorter.runLength
  ) throws {
    self.connection = connection
    self.options = options
    store = ClaimStore(connection: connection)
    sorter = EdgeSorter(runLength: runLength)
    names = NameTable(limit: nameLimit)
    relations = NameTable(limit: 1 << 24)
    entities = try EntityWriter(connection: connection)
  }

  /// Takes the indexes of names away where the graph is empty: they are built after the rows, which is faster.
  private func lookWhetherEmpty() throws {
    guard options.buildsIndexesAtEnd, bulk == nil,
      try connection.integer("SELECT 1 FROM entity LIMIT 1") == nil
    else { return }
    bulk = try BulkIndexes(connection: connection)
    wasEmpty = true
    entities.isBulk = true
  }

  /// Whether no graph file was imported before, so that no file can be known.
  package var isFirstFile: Bool {
    get throws { try connection.integer("SELECT 1 FROM document WHERE rows IS NOT NULL LIMIT 1") == nil }
  }

  /// Starts a file; its rows follow.
  func beginDocument(_ identifier: Int) throws {
    try lookWhetherEmpty()
    document = identifier
    summary = Summary()
    if firstNewEntity == nil {
      let first = (try connection.integer("SELECT max(id) FROM entity") ?? 0) + 1
      firstNewEntity = first
      store.tally.note(firstImported: first)
    }
    try entities.beginDocument(identifier)
    try readCanonicals()
  }

  /// Ends a file: its edges are written.
  func endDocument() throws {
    try writeEdges()
    summary.relations = 0
    for index in numbered.indices where numbered[index].uses > 0 {
      let relation = Int(numbered[index].identifier)
      try store.addUses(numbered[index].uses - (repeatedUses[relation] ?? 0), of: relation)
      numbered[index].uses = 0
      summary.relations += 1
    }
    summary.newEntities = entities.newCount
    repeatedUses = [:]
    for entity in entities.endDocument() { store.touchedEntities.insert(entity) }
  }

  /// The number of an entity, made where neither this import nor the graph has it.
  private func number(of reference: EntityReference, mustExist: Bool) throws -> UInt32 {
    switch reference.kind {
    case .identifier:
      let key = names.key(reference.key, kind: 1)
      return try names.value(for: key) ?? newNumber(of: reference, key: key, mustExist: mustExist)
    case .name:
      if NameFolding.foldASCII(reference.key, into: &folded) { return try foldedNumber(of: reference) }
      // Folding other letters takes longer, so such names are known by their bytes too.
      let raw = names.key(reference.key, kind: reference.isPerson ? 5 : 3)
      if let known = names.value(for: raw) { return known }
      folded = Array(NameFolding.fold(String(decoding: reference.key, as: UTF8.self)).utf8)
      let number = try foldedNumber(of: reference)
      names.insert(number, for: raw)
      return number
    }
  }

  private func foldedNumber(of reference: EntityReference) throws -> UInt32 {
    let key = folded.withUnsafeBytes { names.key($0, kind: reference.isPerson ? 4 : 2) }
    return try names.value(for: key) ?? newNumber(of: reference, key: key, mustExist: false)
  }

  private func newNumber(of reference: EntityReference, key: NameTable.Key, mustExist: Bool) throws -> UInt32
  {
    var number: UInt32?
    if names.isFull { try bulk?.restoreLookUp() }
    if !wasEmpty || names.isFull { number = try entities.stored(reference, folded: folded) }
    if number == nil && mustExist { throw ImportedRowError.unknownIdentifier(reference.key) }
    let result = try number ?? entities.insert(reference, folded: folded)
    names.insert(result, for: key)
    return result
  }

  /// Removes what nothing supports any more; names may then mean other entities than before.
  func settle() throws {
    try store.tally.settleEdges()
    try store.settle()
    names = NameTable(limit: names.limit)
    relations = NameTable(limit: relations.limit)
    numbered = []
    placeOf = [:]
  }

  /// Ends the import: builds what follows from the rows.
  func finish() throws {
    try bulk?.restore()
    try joinNamesakes()
    try store.settle()
  }

  /// Has the persons and the rest of one name looked at, where either is new.
  private func joinNamesakes() throws {
    let statement = try connection.statement(
      """
      SELECT p.id, e.id FROM entity p JOIN entity e ON e.folded = p.folded AND e.part IS NULL AND e.identifier IS NULL
      WHERE p.part = 'person' AND (p.id >= ?1 OR e.id >= ?1)
      """)
    try statement.bind(firstNewEntity ?? Int.max, at: 1)
    while try statement.step() {
      store.touchedEntities.formUnion([statement.integer(at: 0), statement.integer(at: 1)])
    }
  }

  /// The edge of a row between those that stand for its ends, which are remembered, in the order of a symmetric relation.
  private func placed(_ own: EdgeRecord, isSymmetric: Bool) throws -> EdgeRecord {
    var own = own
    var record = own
    record.subject = canonicals[own.subject] ?? own.subject
    record.object = canonicals[own.object] ?? own.object
    if isSymmetric, try entities.precedes(record.object, record.subject) {
      swap(&record.subject, &record.object)
      swap(&own.subject, &own.object)
    }
    if !record.hasSameKey(as: own) {
      try connection.run(
        "INSERT OR REPLACE INTO moved_row (document, row, subject, object) VALUES (?, ?, ?, ?)", document,
        Int(own.row), Int(own.subject), Int(own.object))
    }
    return record
  }

  private func readCanonicals() throws {
    canonicals = [:]
    let statement = try connection.statement(
      "SELECT id, canonical FROM entity WHERE canonical IS NOT NULL")
    while try statement.step() {
      canonicals[try Identifiers.number(statement.integer(at: 0))] = try Identifiers.number(
        statement.integer(at: 1))
    }
  }

  package func receive(_ edge: borrowing ImportedEdge) throws {
    // Both first, so that a row with an unknown end leaves no trace.
    let subject = try number(of: edge.subject, mustExist: requiresKnownIdentifiers)
    let object = try number(of: edge.object, mustExist: requiresKnownIdentifiers)
    try entities.touch(subject, edge.subject, nameRank: nil)
    try entities.touch(object, edge.object, nameRank: nil)
    let relation = try relation(edge.relation, isCanonical: edge.isCanonical)
    let own = EdgeRecord(
      subject: subject, relation: numbered[relation].identifier, object: object,
      row: UInt32(clamping: edge.line), confidence: edge.confidence)
    let record = try placed(own, isSymmetric: numbered[relation].isSymmetric)
    numbered[relation].uses += 1
    summary.rows += 1
    if subject == object { summary.loops += 1 }
    try sorter.append(record)
    for qualifier in edge.qualifiers { try insert(qualifier, line: edge.line) }
  }

  package func receive(_ entity: borrowing ImportedEntity) throws {
    let number = try number(of: entity.entity, mustExist: false)
    try entities.touch(number, entity.entity, nameRank: entity.nameRank)
    for alias in entity.aliases { try entities.insertAlias(alias, of: number) }
  }

  package func receive(_ qualifier: borrowing ImportedQualifier) throws {
    try insert(qualifier.content, line: qualifier.line)
  }

  private func insert(_ qualifier: ImportedEdge.Qualifier, line: Int) throws {
    let statement = try connection.statement(
      "INSERT OR IGNORE INTO qualifier (document, row, name, value) VALUES (?, ?, ?, ?)")
    try statement.bindInteger(document, at: 1)
    try statement.bindInteger(line, at: 2)
    try statement.bindText(inPlace: qualifier.name, at: 3)
    try statement.bindText(inPlace: qualifier.value, at: 4)
    try statement.runOnce()
  }

  /// The place of a relation in `numbered`, made where it has none.
  private func relation(_ name: Bytes, isCanonical: Bool) throws -> Int {
    let key = relations.key(name, kind: isCanonical ? 1 : 0)
    if let known = relations.value(for: key) { return Int(known) - 1 }
    let text = String(decoding: name, as: UTF8.self)
    let known = isCanonical || options.usesVocabulary ? Vocabulary.builtIn[text] : nil
    let isSymmetric = known?.isSymmetric == true
    let relation = try store.relation(
      text, layer: known == nil && !isCanonical ? .imported : .canonical, isSymmetric: isSymmetric)
    // The same relation may go by another key before, where it is named as the vocabulary's and as the file's own.
    let identifier = try Identifiers.number(relation)
    let place = placeOf[identifier] ?? numbered.count
    if place == numbered.count {
      placeOf[identifier] = place
      numbered.append(NumberedRelation(identifier: identifier, isSymmetric: isSymmetric))
    }
    relations.insert(UInt32(place + 1), for: key)
    return place
  }
}

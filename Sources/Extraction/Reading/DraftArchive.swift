internal import Claims

/// The drafts of a document in few bytes each, until the names of the document are settled.
///
/// A draft has seven parts that are strings or lists of words; as such, those of a long document would take more room than its words.
struct DraftArchive: Sendable, RandomAccessCollection {
  /// The drafts of one sentence.
  private struct Entry {
    var block: Int32
    var start: Int32
  }

  private var entries: [Entry] = []
  /// One array of all would be copied whole whenever it grows.
  private var blocks: [[UInt8]] = []
  private var strings = StringTable()

  private static let blockSize = 1 << 16

  var startIndex: Int { 0 }
  var endIndex: Int { entries.count }

  /// Adds the drafts of a sentence.
  mutating func add(_ drafts: [ClaimDraft]) {
    if drafts.isEmpty { return }
    if blocks.last.map({ $0.count >= Self.blockSize }) ?? true { blocks.append([]) }
    let block = blocks.count - 1
    entries.append(Entry(block: Int32(block), start: Int32(blocks[block].count)))
    var writer = DraftWriter(strings: strings)
    swap(&writer.bytes, &blocks[block])
    strings = StringTable()
    writer.write(drafts.count)
    for draft in drafts { writer.write(draft) }
    swap(&writer.bytes, &blocks[block])
    strings = writer.strings
  }

  subscript(position: Int) -> [ClaimDraft] {
    let entry = entries[position]
    var reader = DraftReader(bytes: blocks[Int(entry.block)], at: Int(entry.start), strings: strings)
    return (0..<reader.integer()).map { _ in reader.draft() }
  }
}

/// Strings by number.
struct StringTable: Sendable {
  private var numbers: [String: Int] = [:]
  private(set) var strings: [String] = []

  mutating func number(of string: String) -> Int {
    if let known = numbers[string] { return known }
    numbers[string] = strings.count
    strings.append(string)
    return strings.count - 1
  }
}

/// Writes drafts as bytes that `DraftReader` reads.
struct DraftWriter {
  var bytes: [UInt8] = []
  /// What says the same in many drafts: relations, places of patterns, ways.
  var strings: StringTable

  init(strings: StringTable) { self.strings = strings }

  mutating func write(_ draft: ClaimDraft) {
    write(draft.layer)
    write(draft.method)
    write(draft.subject)
    write(shared: draft.relation)
    write(draft.isSymmetric)
    write(draft.object)
    write(draft.phrase)
    write(draft.facts)
    write(optional: draft.attribution) { $0.write($1) }
    write(optional: draft.place) { $0.write($1) }
    write(optional: draft.time) { writer, time in
      writer.write(time.text)
      writer.write(optional: time.value) { $0.write($1) }
    }
    write(draft.sentence)
    write(draft.confidence)
    write(draft.proposal)
    write(draft.isKept)
  }

  private mutating func write(_ party: PartyReading) {
    write(optional: party.entity) { $0.write($1) }
    write(party.name)
    write(optional: party.type) { $0.write(shared: $1.rawValue) }
    write(party.mention.lowerBound)
    write(party.mention.count)
    write(party.head)
    write(party.isReference)
    write(optional: party.ground) { $0.write($1) }
  }

  private mutating func write(_ facts: Factuality) {
    write(facts.polarity)
    write(facts.modality)
    write(optional: facts.tense) { $0.write($1) }
    write(optional: facts.attribution) { $0.write($1) }
    write(facts.isQuestion)
    write(facts.polarityMarks)
    write(facts.modalityMarks)
    write(optional: facts.sourceMark) { $0.write($1) }
  }

  private mutating func write(_ proposal: Proposal) {
    write(proposal.source)
    write(optional: proposal.place) { $0.write(shared: $1) }
    write(optional: proposal.construction) { $0.write(shared: $1) }
    write(optional: proposal.probability) { $0.write($1) }
    write(proposal.confidence)
    write(proposal.isOfClass)
    write(proposal.trigger)
    for way in [proposal.subjectWay, proposal.objectWay] {
      write(way.count)
      for step in way { write(shared: step) }
    }
  }

  /// Seven bits a byte, the lowest first, the sign in the lowest.
  mutating func write(_ number: Int) {
    var rest = UInt(bitPattern: number << 1 ^ number >> (Int.bitWidth - 1))
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  private mutating func write(_ numbers: [Int]) {
    write(numbers.count)
    for number in numbers { write(number) }
  }

  private mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  private mutating func write(_ number: Double) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number.bitPattern >> UInt64(shift)))
    }
  }

  private mutating func write(_ string: String) {
    let start = bytes.count
    let count = string.utf8.count
    write(count)
    bytes.reserveCapacity(start + count)
    bytes += string.utf8
  }

  private mutating func write(shared string: String) { write(strings.number(of: string)) }

  private mutating func write<Case: CaseIterable & Equatable>(_ value: Case) {
    write(Case.allCases.enumerated().first { $0.element == value }?.offset ?? 0)
  }

  private mutating func write<Value>(
    optional value: Value?, _ body: (inout DraftWriter, Value) -> Void
  ) {
    write(value != nil)
    if let value { body(&self, value) }
  }
}

/// Reads what `DraftWriter` wrote.
struct DraftReader {
  private let bytes: [UInt8]
  private var position: Int
  private let strings: StringTable

  init(bytes: [UInt8], at position: Int, strings: StringTable) {
    self.bytes = bytes
    self.position = position
    self.strings = strings
  }

  mutating func draft() -> ClaimDraft {
    ClaimDraft(
      layer: value(), method: value(), subject: party(), relation: shared(), isSymmetric: flag(),
      object: party(), phrase: integers(), facts: factuality(),
      attribution: flag() ? party() : nil, place: flag() ? party() : nil,
      time: flag() ? Claim.Time(text: string(), value: flag() ? string() : nil) : nil,
      sentence: integer(), confidence: number(), proposal: proposal(), isKept: flag())
  }

  private mutating func party() -> PartyReading {
    let entity = flag() ? integer() : nil
    let name = string()
    let type = flag() ? EntityType(rawValue: shared()) : nil
    let start = integer()
    return PartyReading(
      entity: entity, name: name, type: type, mention: start..<start + integer(), head: integer(),
      isReference: flag(), ground: flag() ? value() : nil)
  }

  private mutating func factuality() -> Factuality {
    Factuality(
      polarity: value(), modality: value(), tense: flag() ? value() : nil,
      attribution: flag() ? integer() : nil, isQuestion: flag(), polarityMarks: integers(),
      modalityMarks: integers(), sourceMark: flag() ? integer() : nil)
  }

  private mutating func proposal() -> Proposal {
    Proposal(
      source: value(), place: flag() ? shared() : nil, construction: flag() ? shared() : nil,
      probability: flag() ? number() : nil, confidence: number(), isOfClass: flag(), trigger: integer(),
      subjectWay: way(), objectWay: way())
  }

  private mutating func way() -> FramePattern.Path { (0..<integer()).map { _ in shared() } }

  mutating func integer() -> Int {
    var result: UInt = 0
    var shift: UInt = 0
    while true {
      let byte = next()
      result |= UInt(byte & 0x7F) << shift
      if byte < 0x80 { return Int(bitPattern: result >> 1) ^ -Int(bitPattern: result & 1) }
      shift += 7
    }
  }

  private mutating func integers() -> [Int] { (0..<integer()).map { _ in integer() } }

  private mutating func flag() -> Bool { next() != 0 }

  private mutating func number() -> Double {
    var pattern: UInt64 = 0
    for shift in stride(from: 0, to: 64, by: 8) { pattern |= UInt64(next()) << UInt64(shift) }
    return Double(bitPattern: pattern)
  }

  private mutating func string() -> String {
    let count = integer()
    position += count
    return String(decoding: bytes[position - count..<position], as: UTF8.self)
  }

  private mutating func shared() -> String { strings.strings[integer()] }

  private mutating func value<Case: CaseIterable>() -> Case {
    let all = Case.allCases
    return all[all.index(all.startIndex, offsetBy: integer())]
  }

  private mutating func next() -> UInt8 {
    position += 1
    return bytes[position - 1]
  }
}

/// Why an object is no claim record.
package struct ClaimRecordError: Error, Hashable, Sendable {
  package let reason: String
}

extension Claim {
  /// Reads a claim record, as `JSONWriter.claim` writes it.
  ///
  /// Fields that do not apply may be left out; fields that are not known are passed over.
  /// - Throws: `ClaimRecordError`.
  package init(record: JSONValue) throws(ClaimRecordError) {
    let fields = try RecordFields(record, name: "the record")
    layer = try fields.oneOf("layer")
    subject = try fields.party("subject").required("subject")
    relation = try fields.filled("relation")
    object = try fields.party("object").required("object")
    phrase = try fields.text("phrase")
    method = try fields.oneOf("method")
    polarity = try fields.oneOf("polarity")
    modality = try fields.oneOf("modality")
    tense = try fields.text("tense") == nil ? nil : try fields.oneOf("tense")
    attribution = try fields.party("attribution")
    speaker = try fields.party("speaker")
    place = try fields.party("place")
    time = try fields.object("time").map { (time) throws(ClaimRecordError) in
      Time(
        text: try time.text("text").required("time.text"),
        value: try time.text("value"))
    }
    confidence = try fields.number("confidence").required("confidence")
    guard (0...1).contains(confidence) else {
      throw ClaimRecordError(reason: "confidence is not from 0 to 1")
    }
    document = try fields.filled("document")
    if let sentence = try fields.offset("sentence") {
      let start = try fields.offset("start").required("start")
      let end = try fields.offset("end").required("end")
      guard start <= end else { throw ClaimRecordError(reason: "the end lies before the start") }
      evidence = Evidence(
        sentence: sentence, range: start..<end, text: try fields.text("evidence").required("evidence"),
        page: try fields.offset("page"), pageLabel: try fields.text("page_label"))
    } else {
      evidence = nil
    }
    row = try fields.offset("row").map { (line) throws(ClaimRecordError) in
      var qualifiers: [Qualifier] = []
      for qualifier in try fields.objects("qualifiers") {
        qualifiers.append(
          Qualifier(
            name: try qualifier.filled("name"),
            value: try qualifier.text("value").required("a qualifier's value")))
      }
      return Row(line: line, qualifiers: qualifiers)
    }
    origin = try fields.object("origin").map { (origin) throws(ClaimRecordError) in try Origin(record: origin)
    }
  }
}

/// The fields of an object of a claim record.
struct RecordFields {
  private let fields: [String: JSONValue]
  private let name: String

  init(_ value: JSONValue, name: String) throws(ClaimRecordError) {
    guard case .object(let fields) = value else { throw ClaimRecordError(reason: "\(name) is no object") }
    self.fields = fields
    self.name = name
  }

  private subscript(_ name: String) -> JSONValue? {
    guard let value = fields[name], value != .null else { return nil }
    return value
  }

  func text(_ name: String) throws(ClaimRecordError) -> String? {
    switch self[name] {
    case nil: return nil
    case .string(let text): return text
    default: throw ClaimRecordError(reason: "\(name) is no text")
    }
  }

  func filled(_ name: String) throws(ClaimRecordError) -> String {
    let text = try text(name).required(name)
    if text.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      throw ClaimRecordError(reason: "\(name) is empty")
    }
    return text
  }

  func number(_ name: String) throws(ClaimRecordError) -> Double? {
    switch self[name] {
    case nil: return nil
    case .number(let number): return number
    default: throw ClaimRecordError(reason: "\(name) is no number")
    }
  }

  func offset(_ name: String) throws(ClaimRecordError) -> Int? {
    guard let number = try number(name) else { return nil }
    guard let whole = Int(exactly: number), (0...1 << 50).contains(whole) else {
      throw ClaimRecordError(reason: "\(name) is no whole number from 0")
    }
    return whole
  }

  func object(_ name: String) throws(ClaimRecordError) -> RecordFields? {
    guard let value = self[name] else { return nil }
    return try RecordFields(value, name: name)
  }

  /// The objects of a list; none where there is no list.
  func objects(_ name: String) throws(ClaimRecordError) -> [RecordFields] {
    guard let value = self[name] else { return [] }
    guard case .array(let values) = value else { throw ClaimRecordError(reason: "\(name) is no list") }
    var result: [RecordFields] = []
    for value in values { result.append(try RecordFields(value, name: "what \(name) lists")) }
    return result
  }

  func oneOf<Value: RawRepresentable & CaseIterable>(_ name: String) throws(ClaimRecordError) -> Value
  where Value.RawValue == String {
    let text = try filled(name)
    guard let value = Value(rawValue: text) else {
      let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
      throw ClaimRecordError(reason: "\(name) is none of \(known)")
    }
    return value
  }

  func party(_ name: String) throws(ClaimRecordError) -> Party? {
    guard let party = try object(name) else { return nil }
    var aliases: [String] = []
    switch party["aliases"] {
    case nil: break
    case .array(let values):
      for value in values {
        guard case .string(let alias) = value, !alias.isEmpty else {
          throw ClaimRecordError(reason: "\(name).aliases holds something other than names")
        }
        aliases.append(alias)
      }
    default: throw ClaimRecordError(reason: "\(name).aliases is no list")
    }
    var range: Range<Int>?
    if let start = try party.offset("start"), let end = try party.offset("end") {
      guard start <= end else { throw ClaimRecordError(reason: "the end of \(name) lies before its start") }
      range = start..<end
    }
    do throws(ClaimRecordError) {
      var read = Party(
        name: try party.filled("name"), type: EntityType(rawValue: try party.filled("type")),
        mention: try party.text("mention"), range: range, aliases: aliases,
        identifier: try party.text("identifier"))
      read.isDescription = party["description"] == .bool(true)
      return read
    } catch {
      throw ClaimRecordError(reason: "\(name): \(error.reason)")
    }
  }
}

extension Optional {
  /// The value, which has to be there.
  func required(_ name: String) throws(ClaimRecordError) -> Wrapped {
    guard let self else { throw ClaimRecordError(reason: "\(name) is missing") }
    return self
  }
}

extension Claim.Origin {
  /// Reads how a claim came to be read, as `JSONWriter.origin` writes it.
  init(record fields: RecordFields) throws(ClaimRecordError) {
    self.init(source: try fields.oneOf("source"))
    place = try fields.text("place")
    construction = try fields.text("construction")
    probability = try fields.number("probability")
    guard probability.map({ (0...1).contains($0) }) ?? true else {
      throw ClaimRecordError(reason: "origin.probability is not from 0 to 1")
    }
    trigger = try fields.object("trigger").map { (words) throws(ClaimRecordError) in
      try Self.words(words, of: "origin.trigger")
    }
    subject = try Self.role(fields.object("subject"))
    object = try Self.role(fields.object("object"))
    for mark in try fields.objects("marks") {
      marks.append(Claim.Origin.Mark(kind: try mark.oneOf("kind"), words: try Self.words(mark, of: "a mark")))
    }
  }

  private static func words(
    _ fields: RecordFields, of name: String
  ) throws(ClaimRecordError) -> Claim.Origin.Words {
    let text = try fields.text("text").required("\(name).text")
    let start = try fields.offset("start").required("\(name).start")
    let end = try fields.offset("end").required("\(name).end")
    guard start <= end else { throw ClaimRecordError(reason: "the end of \(name) lies before its start") }
    return Claim.Origin.Words(text: text, range: start..<end)
  }

  private static func role(_ fields: RecordFields?) throws(ClaimRecordError) -> Claim.Origin.Role {
    guard let fields else { return Claim.Origin.Role() }
    return Claim.Origin.Role(
      way: try fields.text("way"), ground: try fields.text("ground") == nil ? nil : try fields.oneOf("ground")
    )
  }
}

/// What mails and mailboxes look like.
enum MailForm {
  /// Fields that only mail has; a memorandum has From, To and Subject as well.
  private static let certain: Set<String> = [
    "message-id", "mime-version", "received", "return-path", "delivered-to", "content-type", "in-reply-to",
    "references",
    "x-mailer", "content-transfer-encoding", "dkim-signature", "envelope-to", "list-id",
  ]

  static func isFieldName(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.isEmpty && bytes.count < 80
      && bytes.allSatisfy { (33...126).contains($0) && $0 != UInt8(ascii: ":") }
  }

  /// Whether a file starts with the head of a mail.
  static func isMail(_ head: [UInt8]) -> Bool {
    let headers = MailHeaders(head, 0..<head.count)
    guard headers.fields.count > 2 else { return false }
    let names = Set(headers.fields.map(\.name))
    let hasSender = names.contains("from") || names.contains("sender") || names.contains("return-path")
    guard hasSender, !names.isDisjoint(with: ["date", "subject", "to", "received"]) else { return false }
    if !names.isDisjoint(with: certain) { return true }
    // Saved without its technical fields: an address and a time in mail's own form.
    let from = headers.raw("from") ?? []
    return from.contains(UInt8(ascii: "@")) && headers.date != nil && names.contains("subject")
  }

  /// Whether a file starts with the line that separates the mails of a mailbox, and a head after it.
  static func isMailbox(_ head: [UInt8]) -> Bool {
    guard let end = separatorEnd(head, at: 0) else { return false }
    return MailHeaders(head, end..<head.count).fields.count > 1
  }

  /// The end of a separating line at an offset: "From ADDRESS DATE"; nil where there is none.
  static func separatorEnd(_ bytes: [UInt8], at start: Int) -> Int? {
    guard bytes[start...].starts(with: "From ".utf8) else { return nil }
    let end = bytes[start...].prefix(500).firstIndex(of: 10) ?? min(bytes.count, start + 500)
    let line = bytes[start..<end]
    // A year stands in every one of them, and no sentence ends with one and a time of day.
    let words = line.split(separator: 32)
    let hasTime = words.contains { word in
      word.count >= 4 && word.contains(UInt8(ascii: ":"))
        && word.allSatisfy { $0 == 58 || (48...57).contains($0) || $0 == 13 }
    }
    let hasYear = words.contains { word in
      let digits = word.filter { $0 != 13 }
      return digits.count == 4 && digits.allSatisfy { (48...57).contains($0) }
    }
    guard hasTime, hasYear else { return nil }
    return min(bytes.count, end + 1)
  }

  /// The mails of a mailbox, without their separating lines.
  static func mails(in bytes: [UInt8]) -> [Range<Int>] {
    var mails: [Range<Int>] = []
    var start: Int?
    var position = 0
    var isAfterBlank = true
    while position < bytes.count {
      let end = bytes[position...].firstIndex(of: 10) ?? bytes.count
      if isAfterBlank, let body = separatorEnd(bytes, at: position) {
        if let start { mails.append(start..<position) }
        start = body
        position = body
        isAfterBlank = false
        continue
      }
      isAfterBlank = end == position || end == position + 1 && bytes[position] == 13
      position = end + 1
    }
    if let start, start < bytes.count { mails.append(start..<bytes.count) }
    return mails
  }
}

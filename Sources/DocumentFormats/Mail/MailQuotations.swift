internal import Layout

/// Tells whose words quoted passages are, by the line before them.
enum MailQuotations {
  /// The passages of a mail in HTML, with their speakers.
  static func attributed(_ passages: [Passage], sender: String?) -> [Passage] {
    var result = passages
    var quoted: String?
    for index in result.indices {
      switch result[index].kind {
      case .quotation:
        if index > 0, result[index - 1].kind != .quotation {
          quoted = name(inHeading: String(decoding: result[index - 1].text, as: UTF8.self))
          if quoted != nil { result[index - 1].kind = .metadata }
        }
        result[index].speaker = quoted
      case .body, .list, .heading: result[index].speaker = sender
      default: break
      }
    }
    return result
  }

  /// Who is named by the line over a quotation, such as "On Mon, 3 Mar 2014, Anna Berg <anna@example.org> wrote:"; nil for another line.
  static func name(inHeading line: String) -> String? {
    let plain = MetadataText.plain(line)
    guard plain.hasSuffix(":"), plain.utf8.count < 300 else { return nil }
    if let open = plain.firstIndex(of: "<"), plain[open...].contains("@") {
      return name(atEndOf: String(plain[..<open]))
    }
    if let open = plain.firstIndex(of: "("), plain[open...].contains("@") {
      return name(atEndOf: String(plain[..<open]))
    }
    // "On 3 March 2014 at 10:12, Anna Berg wrote:": the name is between the time and the verb.
    let words = plain.dropLast().split(separator: " ").map(String.init)
    guard words.count > 2, words.count < 30, plain.utf8.contains(where: { (48...57).contains($0) }) else {
      return nil
    }
    return name(atEndOf: words.dropLast().joined(separator: " "))
  }

  /// The words in capitals at the end of a text, back to a comma, a number or a word in small letters.
  private static func name(atEndOf text: String) -> String? {
    var words: [String] = []
    for word in text.split(separator: " ").map(String.init).reversed() {
      if word.hasSuffix(","), !words.isEmpty { break }
      let core = word.filter { $0 != "," && $0 != "\"" && $0 != "'" }
      guard let first = core.unicodeScalars.first else { continue }
      if core.utf8.contains(where: { (48...57).contains($0) }) || core == "AM" || core == "PM" { break }
      guard first.properties.isUppercase || core.contains(".") || !words.isEmpty && core.utf8.count <= 3
      else { break }
      words.insert(core, at: 0)
    }
    while let first = words.first?.unicodeScalars.first, !first.properties.isUppercase { words.removeFirst() }
    guard !words.isEmpty, words.count <= 6 else { return nil }
    return words.joined(separator: " ")
  }
}

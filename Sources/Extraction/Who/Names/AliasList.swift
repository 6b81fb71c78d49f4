/// The names that stand for one thing whatever the document, from `Schema/aliases.tsv` and the user's own files.
struct AliasList: Sendable {
  private var canonicalNames: [String: String] = [:]
  private var types: [String: NameType] = [:]

  /// Reads the lines of a file; later files win where they name an alias again.
  mutating func add(file: String, rows: String) throws {
    for (index, line) in rows.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let text = line.hasSuffix("\r") ? line.dropLast() : line
      if text.isEmpty || text.hasPrefix("#") { continue }
      var cells = text.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
      let type = cells.last.flatMap {
        $0.hasPrefix("type:") ? NameType(rawValue: String($0.dropFirst(5))) : nil
      }
      if type != nil { cells.removeLast() }
      guard cells.count > 1, cells.allSatisfy({ !$0.isEmpty }) else {
        throw ExtractionError(
          code: .badAliasLine,
          message:
            "\(file):\(index + 1): expected a canonical name and at least one alias with tabs between, none empty"
        )
      }
      for cell in cells { canonicalNames[Self.key(cell)] = cells[0] }
      if let type { types[Self.key(cells[0])] = type }
    }
  }

  /// The canonical name of the thing of that name; nil where no list knows it.
  func canonicalName(of name: String) -> String? { canonicalNames[Self.key(name)] }

  /// What the thing of that canonical name is; nil where no list tells.
  func type(of canonicalName: String) -> NameType? { types[Self.key(canonicalName)] }

  /// All names, as keys.
  var keys: Dictionary<String, String>.Keys { canonicalNames.keys }

  /// A name in lower case, with straight quotes and plain hyphens, single spaces and no article.
  static func key(_ name: String) -> String {
    var words: [Substring] = []
    let lower = name.lowercased()
    let plain = String(
      String.UnicodeScalarView(
        lower.unicodeScalars.compactMap { scalar -> Unicode.Scalar? in
          switch scalar.value {
          case 0x2018, 0x2019: "'"
          case 0x2010...0x2014: "-"
          case 0x201C, 0x201D, 0x22: nil
          case 0x9, 0xA, 0xD, 0xA0: " "
          default: scalar
          }
        }))
    words = plain.split(separator: " ")
    if words.count > 1, words[0] == English.the { words.removeFirst() }
    return words.joined(separator: " ")
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

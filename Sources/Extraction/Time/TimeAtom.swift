/// A piece of a word that dates are read from: "2001-09-10" is five, "1990s" is one.
///
/// The treebanks' tokens cut dates in various places ("11-", "–12", "-09-"); pieces do not depend on it.
struct TimeAtom: Sendable {
  /// The form in lower case, without full stops behind letters ("sept", "bc").
  let text: String
  /// The number that the form starts with, of at most four digits, or nil.
  let number: Int?
  /// How many digits the number has.
  let digits: Int
  /// The index of the word it is a piece of.
  let word: Int
  /// Whether white space stands before it.
  let isSpaced: Bool

  /// Whether it is nothing but a number.
  var isNumber: Bool { number != nil && digits == text.utf8.count }
  /// What stands behind the number: "th", "s".
  var suffix: Substring { text.dropFirst(digits) }
  /// Whether it is a hyphen or a dash.
  var isDash: Bool { text == "-" }

  /// The pieces of a range of words.
  static func atoms(of range: Range<Int>, in words: [Word]) -> [TimeAtom] {
    var atoms: [TimeAtom] = []
    atoms.reserveCapacity(range.count + 8)
    for index in range {
      let word = words[index]
      let isFirst = index == range.lowerBound
      let lower = word.lower
      let isSimple = lower.utf8.allSatisfy { $0 >= 97 && $0 <= 122 }
      if isSimple || lower.utf8.count > 40 {
        atoms.append(
          TimeAtom(
            text: lower, number: nil, digits: 0, word: index,
            isSpaced: isFirst || word.shape.contains(.spaceBefore)))
      } else {
        add(lower, word: index, isSpaced: isFirst || word.shape.contains(.spaceBefore), to: &atoms)
      }
    }
    return atoms
  }

  private static func add(_ form: String, word: Int, isSpaced: Bool, to atoms: inout [TimeAtom]) {
    // Full stops cut "25.12.2003", but no "3.5" and no "b.c.".
    let parts = form.split(separator: ".")
    let isDotted =
      parts.count == 3 && form.utf8.allSatisfy { $0 == 0x2E || isDigit($0) } && parts[2].utf8.count >= 2
    var isSpaced = isSpaced
    var piece = ""
    func flush() {
      guard !piece.isEmpty else { return }
      atoms.append(atom(piece, word: word, isSpaced: isSpaced))
      isSpaced = false
      piece = ""
    }
    for scalar in form.unicodeScalars {
      switch scalar {
      case "-", "‐", "‑", "–", "—", "‒", "−":
        flush()
        piece = "-"
        flush()
      case "/", "~", "'", "?", "(", ")", "[", "]", ",":
        // "1,500" stays whole, so that nobody takes it for a year.
        if scalar == "'" && !piece.isEmpty || scalar == "," && piece.utf8.last.map(isDigit) == true {
          piece.unicodeScalars.append(scalar)
          continue
        }
        flush()
        piece.unicodeScalars.append(scalar)
        flush()
      case "." where isDotted:
        flush()
        piece = "."
        flush()
      default: piece.unicodeScalars.append(scalar)
      }
    }
    flush()
  }

  private static func atom(_ piece: String, word: Int, isSpaced: Bool) -> TimeAtom {
    var text = piece
    if text.utf8.count > 1, text.utf8.contains(0x2E), text.utf8.contains(where: { $0 >= 97 }) {
      text = String(text.filter { $0 != "." })
    }
    let digits = text.utf8.prefix(while: isDigit).count
    let number =
      (1...4).contains(digits) ? text.utf8.prefix(digits).reduce(0) { $0 * 10 + Int($1 - 48) } : nil
    return TimeAtom(text: text, number: number, digits: digits, word: word, isSpaced: isSpaced)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }
}

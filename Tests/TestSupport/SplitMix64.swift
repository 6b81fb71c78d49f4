/// Steele, Lea and Flood's generator: small, and the same numbers on every machine for one seed.
package struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True once in `times` on average.
  package mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// One of the elements, which must not be empty.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// A text made to hurt: quotes, control characters, operators, marks that join what stands before them.
  package mutating func hostileText(upTo length: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      if chance(8), let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10_FFFF, using: &self)) {
        text.append(scalar)
      } else {
        text.append(contentsOf: pick(Self.hostilePieces).unicodeScalars)
      }
    }
    return String(text)
  }

  private static let hostilePieces = [
    "\"", "'", "`", "*", "\0", "--", "%", ";", "\\", "\\N", "\n", "\r\n", "\t", " ", ",", "(", ")", "^", ":",
    "+", "{", "}",
    "AND", "OR", "NOT", "NEAR", "NEAR(", "a", "Kabul", "é", "\u{301}", "\u{200D}", "ß", "ø", "Ł", "漢", "👩‍👩‍👧",
    "\u{7F}",
    "\u{85}", "&", "<", ">", "]]>", "\u{FEFF}", "-", "–", "1", "\u{202E}",
  ]
}

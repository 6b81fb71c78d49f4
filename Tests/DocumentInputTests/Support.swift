import Foundation

/// Steele, Lea and Flood's generator: small, and the same numbers on every machine for one seed.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// True once in `times` on average.
  mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &self) == 0 }

  /// One of the elements, which must not be empty.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &self)]
  }

  /// A text made to hurt: quotes, control characters, operators, marks that join what stands before them.
  mutating func hostileText(upTo length: Int) -> String {
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

/// A folder of its own for one test, gone when the test lets go of it.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "kg-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of a file in the folder.
  func file(_ name: String) -> String { "\(path)/\(name)" }

  /// Writes a file, with the folders above it.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let target = URL(fileURLWithPath: file(name))
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: target)
    return file(name)
  }

  /// The bytes of a file.
  func bytes(of name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file(name))))
  }
}

/// Spells a word so that the usual romanisations of one name come out equal: Nooristani and Nuristani, Kadhafi and Gaddafi.
enum NameSkeleton {
  private static let replacements: [(from: [UInt8], to: [UInt8])] = [
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("szcz", "s"), ("kh", "h"), ("gh", "g"),
    ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("sh", "s"), ("zh", "z"), ("ch", "c"), ("cz", "c"), ("sz", "s"), ("ck", "k"),
    ("ts", "s"), ("tz", "s"), ("oo", "u"), ("ou", "u"), ("ee", "i"), ("ei", "i"), ("ai", "i"), ("ay", "i"),
    ("ey", "i"),
    ("iy", "i"), ("yy", "i"), ("ij", "i"), ("yj", "i"), ("ae", "i"), ("oe", "o"), ("ue", "u"), ("x", "ks"),
    ("q", "k"), ("w", "v"),
    ("y", "i"), ("j", "i"), ("c", "k"), ("z", "s"), ("o", "u"), ("e", "i"),
  ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

  static func of(_ word: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0
    while index < word.count {
      if let match = replacements.first(where: { word[index...].starts(with: $0.from) }) {
        result += match.to
        index += match.from.count
      } else {
        result.append(word[index])
        index += 1
      }
    }
    var single: [UInt8] = []
    for letter in result where single.last != letter { single.append(letter) }
    // A silent ending: Sechin and Sechine.
    if single.count > 4, single.last == UInt8(ascii: "h") { single.removeLast() }
    return single
  }
}

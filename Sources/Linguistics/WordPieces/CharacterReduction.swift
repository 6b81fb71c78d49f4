/// BERT's normalisation of single code points: no accents, no control characters, lower case.
struct CharacterReduction: Sendable {
  /// The code points that change, ascending.
  private let sources: [UInt32]
  /// Where the replacement of each starts among `replacements`; one more than there are sources.
  private let starts: [Int32]
  private let replacements: [UInt32]
  /// The replacement of each ASCII code point: one of ASCII, or 0 for none.
  private let ascii: [UInt8]

  /// Each line has hexadecimal code points: the source, then its replacement.
  init(lines: [String]) throws(LinguisticsError) {
    var sources: [UInt32] = []
    var starts: [Int32] = [0]
    var replacements: [UInt32] = []
    for line in lines {
      let numbers = line.utf8.split(separator: 32).compactMap { UInt32(Substring($0), radix: 16) }
      guard let source = numbers.first, sources.last.map({ $0 < source }) ?? true else {
        throw SafetensorsFile.damaged("its table of characters is out of order")
      }
      sources.append(source)
      replacements += numbers.dropFirst()
      starts.append(Int32(replacements.count))
    }
    self.sources = sources
    self.starts = starts
    self.replacements = replacements
    var ascii = (0..<128).map { UInt8($0) }
    for (index, source) in sources.enumerated() where source < 128 {
      ascii[Int(source)] =
        starts[index] < starts[index + 1] ? UInt8(truncatingIfNeeded: replacements[Int(starts[index])]) : 0
    }
    self.ascii = ascii
  }

  /// The reduced form of an ASCII character; 0 where it is dropped.
  func ascii(_ byte: UInt8) -> UInt8 { ascii[Int(byte)] }

  /// Gives every code point of the reduced form to `emit`.
  func reduce(_ code: UInt32, _ emit: (UInt32) -> Void) {
    if code >= 0xAC00, code <= 0xD7A3 {  // Hangul syllables are composed by arithmetic
      let index = code - 0xAC00
      emit(0x1100 + index / 588)
      emit(0x1161 + index % 588 / 28)
      if index % 28 > 0 { emit(0x11A7 + index % 28) }
      return
    }
    var low = 0
    var high = sources.count
    while low < high {
      let middle = (low + high) / 2
      if sources[middle] < code { low = middle + 1 } else { high = middle }
    }
    if low < sources.count, sources[low] == code {
      for index in starts[low]..<starts[low + 1] { emit(replacements[Int(index)]) }
    } else if let scalar = Unicode.Scalar(code) {
      switch scalar.properties.generalCategory {
      case .unassigned, .privateUse, .surrogate: break
      default: emit(code)
      }
    }
  }

  static func isIdeograph(_ code: UInt32) -> Bool {
    switch code {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F,
      0x2B820...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }

  static func isPunctuation(_ code: UInt32) -> Bool {
    if code < 128 { return 33...47 ~= code || 58...64 ~= code || 91...96 ~= code || 123...126 ~= code }
    switch Unicode.Scalar(code)?.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}

/// Words to word pieces, by the longest match from the left.
///
/// As in BERT (Wu and others, 2016; Devlin and others, 2019).
struct WordPieceTokeniser: Sendable {
  static let classification: Int32 = 101
  static let separator: Int32 = 102
  private static let unknown: Int32 = 100
  /// A word keeps so many pieces.
  static let mostPieces = 16
  private static let longestToken = 100

  private let vocabulary: PieceVocabulary
  private let characters: CharacterReduction

  init(_ file: SafetensorsFile) throws(LinguisticsError) {
    vocabulary = PieceVocabulary(text: try file.tensor("text.vocabulary", .uint8).bytes)
    characters = try CharacterReduction(lines: try file.lines("text.characters"))
    guard vocabulary.count > Self.separator else {
      throw SafetensorsFile.damaged("its vocabulary is too small")
    }
  }

  /// Whether a word of more than a letter is in the vocabulary as a whole, in any case.
  func isKnown(_ word: String) -> Bool {
    word.utf8.count > 1 && vocabulary.holds(word.lowercased().utf8)
  }

  /// Whether every piece has a row in a table of so many rows.
  func fits(rows: Int) -> Bool { vocabulary.count <= rows }

  /// Appends the pieces of a word given in plain typography; never none, at most `mostPieces`.
  func append(_ word: UnsafeBufferPointer<UInt8>, to pieces: inout [Int32]) {
    var state = State(limit: pieces.count + Self.mostPieces)
    let start = pieces.count
    var index = 0
    while index < word.count, pieces.count < state.limit {
      let byte = word[index]
      if byte < 128 {
        let reduced = characters.ascii(byte)
        if reduced != 0 { add(UInt32(reduced), isAlone: false, &state, &pieces) }
        index += 1
      } else {
        let (code, length) = Self.scalar(word, at: index)
        index += length
        let isAlone = CharacterReduction.isIdeograph(code)
        characters.reduce(code) { add($0, isAlone: isAlone, &state, &pieces) }
      }
    }
    end(&state, &pieces)
    if pieces.count > state.limit { pieces.removeSubrange(state.limit...) }
    if pieces.count == start { pieces.append(Self.unknown) }
  }

  private struct State {
    /// The UTF-8 of the token that is open; not more of it than can matter.
    var token: [UInt8] = []
    /// The number of its code points.
    var length = 0
    let limit: Int
  }

  private func add(_ code: UInt32, isAlone: Bool, _ state: inout State, _ pieces: inout [Int32]) {
    if code == 32 { return end(&state, &pieces) }
    let isAlone = isAlone || CharacterReduction.isPunctuation(code) || CharacterReduction.isIdeograph(code)
    if isAlone { end(&state, &pieces) }
    state.length += 1
    if state.length <= Self.longestToken, let scalar = Unicode.Scalar(code) {
      if code < 128 { state.token.append(UInt8(code)) } else { state.token += UTF8.encode(scalar) ?? .init() }
    }
    if isAlone { end(&state, &pieces) }
  }

  private func end(_ state: inout State, _ pieces: inout [Int32]) {
    if state.length > 0, pieces.count < state.limit { match(state, &pieces) }
    state.token.removeAll(keepingCapacity: true)
    state.length = 0
  }

  private func match(_ state: State, _ pieces: inout [Int32]) {
    guard state.length <= Self.longestToken else { return pieces.append(Self.unknown) }
    let first = pieces.count
    state.token.withUnsafeBufferPointer { token in
      var start = 0
      while start < token.count {
        let continues = start > 0
        var hash = PieceVocabulary.seed(continues: continues)
        var best: (id: Int32, end: Int)?
        for end in start + 1...min(token.count, start + vocabulary.longest) {
          hash = PieceVocabulary.extended(hash, by: token[end - 1])
          if end < token.count, token[end] & 0xC0 == 0x80 { continue }  // inside a code point
          let piece = UnsafeBufferPointer(rebasing: token[start..<end])
          if let id = vocabulary.id(of: piece, hash: hash, continues: continues) { best = (id, end) }
        }
        guard let best else {
          pieces.removeSubrange(first...)
          pieces.append(Self.unknown)
          return
        }
        pieces.append(best.id)
        start = best.end
      }
    }
  }

  private static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
    let first = bytes[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= bytes.count, length > 1 else { return (UInt32(first), 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for offset in 1..<length { value = value << 6 | UInt32(bytes[index + offset] & 0x3F) }
    return (value, length)
  }
}

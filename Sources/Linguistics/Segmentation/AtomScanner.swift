/// The smallest piece of text that can be a token: a run of letters or of digits, or a mark.
struct Atom {
  /// Where it stands, in bytes.
  var range: Range<Int>
  var form: WordForm
  /// Whether a token ends after it.
  var cut: Cut
  /// Whether white space is after it.
  var isSpaceAfter: Bool
  /// The hash of the whole text between white space that it is in.
  var chunk: UInt32

  enum Cut: UInt8 {
    case no, yes
    /// The classifier decides.
    case open
  }

  /// What stands before and after a stretch of text.
  static let outside = Atom(
    range: 0..<0, form: .outside, cut: .yes, isSpaceAfter: true, chunk: 0)
}

/// Cuts text into atoms.
struct AtomScanner {
  private let text: DocumentText
  /// Words of letters only that are two, such as "cannot", with the length of the first.
  private let fusedWords: [UInt32: Int]
  /// No fused word is as long.
  private static let longestFusedWord = 15

  init(text: DocumentText, fusedWords: [UInt32: Int]) {
    self.text = text
    self.fusedWords = fusedWords
  }

  /// Appends the atoms of a range of bytes.
  func scan(_ range: Range<Int>, into atoms: inout [Atom]) {
    let first = atoms.count
    defer {
      joinInitials(from: first, in: &atoms)
      joinElisions(from: first, in: &atoms)
    }
    var start = range.lowerBound
    var chunkStart = atoms.count
    while start < range.upperBound {
      let (kind, length) = text.character(at: start)
      if kind == .space {
        finishChunk(from: chunkStart, of: &atoms)
        chunkStart = atoms.count
        start += length
        continue
      }
      let end: Int
      switch kind {
      case .lower, .upper: end = endOfWord(from: start, length: length, limit: range.upperBound)
      case .digit: end = endOfDigits(from: start + length, limit: range.upperBound)
      default: end = endOfMark(from: start, length: length, limit: range.upperBound)
      }
      let form = WordForm(text, start..<end)
      var cut = Atom.Cut.open
      if kind == .ideograph {
        cut = .yes
        if atoms.count > chunkStart { atoms[atoms.count - 1].cut = .yes }
      }
      atoms.append(Atom(range: start..<end, form: form, cut: cut, isSpaceAfter: false, chunk: 0))
      start = end
    }
    finishChunk(from: chunkStart, of: &atoms)
  }

  /// Keeps the full stops of two or more initials in a row, as before a name.
  private func joinInitials(from first: Int, in atoms: inout [Atom]) {
    var run = 0
    var index = first
    while index < atoms.count {
      let isInitial =
        index + 1 < atoms.count && (index == first || atoms[index - 1].isSpaceAfter)
        && !atoms[index].isSpaceAfter
        && atoms[index + 1].isSpaceAfter && atoms[index].range.count == 1 && atoms[index + 1].range.count == 1
        && text.bytes[atoms[index].range.lowerBound] &- 65 < 26
        && text.bytes[atoms[index + 1].range.lowerBound] == UInt8(ascii: ".")
      guard isInitial else {
        run = 0
        index += 1
        continue
      }
      run += 1
      if run > 1 { atoms[index].cut = .no }
      if run == 2 { atoms[index - 2].cut = .no }
      index += 2
    }
  }

  /// Keeps names such as "O'Neill", "L'Enfant" and "d'Alembert" whole.
  private func joinElisions(from first: Int, in atoms: inout [Atom]) {
    guard atoms.count - first > 2 else { return }
    for index in first..<atoms.count - 2 {
      let (letter, mark, name) = (atoms[index], atoms[index + 1], atoms[index + 2])
      guard !letter.isSpaceAfter, !mark.isSpaceAfter, letter.range.count == 1,
        "ODLdl".utf8.contains(text.bytes[letter.range.lowerBound])
      else { continue }
      let isStart =
        index == first || atoms[index - 1].isSpaceAfter
        || text.character(at: atoms[index - 1].range.lowerBound).class == .mark
      let (apostrophe, length) = text.scalar(at: mark.range.lowerBound)
      let (start, startLength) = text.character(at: name.range.lowerBound)
      guard isStart, length == mark.range.count, Self.isApostrophe(apostrophe), start == .upper,
        name.range.count > startLength
      else { continue }
      atoms[index].cut = .no
      atoms[index + 1].cut = .no
    }
  }

  static func isApostrophe(_ value: UInt32) -> Bool {
    switch value {
    case 0x27, 0x2019, 0x2018, 0x60, 0xB4: true
    default: false
    }
  }

  /// Sets what only the whole text between two white spaces tells.
  private func finishChunk(from start: Int, of atoms: inout [Atom]) {
    guard start < atoms.count else { return }
    let last = atoms.count - 1
    let range = atoms[start].range.lowerBound..<atoms[last].range.upperBound
    atoms[last].isSpaceAfter = true
    atoms[last].cut = .yes
    let hash = start == last ? atoms[start].form.hash : WordForm.hash(text, range)
    for index in start...last { atoms[index].chunk = hash }
    guard last > start else { return }
    var index = start
    for link in LinkFinder(bytes: text.bytes).links(in: range) {
      while index < last, atoms[index].range.upperBound < link.lowerBound { index += 1 }
      if index < last, atoms[index].range.upperBound == link.lowerBound {
        atoms[index].cut = .yes
        index += 1
      }
      while index < last, atoms[index].range.upperBound < link.upperBound {
        atoms[index].cut = .no
        index += 1
      }
      if index < last, atoms[index].range.upperBound == link.upperBound { atoms[index].cut = .yes }
    }
  }

  /// The end of a run of letters, or of the first word where two are written as one ("do" of "don't", "can" of "cannot").
  private func endOfWord(from start: Int, length: Int, limit: Int) -> Int {
    var end = start + length
    var lastStart = start
    while end < limit {
      let (kind, length) = text.character(at: end)
      guard kind.isLetter || kind == .extending else { break }
      lastStart = end
      end += length
    }
    if lastStart > start, text.bytes[lastStart] | 32 == UInt8(ascii: "n"), isNegation(at: end, limit: limit) {
      return lastStart
    }
    // "won" of "Jae-won" is no "wo n't".
    let isCompounded = start > 0 && text.bytes[start - 1] == UInt8(ascii: "-")
    if !isCompounded, end - start <= Self.longestFusedWord, end - start > 1,
      let cut = fusedWords[WordForm.hash(text, start..<end)], start + cut < end
    {
      return start + cut
    }
    return end
  }

  /// Whether the rest of "n't" is at the offset.
  private func isNegation(at offset: Int, limit: Int) -> Bool {
    guard offset < limit else { return false }
    let (value, length) = text.scalar(at: offset)
    let next = offset + length
    guard Self.isApostrophe(value), next < limit,
      text.bytes[next] | 32 == UInt8(ascii: "t")
    else { return false }
    guard next + 1 < limit else { return true }
    let kind = text.character(at: next + 1).class
    return !kind.isLetter && kind != .extending
  }

  private func endOfDigits(from start: Int, limit: Int) -> Int {
    var end = start
    while end < limit {
      let (kind, length) = text.character(at: end)
      guard kind == .digit || kind == .extending else { break }
      end += length
    }
    return end
  }

  /// The end of a mark with what belongs to it: the rest of a row of the same mark, of an emoji, of a flag.
  private func endOfMark(from start: Int, length: Int, limit: Int) -> Int {
    let bytes = text.bytes
    var end = start + length
    if WordForm.isRunMark(bytes[start]) {
      var run = end
      while run < limit, bytes[run] == bytes[start] { run += 1 }
      if run - start >= 3 { end = run }
    }
    if Self.isFlagLetter(text.scalar(at: start).value), end < limit,
      Self.isFlagLetter(text.scalar(at: end).value)
    {
      end += text.scalar(at: end).length
    }
    var isJoined = false
    while end < limit {
      let (value, length) = text.scalar(at: end)
      let kind = CharacterClass.of(value)
      guard kind == .extending || isJoined && value >= 0x2190 && kind == .mark else { break }
      isJoined = value == 0x200D
      end += length
    }
    return end
  }

  private static func isFlagLetter(_ value: UInt32) -> Bool { 0x1F1E6...0x1F1FF ~= value }
}

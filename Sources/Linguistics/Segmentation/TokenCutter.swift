/// Cuts text into tokens: a logistic regression says after which atoms one ends.
///
/// Training/segmentation.py trains it on the treebanks and computes the same features.
struct TokenCutter {
  private let text: DocumentText
  private let model: SegmenterModel
  private let scanner: AtomScanner

  init(text: DocumentText, model: SegmenterModel) {
    self.text = text
    self.model = model
    scanner = AtomScanner(text: text, fusedWords: model.fusedWords)
  }

  /// Appends the tokens of a range of bytes.
  func cut(_ range: Range<Int>, into tokens: inout [Token]) {
    var atoms = [Atom](repeating: .outside, count: 3)
    scanner.scan(range, into: &atoms)
    guard atoms.count > 3 else { return }
    atoms.append(contentsOf: repeatElement(.outside, count: 3))
    let count = atoms.count
    let firstToken = tokens.count
    var firstOfWritten = firstToken
    model.withTokenWeights { weights in
      atoms.withUnsafeBufferPointer { atoms in
        var start = atoms[3].range.lowerBound
        var startAtom = 3
        for index in 3..<count - 3 {
          let atom = atoms[index]
          switch atom.cut {
          case .no: continue
          case .open: if Self.score(atoms, index, weights) <= 0 { continue }
          case .yes: break
          }
          let end = atom.range.upperBound
          tokens.append(
            Token(
              range: start..<end,
              isSpaceAfter: atom.isSpaceAfter && text.isSpace(at: end, in: text.bytes.indices)))
          if tokens.count - 1 > firstOfWritten, isClitic(start..<atom.range.upperBound, atoms, startAtom) {
            join(tokens.count - 1, to: firstOfWritten, in: &tokens)
          } else {
            firstOfWritten = tokens.count - 1
          }
          if atom.isSpaceAfter { firstOfWritten = tokens.count }
          start = atoms[index + 1].range.lowerBound
          startAtom = index + 1
        }
      }
    }
  }

  /// Makes a token a word of the written token that starts at an index.
  private func join(_ index: Int, to first: Int, in tokens: inout [Token]) {
    let count = UInt8(clamping: index - first + 1)
    tokens[first] = Token(
      range: tokens[first].range, isSpaceAfter: tokens[first].isSpaceAfter, wordsInToken: count)
    tokens[index] = Token(
      range: tokens[index].range, isSpaceAfter: tokens[index].isSpaceAfter, wordsInToken: 0)
  }

  /// Whether a token is a word of the written token before it: "n't", "'s", the "not" of "cannot", the apostrophe of "boys'".
  private func isClitic(_ range: Range<Int>, _ atoms: UnsafeBufferPointer<Atom>, _ index: Int) -> Bool {
    let before = atoms[index - 1].form
    guard before.shape & 15 != 8, before.shape != 0 else { return false }
    let first = text.scalar(at: range.lowerBound)
    if CharacterClass.of(first.value).isLetter {
      // Two letters side by side are cut only where two words are written as one.
      return atoms[index - 1].range.upperBound == range.lowerBound
    }
    guard AtomScanner.isApostrophe(first.value) else { return false }
    let next = range.lowerBound + first.length
    if next < range.upperBound { return text.character(at: next).class.isLetter }
    return text.bytes[range.lowerBound - 1] | 32 == UInt8(ascii: "s")
  }

  /// Above 0 where a token ends after the atom.
  ///
  /// Both sides are seen up to the white space, and the atom after it.
  @inline(__always)
  private static func score(
    _ atoms: UnsafeBufferPointer<Atom>, _ index: Int, _ weights: UnsafeBufferPointer<Int8>
  ) -> Int {
    let left = atoms[index].form
    let right = atoms[index + 1].form
    let previous = atoms[index - 1].form
    let following = atoms[index + 2].form
    let isFirst = atoms[index - 1].isSpaceAfter
    let isSecond = isFirst || atoms[index - 2].isSpaceAfter
    let isLast = atoms[index + 1].isSpaceAfter
    let isNextToLast = isLast || atoms[index + 2].isSpaceAfter
    let nothing = WordForm(hash: WordForm.noForm, shape: 0, length: 0)
    let left2 = isFirst ? nothing : previous
    let left3 = isSecond ? nothing : atoms[index - 2].form
    let right2 = isLast ? nothing : following
    let right3 = isNextToLast ? nothing : atoms[index + 3].form
    let end: UInt32 = isLast ? 1 : 0
    let (l1, l1s, l1n, r1, r1s, r1n) = (
      left.hash, left.shape, left.length, right.hash, right.shape, right.length
    )
    let (l2, l2s, r2, r2s) = (left2.hash, left2.shape, right2.hash, right2.shape)
    let (l3, l3s, r3, r3s) = (left3.hash, left3.shape, right3.hash, right3.shape)
    var sum = FeatureSum(weights)
    sum.add(1, l1, r1)
    sum.add(2, l1, r1s)
    sum.add(3, l1s, r1)
    sum.add(4, l1s, r1s, l2s, r2s)
    sum.add(5, l2, l1, r1)
    sum.add(6, l1, r1, r2)
    sum.add(7, l2, l1, r1, r2)
    sum.add(8, l2s, l1, r1, r2s)
    sum.add(9, l3s, l2s, l1s, r1, r2s)
    sum.add(10, l2s, l1s, r1, r2s, r3s)
    sum.add(11, atoms[index].chunk, l1, r1)
    sum.add(12, l1s, r1, end, following.shape)
    sum.add(13, l1, r1, end, following.shape)
    sum.add(14, l1, r1, end, following.hash)
    sum.add(15, l1, r1, previous.hash)
    sum.add(16, l2, l1s, r1, r2s)
    sum.add(17, l1n, l1s, r1, end, following.shape)
    sum.add(18, l1s, l1n, r1s, r1n, r2s)
    sum.add(19, l3, l2, l1, r1)
    sum.add(20, l1, r1, r2, r3)
    sum.add(21, l2, l1s, r1, r2)
    sum.add(22, l1s, r1, r2, r3s)
    sum.add(23, l1s, l1n, l2, l3s, r1)
    sum.add(24, l2s, l1s, r1s, r1n, r2)
    sum.add(25, l1s, r1, previous.shape, end, following.shape)
    sum.add(26, l1s, l1n, r1, end, following.hash)
    return sum.total
  }
}

/// The words of two names, paired.
struct NameAlignment {
  private let left: ComparedName
  private let right: ComparedName
  private let isPerson: Bool

  /// Words of both sides that mean the same.
  struct Pair {
    var left: Range<Int>
    var right: Range<Int>
    /// From 0 to 1.
    var similarity: Double
    var ground: String
  }

  private(set) var pairs: [Pair] = []
  private(set) var leftOver: (left: [Int], right: [Int]) = ([], [])

  init(_ left: ComparedName, _ right: ComparedName, isPerson: Bool) {
    self.left = left
    self.right = right
    self.isPerson = isPerson
    align()
  }

  private mutating func align() {
    var candidates: [Pair] = []
    for i in left.words.indices {
      for j in right.words.indices {
        let similarity = WordSimilarity(left.words[i], right.words[j], isPerson: isPerson, lists: left.lists)
        if similarity.value > 0 {
          candidates.append(
            Pair(
              left: i..<i + 1, right: j..<j + 1, similarity: similarity.value, ground: similarity.ground))
        }
        candidates += joinedCandidates(i, j)
      }
    }
    func precedes(_ a: Pair, _ b: Pair) -> Bool {
      if a.similarity != b.similarity { return a.similarity > b.similarity }
      let (x, y) = (
        abs(a.left.lowerBound - a.right.lowerBound), abs(b.left.lowerBound - b.right.lowerBound)
      )
      if x != y { return x < y }
      return (a.left.lowerBound, a.right.lowerBound) < (b.left.lowerBound, b.right.lowerBound)
    }
    var used = (left: Set<Int>(), right: Set<Int>())
    for pair in candidates.sorted(by: precedes)
    where used.left.isDisjoint(with: pair.left) && used.right.isDisjoint(with: pair.right) {
      pairs.append(pair)
      used.left.formUnion(pair.left)
      used.right.formUnion(pair.right)
    }
    leftOver = (
      left.words.indices.filter { !used.left.contains($0) },
      right.words.indices.filter { !used.right.contains($0) }
    )
  }

  /// Two words of one side written as one on the other.
  private func joinedCandidates(_ i: Int, _ j: Int) -> [Pair] {
    var result: [Pair] = []
    func add(_ two: ArraySlice<ComparedName.Word>, _ one: ComparedName.Word, _ pair: (Range<Int>, Range<Int>))
    {
      let text = two.flatMap(\.text)
      guard one.text.count > 3, abs(text.count - one.text.count) < 3 else { return }
      let word = ComparedName.Word(text: text, kind: .word, skeleton: NameSkeleton.of(text), value: nil)
      let similarity = WordSimilarity(word, one, isPerson: isPerson, lists: left.lists)
      if similarity.value > 0.8 {
        result.append(
          Pair(left: pair.0, right: pair.1, similarity: similarity.value - 0.005, ground: "joined"))
      }
    }
    if i + 1 < left.words.count { add(left.words[i...i + 1], right.words[j], (i..<i + 2, j..<j + 1)) }
    if j + 1 < right.words.count { add(right.words[j...j + 1], left.words[i], (i..<i + 1, j..<j + 2)) }
    return result
  }

  /// How much a word tells.
  func weight(_ word: ComparedName.Word) -> Double {
    switch word.kind {
    case .word:
      isPerson && left.lists.givenNames.contains(String(decoding: word.text, as: UTF8.self))
        ? 1 : 1.5
    case .initial: 0.4
    case .particle: 0.15
    case .stop: 0.05
    case .generic: 0.5
    case .number: 1
    }
  }

  /// All that speaks for or against.
  var features: [NameComparison.Feature] {
    var result = isPerson ? personFeatures : organizationFeatures
    result.removeAll { $0.weight == 0 }
    return result
  }

  private func text(_ words: ArraySlice<ComparedName.Word>) -> String {
    words.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " ")
  }

  /// The features of pairs, of a name whose whole agreement tells `whole`.
  private func pairFeatures(matching: Double, differing: Double) -> [NameComparison.Feature] {
    pairs.map { pair in
      let (a, b) = (left.words[pair.left], right.words[pair.right])
      let weight =
        max(a.map(self.weight).reduce(0, +), b.map(self.weight).reduce(0, +)) / Double(max(a.count, b.count))
      let value = weight * (matching - (1 - pair.similarity) * differing)
      let words = text(a) == text(b) ? text(a) : "\(text(a)) ~ \(text(b))"
      return .init(name: "\(pair.ground): \(words)", weight: value)
    }
  }

  private var personFeatures: [NameComparison.Feature] {
    var result: [NameComparison.Feature] = [.init(name: "prior", weight: -1.9)]
    result += pairFeatures(matching: 2.2, differing: 8)
    let whole = pairs.filter { left.words[$0.left].contains { $0.kind == .word } && $0.ground != "initial" }
    let (lone, other) = (left.words.count, right.words.count)
    if whole.count < 2, lone != other, min(lone, other) == 1,
      !pairs.contains(where: { $0.ground == "joined" })
    {
      result.append(.init(name: "one name alone", weight: -3.5))
    }
    if whole.count == 1, lone == 1, other == 1, pairs[0].similarity == 1 {
      result.append(.init(name: "one name alone", weight: -0.5))
    }
    let over = (leftOver.left.map { left.words[$0] }, leftOver.right.map { right.words[$0] })
    let names = (over.0.filter { weight($0) > 0.2 }, over.1.filter { weight($0) > 0.2 })
    let conflicts = min(names.0.count, names.1.count)
    if conflicts > 0 {
      let words = names.0.prefix(conflicts) + names.1.prefix(conflicts)
      result.append(
        .init(
          name: "other names: \(text(ArraySlice(words)))",
          weight: -8 * Double(conflicts)))
    }
    let extra = abs(names.0.count - names.1.count)
    if extra > 0 { result.append(.init(name: "more names", weight: -0.35 * Double(extra))) }
    if isSwapped { result.append(.init(name: "other order", weight: -1.5)) }
    return result
  }

  /// Whether the two names of each person stand the other way round, without a comma that says so.
  private var isSwapped: Bool {
    guard !left.isInverted, !right.isInverted, pairs.count == 2, left.words.count == 2, right.words.count == 2
    else { return false }
    return pairs.allSatisfy { $0.left.lowerBound != $0.right.lowerBound }
      && left.words.allSatisfy {
        left.lists.givenNames.contains(String(decoding: $0.text, as: UTF8.self))
      }
  }

  private var organizationFeatures: [NameComparison.Feature] {
    var result: [NameComparison.Feature] = [.init(name: "prior", weight: -1.9)]
    if left.joined == right.joined, !left.joined.isEmpty {
      result.append(.init(name: "equal but for forms and marks", weight: 6))
    } else if min(left.joined.count, right.joined.count) > 4,
      WordEdits.between(left.joined, right.joined) <= 1, !differsInNumbers
    {
      result.append(.init(name: "one letter differs", weight: 3.5))
    } else if let acronym = acronymFeature {
      result.append(acronym)
    } else {
      result += wordFeatures
    }
    if !left.legalClasses.isEmpty, !right.legalClasses.isEmpty,
      left.legalClasses.isDisjoint(with: right.legalClasses)
    {
      result.append(.init(name: "other legal form", weight: -4.5))
    } else if !left.legalClasses.isDisjoint(with: right.legalClasses) {
      result.append(.init(name: "legal form", weight: 0.4))
    }
    return result
  }

  private var differsInNumbers: Bool {
    Set(left.words.compactMap(\.value)) != Set(right.words.compactMap(\.value))
  }

  private var acronymFeature: NameComparison.Feature? {
    for (short, long) in [(left, right), (right, left)] where short.words.count == 1 && long.words.count > 1 {
      let letters = short.words[0].text
      let all = long.words.compactMap(\.text.first)
      let telling = long.words.filter { $0.kind != .stop }.compactMap(\.text.first)
      if letters == all || letters == telling {
        return .init(name: "acronym", weight: letters.count < 3 ? 2.3 : 3.5)
      }
    }
    return nil
  }

  private var wordFeatures: [NameComparison.Feature] {
    var result = pairFeatures(matching: 2.4, differing: 7)
    let over = (
      leftOver.left.map { left.words[$0] }.filter { $0.kind != .stop },
      leftOver.right.map { right.words[$0] }.filter { $0.kind != .stop }
    )
    let conflicts = min(over.0.count, over.1.count)
    if conflicts > 0 {
      let isNumeric = over.0.contains { $0.kind == .number } && over.1.contains { $0.kind == .number }
      result.append(
        .init(name: isNumeric ? "other numbers" : "other words", weight: -6.5 * Double(conflicts)))
    }
    let extra = (over.0.count > over.1.count ? over.0 : over.1).suffix(abs(over.0.count - over.1.count))
    for word in extra {
      result.append(
        .init(
          name: "only in one: \(String(decoding: word.text, as: UTF8.self))",
          weight: word.kind == .generic ? -2 : word.kind == .number ? -6 : -2.8))
    }
    return result
  }
}

/// Puts mentions together to things, one after another.
///
/// Of the mentions before it holds those that a later one may still go back to: the window, and the last few of each wording.
/// The vectors of all mentions would take more room than the rest of a document's reading.
struct MentionLinker {
  private let scorer: CoreferenceScorer
  private let workspace = CoreferenceScorer.Workspace()
  private var finder = CandidateFinder()
  /// The mentions from number `firstRecent` on: the window, and those that wait to be linked.
  private var recent: [MentionForm] = []
  private var recentVectors: [Float] = []
  private var recentParts: [Float] = []
  private var firstRecent = 0
  /// Those of the recent ones that are out of the window and that nothing can go back to.
  private var forgotten: Set<Int> = []
  private var far: MentionMemory
  /// The number of the thing of each mention that is linked.
  private var things: [Int32] = []
  private var thingCount: Int32 = 0

  /// So many mentions are linked at once: enough for the weights to be read once for many.
  private static let block = 512

  init(scorer: CoreferenceScorer) {
    self.scorer = scorer
    far = MentionMemory(vectorSize: scorer.vectorSize)
  }

  /// Adds the next mention with its vector.
  mutating func add(_ form: MentionForm, vector: ArraySlice<Float>) {
    recent.append(form)
    recentVectors += vector
    if firstRecent + recent.count - things.count >= Self.block { link() }
  }

  /// The number of the thing that each mention is of; things count from 0 in the order of their first mentions.
  mutating func linked() -> [Int32] {
    link()
    return things
  }

  /// Links the mentions that wait, and lets go of those that nothing can go back to.
  private mutating func link() {
    let start = things.count - firstRecent
    guard start < recent.count else { return }
    let size = scorer.partSize
    var laterParts: [Float] = []
    recentVectors.withUnsafeBufferPointer { vectors in
      guard let base = vectors.baseAddress else { return }
      let own = base + start * scorer.vectorSize
      laterParts = scorer.laterParts(own, count: recent.count - start, in: workspace)
      recentParts += scorer.earlierParts(own, count: recent.count - start, in: workspace)
    }
    var candidates: [Int] = []
    for index in start..<recent.count {
      let mention = firstRecent + index
      let leaving = index - CoreferenceScorer.window - 1
      for gone in finder.candidates(
        of: mention, form: recent[index], leaving: leaving >= 0 ? recent[leaving] : nil, into: &candidates)
      {
        if gone < firstRecent { far.forget(gone) } else { forgotten.insert(gone) }
      }
      if let antecedent = antecedent(
        of: mention, among: candidates, laterParts: laterParts[((index - start) * size)...])
      {
        things.append(things[antecedent])
      } else {
        things.append(thingCount)
        thingCount += 1
      }
    }
    settle()
  }

  /// The likeliest of the candidates, or nil where none is likely.
  private func antecedent(
    of mention: Int, among candidates: [Int], laterParts: ArraySlice<Float>
  ) -> Int? {
    if candidates.isEmpty { return nil }
    let size = scorer.vectorSize
    let farCount = candidates.prefix { $0 < firstRecent }.count
    let farVectors = candidates[..<farCount].flatMap { far.vector(of: $0) }
    return recentVectors.withUnsafeBufferPointer { vectors in
      recentParts.withUnsafeBufferPointer { parts in
        farVectors.withUnsafeBufferPointer { farVectors in
          laterParts.withUnsafeBufferPointer { laterParts in
            guard let vectors = vectors.baseAddress, let parts = parts.baseAddress,
              let laterPart = laterParts.baseAddress
            else { return nil }
            func recentSide(_ number: Int) -> CoreferenceScorer.Side {
              let index = number - firstRecent
              return CoreferenceScorer.Side(
                form: recent[index], number: number, vector: vectors + index * size,
                part: parts + index * scorer.partSize)
            }
            var sides: [CoreferenceScorer.Side] = []
            sides.reserveCapacity(candidates.count)
            let farParts = farVectors.baseAddress.map {
              scorer.earlierParts($0, count: farCount, in: workspace)
            }
            return (farParts ?? []).withUnsafeBufferPointer { farParts in
              for (row, number) in candidates.enumerated() {
                if row < farCount, let vector = farVectors.baseAddress, let part = farParts.baseAddress,
                  let form = far.form(of: number)
                {
                  sides.append(
                    CoreferenceScorer.Side(
                      form: form, number: number, vector: vector + row * size,
                      part: part + row * scorer.partSize))
                } else {
                  sides.append(recentSide(number))
                }
              }
              var own = recentSide(mention)
              own.part = laterPart
              let scores = scorer.scores(own, sides, in: workspace)
              var best: Int?
              for index in sides.indices {
                if best.map({ scores[index] > scores[$0] }) ?? scorer.passes(scores[index]) { best = index }
              }
              return best.map { candidates[$0] }
            }
          }
        }
      }
    }
  }

  /// Keeps the window; of what was before it, what may still be gone back to.
  private mutating func settle() {
    let surplus = recent.count - CoreferenceScorer.window - 1
    guard surplus > 0 else { return }
    let size = scorer.vectorSize
    for index in 0..<surplus where recent[index].pronoun == 0 && !forgotten.contains(firstRecent + index) {
      far.remember(
        firstRecent + index, recent[index], vector: recentVectors[index * size..<(index + 1) * size])
    }
    forgotten = forgotten.filter { $0 >= firstRecent + surplus }
    recent.removeFirst(surplus)
    recentVectors.removeFirst(surplus * size)
    recentParts.removeFirst(surplus * scorer.partSize)
    firstRecent += surplus
  }
}

/// Mentions with their vectors, by number, in places that are used again.
private struct MentionMemory {
  private let vectorSize: Int
  private var places: [Int32: Int32] = [:]
  private var forms: [MentionForm?] = []
  /// Each holds the vectors of `chunk` places: one array of all would be copied whole whenever it grows.
  private var vectors: [[Float]] = []
  private var free: [Int32] = []

  private static let chunk = 1024

  init(vectorSize: Int) { self.vectorSize = vectorSize }

  mutating func remember(_ number: Int, _ form: MentionForm, vector: ArraySlice<Float>) {
    let place = free.popLast() ?? Int32(forms.count)
    if Int(place) == forms.count {
      forms.append(nil)
      if Int(place).isMultiple(of: Self.chunk) { vectors.append([]) }
    }
    forms[Int(place)] = form
    let start = Int(place) % Self.chunk * vectorSize
    let own = Int(place) / Self.chunk
    if vectors[own].count <= start {
      vectors[own] += vector
    } else {
      vectors[own].replaceSubrange(start..<start + vectorSize, with: vector)
    }
    places[Int32(truncatingIfNeeded: number)] = place
  }

  mutating func forget(_ number: Int) {
    guard let place = places.removeValue(forKey: Int32(truncatingIfNeeded: number)) else { return }
    forms[Int(place)] = nil
    free.append(place)
  }

  func form(of number: Int) -> MentionForm? {
    places[Int32(truncatingIfNeeded: number)].flatMap { forms[Int($0)] }
  }

  /// The vector of a mention that is remembered; zeros for any other.
  func vector(of number: Int) -> ArraySlice<Float> {
    guard let place = places[Int32(truncatingIfNeeded: number)].map({ Int($0) }) else {
      return Array(repeating: 0, count: vectorSize)[...]
    }
    let start = place % Self.chunk * vectorSize
    return vectors[place / Self.chunk][start..<start + vectorSize]
  }
}

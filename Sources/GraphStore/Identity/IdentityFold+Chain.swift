/// Why two entities are one, or must not be: a step from one to the next.
package struct IdentityStep: Hashable, Sendable {
  /// What joins or parts two keys.
  package enum Ground: Hashable, Sendable {
    /// The judgement of that number.
    case judgement(Int, Judgement.Verdict)
    /// One name, or a key that is certain by rule.
    case rule
  }

  package let from: EntityKey
  package let to: EntityKey
  package let ground: Ground
}

extension IdentityFold {
  /// The shortest way from one entity to another by what joins them and one `different` at most; nil where there is none.
  ///
  /// - Parameter crossing: whether a `different` has to lie on it.
  func chain(from start: Int, to goal: Int, crossing: Bool, without excluded: Int? = nil) throws
    -> [IdentityStep]?
  {
    struct State: Hashable {
      var entity: Int
      var hasCrossed: Bool
    }
    let links = try links(without: excluded)
    var arrived: [State: (State, IdentityStep)] = [:]
    let first = State(entity: start, hasCrossed: false)
    let last = State(entity: goal, hasCrossed: crossing)
    var seen: Set<State> = [first]
    var queue = [first]
    var position = 0
    while position < queue.count, !seen.contains(last) {
      let state = queue[position]
      position += 1
      for link in links[state.entity] ?? [] {
        if link.isDifferent && (state.hasCrossed || !crossing) { continue }
        let next = State(entity: link.other, hasCrossed: state.hasCrossed || link.isDifferent)
        guard seen.insert(next).inserted else { continue }
        arrived[next] = (state, link.step)
        queue.append(next)
      }
    }
    guard seen.contains(last) else { return nil }
    var steps: [IdentityStep] = []
    var state = last
    while let (before, step) = arrived[state] {
      steps.append(step)
      state = before
    }
    return steps.reversed()
  }

  private struct Link {
    var other: Int
    var step: IdentityStep
    var isDifferent: Bool
  }

  private func links(without excluded: Int?) throws -> [Int: [Link]] {
    var result: [Int: [Link]] = [:]
    func add(_ left: Int, _ right: Int, _ ground: IdentityStep.Ground, isDifferent: Bool) {
      guard left != right, let a = members[left]?.key, let b = members[right]?.key else { return }
      result[left, default: []].append(
        Link(other: right, step: .init(from: a, to: b, ground: ground), isDifferent: isDifferent))
      result[right, default: []].append(
        Link(other: left, step: .init(from: b, to: a, ground: ground), isDifferent: isDifferent))
    }
    for judgement in sortedJudgements where judgement.number != excluded {
      guard let ends = try ends(of: judgement) else { continue }
      add(
        ends.left, ends.right, .judgement(judgement.number, judgement.verdict),
        isDifferent: judgement.verdict == .different)
    }
    for (left, right) in try certainPairs(members.values.sorted { $0.key < $1.key }) {
      add(left, right, .rule, isDifferent: false)
    }
    return result
  }
}

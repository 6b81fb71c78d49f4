internal import Claims
internal import GraphFormats
internal import GraphStore

/// One change of the graph that the page asks for: a judgement, as the commands make it, or taking one back.
struct PageChange {
  private let arguments: Arguments
  private let graph: Graph
  private let stamp: JudgementStamp

  init(_ arguments: Arguments, graph: Graph, stamp: JudgementStamp) {
    self.arguments = arguments
    self.graph = graph
    self.stamp = stamp
  }

  static let all: [String: @Sendable (PageChange) throws -> HTTPResponse] = [
    "/api/merge": { try $0.merge() }, "/api/split": { try $0.split() }, "/api/verdict": { try $0.verdict() },
    "/api/rename": { try $0.label(.name, "name") }, "/api/retype": { try $0.label(.type, "type") },
    "/api/reject": { try $0.reject() }, "/api/undo": { try $0.undo() }, "/api/suggest": { try $0.suggest() },
  ]

  private static let longestName = 1_000

  private func merge() throws -> HTTPResponse {
    let anchors = try arguments.texts("refs").map { try anchor($0) }
    guard let first = anchors.first, anchors.count > 1 else {
      throw HTTPResponse.refusal(400, "A merge takes two entities.")
    }
    for other in anchors.dropFirst() where other.entity.entity == first.entity.entity {
      throw HTTPResponse.refusal(409, "These are one entity already.")
    }
    return try judge(anchors.dropFirst().map { NewJudgement(.same, first.key, $0.key) })
  }

  /// Parts what some documents mean from an entity, or one of the names that are joined in it.
  private func split() throws -> HTTPResponse {
    let entity = try anchor(try arguments.text("ref")).entity
    let documents = try arguments.texts("documents")
    if !documents.isEmpty { return try judge(graph.cuts(of: entity.entity, documents: documents)) }
    let part = EntityKey(text: try arguments.text("part"))
    let members = try graph.members(of: entity.entity)
    guard members.contains(where: { $0.key == part }), let rest = members.first(where: { $0.key != part })
    else { throw HTTPResponse.refusal(409, "That is no name of it that could be parted from the rest.") }
    return try judge([NewJudgement(.different, rest.key, part)])
  }

  /// What is said of a suggestion.
  private func verdict() throws -> HTTPResponse {
    guard let verdict = Judgement.Verdict(rawValue: try arguments.text("verdict")),
      [.same, .different, .unsure].contains(verdict)
    else { throw HTTPResponse.refusal(400, "A verdict is same, different or unsure.") }
    let keys = try (EntityKey(text: arguments.text("left")), EntityKey(text: arguments.text("right")))
    return try judge([NewJudgement(verdict, keys.0, keys.1, score: arguments.share("score"))])
  }

  private func label(_ verdict: Judgement.Verdict, _ argument: String) throws -> HTTPResponse {
    let value = try arguments.text(argument)
    guard value.utf8.count <= Self.longestName, value.utf8.allSatisfy({ $0 >= 0x20 }) else {
      throw HTTPResponse.refusal(400, "A \(argument) is one line of at most \(Self.longestName) bytes.")
    }
    let key = try anchor(try arguments.text("ref")).key
    return try judge([NewJudgement(verdict, key, key, value: value)])
  }

  private func reject() throws -> HTTPResponse {
    let ends = try (anchor(arguments.text("subject")).entity, anchor(arguments.text("object")).entity)
    return try judge([
      graph.rejection(of: ends.0.entity, arguments.text("relation"), ends.1.entity, reason: nil)
    ])
  }

  private func undo() throws -> HTTPResponse {
    let target: UndoTarget =
      if let batch = try arguments.whole("batch") {
        .batch(batch)
      } else if let number = try arguments.whole("judgement") {
        .judgement(number)
      } else {
        .last
      }
    let isRehearsal = try arguments.flag("rehearsal")
    return .json(
      effect: try graph.undo(target, stamp: stamp, isRehearsal: isRehearsal), isKept: !isRehearsal)
  }

  private func suggest() throws -> HTTPResponse {
    let found = try graph.lookForSuggestions()
    return .json { $0.field("found", found) }
  }

  /// The entity that a reference or a name means, and the key by which a judgement speaks of it.
  private func anchor(_ reference: String) throws -> (entity: Resolved, key: EntityKey) {
    let entity = try PageQuestion.entity(meantBy: reference, in: graph)
    return (entity, try graph.key(of: entity.entity, named: entity.name.name))
  }

  private func judge(_ judgements: [NewJudgement]) throws -> HTTPResponse {
    let reason = try arguments.optionalText("because")
    let isRehearsal = try arguments.flag("rehearsal")
    let reasoned = judgements.map { judgement in
      var judgement = judgement
      judgement.reason = reason
      return judgement
    }
    do throws(GraphError) {
      let effect = try graph.judge(reasoned, stamp: stamp, isRehearsal: isRehearsal)
      return .json(effect: effect, isKept: !isRehearsal)
    } catch {
      guard error.code == .refused else { throw error }
      throw HTTPResponse.refusal(error, steps: try steps(against: judgements))
    }
  }

  /// What stands against judgements, step by step, so that one of it may be undone.
  private func steps(against judgements: [NewJudgement]) throws -> [IdentityStep] {
    for judgement in judgements {
      let chain =
        switch judgement.verdict {
        case .same: try graph.chainApart(from: judgement.left, to: judgement.right)
        case .different: try graph.chain(from: judgement.left, to: judgement.right)
        default: [IdentityStep]?.none
        }
      if let chain, !chain.isEmpty { return chain }
    }
    return []
  }
}

extension HTTPResponse {
  /// - Parameter isKept: whether the graph was changed, and not only shown what would come of it.
  fileprivate static func json(effect: JudgementEffect, isKept: Bool) -> HTTPResponse {
    .json { json in
      json.field("batch", effect.batch)
      json.name("judgements")
      json.array { json in for number in effect.numbers { json.number(Double(number)) } }
      json.field("edgesBefore", effect.edgesBefore)
      json.field("edgesAfter", effect.edgesAfter)
      json.field("newLoops", effect.newLoops)
      json.contradictions(effect.contradictions)
      json.name("kept")
      json.bool(isKept)
    }
  }

  fileprivate static func refusal(_ error: GraphError, steps: [IdentityStep]) -> HTTPResponse {
    .json(409) { json in
      json.field("error", error.message)
      json.name("steps")
      json.array { json in
        for step in steps {
          json.object { json in
            json.field("words", step.words)
            if case .judgement(let number, _) = step.ground { json.field("judgement", number) }
          }
        }
      }
    }
  }
}

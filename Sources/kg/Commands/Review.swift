import ArgumentParser
import Claims
import GraphFormats
import GraphStore

struct Review: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Judge the suggestions, one after the other.",
    discussion: """
      Shows both sides with their types, names, neighbors and sentences, and asks: s for same, d for different, u for unsure, n for the \
      next, z to undo the last, q to quit, each followed by return. What was judged stays judged; another review goes on with the rest.

      EXAMPLE: kg review --least 0.6
      """)

  @Option(help: ArgumentHelp("Only pairs of at least this score.", valueName: "score"))
  var least: Double = 0.5
  @OptionGroup var graph: GraphOptions

  func run() throws {
    let graph = try graph.open(.change)
    if try !graph.hasSuggestions() { try graph.lookForSuggestions() }
    var judged: [Int] = []
    var passed: Set<[EntityKey]> = []
    while let pair = try graph.suggestions(limit: nil).first(where: {
      ($0.score >= least || $0.isNamesakes) && !passed.contains([$0.left.key, $0.right.key])
    }) {
      try show(pair, in: graph)
      guard let answer = Self.ask() else { break }
      switch answer {
      case "s", "d", "u":
        let verdict: Judgement.Verdict = answer == "s" ? .same : answer == "d" ? .different : .unsure
        let judgement = NewJudgement(verdict, pair.left.key, pair.right.key, score: pair.score)
        do throws(GraphError) {
          judged.append(try graph.judge([judgement], stamp: .now).batch)
        } catch {
          guard error.code == .refused else { throw error }
          try StandardOutput.line(error.message)
          passed.insert([pair.left.key, pair.right.key])
        }
      case "n": passed.insert([pair.left.key, pair.right.key])
      case "z":
        if let batch = judged.popLast() {
          _ = try graph.undo(.batch(batch), stamp: .now)
        } else {
          try StandardOutput.line("nothing of this review is left to undo")
        }
      case "q": return try close(judged.count)
      default: try StandardOutput.line("s same, d different, u unsure, n next, z undo, q quit")
      }
    }
    try close(judged.count)
  }

  private func close(_ count: Int) throws {
    try StandardOutput.line("\(count) judged; `kg review` goes on, `kg judgements` lists them")
  }

  private static func ask() -> String? {
    try? StandardOutput.write("s/d/u/n/z/q > ")
    return readLine(strippingNewline: true)?.lowercased()
  }

  private func show(_ pair: Suggestion, in graph: Graph) throws {
    try StandardOutput.line("")
    for (mark, side) in [("A", pair.left), ("B", pair.right)] {
      let description = try graph.describe(side.entity)
      try StandardOutput.line(
        "\(mark)  \(side.name.name) (\(side.name.type)), \(description.edges) edges, \(description.documents) documents"
      )
      if !description.aliases.isEmpty {
        try StandardOutput.line("   also: \(description.aliases.prefix(6).joined(separator: " · "))")
      }
      for claim in try graph.claims(involving: side.entity, and: nil).prefix(3) {
        let words = "\(claim.subject.name) \(claim.relation) \(claim.object.name)"
        let text = claim.evidence.map { ": “\($0.text.prefix(160))”" } ?? ""
        try StandardOutput.line("   \(words)\(text)")
      }
    }
    let grounds = pair.features.map { "\(($0.weight * 100).rounded() / 100) \($0.name)" }
    try StandardOutput.line("\(pair.score)  \(grounds.joined(separator: "; "))")
  }
}

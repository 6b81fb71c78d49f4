import BenchmarkGraph
import FoundationEssentials
import GraphStore

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Asks a graph through `kg`'s library and prints how long each answer took.
struct Questioner {
  private let graph: Graph

  init(graph path: String) throws {
    graph = try Graph(path: path, access: .read)
  }

  /// Prints a line an answer: kind, question, pass, nanoseconds, nanoseconds of processor, answer.
  ///
  /// A name is resolved anew for each question, and an answer has all its edges with their names, as `kg` prints them.
  func ask(_ kind: String, from folder: String, passes: Int, seconds: Double) throws {
    let file = kind == "path" ? "pairs.tsv" : "entities.tsv"
    let questions = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\n")
      .map { $0.split(separator: "\t").map(String.init) }
    let end = Self.nanoseconds(CLOCK_MONOTONIC) + Int(seconds * 1e9)
    for pass in 1...max(1, passes) {
      for question in Self.sampled(questions) where question.count > 1 {
        if Self.nanoseconds(CLOCK_MONOTONIC) > end { return }
        let start = Self.nanoseconds(CLOCK_MONOTONIC)
        let processorStart = Self.nanoseconds(CLOCK_PROCESS_CPUTIME_ID)
        let answer = try answer(kind, question)
        let processorTime = Self.nanoseconds(CLOCK_PROCESS_CPUTIME_ID) - processorStart
        let time = Self.nanoseconds(CLOCK_MONOTONIC) - start
        let asked = kind == "path" ? "\(question[0])|\(question[1])" : question[0]
        print("\(kind)\t\(asked)\t\(pass)\t\(time)\t\(processorTime)\t\(Self.text(answer))")
      }
    }
  }

  /// Every seventh, then those after them, …: who does not get through all in time answers an even sample.
  private static func sampled<Question>(_ questions: [Question]) -> [Question] {
    (0..<7).flatMap { start in stride(from: start, to: questions.count, by: 7).map { questions[$0] } }
  }

  private enum Answer {
    case neighbors(NeighborAnswer)
    case page(NeighborAnswer)
    case path(PathAnswer)
  }

  private func answer(_ kind: String, _ question: [String]) throws -> Answer {
    switch kind {
    case "neighbors": return .neighbors(try graph.neighbors(of: try entity(question[0]), NeighborQuery()))
    case "page":
      var query = NeighborQuery()
      query.limit = 50
      return .page(try graph.neighbors(of: try entity(question[0]), query))
    case "path":
      let (from, to) = (try entity(question[0]), try entity(question[1]))
      return .path(try graph.paths(from: from, to: to, PathQuery()))
    default: throw KGBench.Failure(description: KGBench.usage)
    }
  }

  private func entity(_ name: String) throws -> Int {
    guard case .entity(let candidate) = try graph.resolve(name) else {
      throw KGBench.Failure(description: "\(name) is not in the graph")
    }
    return candidate.entity
  }

  private static func text(_ answer: Answer) -> String {
    switch answer {
    case .neighbors(let answer):
      var checksum = LineChecksum()
      for edge in answer.edges {
        checksum.add("\(edge.relation)\t\(edge.direction.rawValue)\t\(edge.neighbor.name)")
      }
      return checksum.description
    case .page(let answer): return "\(answer.total)"
    case .path(let answer): return "\(answer.paths.first?.hops.count ?? -1)"
    }
  }

  private static func nanoseconds(_ clock: clockid_t) -> Int {
    var time = timespec()
    clock_gettime(clock, &time)
    return time.tv_sec * 1_000_000_000 + time.tv_nsec
  }
}

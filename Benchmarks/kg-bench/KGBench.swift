import BenchmarkGraph
import FoundationEssentials

#if canImport(Glibc)
  @preconcurrency import Glibc
#else
  @preconcurrency import Musl
#endif

/// What `make bench-store` needs of Swift: the graph to load, questions to `kg`'s own library, and the comparison.
@main
struct KGBench {
  static let usage = """
    usage: kg-bench generate FOLDER ENTITIES EDGES SEED
           kg-bench ask GRAPH FOLDER KIND PASSES SECONDS     KIND: neighbors, page or path
           kg-bench compare STORE=FILE...

    """

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      switch arguments.first {
      case "generate" where arguments.count == 5: try generate(arguments)
      case "ask" where arguments.count == 6: try ask(arguments)
      case "compare" where arguments.count > 2: try compare(arguments.dropFirst())
      default: throw Failure(description: usage)
      }
    } catch {
      fputs("kg-bench: \(error)\n", stderr)
      exit(1)
    }
  }

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  private static func generate(_ arguments: [String]) throws {
    guard let entities = Int(arguments[2]), let edges = Int(arguments[3]), let seed = UInt64(arguments[4])
    else {
      throw Failure(description: usage)
    }
    let graph = try PowerLawGraph(entities: entities, edges: edges, seed: seed)
    let questions = QuestionSet(graph, seed: seed)
    try GraphFiles(graph, questions).write(to: arguments[1])
    let hubs = questions.entities.prefix(5).map { String($0.degree) }.joined(separator: ", ")
    print("\(entities) entities, \(edges) edges; the largest hubs have \(hubs)")
  }

  private static func ask(_ arguments: [String]) throws {
    guard let passes = Int(arguments[4]), let seconds = Double(arguments[5]) else {
      throw Failure(description: usage)
    }
    let questioner = try Questioner(graph: arguments[1])
    try questioner.ask(arguments[3], from: arguments[2], passes: passes, seconds: seconds)
  }

  private static func compare(_ arguments: ArraySlice<String>) throws {
    var comparison = AnswerComparison()
    for argument in arguments {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { throw Failure(description: usage) }
      try comparison.add(try String(contentsOfFile: parts[1], encoding: .utf8), from: parts[0])
    }
    let counts = comparison.answered.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("\(comparison.shared) questions answered by two stores or more (\(counts.joined(separator: ", ")))")
    let disagreements = comparison.disagreements()
    for disagreement in disagreements.prefix(20) {
      let sides = disagreement.stores.sorted { $0.key < $1.key }
      print(
        "\(disagreement.question): "
          + sides.map { "\($0.value.joined(separator: ", ")) say \($0.key)" }.joined(separator: "; "))
    }
    guard disagreements.isEmpty else { throw Failure(description: "\(disagreements.count) answers differ") }
  }
}

import ArgumentParser
import GraphStore

extension CompletionKind {
  /// The relations, types, entities and documents of the graph that the line is about.
  static let relations = candidates(.relation)
  static let types = candidates(.type)
  static let entities = candidates(.entity)
  static let documents = candidates(.document)

  private static func candidates(_ kind: CompletionQuery.Kind) -> CompletionKind {
    .custom { words, index, prefix in
      // A graph that cannot be read completes nothing, and says nothing amid a line that is being typed.
      guard let graph = try? Graph(path: GraphOptions.path(in: words), access: .ask) else { return [] }
      let typed = prefix.isEmpty && words.indices.contains(index) ? words[index] : prefix
      return (try? graph.completions(CompletionQuery(kind, prefix: typed))) ?? []
    }
  }
}

import ArgumentParser

@main
struct KG: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kg",
    abstract: "Turn documents into a knowledge graph and ask it questions, offline.",
    discussion: """
      Every edge cites the sentence it came from. The graph is one file: --db PATH, else the environment variable KG_DB, \
      else kg.db in this folder.

        kg ingest interviews/
        kg neighbors Taliban
        kg path Turkey Dostum

      EXIT STATUS: 0 found or done; 1 nothing found, or a name that fits several entities; 64 wrong usage, an unknown \
      relation included; 65 bad data: a document that is no text, a file that is no graph, a damaged graph or one of a \
      newer version; 66 no such document or graph; 69 a program that reads a format is not installed; 70 an error inside kg; 73 a file cannot be made or written to; 74 \
      reading or writing failed, a lock that did not go included; 130 interrupted.
      """,
    version: Version.current,
    groupedSubcommands: [
      CommandGroup(name: "Make a graph", subcommands: [Ingest.self, Import.self, Remove.self]),
      CommandGroup(
        name: "Ask",
        subcommands: [
          Neighbors.self, FindPath.self, ListEdges.self, ListClaims.self, Timeline.self, Holders.self,
          Contradictions.self, Show.self, Evidence.self, Explain.self, Match.self, AskSQL.self,
          Search.self,
        ]),
      CommandGroup(
        name: "Look over",
        subcommands: [
          Stats.self, Rank.self, ListComponents.self, Documents.self, Changes.self, Open.self, Export.self,
        ]),
      CommandGroup(name: "Let others ask", subcommands: [Serve.self, ModelContextProtocol.self]),
      CommandGroup(
        name: "Judge who is who",
        subcommands: [
          Suggest.self, Review.self, Why.self, WhyNot.self, Compare.self, Merge.self, Split.self, Unsure.self,
          Undo.self, Rename.self, Retype.self, Reject.self,
          Judgements.self,
        ]),
      CommandGroup(name: "Look after", subcommands: [Check.self, Compact.self]),
      CommandGroup(
        name: "Read without a graph",
        subcommands: [Extract.self, Evaluate.self, Analyze.self, Frames.self, ShowVersion.self]),
    ])

  static func main() {
    Descriptor.occupyStandardOnes()
    Signals.prepare()
    do {
      if let command = PlainCommand(CommandLine.arguments) { return try command.run() }
      var command = try parseAsRoot(BareQuestion.arguments(Array(CommandLine.arguments.dropFirst())))
      try command.run()
    } catch {
      Failure.exit(error)
    }
  }
}

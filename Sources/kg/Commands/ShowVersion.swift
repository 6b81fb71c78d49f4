import ArgumentParser
import Linguistics

struct ShowVersion: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "version",
    abstract: "Print the version, and of what the reading model is made.",
    discussion: """
      With --verbose: the trained model that reads English, its licence, the data it was trained from, and how well it \
      reads development data that it was not trained on (percent; shares of words right for tags, lemmas and trees, F1 for \
      names, mentions, coreference and relations), each model alone: the claims of whole documents, which also go by frames \
      and names, are scored by kg eval. And the instruction set that is used on this machine, on which hangs how fast it reads.

      EXAMPLE: kg version --verbose
      """)

  @Flag(help: "Also name the reading model, its training data and its scores.")
  var verbose = false

  func run() throws {
    var lines = [Version.current]
    if verbose {
      lines += try ReadingModel.embedded().description.lines
      lines.append("Instruction set in use: \(InstructionSet.description)")
    }
    try StandardOutput.write(lines.joined(separator: "\n") + "\n")
  }
}

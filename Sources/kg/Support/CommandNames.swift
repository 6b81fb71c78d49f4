import ArgumentParser
import GraphStore

/// The names of commands, as a user may have meant them.
enum CommandNames {
  /// What to say where an argument stands in the place of a command and is none; nil where all commands are known.
  static func unknownCommand(in arguments: [String]) -> String? {
    var command: any ParsableCommand.Type = KG.self
    var path = "kg"
    for (index, argument) in arguments.enumerated() {
      let commands = command.configuration.subcommands
      if commands.isEmpty || argument.utf8.first == UInt8(ascii: "-") { return nil }
      if argument == "help" {
        path += " help"
        continue
      }
      guard let place = commands.firstIndex(where: { names(of: $0).contains(argument) }) else {
        return message(argument, in: path, commands.flatMap(names), rest: arguments[(index + 1)...])
      }
      command = commands[place]
      path += " \(argument)"
    }
    return nil
  }

  /// Whether it names a command.
  static func isCommand(_ argument: String) -> Bool {
    argument == "help" || KG.configuration.subcommands.contains { names(of: $0).contains(argument) }
  }

  /// The commands that somebody may have meant by this.
  static func near(_ argument: String) -> [String] {
    NearestNames.of(argument, in: KG.configuration.subcommands.flatMap(names))
  }

  private static func names(of command: any ParsableCommand.Type) -> [String] {
    [command.configuration.commandName ?? ""] + command.configuration.aliases
  }

  private static func message(
    _ argument: String, in path: String, _ names: [String], rest: ArraySlice<String>
  ) -> String {
    // The whole line, to be typed again as it is.
    let tail = rest.map { " " + ShellWord.quoted($0) }.joined()
    let near = NearestNames.of(argument, in: names).map { "`\(path) \($0)\(tail)`" }
    let named = BareQuestion.hint(argument, isAlsoCommand: !near.isEmpty)
    let hints = near + named
    let hint = hints.isEmpty ? "" : "; did you mean \(hints.joined(separator: " or "))?"
    return
      "\(path) has no command \(Quoting.quoted(argument))\(hint.isEmpty ? "; " : hint + " ")`kg --help` lists them"
  }
}

/// A word as a shell takes it.
enum ShellWord {
  static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy {
        ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 || $0 > 127 || "-_./=:@%+,#".utf8.contains($0)
      }
    return isPlain
      ? word
      : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}

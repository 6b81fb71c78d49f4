import ArgumentParser
import GraphStore

/// The names of commands, as a user may have meant them.
enum CommandNames {
  /// What to say where an argument stands in the place of a command and is none; nil where all commands are known.
  static func unknownCommand(in arguments: [String]) -> String? {
    var command: any ParsableCommand.Type = KG.self
    var path = "kg"
    for argument in arguments {
      let commands = command.configuration.subcommands
      if commands.isEmpty || argument.utf8.first == UInt8(ascii: "-") { return nil }
      if argument == "help" { continue }
      let names = commands.map { $0.configuration.commandName ?? "" }
      guard let place = names.firstIndex(of: argument) else {
        return message(argument, in: path, names)
      }
      command = commands[place]
      path += " \(argument)"
    }
    return nil
  }

  private static func message(_ argument: String, in path: String, _ names: [String]) -> String {
    let near = NearestNames.of(argument, in: names).map { "`\(path) \($0)`" }
    let hint = near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
    return
      "\(path) has no command \(Quoting.quoted(argument))\(hint.isEmpty ? "; " : hint + " ")`\(path) --help` lists them"
  }
}

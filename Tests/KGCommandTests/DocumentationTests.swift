import Foundation
import Testing

/// The subcommands that `kg --help` lists, and the long options that a help text lists.
private enum Help {
  static func subcommands(_ help: String) -> [String] {
    var isListing = false
    var names: [String] = []
    for line in help.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasSuffix("SUBCOMMANDS:") { isListing = true } else if line.isEmpty { isListing = false }
      // A command's other names stand after a comma.
      if isListing, line.hasPrefix("  "), !line.hasPrefix("   "),
        let name = line.split(whereSeparator: { " ,".contains($0) }).first
      {
        names.append(String(name))
      }
    }
    return names
  }

  static func longOptions(_ help: String) -> Set<String> {
    Set(help.matches(of: /(?m)^ {2}(?:-\w, )?(--[a-z][a-z-]*)/).map { String($0.output.1) })
  }
}

@Suite struct DocumentationTests {
  @Test func everySubcommandHasAnAbstractAndAnExample() throws {
    let sandbox = try Sandbox()
    let names = Help.subcommands(try sandbox.kg("--help").text)
    #expect(names.count >= 11)
    for name in names {
      let help = try sandbox.kg("help", name)
      #expect(help.status == 0 && help.error.isEmpty)
      #expect(help.text.hasPrefix("OVERVIEW: ") && help.text.contains("EXAMPLE: kg \(name)"), "\(name)")
    }
    #expect(try sandbox.kg("--help").text.contains("EXIT STATUS"))
  }

  @Test func theVersionIsThreeNumbers() throws {
    let output = try Sandbox().kg("--version")
    #expect(output.status == 0 && output.error.isEmpty)
    #expect(output.text.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test func theManualNamesEverySubcommandAndLongOption() throws {
    let sandbox = try Sandbox()
    let page = try String(contentsOf: Binary.packageRoot.appending(path: "docs/kg.1"), encoding: .utf8)
      .replacing("\\-", with: "-")
    let help = try sandbox.kg("--help").text
    var options = Help.longOptions(help)
    for name in Help.subcommands(help) {
      // In mdoc, `.It Em name` is the head of a command's own part, and `.It Em "name, other"` that of one with other names.
      #expect(
        page.contains("\n.It Em \(name)\n") || page.contains("\n.It Em \"\(name), "), "\(name)")
      options.formUnion(Help.longOptions(try sandbox.kg("help", name).text))
    }
    #expect(options.count > 10)
    // In mdoc, `.Fl -name` is the option --name.
    for option in options {
      let isNamed = page.contains(option) || page.contains("Fl \(option.dropFirst())")
      #expect(isNamed, "\(option)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func theCommittedCompletionsAreThoseOfTheBinary(shell: String) throws {
    let committed = try Data(contentsOf: Binary.packageRoot.appending(path: "completions/kg.\(shell)"))
    let generated = try Sandbox().kg("--generate-completion-script", shell)
    #expect(generated.status == 0)
    #expect(generated.standardOutput == committed, "make them anew: kg --generate-completion-script \(shell)")
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/ldd")))
  func theBinaryLinksNeitherFoundationNorICU() throws {
    let output = try Sandbox().run("/usr/bin/ldd", [Binary.path])
    guard output.text.contains("libswiftCore") else { return }
    #expect(!output.text.contains("libFoundation.so") && !output.text.contains("ICU"))
  }
}

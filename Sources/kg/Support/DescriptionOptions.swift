import ArgumentParser

/// The option that says whether things without a name are shown.
struct DescriptionOptions: ParsableArguments {
  @Flag(help: "Also show things that a document only describes, such as \"the president\".")
  var descriptions = false
}

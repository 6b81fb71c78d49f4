import ArgumentParser
import Claims
import GraphFormats
import GraphStore

struct Why: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell what speaks for two names being one thing, and what against.",
    discussion: """
      What joins them or keeps them apart, the weights of what names and graph tell, and sentences of both.

      EXAMPLE: kg why 'Joseph Votel' Votel
      """)

  @Argument(help: "The name of an entity, or #identifier.")
  var name: String
  @Argument(help: "Another.")
  var other: String
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws { try Self.answer(name, other, in: graph, answer) }

  static func answer(
    _ name: String, _ other: String, in graph: GraphOptions, _ answer: AnswerOptions
  ) throws {
    let graph = try graph.open(.read)
    let (left, right) = (try graph.anchor(named: name), try graph.anchor(named: other))
    let isOne = left.entity.entity == right.entity.entity
    let features =
      isOne
      ? NameComparison(name, other, type: left.entity.name.type).features
      : try graph.comparison(left.entity.entity, right.entity.entity)
    var evidence: [Claim] = []
    for entity in isOne ? [left.entity.entity] : [left.entity.entity, right.entity.entity] {
      evidence += try graph.claims(involving: entity, and: nil).filter { $0.evidence != nil }.prefix(2)
    }
    try answer.write(
      .grounds(
        left.entity.name, right.entity.name, features: features,
        chain: isOne ? try graph.chain(from: left.key, to: right.key) : nil,
        apart: isOne ? nil : try graph.chainApart(from: left.key, to: right.key), evidence: evidence))
  }
}

struct WhyNot: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "why-not",
    abstract: "Tell why two names are not one thing.",
    discussion: """
      The judgements that keep them apart, or what they lack to be suggested.

      EXAMPLE: kg why-not 'John Smith@a.txt' 'John Smith@b.txt'
      """)

  @Argument(help: "The name of an entity, or #identifier.")
  var name: String
  @Argument(help: "Another.")
  var other: String
  @OptionGroup var graph: GraphOptions
  @OptionGroup var answer: AnswerOptions

  func run() throws { try Why.answer(name, other, in: graph, answer) }
}

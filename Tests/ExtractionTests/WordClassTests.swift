import Claims
import Linguistics
import Schema
import TestSupport
import Testing

@testable import Extraction

/// What a relation's frames list word by word is read by its class too.
@Suite struct WordClassTests {
  private let classes = WordClasses.builtIn

  @Test func `each class belongs to a relation and holds no word twice`() throws {
    let file = try #require(SchemaFile.named("classes.tsv"))
    #expect(file.rows.count > 100)
    for cells in file.rows {
      #expect(cells.count == 3 && Vocabulary.builtIn[String(cells[0])] != nil, "\(cells)")
      #expect(["verb", "act", "agent", "adjective"].contains(String(cells[1])))
      let words = classes.words(of: "\(cells[0]).\(cells[1])")
      #expect(words == Set(words).sorted() && !words.isEmpty)
    }
  }

  @Test(arguments: [
    ("accused", "impugn", "Norway impugned Sweden."), ("supports", "bolster", "Norway bolstered Sweden."),
    ("killed", "electrocute", "The rebels electrocuted Peter Novak."),
    ("deters", "stymie", "Norway stymied Sweden."),
    ("criticized", "upbraiding", "Norway's upbraiding of Sweden was sharp."),
    ("investigated", "autopsy", "Norway's autopsy of the deal was sharp."),
  ])
  func `a word that no frame lists is read by its class`(relation: String, word: String, text: String) throws
  {
    let listed = SchemaFile.all.filter { $0.path.hasPrefix("frames/") }.map(\.text).joined(separator: "\n")
    #expect(!listed.split(whereSeparator: { " \n|=".contains($0) }).contains { $0 == word })
    #expect(!relations(try Extractor.shared.get(), text, relation).isEmpty)
  }

  @Test func `a line of nouns for a deed is read in all its constructions`() throws {
    let extractor = try Extractor(
      model: .embedded(),
      userFrames: [
        (
          name: "own.frames",
          text: "override visited\nnominal visit O=to|of\noverride fights\nnominal war O=between\n"
        )
      ])
    let texts = [
      "The visit of Karl Holm to Norway was short.", "Karl Holm's visit to Norway was short.",
      "Karl Holm paid a visit to Norway.", "The visit to Norway by Karl Holm was short.",
    ]
    for text in texts {
      #expect(relations(extractor, text, "visited") == ["Karl Holm | Norway"], "\(text)")
    }
    #expect(
      relations(extractor, "The war between Norway and Sweden was short.", "fights") == ["Norway | Sweden"])
    #expect(relations(extractor, "Karl Holm paid no visit to Norway.", "visited").isEmpty)
  }

  @Test func `of a fifth of the words hidden the rest reads half`() throws {
    let whole = try Extractor.shared.get()
    var told = 0
    var regained = 0
    for seed: UInt64 in [1, 2] {
      let held = HeldOutWords(seed: seed)
      let rest = try Extractor(model: .embedded(), userFrames: [(name: "held.frames", text: held.frames)])
      for probe in held.probes where !relations(whole, probe.sentence, probe.relation).isEmpty {
        told += 1
        if !relations(rest, probe.sentence, probe.relation).isEmpty { regained += 1 }
      }
    }
    #expect(told > 60, "\(told) sentences")
    #expect(regained * 2 >= told, "\(regained) of \(told)")
  }

  private func relations(_ extractor: Extractor, _ text: String, _ relation: String) -> [String] {
    extractor.read(name: "test", bytes: Array(text.utf8)).claims
      .filter { $0.relation == relation && $0.makesEdge }
      .map { "\($0.subject.name) | \($0.object.name)" }
  }
}

/// The built-in frames without a seeded fifth of the words that each relation lists, and sentences that say these.
struct HeldOutWords {
  struct Probe {
    let relation: String
    let sentence: String
  }

  /// A file that takes the place of the built-in frames.
  private(set) var frames = ""
  private(set) var probes: [Probe] = []

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for relation in Vocabulary.builtIn.relations {
      let lines = BuiltInFrames.text(of: relation.name).split(separator: "\n").dropFirst()
        .map { $0.split(separator: " ").map(String.init) }
      let listed = lines.flatMap { Self.triggers(of: $0) }
      let words = Set(listed).sorted().shuffled(using: &random)
      let hidden = Set(words.prefix(words.count / 5))
      frames += "override \(relation.name)\n"
      for line in lines {
        guard let kind = line.first, ["verb", "noun", "nominal", "adjective", "name", "title"].contains(kind)
        else {
          continue
        }
        let gone = Self.triggers(of: line).filter(hidden.contains)
        for word in gone {
          if let probe = Self.sentence(kind: kind, word: word, line: line) {
            probes.append(Probe(relation: relation.name, sentence: probe))
          }
        }
        let rest = line.filter { !gone.contains($0) }
        if gone.isEmpty || !Self.triggers(of: rest).isEmpty { frames += rest.joined(separator: " ") + "\n" }
      }
    }
  }

  /// The single words that trigger a pattern, without lists and classes.
  private static func triggers(of line: [String]) -> [String] {
    guard let kind = line.first, ["verb", "noun", "adjective"].contains(kind) else { return [] }
    return line.dropFirst().prefix { !$0.contains("=") }.filter { !$0.contains("@") && !$0.contains("_") }
  }

  /// A plain sentence in which a word states its relation; nil where it needs more than subject and object.
  private static func sentence(kind: String, word: String, line: [String]) -> String? {
    guard !line.contains("if"), let subject = role("S=", of: line), let object = role("O=", of: line) else {
      return nil
    }
    let doer =
      line.contains { $0.hasPrefix("S=") && $0.contains(":person") } ? "Karl Holm" : "The Desert Brigade"
    let end = line.contains { $0.hasPrefix("O=") && $0.contains(":person!") } ? "Peter Novak" : "Norway"
    switch kind {
    case "verb" where subject == "subject":
      let past = past(of: word)
      return object == "object"
        ? "\(doer) \(past) \(end)." : preposition(object).map { "\(doer) \(past) \($0) \(end)." }
    case "noun" where subject == "self" || subject == "identity":
      return "\(doer), a \(word) of \(end), moved north."
    case "noun":
      return preposition(object).map { "\(doer)'s \(word) \($0) \(end) shocked Iceland." }
    default: return nil
    }
  }

  private static func role(_ slot: String, of line: [String]) -> String? {
    line.first { $0.hasPrefix(slot) }.flatMap {
      $0.dropFirst(2).split(whereSeparator: { $0 == "|" || $0 == ":" }).first
    }
    .map(String.init)
  }

  private static func preposition(_ role: String) -> String? {
    ["of", "on", "against", "with", "to", "for", "from", "in", "into", "over", "at"].contains(role)
      ? role : nil
  }

  private static func past(of verb: String) -> String {
    let irregular = WordFile.builtIn.irregular.filter { $0.value == verb }.keys.sorted()
    return irregular.first ?? VerbLemmas.forms(of: verb).first { $0.hasSuffix("ed") } ?? verb + "ed"
  }
}

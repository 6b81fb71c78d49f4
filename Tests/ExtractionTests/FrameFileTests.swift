import Claims
import Linguistics
import Schema
import Testing

@testable import Extraction

@Suite struct FrameFileTests {
  private func table(_ text: String) throws -> FrameTable {
    var table = FrameTable()
    var file = FrameFile(file: "own.frames", vocabulary: .builtIn, lexicon: .builtIn)
    try file.read(text, into: &table)
    return table
  }

  @Test(arguments: [
    ("relation visited sometimes\n", 1, "“symmetric”"),
    ("relation UPPER\n", 1, "a relation's name in small letters"),
    ("verb visit S=subject O=object\n", 1, "a line “relation NAME” before the first pattern"),
    ("# fine\n\nrelation visited\nadverb there S=subject O=object\n", 4, "a pattern (verb, noun"),
    ("relation visited\nverb visit S=subject\n", 2, "both S= and O="),
    ("relation visited\nverb S=subject O=object\n", 2, "the words that trigger the pattern"),
    ("relation visited\nverb visit S=subject O=object:planet\n", 2, "a type (person"),
    ("relation visited\nverb visit S=subject O=object..of\n", 2, "roles with dots"),
    ("relation visited\nverb visit S=subject O=object confidence=2\n", 2, "a number above 0"),
    ("relation visited\nverb visit S=subject O=object priority=high\n", 2, "a whole number"),
    ("relation visited\nverb visit S=subject O=object size=3\n", 2, "S=, O=, confidence="),
    ("relation visited\nverb visit S=subject O=object travel\n", 2, "the words of the trigger before S="),
    ("relation visited\nverb _ S=subject O=object\n", 2, "a word, found “_”"),
    ("relation visited\r\nnoun visit __ S=self O=of\r\n", 2, "a word, found “__”"),
    ("relation visited\nnoun @nolist S=self O=of\n", 2, "the name of a list"),
    ("relation visited\n+ Anna Berg visited Norway.\n", 2, "a sentence, “=>”"),
    ("relation visited\n- Anna Berg visited Norway. => Anna Berg | Norway\n", 2, "a sentence without"),
    ("relation visited\n+ Anna Berg visited Norway. => Anna Berg\n", 2, "a sentence, “=>”"),
    ("+ Anna Berg visited Norway. => Anna Berg | Norway\n", 1, "before the first example"),
    ("relation own subject=planet\n", 1, "a type (person"),
  ])
  func `a bad line is refused with file, line and what was expected`(
    text: String, line: Int, expected: String
  ) {
    let error = #expect(throws: ExtractionError.self) { try table(text) }
    #expect(error?.code == .badFrame)
    #expect(error?.message.hasPrefix("own.frames:\(line): expected ") == true)
    #expect(error?.message.contains(expected) == true, "\(error?.message ?? "")")
  }

  @Test func `a pattern keeps its slots, conditions and numbers`() throws {
    let table = try table(
      """
      relation delisted
        verb exclude strike_off S=subject|by O=object.of:organization! also confidence=0.7 priority=2 if from=list|register unless in
      """)
    #expect(table.patterns.count == 2)
    let pattern = try #require(table.patterns.last)
    #expect(pattern.companions == ["off"])
    #expect(pattern.subject.paths == [["subject"], ["by"]])
    #expect(pattern.object.paths == [["object", "of"]])
    #expect(pattern.object.types == ["organization"])
    #expect(pattern.object.isStrict && pattern.isAdditional)
    #expect(pattern.confidence == 0.7 && pattern.priority == 2)
    #expect(pattern.conditions.map(\.isForbidden) == [false, true])
    #expect(pattern.conditions[0].lemmas == ["list", "lists", "register", "registers"])
    #expect(table.patterns(.verb, lemma: "strike", lower: "struck") == [1])
  }

  @Test func `an actor is of four types and a condition may look in several roles`() throws {
    let table = try table(
      "relation accused\nverb accuse S=subject:actor! O=object:state,actor if of|for=theft unless complement|in\n"
    )
    let pattern = try #require(table.patterns.first)
    #expect(pattern.subject.types == ["person", "organization", "group", "place"])
    #expect(pattern.subject.isStrict && !pattern.subject.isState && pattern.object.isState)
    #expect(pattern.object.types == pattern.subject.types)
    #expect(pattern.conditions.map(\.paths) == [[["of"], ["for"]], [["complement"], ["in"]]])
  }

  @Test func `a noun's head comes last and families of roles are written out`() throws {
    let table = try table("relation patron\nnoun guardian_angel S=identity O=whole\n")
    let pattern = try #require(table.patterns.first)
    #expect(pattern.companions == ["guardian"])
    #expect(pattern.object.paths == [["of"], ["possessive"], ["compound"], ["nationality"]])
    #expect(table.patterns(.noun, lemma: "angel", lower: "angels") == [0])
  }

  private func extractor(_ frames: String) throws -> Extractor {
    try Extractor(model: .embedded(), userFrames: [(name: "own.frames", text: frames)])
  }

  private func relations(_ extractor: Extractor, _ text: String) -> [String] {
    extractor.read(name: "test", bytes: Array(text.utf8)).claims.filter { $0.layer == .canonical }
      .map { "\($0.subject.name) \($0.relation) \($0.object.name)" }
  }

  @Test func `a user's file adds a relation of its own`() throws {
    let own = try extractor(
      "relation twin-town symmetric subject=place object=place\nverb twin S=object O=with\nverb twin S=subject O=with\n"
    )
    #expect(relations(own, "Odense is twinned with Tampere.") == ["Odense twin-town Tampere"])
    let builtIn = try Extractor.shared.get()
    #expect(relations(builtIn, "Odense is twinned with Tampere.") == [])
    #expect(own.version != builtIn.version)
  }

  @Test func `an override forgets the built-in patterns of its relation`() throws {
    let text = "Anna Berg visited Norway."
    #expect(relations(try Extractor.shared.get(), text) == ["Anna Berg visited Norway"])
    #expect(relations(try extractor("override visited\nverb tour S=subject O=object\n"), text) == [])
    #expect(relations(try extractor("relation visited\nverb tour S=subject O=object\n"), text) != [])
  }
}

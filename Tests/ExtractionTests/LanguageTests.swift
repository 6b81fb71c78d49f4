import Claims
import Schema
import Testing

@testable import Extraction

/// English stands in `Schema/` and in Language/, and nothing in it is asked for in vain.
@Suite struct LanguageTests {
  private let file = WordFile.builtIn

  @Test(arguments: WordList.allCases)
  func `each list that a rule asks for has words`(list: WordList) {
    #expect(!list.words.isEmpty, "no line “\(list.rawValue)” in Schema/words.tsv")
    #expect(list.words.allSatisfy { list.contains($0) })
  }

  @Test func `each list of the file is asked for by a rule or a frame`() {
    let frames = SchemaFile.all.filter { $0.path.hasPrefix("frames/") }.map(\.text).joined()
    let asked = Set(WordList.allCases.map(\.rawValue))
    for list in file.lists.keys.sorted() where !asked.contains(list) {
      #expect(frames.contains("@\(list)"), "the list “\(list)” is asked for by nobody")
    }
  }

  @Test func `each case is used by a rule`() throws {
    let code = try SourceFiles.extraction().filter { $0.name != "WordList.swift" }.map(\.code).joined()
    for list in WordList.allCases {
      #expect(code.contains(".\(list)"), "no rule asks for the list “\(list)”")
    }
  }

  @Test func `outside of Language no file holds an English word`() throws {
    let listed = WordList.allCases.reduce(into: Set(["the", "of", "by", "and"])) { $0.formUnion($1.words) }
    // Labels of trees, types and roles are words of formats, and only look like English.
    let formats = SourceFiles.labels.union(EntityType.known.map(\.rawValue)).union(SourceFiles.roles)
    let files = try SourceFiles.extraction().filter {
      !$0.isOfLanguage && !SourceFiles.formats.contains($0.name)
    }
    #expect(files.count > 50)
    for file in files {
      let words = file.literals.filter {
        listed.contains($0) && !formats.contains($0) && $0.contains(where: \.isLetter)
      }
      #expect(words.isEmpty, "\(file.name): \(words)")
    }
  }

  @Test func `numbers that decide what is claimed stand in Calibration`() throws {
    for file in try SourceFiles.extraction()
    where file.name != "Calibration.swift" && !SourceFiles.formats.contains(file.name) {
      for match in file.code.matches(of: /[0-9]+\.[0-9]+/) where !["0.0", "1.0"].contains(match.output) {
        Issue.record("\(file.name): \(match.output)")
      }
    }
  }

  @Test func `each number of Calibration is used`() throws {
    let files = try SourceFiles.extraction()
    let table = try #require(files.first { $0.name == "Calibration.swift" }).code
    let rules = files.filter { $0.name != "Calibration.swift" }.map(\.code).joined()
    let names = table.matches(of: /static let (\w+)/).map { String($0.output.1) }
    #expect(names.count > 30)
    for name in names { #expect(rules.contains("Calibration.\(name)"), "nobody asks for \(name)") }
  }

  @Test func `a name in capitals is no pronoun`() {
    #expect(Pronoun("us")?.sort == .speakers)
    #expect(Pronoun("us")?.isOfSpeech == true)
    #expect(Pronoun("herself") == Pronoun("herself"))
    #expect(Pronoun("herself")?.form == .reflexive)
    #expect(Pronoun("whose")?.sort == .relative)
    #expect(Pronoun("table") == nil)
  }

  @Test(arguments: [
    ("physicist", true), ("policeman", true), ("musician", true), ("list", false), ("mist", false),
    ("gist", false),
  ])
  func `an end of a word tells of people only behind a stem`(word: String, isPerson: Bool) {
    #expect(WordList.personSuffix.isSuffix(of: word) == isPerson)
  }

  @Test func `an adjective that makes a kind belongs to an occupation and no other does`() throws {
    let claims = try Extractor.shared.get().read(
      name: "test", bytes: [UInt8]("Anna Berg is a political scientist. Karl Holm is a tall painter.".utf8)
    ).claims.filter { $0.relation == "occupation" }
    #expect(claims.map(\.object.name) == ["political scientist", "painter"])
  }
}

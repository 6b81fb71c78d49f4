import Claims
import Linguistics
import TestSupport
import Testing

@testable import Extraction

/// Who is meant at a word does not depend on who asks, nor on what was asked before.
@Suite struct CastTests {
  private let extractor: Extractor

  init() throws { extractor = try Extractor.shared.get() }

  private func cast(_ text: String) throws -> Cast {
    let segmentation = try Segmenter().segment(DocumentText([UInt8](text.utf8)))
    let analysis = DocumentAnalyser(model: try ReadingModel.embedded()).analyse(segmentation)
    return extractor.cast(of: extractor.annotated(analysis)).cast
  }

  @Test func `shuffled questions have equal answers in trees of any shape`() throws {
    var random = SplitMix64(seed: 130)
    let analyses = try Analyses()
    for _ in 0..<100 {
      let count = Int.random(in: 3...40, using: &random)
      let text = (0..<count).map { _ in
        random.pick([
          "Norway", "she", "the", "group", "Norwegian", "Iran-Iraq", "and", "there", "both", "1990",
        ])
      }
      .joined(separator: " ")
      let document = extractor.annotated(analyses.random(text + ".", using: &random))
      let cast = extractor.cast(of: document).cast
      let inOrder = document.words.indices.map { cast.parties(at: $0) }
      let other = extractor.cast(of: document).cast
      for word in document.words.indices.shuffled(using: &random) {
        #expect(other.parties(at: word) == inOrder[word])
        #expect(
          other.parties(at: word).compactMap(\.entity).allSatisfy(other.entities.entities.indices.contains))
      }
    }
  }

  @Test func `all that a text implies is among the entities before anybody asks`() throws {
    let cast = try cast("The Norwegian minister spoke of the Iran-Iraq War and of Beijing's plans.")
    let names = Set(cast.entities.entities.map(\.name))
    #expect(names.isSuperset(of: ["Norway", "Iran", "Iraq", "Beijing", "China"]))
  }

  @Test func `a capital that acts is its country, and one that does not is itself`() throws {
    let cast = try cast("Beijing expects more. She lives in Beijing.")
    let places = cast.document.words.indices.filter { cast.document.words[$0].lower == "beijing" }
    let place = try #require(places.first)
    let party = try #require(cast.party(at: place).first)
    #expect(party.name == "Beijing")
    #expect(cast.acting(party).name == "China")
    #expect(cast.acting(party).ground == .government)
  }

  @Test func `the first type that is suggested holds, for those alone of whom nothing else told`() throws {
    let cast = try cast("Norway met Zorvald. Anna Berg met Zorvald.")
    var types = TypeSuggestions()
    for word in cast.document.words.indices {
      for party in cast.party(at: word) {
        types.note(["event"], for: party)
        types.note(["person"], for: party)
        types.note(["place", "person"], for: party)
      }
    }
    #expect(Set(types.first.values) == [.event])
    let known = cast.taking(types).entities.entities
    for (before, after) in zip(cast.entities.entities, known) {
      #expect(after.type == (before.type == .unknown ? .event : before.type))
    }
  }

  @Test(arguments: [
    ("He left.", "he", true), ("Some left.", "some", true), ("Anna Berg left. She slept.", "she", false),
    ("The soldiers left.", "soldiers", false),
  ])
  func `a party says itself that nobody is told whom it stands for`(text: String, word: String, isOpen: Bool)
    throws
  {
    let cast = try cast(text)
    let index = try #require(cast.document.words.firstIndex { $0.lower == word })
    for party in cast.party(at: index) {
      var party = party
      party.name = party.entity == nil ? party.name.lowercased() : party.name
      #expect(party.isOpen == isOpen)
    }
  }
}

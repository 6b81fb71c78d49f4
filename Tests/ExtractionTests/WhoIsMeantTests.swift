import Claims
import Testing

@testable import Extraction

/// Whom titles, first persons and descriptions stand for, and what lines that are no prose do not say.
@Suite struct WhoIsMeantTests {
  /// "subject | relation | object" of each positive, certain canonical claim.
  private func claims(_ text: String) throws -> [String] {
    try Extractor.shared.get().read(name: "test", bytes: [UInt8](text.utf8)).claims
      .filter { $0.layer == .canonical && $0.makesEdge }
      .map { "\($0.subject.name) | \($0.relation) | \($0.object.name)" }
  }

  @Test func `a title is one span with its field, and no neighbour's`() throws {
    let texts = try claims(
      "Assistant Secretary of State for European Affairs Karl Holm met Anna Berg. "
        + "Secretary of Defense Jan Pohl resigned. "
        + "Senator Nils Vik, President Tove Lind, and General Erik Dahl attended the summit.")
    let offices = texts.filter { $0.contains("holds-office") }
    #expect(
      Set(offices) == [
        "Karl Holm | holds-office | Assistant Secretary of State for European Affairs",
        "Jan Pohl | holds-office | Secretary of Defense", "Nils Vik | holds-office | Senator",
        "Tove Lind | holds-office | President",
      ])
  }

  @Test(arguments: [
    ("\"I live in Graz,\" said Karl Holm.", "Karl Holm | lives-in | Graz"),
    ("Karl Holm: \"I founded Norvall Bank.\"", "Karl Holm | founder | Norvall Bank"),
    ("My name is Anna Berg. I was born in Oslo.", "Anna Berg | born-in | Oslo"),
    (
      "Dear Mr. Berg,\n\nI was born in Oslo.\n\nYours sincerely,\nKarl Holm\n",
      "Karl Holm | born-in | Oslo"
    ),
    ("SMITH: I was born in Oslo.\nBERG: We support Norway.\nSMITH: No.", "BERG | supports | Norway"),
  ])
  func `the first person is who speaks`(text: String, claim: String) throws {
    let found = try claims(text)
    #expect(found.contains(claim), "\(found)")
    #expect(!found.contains { $0.hasPrefix("i |") })
  }

  @Test func `a bare description is the last thing of its kind, or nothing`() throws {
    #expect(
      try claims("Norvall Bank was founded in 1990. The company acquired Tolna Works in 2004.")
        .contains("Norvall Bank | acquired | Tolna Works"))
    #expect(try claims("The group attacked Gao. Our partners attacked Gao.").isEmpty)
    let regime = try claims(
      "Norway met Sweden. The Asad regime attacked Gao. The regime also attacked Mopti.")
    #expect(regime.contains { $0.hasSuffix("regime | attacked | Mopti") }, "\(regime)")
  }

  @Test func `announced items are members, broken words are whole, and front matter says nothing`() throws {
    let list = try claims("The council has three members:\n\n- Karl Holm\n- Anna Berg\n- Jan Pohl\n")
    #expect(["Karl Holm", "Anna Berg", "Jan Pohl"].allSatisfy { list.contains("\($0) | member | council") })
    #expect(
      try claims("Maria Keller foun-\nded Norvall Bank in 1990.").contains(
        "Maria Keller | founder | Norvall Bank"))
    let matter = try claims("---\nauthor: Karl Holm\ndate: 2019-05-13\n---\n\nNorvall Bank is based in Graz.")
    #expect(Set(matter) == ["Norvall Bank | based-in | Graz"])
  }
}

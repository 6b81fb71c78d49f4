import Testing

@testable import GraphStore

/// What is joined unasked is one spelling, and nothing less.
@Suite struct CertainKeyTests {
  private let rule = CertainKey(lists: .builtIn)

  private func joins(_ left: String, _ right: String, _ type: String) -> Bool {
    rule.joins(NameFolding.fold(left), NameFolding.fold(right), type: type)
  }

  @Test(arguments: [
    ("Acme Corp", "Acme Corporation", "organization"), ("Acme, Inc.", "Acme Inc", "organization"),
    ("Lind & Berg Ltd.", "Lind and Berg Limited", "organization"),
    ("Berg Co., Ltd.", "Berg Co Ltd", "organization"),
    ("U.S. Navy", "US Navy", "organization"), ("U.K. Treasury", "United Kingdom Treasury", "organization"),
    ("UN", "United Nations", "organization"), ("F.B.I.", "FBI", "organization"),
    ("J.P. Holm", "J. P. Holm", "person"), ("Anna L. Berg", "Anna L Berg", "person"),
    ("Karl Holm, Jr.", "Karl Holm Junior", "person"), ("Calif.", "California", "place"),
    ("St. Albans", "Saint Albans", "place"), ("Washington, D.C.", "Washington DC", "place"),
  ]) func spellingsOfOneNameAreOne(left: String, right: String, type: String) {
    #expect(joins(left, right, type))
  }

  @Test(arguments: [
    ("Acme Corp", "Acme Ltd", "organization"), ("Acme", "Acme Corp", "organization"),
    ("Acme Inc", "Acme Corp", "organization"), ("Acme GmbH", "Acme AG", "organization"),
    ("Task Force 12", "Task Force 21", "organization"), ("1st Brigade", "2nd Brigade", "organization"),
    ("Bank of Oslo", "Bank of Bergen", "organization"),
    ("University of York", "York University", "organization"),
    ("North Lind", "South Lind", "place"), ("Washington", "Washington, D.C.", "place"),
    ("Wash.", "Washington", "place"),
    ("N.Y.", "New York", "place"), ("Karl Holm", "Karl Holm Jr.", "person"),
    ("Karl Holm Sr.", "Karl Holm Jr.", "person"),
    ("Karl Holm II", "Karl Holm III", "person"), ("Anna L. Berg", "Anna M. Berg", "person"),
    ("Anna Berg", "Anna L. Berg", "person"), ("UN", "United Nations", "person"),
  ]) func whatDiffersInAWordIsNot(left: String, right: String, type: String) {
    #expect(!joins(left, right, type))
  }

  @Test func aUsersWordsJoinNamesToo() throws {
    let rows = try IdentityLists.rows(
      of: ReadingFile(kind: .lists, name: "l", text: "# mine\nform\tMfg\tManufacturing\nplace\tNrw\tNorway\n")
    )
    let rule = CertainKey(lists: IdentityLists(rows: rows))
    #expect(rule.joins("lind mfg.", "lind manufacturing", type: "organization"))
    #expect(rule.joins("nrw", "norway", type: "place"))
  }

  @Test(arguments: [
    "form\tmfg", "title\tdr\tdoctor", "what\tx\ty", "number\tfive\tfünf", "letter\tab\tc", "form\t\tx", "x",
  ])
  func aBadLineOfAListIsNamed(line: String) {
    let file = ReadingFile(kind: .lists, name: "l.tsv", text: "title\tdr\n" + line + "\n")
    let error = #expect(throws: GraphError.self) { try IdentityLists.rows(of: file) }
    #expect(error?.message.hasPrefix("l.tsv:2: ") == true)
  }
}

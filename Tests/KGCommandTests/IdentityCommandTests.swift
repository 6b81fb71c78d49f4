import Foundation
import Testing

/// What a graph remembers of its user's lists, and how it shows who is one.
@Suite struct IdentityCommandTests {
  private let sandbox: Sandbox

  init() throws { sandbox = try Sandbox() }

  private func write(_ text: String, to name: String) throws { try sandbox.write(Array(text.utf8), to: name) }

  @Test func aliasesAndListsGivenOnceHoldForLaterIngestions() throws {
    try write("Zorbat Corporation hired Anna Berg. Zorbat Corporation is based in Oslo.\n", to: "a.txt")
    try write("Nordic Works hired Karl Holm. Nordic Works is based in Bergen.\n", to: "b.txt")
    try write("Nordic Steel bought Lindgren Manufacturing. The Zorbats hired Karl Holm.\n", to: "c.txt")
    try write("Nordic Steel\tNordic Works\ttype:organization\n", to: "aliases.tsv")
    try write("body\tZorbats\tZorbat Corporation\n", to: "lists.tsv")
    let first = try sandbox.kg(
      "ingest", "a.txt", "b.txt", "c.txt", "--aliases", "aliases.tsv", "--lists", "lists.tsv")
    #expect(first.status == 0)
    #expect(first.text.contains("7 entities"))
    let joined = try sandbox.kg("export", "--format", "csv").text
    #expect(try sandbox.kg("show", "Zorbats").text.contains("by its name"))
    // A plain ingestion reads as before.
    #expect(try sandbox.kg("ingest", "a.txt", "b.txt", "c.txt").status == 0)
    #expect(try sandbox.kg("export", "--format", "csv").text == joined)
    #expect(try sandbox.kg("check").status == 0)
    #expect(try sandbox.kg("ingest", "--forget", "lists").status == 0)
    #expect(!(try sandbox.kg("show", "Zorbats").text.contains("by its name")))
    #expect(try sandbox.kg("ingest", "b.txt", "--forget", "aliases").text.contains("9 entities"))
    try write("frm\tmfg\tmanufacturing\n", to: "bad.tsv")
    let bad = try sandbox.kg("ingest", "a.txt", "--lists", "bad.tsv")
    #expect(bad.status == 65 && bad.error.contains("bad.tsv:1: "))
  }

  @Test func aMergedEntityListsItsMembersAndWhatJoinedThem() throws {
    try write(
      "subject,relation,object\nJoseph Votel,commands,CENTCOM\nJoe Votel,visited,Raqqa\n", to: "a.csv")
    #expect(try sandbox.kg("import", "a.csv").status == 0)
    #expect(try sandbox.kg("merge", "Joseph Votel", "Joe Votel").status == 0)
    let shown = try sandbox.kg("show", "Joe Votel")
    #expect(
      shown.text.contains("judgement 1") && shown.text.contains("Joe Votel") && shown.text.contains("a.csv"))
    let record = try #require(try sandbox.kg("show", "Joe Votel", "--format", "jsonl").objects().first)
    #expect((record["members"] as? [[String: Any]])?.count == 2)
  }

  @Test func peopleOfOneNameAreListedByTheirDocuments() throws {
    try write("Hugo Lind was born on 3 May 1950 in Oslo. Hugo Lind visited Bergen.\n", to: "a.txt")
    try write("Hugo Lind was born on 12 June 1978 in Aarhus. Hugo Lind praised Anna Berg.\n", to: "b.txt")
    #expect(try sandbox.kg("ingest", "a.txt", "b.txt").status == 0)
    let ambiguous = try sandbox.kg("show", "Hugo Lind")
    #expect(ambiguous.status == 1 && ambiguous.error.contains("Hugo Lind@a.txt"))
    #expect(try sandbox.kg("suggest", "--format", "jsonl").objects().count == 1)
    #expect(try sandbox.kg("merge", "Hugo Lind@a.txt", "Hugo Lind@b.txt").status == 0)
    #expect(try sandbox.kg("show", "Hugo Lind").status == 0)
  }
}

import Testing

@testable import Layout

@Suite struct LayoutFinderTests {
  /// "kind: text" of each stretch that is found, in order, lines of one kind together.
  private func found(_ text: String) -> [String] {
    let bytes = [UInt8](text.utf8)
    return LayoutFinder(bytes: bytes).layout().stretches.map { stretch in
      let text = String(decoding: bytes[stretch.range], as: UTF8.self)
      return stretch.kind.rawValue + (stretch.speaker.map { " of \($0)" } ?? "") + ": " + text
    }
  }

  @Test func `front matter ends with the mark that it starts with`() {
    #expect(
      found("---\nauthor: Hugo Lind\ndate: 2019-05-13\n---\n\nHolm left.") == [
        "metadata: ---", "metadata: author: Hugo Lind", "metadata: date: 2019-05-13", "metadata: ---",
      ])
    #expect(found("+++\ntitle = \"A\"\n+++\nHolm left.").count == 3)
    #expect(found("---\nHolm left.\n---\nHe came back.").isEmpty)
    #expect(found("---\nauthor: Holm\nNo end.").filter { $0.hasPrefix("metadata: ---") }.isEmpty)
  }

  @Test(arguments: [
    "From: Hugo Lind\nTo: Dina Roth\nSubject: The bank\n\nWe won.",
    "Author: Hugo Lind\nPublished: 3 March 2011\n\nWe won.",
    "Holm left.\n\nTel: +47 22 33\nE-mail: a@b.no",
    "Name: Norvall Bank\nFounded: 1990\nSeat: Graz\n\nThe bank closed.",
  ])
  func `lines of keys with values are said of the document`(text: String) {
    let kinds = found(text)
    #expect(kinds.count > 1 && kinds.allSatisfy { $0.hasPrefix("metadata") }, "\(kinds)")
  }

  @Test(arguments: [
    "SMITH: We won.\nBERG: You lost.\nSMITH: No.", "Q: Who came?\nA: Nobody did.",
    "He had one aim: to win.\nIt failed.", "The council has three members:\n\n- Hugo Lind\n- Dina Roth\n",
    "Source: an official who has read the report said on Friday that Norway had attacked Sweden again.",
    "Norway won; Sweden lost.\nThey left at 10:30 and came back.", "A | b is a choice.",
    "Thanks\n\nThe army left Norway.", "By Friday the army had left Norway.",
    "In 2011, on March 3, they left.", "The war — Norway, Sweden and Chad fought — ended.",
  ])
  func `prose stays prose`(text: String) {
    #expect(found(text).isEmpty)
  }

  @Test(arguments: [
    "| Name | Seat |\n|---|---|\n| Norvall | Graz |", "Name\tSeat\tYear\nNorvall\tGraz\t1990",
    "Name      Seat      Year\nNorvall   Graz      1990\nTolna     Porto     1991",
  ])
  func `rows of cells are tables`(text: String) {
    let kinds = found(text + "\n\nHolm left.")
    #expect(kinds.count == text.split(separator: "\n").count && kinds.allSatisfy { $0.hasPrefix("table") })
  }

  @Test func `a headline's source and date are no part of it`() {
    #expect(
      found("\"Secret letter found\" — KLM.no, March 3, 2011") == ["metadata: — KLM.no, March 3, 2011"])
    #expect(found("Letter found - The Norvik Times, 2011-03-03").count == 1)
    #expect(found("Letter found – Reuters, Thursday, 3 March 2011").count == 1)
  }

  @Test(arguments: [
    "Thursday, February 23, 2006", "2011-03-03", "3 March 2011, 10:45 UTC", "By Anna Berg, Reuters",
    "Updated 3 March 2011", "Advertisement", "Read more",
  ])
  func `a line of a date, an author or a way elsewhere is no prose`(line: String) {
    let kinds = found("Bank closes\n\n\(line)\n\nNorvall Bank closed on Friday in Graz.")
    #expect(kinds.count == 1 && kinds[0].hasSuffix(": " + line), "\(kinds)")
  }

  @Test func `the place that a report comes from is set apart`() {
    #expect(found("KABUL (Reuters) - Five men left.") == ["metadata: KABUL (Reuters) -"])
    #expect(found("KABUL, March 3 (AP) — Five men left.") == ["metadata: KABUL, March 3 (AP) —"])
    #expect(found("OSLO – Five men left.").count == 1)
    #expect(found("Norway - a country - won.").isEmpty)
  }

  @Test func `time stamps of transcripts are set apart`() {
    #expect(found("[00:12:31] We won.\n(12:40) They lost.") == ["metadata: [00:12:31]", "metadata: (12:40)"])
    #expect(found("00:01:02,500 --> 00:01:04,000\nWe won.") == ["metadata: 00:01:02,500 --> 00:01:04,000"])
    #expect(found("12:30 is the time.").isEmpty)
  }

  @Test func `who signs a letter says what is above`() {
    let letter = "Dear Mr. Holm,\n\nI live in Graz.\n\nYours sincerely,\n\nTove Lind\nManaging editor\n"
    #expect(
      found(letter) == [
        "body of Tove Lind: I live in Graz.", "signature: Yours sincerely,", "signature: Tove Lind",
        "signature: Managing editor",
      ])
    #expect(found("We met.\n\n-- \nHugo Lind\nNorvall Bank").filter { $0.hasPrefix("signature") }.count == 3)
  }

  @Test func `a block of short lines with an address is a letterhead`() {
    let kinds = found("Norvall Bank\n12 Main Street\nGraz\nwww.norvall.at\n\nWe have moved to a new house.")
    #expect(kinds.count == 4 && kinds.allSatisfy { $0.hasPrefix("metadata") })
  }

  @Test func `captions are marked and stay prose`() {
    #expect(found("Figure 3: The army leaves Norway.\n\nIt had lost.").map { $0.prefix(7) } == ["caption"])
    #expect(StretchKind.caption.isProse && !StretchKind.table.isProse)
  }

  @Test func `layout is found in linear time, and no bytes trap`() {
    for unit in [
      "a: b\n", "|", "\t\n", "Regards\nA\n", "[1:2", "— ", "\n", "---\n", "Dear A,\n", "\u{2014}\n",
    ] {
      let bytes = [UInt8](String(repeating: unit, count: 20_000).utf8)
      let stretches = LayoutFinder(bytes: bytes).layout().stretches
      #expect(zip(stretches, stretches.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
    }
    for cut in 0..<40 {
      let bytes = [UInt8]("KABUL (AP) \u{2014} x, 3 March\n[0:1:2] \u{2014} b, May 1".utf8.prefix(cut))
      _ = LayoutFinder(bytes: bytes).layout()
    }
  }
}

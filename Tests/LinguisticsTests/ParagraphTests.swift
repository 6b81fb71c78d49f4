import Layout
import Linguistics
import Testing

@Suite struct ParagraphTests {
  @Test func `a wrapped line goes on and a blank line, a heading and a turn do not`() throws {
    #expect(try Cutting("Anna\nleft").sentences == ["Anna\nleft"])
    #expect(try Cutting("Anna\n\nleft").sentences == ["Anna", "left"])
    #expect(try Cutting("# Heading\nAnna left").contents == ["Heading", "Anna left"])
    #expect(try Cutting("Heading\n=======\nAnna left").kinds == [.heading, .body, .body])
    #expect(try Cutting("- Who left?\n- Anna left").contents == ["Who left?", "Anna left"])
  }

  @Test(arguments: ["\n", "\r\n"])
  func `text wrapped by hand is cut like text that is not`(newline: String) throws {
    let sentences = [
      "The committee of the north met on Monday in the capital, and it decided nothing at all.",
      "Its chairman, Dr. Anna Berg of the University of Oslo, said that there had been no time.",
      "Nobody was surprised by this, least of all the members of the old council.",
    ]
    for width in [45, 60, 72, 80] {
      var text = ""
      var column = 0
      for word in sentences.joined(separator: " ").split(separator: " ") {
        if column + word.count + 1 > width {
          text += newline
          column = 0
        } else if column > 0 {
          text += " "
          column += 1
        }
        text += word
        column += word.count
      }
      let found = try Cutting(text).sentences.map {
        $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
      #expect(found == sentences, "\(width)")
    }
  }

  @Test func `lines that were broken on purpose stay apart`() throws {
    let address = "Anna Berg\nMain Street 5\nOslo"
    #expect(try Cutting(address).sentences == ["Anna Berg", "Main Street 5", "Oslo"])
    let title = "A short title\nThe committee of the north met on Monday in the capital of the country."
    #expect(try Cutting(title).sentences.first == "A short title")
  }

  @Test func `turns are counted and speakers are named only by the text`() throws {
    let cutting = try Cutting("- Who left?\n– Anna left. Today.\n\nShe did.\nSMITH: I left.\nQ: Why?")
    #expect(cutting.turns == [0, 1, 1, 1, 2, 3])
    #expect(cutting.speakers == [nil, nil, nil, nil, "SMITH", "Q"])
    #expect(cutting.contents == ["Who left?", "Anna left.", "Today.", "She did.", "I left.", "Why?"])
    #expect(cutting.sentences[4] == "SMITH: I left.")
  }

  @Test func `a name in small letters speaks where it heads several lines`() throws {
    let cutting = try Cutting(
      "Anna Berg: Who is it?\nKarl van Holm: Me.\nAnna Berg: Come in.\nKarl van Holm: Thanks.")
    #expect(cutting.speakers == ["Anna Berg", "Karl van Holm", "Anna Berg", "Karl van Holm"])
    #expect(try Cutting("Early life: He was born in Oslo.").speakers == [nil])
    #expect(
      try Cutting("**Anna:** Hi.\n\n**Karl:** Hi.\n\n**Anna:** Bye.\n\n**Karl:** Bye.").contents[0] == "Hi.")
  }

  @Test func `a speaker's label may stand on a line of its own`() throws {
    let cutting = try Cutting("SMITH:\nI left.\n\nJONES:\nSo did I.")
    #expect(cutting.speakers == ["SMITH", "SMITH", "JONES", "JONES"])
    #expect(cutting.turns == [0, 0, 1, 1])
  }

  @Test func `notices and the place of a report are no speakers`() throws {
    let notices = try Cutting("NOTE: This is old.\nFROM: Anna\nNOTE: So is this.")
    #expect(notices.turns.allSatisfy { $0 == nil } && notices.speakers.allSatisfy { $0 == nil })
    #expect(try Cutting("KABUL: Five people were hurt.\n\nNobody said more.").speakers == [nil, nil])
  }

  @Test func `a heading ends a turn`() throws {
    #expect(try Cutting("Q: Why?\n\n## Notes\n\nNothing more.").turns == [0, nil, nil])
  }

  @Test func `dashes after a colon and short items make a list`() throws {
    let list = try Cutting("He sells:\n- What is green! He knows.\n- pears\n- plums\n\nThat is all.")
    #expect(list.kinds == [.body, .list, .list, .list, .list, .body])
    #expect(list.turns.allSatisfy { $0 == nil })
    #expect(list.contents == ["He sells:", "What is green!", "He knows.", "pears", "plums", "That is all."])
    let dialogue = try Cutting("- Why did he leave so early on Monday?\n- Nobody knows.")
    #expect(dialogue.kinds == [.body, .body])
  }

  @Test func `short items belong to the sentence that announces them`() throws {
    let list = try Cutting("He sells:\n- green apples\n- pears\n- plums\n\nThat is all.")
    #expect(list.contents == ["He sells:\n- green apples\n- pears\n- plums", "That is all."])
    #expect(
      list.segmentation.readings.values.sorted { $0.count < $1.count }.map {
        String(decoding: $0, as: UTF8.self)
      } == [",", ",", "and"])
    #expect(try Cutting("He sells:\n1. apples\n2. pears").contents.count == 1)
    #expect(try Cutting("He sells:\n- apples").contents.count == 2)
    #expect(try Cutting("They met:\n- Norway won. Sweden lost.\n- Chad: a win").contents.count == 4)
  }

  @Test(arguments: [
    ("Holm foun-\nded it.", "founded"), ("A well-\nknown man.", "well-known"),
    ("It is ill-\nadvised, they say.", "ill-advised"),
    ("The state and the owned: a state-\nowned bank.", "state-owned"),
    ("A low-cost plan, a low-\ncost bank.", "low-cost"), ("Karl Lö-\nwenthal left.", "Löwenthal"),
  ])
  func `a word broken at the end of a line is read whole`(text: String, word: String) throws {
    let segmentation = try Cutting(text).segmentation
    #expect(segmentation.readings.values.map { String(decoding: $0, as: UTF8.self) } == [word])
  }

  @Test(arguments: ["The Austria-\nHungary of old.", "He left -\nand came.", "One of 10-\n20 men."])
  func `a hyphen that breaks no word stays`(text: String) throws {
    #expect(try Cutting(text).segmentation.readings.isEmpty)
  }

  @Test(arguments: [
    ("They met Navy Capt. Karl Holm in Oslo. He left.", 2), ("He lives in the U.S. Anna Berg left.", 2),
    ("He saw Lt. Col. Berg and Gov. Holm.", 1), ("He knew Gen. Holm. Then he left.", 2),
  ])
  func `a title's stop ends no sentence`(text: String, count: Int) throws {
    #expect(try Cutting(text).contents.count == count)
  }

  @Test func `bullets and numbers start items`() throws {
    let cutting = try Cutting("* One thing\n* Another\n1. First\n2) Second\n• Third")
    #expect(cutting.kinds == Array(repeating: .list, count: 5))
    #expect(cutting.contents == ["One thing", "Another", "First", "Second", "Third"])
    #expect(try !Cutting("In the year\n1984. And on.").kinds.contains(.list))
  }

  @Test func `code is marked, line by line, and a fence that is never closed is none`() throws {
    let cutting = try Cutting("Look:\n```\nlet a = 1. B = 2\n```\nAnna left.")
    #expect(cutting.kinds == [.body, .code, .code, .code, .body])
    #expect(try Cutting("```\nAnna left. Karl stayed.").kinds.last == .body)
  }

  @Test func `what is quoted and what is not are two paragraphs`() throws {
    let cutting = try Cutting("> he wrote that\n> and this\nand we answered.")
    #expect(cutting.sentences.count == 2)
    #expect(cutting.contents[0] == "he wrote that\n> and this")
  }

  @Test func `the first sentence of a paragraph says so`() throws {
    let starts = try Cutting("One left. Two stayed.\n\nThree came.").segmentation.sentences.map(
      \.startsParagraph)
    #expect(starts == [true, false, true])
  }
}

import Linguistics
import Testing

@Suite struct SegmenterTests {
  @Test(
    arguments: [
      ("He can't go.", "He ca n't go ."),
      ("They don’t think it’s John's.", "They do n’t think it ’s John 's ."),
      ("We cannot and he's gonna; dont you?", "We can not and he 's gon na ; do nt you ?"),
      ("the boys' mother-in-law", "the boys ' mother - in - law"),
      ("a well-known 15-year term", "a well - known 15 - year term"),
      ("He paid $1,200.50 (50%) at 10:30 p.m. today", "He paid $ 1,200.50 ( 50 % ) at 10:30 p.m. today"),
      ("It weighs 2kg and costs 3.5 million.", "It weighs 2 kg and costs 3.5 million ."),
      ("“I won’t,” she said. ‘Oh…’", "“ I wo n’t , ” she said . ‘ Oh … ’"),
      ("Wait... what?! No!!!", "Wait ... what ?! No !!!"),
      ("ok :) fine :(", "ok :) fine :("),
      (
        "AT&T met O'Neill in the U.S. and the U.K. on Sept. 11.",
        "AT&T met O'Neill in the U.S. and the U.K. on Sept. 11 ."
      ),
      (
        "See Mr. and Mrs. Smith, e.g. at No. 5, i.e. here.",
        "See Mr. and Mrs. Smith , e.g. at No. 5 , i.e. here ."
      ),
      ("Fact [1]–[11] (a) here", "Fact [ 1 ] – [ 11 ] ( a ) here"),
    ])
  func `words are those of the treebanks`(text: String, words: String) throws {
    #expect(try Cutting(text).words.joined(separator: " ") == words)
  }

  @Test(
    arguments: [
      ("See https://example.org/a_(b)?c=d.", "https://example.org/a_(b)?c=d"),
      ("(www.example.com/x), he said", "www.example.com/x"),
      ("Write to jane.doe+x@mail.example.co.uk!", "jane.doe+x@mail.example.co.uk"),
      ("the file report-2_final.pdf.", "report-2_final.pdf"),
      ("“http://a.b/c?d=e&f=g#h”", "http://a.b/c?d=e&f=g#h"),
    ])
  func `links, addresses and names of files are one word`(text: String, word: String) throws {
    let words = try Cutting(text).words
    #expect(words.contains(word), "\(words)")
  }

  @Test func `a written token of several words says how many`() throws {
    let cutting = try Cutting("He can't cannot John's boys' well-known")
    #expect(
      cutting.segmentation.tokens.map(\.wordsInToken) == [1, 2, 0, 2, 0, 2, 0, 2, 0, 1, 1, 1],
      "\(cutting.words)")
  }

  @Test(
    arguments: [
      ["Dr. Berg paid 3.5 million to J. K. Rowling in the U.S. market.", "He left."],
      ["He met Mr. Smith at 5 p.m. on No. 5 street, e.g. there."],
      ["“It rains.”", "Anna left (at last).", "Karl stayed."],
      ["Who left?", "Nobody!", "What then?!"],
      ["“I will go,” she said.", "“It is late.”"],
      ["It grew by 3.5 percent, to 1.2 million.", "Prices fell."],
      ["See http://example.org/a.b.", "Then write to a@b.org.", "Thanks."],
      ["It was late…", "Too late."],
      ["He lives in Washington, D.C.", "She does not."],
      ["This has no full stop"],
      ["ALL OF THIS IS LOUD.", "SO IS THIS!"],
    ])
  func `sentences end where they end`(sentences: [String]) throws {
    #expect(try Cutting(sentences.joined(separator: " ")).sentences == sentences)
  }

  @Test func `other scripts fall apart by character, by space or not at all`() throws {
    #expect(try Cutting("東京は").words == ["東", "京", "は"])
    #expect(try Cutting("Привет, мир! Как дела?").words == ["Привет", ",", "мир", "!", "Как", "дела", "?"])
    #expect(try Cutting("नमस्ते दुनिया").words == ["नमस्ते", "दुनिया"])
    #expect(try Cutting("cafe\u{301}s naïve").words == ["cafe\u{301}s", "naïve"])
  }

  @Test func `an emoji with all that belongs to it is one word`() throws {
    #expect(try Cutting("👍🏽 👨‍👩‍👧 🇩🇰 ❤️").words == ["👍🏽", "👨‍👩‍👧", "🇩🇰", "❤️"])
    #expect(try Cutting("😀😀").words == ["😀", "😀"])
  }

  @Test func `a sentence may have any length`() throws {
    let text = "He saw " + String(repeating: "many small and green ", count: 5_000) + "trees."
    let cutting = try Cutting(text)
    #expect(cutting.segmentation.sentences.count == 1)
    #expect(cutting.segmentation.tokens.count == 20_004)
  }

  @Test func `texts without words have no sentences`() throws {
    for text in ["", " ", "\n\n", "\u{FEFF}", "\u{2028}\u{85}"] {
      let cutting = try Cutting(text)
      #expect(cutting.segmentation.tokens.isEmpty && cutting.segmentation.sentences.isEmpty)
    }
  }
}

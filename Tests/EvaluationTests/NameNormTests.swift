import Testing

@testable import Evaluation

@Suite struct NameNormTests {
  /// What `norm` and `bare` of the scorer of the shared material gave.
  @Test(arguments: [
    ("The  U.S.\u{2019}s 1,500,000 troops", "u 1500000 troops", "u 1500000 troops"),
    ("General Dostum\u{2019}s", "general dostum", "dostum"),
    ("Dr. A. \u{2013} B.", "dr a-b", "a-b"),
    ("\u{201C}Jamaat  Ansarullah\u{201D}", "jamaat ansarullah", "jamaat ansarullah"),
    ("IS - Khorasan", "is-khorasan", "is-khorasan"),
    ("Rock'n'roll", "rock n roll", "rock n roll"),
    ("a the An", "", ""),
    ("so-called group", "so-called group", "so-called group"),
    ("(s) and 's", "and", "and"),
    ("1,50 and 12,3456", "1 50 and 123456", "1 50 and 123456"),
    ("Cafe\u{301} \u{FB01}n\u{2026}x\u{A0}y", "caf\u{E9} fin x y", "caf\u{E9} fin x y"),
    ("\u{FF2B}\u{FF49}\u{FF4E}\u{FF47} \u{2116}5\u{2122}", "king no5tm", "king no5tm"),
    ("x\u{2011}y \u{2014} z", "x\u{2010}y-z", "x\u{2010}y-z"),
    ("the-a", "the-a", "the-a"),
    ("Mr.s", "mr", "mr"),
    ("\u{394}'s_", "\u{3B4} s_", "\u{3B4} s_"),
    ("\u{2019}s", "", ""),
    ("", "", ""),
    ("\u{130}stanbul\u{2019}s", "i\u{307}stanbul", "i\u{307}stanbul"),
    ("10,000's", "10000", "10000"),
    ("O.S.S. s", "o s", "o s"),
  ])
  func `names are made comparable as the reference scorer does`(name: String, norm: String, bare: String) {
    #expect(NameNorm.norm(name) == norm)
    #expect(NameNorm.bare(name) == bare)
  }
}

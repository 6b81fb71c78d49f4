import TestSupport
import Testing

@testable import DocumentInput

@Suite struct TextValidationTests {
  @Test func wellFormednessAgreesWithTheStandardLibrary() {
    var random = SplitMix64(seed: 11)
    let leads: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3,
      0xF4, 0xF5, 0xFF,
      0x8F, 0x90, 0x9F, 0xA0,
    ]
    for _ in 0..<20_000 {
      let bytes = (0..<Int.random(in: 0...8, using: &random)).map { _ in
        random.chance(3) ? UInt8.random(in: 0...255, using: &random) : random.pick(leads)
      }
      let offset = TextValidation.firstInvalidOffset(bytes)
      #expect((offset == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
      if let offset {
        // What stands before the offset is well-formed, and the next letter is not.
        #expect(String(validating: bytes[..<offset], as: UTF8.self) != nil, "\(bytes)")
        for end in offset + 1..<min(bytes.count, offset + 4) + 1 {
          #expect(String(validating: bytes[..<end], as: UTF8.self) == nil, "\(bytes)")
        }
      }
    }
  }

  @Test func everyTextIsWellFormed() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<500 {
      #expect(TextValidation.firstInvalidOffset(Array(random.hostileText(upTo: 50).utf8)) == nil)
    }
  }

  @Test(
    arguments: [
      ([0x61, 0x62, 0xE9, 0x20], "not UTF-8 at byte offset 2"),
      ([0x61, 0xC3], "not UTF-8 at byte offset 1"),
      ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"),
      ([0xFE, 0xFF, 0x00, 0x61], "UTF-16"),
      ([0x61, 0x0A, 0x00, 0x61], "NUL byte at offset 2"),
      ([], "empty"),
      ([0x20, 0x09, 0x0D, 0x0A, 0x0B, 0x0C], "empty"),
    ] as [([UInt8], String)])
  func whatIsNoTextIsRefusedWithItsPlace(bytes: [UInt8], message: String) throws {
    let error = try #require(throws: InputError.self) { try TextValidation.check(bytes, name: "a.txt") }
    #expect(error.code == .badText)
    #expect(error.message.hasPrefix("a.txt: "))
    #expect(error.message.contains(message))
    #expect(!error.message.contains("\n"))
  }

  @Test func aByteOrderMarkAndOtherLettersAreText() throws {
    try TextValidation.check([0xEF, 0xBB, 0xBF, 0x61], name: "a.txt")
    try TextValidation.check(Array("漢 é 👩‍👩‍👧".utf8), name: "a.txt")
  }
}

import Testing

@testable import Claims

@Suite struct JSONValueTests {
  private func value(_ text: String) throws -> JSONValue {
    try Array(text.utf8).withUnsafeBytes { bytes in try JSONValue(bytes) }
  }

  /// Values take many times the room of their bytes: of a line of 64 MiB there could be 33 million.
  @Test(arguments: ["0", "[]"])
  func moreValuesThanAnyRecordHasAreRefused(piece: String) throws {
    let few = "[" + Array(repeating: piece, count: 1_000).joined(separator: ",") + "]"
    #expect(throws: Never.self) { try value(few) }
    let many = "[" + Array(repeating: piece, count: 1 << 20).joined(separator: ",") + "]"
    #expect { try value(many) } throws: {
      ($0 as? JSONValue.SyntaxError)?.reason.contains("values in one text") ?? false
    }
  }
}

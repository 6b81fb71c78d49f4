import Claims
import Foundation
import GraphFormats
import GraphStore
import Testing

@testable import ModelContext

/// One line in, the answer as an object out.
private func answer(_ server: ModelContextServer, _ line: String) throws -> [String: Any]? {
  var text = line
  let value = try text.withUTF8 { try JSONValue(UnsafeRawBufferPointer($0)) }
  guard let bytes = server.answer(value, watch: { _ in }) else { return nil }
  #expect(bytes.last == UInt8(ascii: "\n") && bytes.dropLast().allSatisfy { $0 != UInt8(ascii: "\n") })
  return try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
}

private func code(_ answer: [String: Any]?) -> Int? { (answer?["error"] as? [String: Any])?["code"] as? Int }

private func request(_ method: String, _ params: String = "{}") -> String {
  #"{"jsonrpc":"2.0","id":1,"method":"\#(method)","params":\#(params)}"#
}

@Suite struct ServerTests {
  private let server = ModelContextServer(graph: "/nowhere/kg.db", version: "1.2.3")

  @Test(arguments: [
    ("2024-11-05", "2024-11-05"), ("2025-03-26", "2025-03-26"), ("2025-06-18", "2025-06-18"),
    ("2025-11-25", "2025-11-25"), ("2026-07-28", "2025-11-25"), ("1999-01-01", "2025-11-25"),
  ])
  func aHandshakeAgreesOnWhatBothKnow(wanted: String, agreed: String) throws {
    let found = try answer(server, request("initialize", #"{"protocolVersion":"\#(wanted)"}"#))
    let result = try #require(found?["result"] as? [String: Any])
    #expect(result["protocolVersion"] as? String == agreed)
    #expect((result["serverInfo"] as? [String: Any])?["version"] as? String == "1.2.3")
    #expect(result["resultType"] == nil)
  }

  @Test func aRequestThatNamesItsRevisionNeedsNoHandshake() throws {
    let meta = #"{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}"#
    for method in ["server/discover", "tools/list", "resources/templates/list", "resources/list"] {
      let result = try #require(try answer(server, request(method, meta))?["result"] as? [String: Any])
      #expect(result["resultType"] as? String == "complete" && result["ttlMs"] is Int, "\(method)")
      #expect(result["cacheScope"] as? String == "private")
    }
    #expect(code(try answer(server, request("ping", meta))) == -32601)
    #expect(code(try answer(server, request("initialize", meta))) == -32601)
    let unknown = #"{"_meta":{"io.modelcontextprotocol/protocolVersion":"2030-01-01"}}"#
    let refused = try answer(server, request("tools/list", unknown))
    #expect(code(refused) == -32022)
    let data = (refused?["error"] as? [String: Any])?["data"] as? [String: Any]
    #expect(
      (data?["supported"] as? [String])?.first == "2026-07-28"
        && data?["requested"] as? String == "2030-01-01")
  }

  @Test func olderRevisionsGetOnlyTheFieldsThatTheyKnow() throws {
    func fields(_ revision: String) throws -> Set<String> {
      _ = try answer(server, request("initialize", #"{"protocolVersion":"\#(revision)"}"#))
      let result = try answer(server, request("tools/list"))?["result"] as? [String: Any]
      let tools = try #require(result?["tools"] as? [[String: Any]])
      #expect(tools.count == 8)
      return Set(tools[0].keys)
    }
    #expect(try fields("2024-11-05") == ["name", "description", "inputSchema"])
    #expect(try fields("2025-03-26") == ["name", "description", "inputSchema", "annotations"])
    #expect(
      try fields("2025-06-18") == [
        "name", "title", "description", "inputSchema", "outputSchema", "annotations",
      ])
  }

  @Test func whatIsNoRequestIsAnsweredWithItsCode() throws {
    #expect(code(try answer(server, "[]")) == -32600)
    #expect(code(try answer(server, "3")) == -32600)
    #expect(code(try answer(server, #"{"id":1,"method":"ping"}"#)) == -32600)
    #expect(code(try answer(server, #"{"jsonrpc":"2.0","id":null,"method":"ping"}"#)) == -32600)
    #expect(code(try answer(server, #"{"jsonrpc":"2.0","id":{},"method":"ping"}"#)) == -32600)
    #expect(code(try answer(server, #"{"jsonrpc":"2.0","id":1,"method":"ping","params":[]}"#)) == -32602)
    #expect(code(try answer(server, request("no/such"))) == -32601)
    #expect(code(try answer(server, request("tools/call", #"{"name":"drop"}"#))) == -32602)
    #expect(code(try answer(server, request("resources/read", #"{"uri":"file:///etc/passwd"}"#))) == -32602)
    // A notification and a response are answered with nothing.
    #expect(try answer(server, #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#) == nil)
    #expect(try answer(server, #"{"jsonrpc":"2.0","id":1,"result":{}}"#) == nil)
  }

  @Test func onlyRevisionsWithBatchesGetSeveralMessagesALine() throws {
    let batch = "[\(request("ping")),\(request("ping"))]"
    #expect(code(try answer(server, batch)) == -32600)
    _ = try answer(server, request("initialize", #"{"protocolVersion":"2025-03-26"}"#))
    var text = batch
    let value = try text.withUTF8 { try JSONValue(UnsafeRawBufferPointer($0)) }
    let bytes = try #require(server.answer(value, watch: { _ in }))
    #expect((try JSONSerialization.jsonObject(with: Data(bytes)) as? [Any])?.count == 2)
  }

  @Test func aGraphThatIsNotThereIsAnErrorOfTheTool() throws {
    let found = try answer(server, request("tools/call", #"{"name":"about"}"#))
    let result = try #require(found?["result"] as? [String: Any])
    #expect(result["isError"] as? Bool == true && result["structuredContent"] == nil)
    let text = (result["content"] as? [[String: Any]])?.first?["text"] as? String
    #expect(text?.contains("there is no graph at /nowhere/kg.db") == true)
  }
}

@Suite struct LineReaderTests {
  private func lines(_ pieces: [String], longest: Int = 8) -> [LineReader.Line] {
    var reader = LineReader(longest: longest)
    return pieces.flatMap { reader.add(Array($0.utf8)) } + reader.end()
  }

  @Test func linesMayComeInAnyPieces() {
    let whole: [LineReader.Line] = [.whole(Array("ab".utf8)), .whole([]), .whole(Array("c".utf8))]
    #expect(lines(["ab\n\nc"]) == whole)
    #expect(lines(["a", "b", "\n", "\nc", ""]) == whole)
    #expect(lines(["ab\n\nc\n"]) == whole)
  }

  @Test func aLineThatIsTooLongIsPassedOverWhole() {
    #expect(lines(["123456789", "0\nok\n"]) == [.tooLong, .whole(Array("ok".utf8))])
    #expect(lines(["12345678\n"]) == [.whole(Array("12345678".utf8))])
    #expect(lines(["123456789"]) == [.tooLong])
  }
}

@Suite struct DocumentAddressTests {
  @Test(arguments: ["a.txt", "folder/ä b#1?.txt", "100%", "日本.md"])
  func anAddressLeadsBack(name: String) {
    let address = DocumentAddress(document: name, range: 18..<90)
    #expect(DocumentAddress(address.text) == address)
    #expect(address.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
  }

  @Test(arguments: [
    "", "kg://document/", "kg://document/a#char=3", "kg://document/a#char=5,3", "kg://document/a#char=-1,3",
    "kg://document/%F", "kg://document/%FF", "kg://document/a#line=1", "file:///etc/passwd",
    "kg://document/a#char=99999999999999999999,3",
  ])
  func whatIsNoAddressIsNone(text: String) { #expect(DocumentAddress(text) == nil) }
}

import TestSupport
import Testing

@testable import Serving

private func request(_ text: String) throws(HTTPResponse) -> HTTPRequest {
  try HTTPRequest(head: Array(text.utf8))
}

@Suite struct RequestTests {
  @Test func aRequestIsReadWithItsParameters() throws {
    let found = try request(
      "GET /api/entity?ref=%3DK%C3%B6ln+a&ref=b&empty= HTTP/1.1\r\nHost: x\r\nCookie:  a=b \r\n")
    #expect(found.method == "GET" && found.path == "/api/entity" && found.keepsConnection)
    #expect(found.parameters("ref") == ["=Köln a", "b"] && found.parameter("empty") == "")
    #expect(found.values("host") == ["x"] && found.values("cookie") == ["a=b"])
    #expect(try !request("GET / HTTP/1.1\r\nConnection: Close\r\n").keepsConnection)
    #expect(try !request("GET / HTTP/1.0\r\n").keepsConnection)
  }

  @Test(arguments: [
    ("", 400), ("GET /\r\n", 400), ("GET / HTTP/1.1 x\r\n", 400), ("GET  / HTTP/1.1\r\n", 400),
    ("GET http://127.0.0.1/ HTTP/1.1\r\n", 400), ("GET * HTTP/1.1\r\n", 400),
    ("GET /a\u{7F} HTTP/1.1\r\n", 400),
    ("GET /%zz HTTP/1.1\r\n", 400), ("GET /%FF HTTP/1.1\r\n", 400), ("GET /%00 HTTP/1.1\r\n", 400),
    ("GET /?a=%FF HTTP/1.1\r\n", 400), ("GET /#a HTTP/1.1\r\n", 400), ("GET / HTTP/2.0\r\n", 505),
    ("GET / HTTP/1.1\n", 400), ("GET / HTTP/1.1\r\nHost : x\r\n", 400), ("GET / HTTP/1.1\r\n: x\r\n", 400),
    ("GET / HTTP/1.1\r\n folded\r\n", 400), ("GET / HTTP/1.1\r\nA: b\rc\r\n", 400),
    ("GET / HTTP/1.1\r\nA: \0\r\n", 400),
    ("POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n", 501),
    ("POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n", 400),
    ("POST / HTTP/1.1\r\nContent-Length: +1\r\n", 400), ("POST / HTTP/1.1\r\nContent-Length: -1\r\n", 400),
    ("POST / HTTP/1.1\r\nContent-Length: 1, 1\r\n", 400),
    ("POST / HTTP/1.1\r\nContent-Length: 65537\r\n", 413),
    ("POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n", 400),
  ])
  func whatCouldBeUnderstoodInTwoWaysIsRefused(text: String, status: Int) {
    do throws(HTTPResponse) {
      _ = try request(text)
      Issue.record("\(text.debugDescription) was let in")
    } catch {
      #expect(error.status == status, "\(text.debugDescription)")
    }
  }

  @Test func tooManyFieldsAreRefused() {
    let many = (0..<101).map { "A\($0): b\r\n" }.joined()
    #expect(throws: HTTPResponse.self) { try request("GET / HTTP/1.1\r\n" + many) }
  }

  @Test func noBytesEndTheReader() {
    var random = SplitMix64(seed: 7)
    let good =
      "GET /api/search?q=a%20b&x=%C3%A4 HTTP/1.1\r\nHost: 127.0.0.1:1\r\nContent-Length: 3\r\nCookie: a=b\r\n"
    for _ in 0..<20_000 {
      var bytes = Array(good.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(random.pick(Array("\r\n:%?&= \t/".utf8)), at: place)
        }
      }
      _ = try? HTTPRequest(head: bytes)
    }
  }
}

@Suite struct GuardTests {
  private let entrance = RequestGuard(port: 8747)

  private func status(_ method: String, _ path: String, _ fields: String) throws -> Int? {
    guard case .answer(let response) = entrance.check(try request("\(method) \(path) HTTP/1.1\r\n\(fields)"))
    else {
      return nil
    }
    return response.status
  }

  @Test func theTokenOpensOnceAndTheCookieFromThenOn() throws {
    let host = "Host: 127.0.0.1:8747\r\n"
    #expect(try status("GET", "/", host) == 403)
    let wrong = String(entrance.token.reversed())
    #expect(try status("GET", "/?token=\(wrong)", host) == 403)
    guard
      case .answer(let entry) = entrance.check(
        try request("GET /?token=\(entrance.token) HTTP/1.1\r\n\(host)"))
    else {
      Issue.record("the token opens nothing")
      return
    }
    let cookie = try #require(entry.fields.first { $0.name == "Set-Cookie" }?.value)
    #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
    #expect(try status("GET", "/?token=\(entrance.token)", host) == 403)
    let pair = try #require(cookie.split(separator: ";").first)
    let session = host + "Cookie: other=1; \(pair)\r\n"
    #expect(try status("GET", "/api/about", session) == nil)
    #expect(try status("GET", "/api/about", session + "Sec-Fetch-Site: same-origin\r\n") == nil)
    #expect(try status("GET", "/", session + "Sec-Fetch-Site: none\r\n") == nil)
    for site in ["cross-site", "same-site", "x"] {
      #expect(try status("GET", "/api/about", session + "Sec-Fetch-Site: \(site)\r\n") == 403)
    }
    // What changes something has to come from the page itself.
    #expect(try status("POST", "/api/merge", session) == 403)
    #expect(try status("POST", "/api/merge", session + "Origin: http://localhost:8747\r\n") == 403)
    #expect(try status("POST", "/api/merge", session + "Origin: http://127.0.0.1:8747\r\n") == nil)
    #expect(
      try status(
        "POST", "/api/merge", session + "Origin: http://127.0.0.1:8747\r\nSec-Fetch-Site: same-site\r\n")
        == 403)
    let twice =
      "Origin: http://127.0.0.1:8747\r\nSec-Fetch-Site: same-origin\r\nSec-Fetch-Site: same-origin\r\n"
    #expect(try status("POST", "/api/merge", session + twice) == 403)
    #expect(try status("DELETE", "/api/about", session) == 405)
  }
}

@Suite struct ChangeArgumentTests {
  private func arguments(_ body: String, type: String = "application/json") throws -> PageChange.Arguments {
    var asked = try request("POST /api/merge HTTP/1.1\r\nContent-Type: \(type)\r\n")
    asked.body = Array(body.utf8)
    return try PageChange.Arguments(asked)
  }

  private func status(_ body: () throws -> Void) -> Int? {
    do {
      try body()
      return nil
    } catch { return (error as? HTTPResponse)?.status }
  }

  @Test func fieldsAreReadAndChecked() throws {
    let found = try arguments(
      #"{"a":"b","list":["x","y"],"flag":true,"number":3,"share":0.5,"none":null}"#)
    #expect(try found.text("a") == "b" && found.optionalText("none") == nil)
    #expect(try found.texts("list") == ["x", "y"] && found.texts("missing") == [])
    #expect(try found.flag("flag") && !found.flag("missing"))
    #expect(try found.whole("number") == 3 && found.share("share") == 0.5)
    for wrong: () throws -> Void in [
      { _ = try found.text("missing") }, { _ = try found.text("list") }, { _ = try found.texts("a") },
      { _ = try found.flag("a") }, { _ = try found.whole("share") }, { _ = try found.share("number") },
    ] {
      #expect(status(wrong) == 400)
    }
  }

  @Test func onlyAnObjectInJSONIsAChange() {
    for body in ["", "[]", "1", "{", "{}x", #"{"a":}"#, String(repeating: "[", count: 5_000)] {
      #expect(status { _ = try arguments(body) } == 400, "\(body.prefix(10))")
    }
    // What a form of another page could send.
    for type in ["text/plain", "application/x-www-form-urlencoded", "application/json, text/plain"] {
      #expect(status { _ = try arguments("{}", type: type) } == 415)
    }
  }
}

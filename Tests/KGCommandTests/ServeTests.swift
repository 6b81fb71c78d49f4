import Foundation
import SQLite
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A connection to the server that sends bytes as they are.
private struct RawConnection {
  let descriptor: Int32

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var wait = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(status == 0)
  }

  func send(_ bytes: [UInt8]) { _ = Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) }

  /// All that comes until the other end closes.
  func rest() -> String {
    var result: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &piece, piece.count, 0)
      if count <= 0 { break }
      result += piece.prefix(count)
    }
    return String(decoding: result, as: UTF8.self)
  }

  func end() { close(descriptor) }
}

/// `kg serve` on a graph, as long as a test wants it.
// Nothing in it changes after it was made.
private final class Served: @unchecked Sendable {
  let process = Process()
  let port: Int
  let token: String
  private(set) var cookie = ""

  init(_ sandbox: Sandbox, graph: String = "kg.db", options: [String] = []) throws {
    process.executableURL = URL(filePath: Binary.path)
    process.arguments = ["serve", graph, "--no-browser", "--port", "0"] + options
    process.currentDirectoryURL = sandbox.folder
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let line = String(decoding: pipe.fileHandleForReading.availableData, as: UTF8.self)
    let address = try #require(line.firstMatch(of: /http:\/\/127\.0\.0\.1:(\d+)\/\?token=([0-9a-f]{32})/))
    port = try #require(Int(address.1))
    token = String(address.2)
    let entry = try answer("GET /?token=\(token) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n")
    cookie = String(try #require(entry.firstMatch(of: /Set-Cookie: ([^;]+);/)).1)
  }

  /// What a request is answered with; the head is ended here.
  func answer(_ head: String, body: String = "") throws -> String {
    let connection = try RawConnection(port: port)
    defer { connection.end() }
    connection.send(Array((head + "Connection: close\r\n\r\n" + body).utf8))
    return connection.rest()
  }

  func status(_ head: String) throws -> Int? {
    try answer(head).split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }

  /// The JSON object that a path of the page's is answered with.
  func get(_ path: String) throws -> [String: Any] {
    let answer = try answer("GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nCookie: \(cookie)\r\n")
    let body = try #require(answer.range(of: "\r\n\r\n")).upperBound
    return try #require(try JSONSerialization.jsonObject(with: Data(answer[body...].utf8)) as? [String: Any])
  }

  /// What a change that the page asks for is answered with: the status, and the JSON object.
  func post(_ path: String, _ fields: [String: Any], with head: String? = nil) throws -> (Int, [String: Any])
  {
    let body = String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self)
    let own =
      "Origin: http://127.0.0.1:\(port)\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/json\r\n"
    let answer = try answer(
      "POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nCookie: \(cookie)\r\n\(head ?? own)Content-Length: \(body.utf8.count)\r\n",
      body: body)
    let status = try #require(answer.split(separator: " ").dropFirst().first.flatMap { Int($0) })
    let start = try #require(answer.range(of: "\r\n\r\n")).upperBound
    let value = try JSONSerialization.jsonObject(with: Data(answer[start...].utf8)) as? [String: Any]
    return (status, try #require(value))
  }

  /// Ends it as a user would, and tells its status.
  func end(by signal: Int32 = SIGTERM) -> Int32 {
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    return process.terminationStatus
  }

  deinit { if process.isRunning { process.terminate() } }
}

@Suite struct ServeTests {
  @Test func onlyTheExactHostOriginAndPathAreAnswered() throws {
    let sandbox = try Sandbox.seeded()
    let served = try Served(sandbox)
    let port = served.port
    let cookie = "Cookie: \(served.cookie)\r\n"
    let good = "127.0.0.1:\(port)"
    for host in [good, "localhost:\(port)", "[::1]:\(port)"] {
      #expect(try served.status("GET /api/about HTTP/1.1\r\nHost: \(host)\r\n\(cookie)") == 200, "\(host)")
    }
    let hosts = [
      "127.0.0.1", "localhost", "127.0.0.1:1", "127.0.0.1:\(port).", "localhost.:\(port)",
      "LOCALHOST:\(port)",
      "localhost.evil.com:\(port)", "127.0.0.1.evil.com:\(port)", "127.0.0.1:\(port), evil.com",
      "evil.com:\(port)",
      "127.0.0.1:\(port)@evil.com", "evil.com@127.0.0.1:\(port)", "127.0.0.1:\(port)/x", "127.0.0.1:0\(port)",
      "0.0.0.0:\(port)", "127.1:\(port)", "2130706433:\(port)", "0x7f000001:\(port)",
      "[::ffff:127.0.0.1]:\(port)",
      "[::]:\(port)", "127.0.0.1 :\(port)", "http://127.0.0.1:\(port)", "127.0.0.1:\(port)\t evil", "*", "",
    ]
    for host in hosts {
      #expect(try served.status("GET /api/about HTTP/1.1\r\nHost: \(host)\r\n\(cookie)") == 421, "\(host)")
    }
    #expect(try served.status("GET /api/about HTTP/1.1\r\n\(cookie)") == 400)
    #expect(
      try served.status("GET /api/about HTTP/1.1\r\nHost: \(good)\r\nHost: \(good)\r\n\(cookie)") == 400)
    for origin in [
      "http://evil.com", "null", "https://\(good)", "http://localhost:\(port)", "http://127.0.0.1", "",
      "http://\(good)/", "http://\(good) http://evil.com",
    ] {
      let head = "GET /api/about HTTP/1.1\r\nHost: \(good)\r\nOrigin: \(origin)\r\n\(cookie)"
      #expect(try served.status(head) == 403, "\(origin)")
    }
    for path in [
      "/..", "/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//", "//evil.com/", "/api", "/api/",
      "/api/about/",
      "/API/about", "/page.js/", "/index.html", "/page.css%00", "/kg.db", "/api/..%2f..%2fkg.db",
    ] {
      let status = try served.status("GET \(path) HTTP/1.1\r\nHost: \(good)\r\n\(cookie)")
      #expect(status == 404 || status == 400, "\(path)")
    }
    for path in ["/", "/page.js", "/page.css", "/api/about", "/handover.html", "/nothing"] {
      #expect(try served.status("GET \(path) HTTP/1.1\r\nHost: \(good)\r\n") == 403, "\(path)")
      #expect(
        try served.status("GET \(path) HTTP/1.1\r\nHost: \(good)\r\nCookie: \(served.cookie)0\r\n") == 403)
    }
    let write = "POST /api/about HTTP/1.1\r\nHost: \(good)\r\n\(cookie)Content-Length: 0\r\n"
    #expect(try served.status(write) == 403)
    #expect(try served.status(write + "Origin: http://\(good)\r\n") == 405)
    #expect(served.end() == 0)
  }

  @Test func everyAnswerTellsTheBrowserToKeepItApart() throws {
    let sandbox = try Sandbox.seeded()
    let served = try Served(sandbox)
    for (path, cookie) in [
      ("/", served.cookie), ("/api/about", served.cookie), ("/", "none=1"), ("/x", served.cookie),
    ] {
      let answer = try served.answer(
        "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\nCookie: \(cookie)\r\n")
      for field in [
        "Content-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self';",
        "X-Content-Type-Options: nosniff", "Referrer-Policy: no-referrer", "frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy: same-origin", "Cache-Control: no-store",
      ] {
        #expect(answer.contains(field), "\(path) \(field)")
      }
      #expect(!answer.contains("Access-Control"))
    }
    let page = try served.answer(
      "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\nCookie: \(served.cookie)\r\n")
    #expect(!page.contains("://") && !page.contains("style=") && !page.contains("onclick"))
  }

  @Test func thePageIsToldWhatTheCommandsTell() throws {
    let sandbox = try Sandbox.seeded()
    let served = try Served(sandbox)
    let near = try served.get("/api/entity?ref=Taliban")
    let edges = try #require(near["edges"] as? [[String: Any]])
    let all = try sandbox.kg("neighbors", "Taliban", "--format", "jsonl").objects()
    #expect(near["total"] as? Int == all.count && edges.count <= 40)
    let groups = try #require(near["groups"] as? [[String: Any]])
    #expect(groups.compactMap { $0["count"] as? Int }.reduce(0, +) == all.count)
    let claims = try served.get("/api/claims?ref=%3DQatar&other=%3DTaliban")
    let records = try sandbox.kg("evidence", "Qatar", "Taliban", "--format", "jsonl").objects()
    #expect(claims["total"] as? Int == records.count)
    let passage = try served.get("/api/passage?document=seeds/interview.txt&sentence=15")
    let sentences = try #require(passage["sentences"] as? [[String: Any]])
    #expect(sentences.count == 17 && passage["claimBefore"] is Int && passage["claimAfter"] is Int)
    #expect(try served.get("/api/entity?ref=Zzzz")["error"] is String)
    #expect(try served.get("/api/neighbors?ref=Taliban&of=no-such")["error"] is String)
    #expect(try served.get("/api/ties?ref=Taliban&since=20x")["error"] is String)
    #expect(served.end() == 0)
  }

  @Test func fuzzedRequestsNeverEndTheServer() throws {
    let sandbox = try Sandbox.seeded()
    let served = try Served(sandbox)
    var random = SplitMix64(seed: 23)
    let paths = [
      "entity", "neighbors", "ties", "path", "claims", "passage", "timeline", "search", "about", "x",
    ]
    let names = [
      "ref", "of", "from", "to", "other", "document", "sentence", "q", "offset", "confidence", "since",
      "layer",
    ]
    var connection = try RawConnection(port: served.port)
    for round in 0..<400 {
      var parameters = ""
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let value = random.hostileText(upTo: 8).utf8.map {
          "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }.joined()
        parameters += "&\(random.pick(names))=\(random.chance(3) ? "Taliban" : value)"
      }
      var bytes = Array(
        "HEAD /api/\(random.pick(paths))?\(parameters) HTTP/1.1\r\nHost: 127.0.0.1:\(served.port)\r\nCookie: \(served.cookie)\r\n\r\n"
          .utf8)
      if random.chance(2) {
        for _ in 0..<3 {
          bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        }
      }
      connection.send(bytes)
      // Scripts/page does the same ten thousand times.
      if round % 20 == 19 {
        connection.end()
        connection = try RawConnection(port: served.port)
      }
    }
    connection.end()
    #expect(try served.get("/api/entity?ref=Taliban")["total"] is Int)
    #expect(served.end() == 0)
  }

  @Test func fiftyReadersAndAWriterDoNotHinderEachOther() throws {
    let sandbox = try Sandbox.seeded()
    let served = try Served(sandbox)
    var table = "subject\trelation\tobject\n"
    for number in 0..<20_000 { table += "New \(number)\tknows\tTaliban\n" }
    try sandbox.write(table.utf8, to: "edges.tsv")
    let failures = Failures()
    let group = DispatchGroup()
    for reader in 0..<50 {
      group.enter()
      Thread {
        for _ in 0..<5 {
          do {
            let answer = try served.get("/api/entity?ref=Taliban")
            if answer["total"] as? Int == nil { failures.add("reader \(reader): \(answer)") }
          } catch { failures.add("reader \(reader): \(error)") }
        }
        group.leave()
      }.start()
    }
    let imported = try sandbox.kg("import", "edges.tsv")
    #expect(imported.status == 0, "\(imported.error)")
    try sandbox.write("The Taliban met Qatar in Doha in 2019.".utf8, to: "news.txt")
    let ingested = try sandbox.kg("ingest", "news.txt")
    #expect(ingested.status == 0, "\(ingested.error)")
    group.wait()
    #expect(failures.all.isEmpty, "\(failures.all.prefix(3))")
    #expect((try served.get("/api/entity?ref=Taliban")["total"] as? Int ?? 0) > 20_000)
    #expect(served.end() == 0)
  }

  @Test func changesAreMadeOnlyWhereTheProgramWasAskedForThem() throws {
    let sandbox = try Sandbox.seeded()
    let reading = try Served(sandbox)
    for path in [
      "merge", "split", "verdict", "rename", "retype", "reject", "undo", "suggest", "suggestions",
      "judgements", "members",
    ] {
      #expect(try reading.post("/api/\(path)", [:]).0 == 404, "\(path)")
      let head =
        "GET /api/\(path) HTTP/1.1\r\nHost: 127.0.0.1:\(reading.port)\r\nCookie: \(reading.cookie)\r\n"
      #expect(try reading.status(head) == 404, "\(path)")
    }
    #expect(try reading.get("/api/about")["mayChange"] as? Bool == false)
    // An interrupt ends it as well.
    #expect(reading.end(by: SIGINT) == 0)
    let served = try Served(sandbox, options: ["--write"])
    #expect(try served.get("/api/about")["mayChange"] as? Bool == true)
    let json = "Content-Type: application/json\r\n"
    for (head, status) in [
      (json, 403), (json + "Origin: http://localhost:\(served.port)\r\n", 403),
      (json + "Origin: http://127.0.0.1:\(served.port)\r\nSec-Fetch-Site: cross-site\r\n", 403),
      (json + "Origin: null\r\n", 403),
      ("Content-Type: text/plain\r\nOrigin: http://127.0.0.1:\(served.port)\r\n", 415),
      ("Origin: http://127.0.0.1:\(served.port)\r\n", 415),
    ] {
      #expect(try served.post("/api/undo", [:], with: head).0 == status, "\(head)")
    }
    #expect(try served.post("/api/about", [:]).0 == 405 && served.post("/api/none", [:]).0 == 404)
    #expect(served.end() == 0)
  }

  @Test func theMergeThatWasJudgedDifferentIsRefusedWithItsChain() throws {
    let sandbox = try Sandbox.seeded()
    let served = try Served(sandbox, options: ["--write"])
    let before = try sandbox.kg("edges", "--format", "csv").text
    let refs = ["Qatar", "Turkey"]
    let preview = try served.post("/api/merge", ["refs": refs, "rehearsal": true])
    #expect(preview.0 == 200 && preview.1["kept"] as? Bool == false)
    #expect(try sandbox.kg("edges", "--format", "csv").text == before)
    let merged = try served.post("/api/merge", ["refs": refs, "because": "a test"])
    #expect(merged.0 == 200 && merged.1["kept"] as? Bool == true)
    #expect(try sandbox.kg("judgements", "--format", "jsonl").text.contains("a test"))
    // The old references lead to the one entity now.
    let ties = try served.get("/api/ties?ref=%3DQatar%3Aplace&ref=%3DTurkey%3Aplace")
    #expect((ties["entities"] as? [[String: Any]])?.compactMap { $0["ref"] as? String }.count == 2)
    #expect(Set((ties["entities"] as? [[String: Any]] ?? []).compactMap { $0["ref"] as? String }).count == 1)
    #expect((ties["moved"] as? [Any])?.count == 1)
    #expect(try served.post("/api/merge", ["refs": refs]).0 == 409)
    let batch = try #require(merged.1["batch"] as? Int)
    #expect(try served.post("/api/undo", ["batch": batch]).0 == 200)
    #expect(try served.post("/api/undo", ["batch": batch]).0 == 409)
    #expect(try sandbox.kg("edges", "--format", "csv").text == before)
    let verdict: [String: Any] = [
      "left": "qatar\t", "right": "turkey\t", "verdict": "different", "score": 0.4,
    ]
    #expect(try served.post("/api/verdict", verdict).0 == 200)
    // By way of a third they would be one.
    #expect(try served.post("/api/merge", ["refs": ["Qatar", "Taliban"]]).0 == 200)
    let refused = try served.post("/api/merge", ["refs": ["Turkey", "Taliban"]])
    #expect(refused.0 == 409 && (refused.1["error"] as? String)?.contains("must stay apart") == true)
    let steps = try #require(refused.1["steps"] as? [[String: Any]])
    #expect(steps.contains { ($0["words"] as? String)?.contains("is not") == true } && steps.count == 2)
    for step in steps {
      #expect(try served.post("/api/undo", ["judgement": #require(step["judgement"] as? Int)]).0 == 200)
    }
    #expect(try sandbox.kg("edges", "--format", "csv").text == before)
    #expect(served.end() == 0)
  }

  @Test func changesOfOneEntityAndOfEdgesAreMadeAndUndone() throws {
    let sandbox = try Sandbox.seeded()
    let served = try Served(sandbox, options: ["--write"])
    let before = try sandbox.kg("edges", "--format", "csv").text
    for (path, fields) in [
      ("rename", ["ref": "Qatar", "name": "State of Qatar"]),
      ("retype", ["ref": "Taliban", "type": "group"]),
      ("retype", ["ref": "Qatar", "type": "region"]),
      ("reject", ["subject": "Qatar", "relation": "patron", "object": "Taliban"]),
    ] {
      let answer = try served.post("/api/\(path)", fields)
      #expect(answer.0 == 200, "\(path): \(answer.1)")
    }
    #expect(try sandbox.kg("edges", "--format", "csv").text != before)
    for _ in 0..<4 { #expect(try served.post("/api/undo", [:]).0 == 200) }
    #expect(try served.post("/api/undo", [:]).0 == 409)
    #expect(try sandbox.kg("edges", "--format", "csv").text == before)
    for (path, fields, status) in [
      ("rename", ["ref": "Qatar"], 400), ("rename", ["ref": "Qatar", "name": "a\nb"], 400),
      ("rename", ["ref": "Zzzz", "name": "x"], 404),
      ("reject", ["subject": "Qatar", "relation": "no", "object": "Taliban"], 409),
      ("split", ["ref": "Qatar", "part": "nothing"], 409), ("split", ["ref": "Qatar"], 400),
      ("verdict", ["left": "qatar\t", "right": "zz\t", "verdict": "same"], 409),
      ("verdict", ["left": "qatar\t", "right": "turkey\t", "verdict": "undo"], 400),
    ] as [(String, [String: String], Int)] {
      let answer = try served.post("/api/\(path)", fields)
      #expect(answer.0 == status, "\(path) \(fields): \(answer.1)")
    }
    #expect(try served.post("/api/suggest", [:]).0 == 200)
    #expect(try served.get("/api/suggestions")["wasLooked"] is Bool)
    #expect(try served.get("/api/members?ref=Qatar")["members"] is [Any])
    #expect(try served.get("/api/judgements")["total"] as? Int == 0)
    #expect(served.end() == 0)
  }

  @Test func anotherWriterIsToldOfAndNotDisturbed() throws {
    let sandbox = try Sandbox.seeded()
    let served = try Served(sandbox, options: ["--write"])
    let writer = try Connection(path: sandbox.url("kg.db").path, mode: .readWrite)
    try writer.execute("BEGIN IMMEDIATE")
    let busy = try served.post("/api/rename", ["ref": "Qatar", "name": "Other"])
    #expect(busy.0 == 503 && (busy.1["error"] as? String)?.contains("writing") == true)
    try writer.execute("ROLLBACK")
    #expect(try served.post("/api/rename", ["ref": "Qatar", "name": "Other"]).0 == 200)
    #expect(served.end() == 0)
  }

  @Test func aTimelineOfRowsIsThatOfTheCommand() throws {
    let sandbox = try Sandbox.seeded()
    var random = SplitMix64(seed: 77)
    var table = "subject\trelation\tobject\ttime\tstart\tend\n"
    let times = ["", "2001", "199X", "2001-09-10", "noon", "1999/2003", "~2002"]
    for number in 0..<300 {
      let cells = (0..<3).map { _ in random.chance(2) ? "" : random.pick(times) }
      table += "N\(number % 40)\tknows\tTaliban\t\(cells.joined(separator: "\t"))\n"
      if random.chance(4) { table += "Taliban\tknows\tN\(number % 40)\t\(cells.joined(separator: "\t"))\n" }
    }
    try sandbox.write(table.utf8, to: "rows.tsv")
    #expect(try sandbox.kg("import", "rows.tsv").status == 0)
    let served = try Served(sandbox)
    for (query, options) in [("", []), ("&since=2001&until=2001", ["--since", "2001", "--until", "2001"])] {
      let told = try sandbox.run(Binary.path, ["timeline", "Taliban", "--format", "jsonl"] + options)
        .objects()
      let page = try served.get("/api/timeline?ref=Taliban\(query)")
      #expect(page["total"] as? Int == told.count && told.count > 20)
      func ends(_ claim: [String: Any]) -> [String] {
        ["subject", "object"].compactMap { (claim[$0] as? [String: Any])?["name"] as? String }
      }
      let shown = (page["claims"] as? [[String: Any]] ?? []).compactMap { $0["claim"] as? [String: Any] }
      #expect(shown.map(ends) == Array(told.map(ends).prefix(100)), "\(query)")
    }
    #expect(served.end() == 0)
  }

  @Test func whatCannotBeServedIsSaidAtTheStart() throws {
    let sandbox = try Sandbox()
    expectFailure(try sandbox.kg("serve", "nowhere.db", "--no-browser"), 66, "nowhere.db")
    let seeded = try Sandbox.seeded()
    let served = try Served(seeded)
    expectFailure(try seeded.kg("serve", "--no-browser", "--port", "\(served.port)"), 74, "port")
    #expect(served.end() == 0)
  }

  @Test func aPageIsHandedOverWithAllThatItNeeds() throws {
    let sandbox = try Sandbox.seeded()
    let first = try sandbox.kg("export", "--format", "html", "--around", "Taliban")
    #expect(first.status == 0 && first.error.isEmpty)
    #expect(
      try sandbox.kg("export", "--format", "html", "--around", "Taliban").standardOutput
        == first.standardOutput)
    let page = first.text
    #expect(
      page.hasPrefix("<!doctype html>") && !page.contains("href=\"/page.css\"") && !page.contains("src=\"/"))
    #expect(page.contains("default-src 'none'; script-src 'sha256-"))
    let data = try #require(
      page.firstMatch(of: /<script type="application\/json" id="data">([^<]*)<\/script>/)
    ).1
    let value = try #require(try JSONSerialization.jsonObject(with: Data(data.utf8)) as? [String: Any])
    let edges = try sandbox.kg("export", "--format", "csv", "--around", "Taliban").lines.count - 1
    #expect((value["edges"] as? [Any])?.count == edges)
    #expect((value["claims"] as? [Any])?.isEmpty == false)
  }
}

/// What went wrong on several threads.
private final class Failures: @unchecked Sendable {
  private let lock = NSLock()
  private var found: [String] = []

  func add(_ text: String) { lock.withLock { found.append(text) } }

  var all: [String] { lock.withLock { found } }
}

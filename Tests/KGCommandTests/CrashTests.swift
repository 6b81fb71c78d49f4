import Foundation
import SQLite
import TestSupport
import Testing

/// Documents made of the same few sentences in a seeded order.
private enum Generated {
  static let people = [
    "Maria Keller", "Peter Novak", "Anna Lindholm", "Otto Brandt", "Irene Costa", "Paul Weber",
  ]
  static let places = ["Kabul", "Paris", "Tehran", "Berlin", "Moscow", "Ankara"]
  static let boards = ["Northern Fisheries Board", "Eastern Harbour Agency", "Western Mining Agency"]

  /// Writes documents of some 40 words into the folder `docs`: many small ones have as many moments between two as large ones.
  static func write(_ count: Int, to sandbox: Sandbox) throws {
    var random = SplitMix64(seed: 42)
    func pick(_ names: [String]) -> String { names[Int(random.next() % UInt64(names.count))] }
    for number in 0..<count {
      var sentences = ["This is report number \(number)."]
      for _ in 0..<2 {
        let person = pick(people)
        sentences.append("\(person) visited \(pick(places)) in the spring and came back late.")
        sentences.append("\(person) heads the \(pick(boards)).")
      }
      try sandbox.write(sentences.joined(separator: " ").utf8, to: "docs/d\(number).txt")
    }
  }
}

@Suite(.serialized) struct CrashTests {
  /// Sentences and claims of each document by name.
  private func holdings(_ connection: Connection) throws -> [String: [Int]] {
    let statement = try connection.statement(
      """
      SELECT name, (SELECT count(*) FROM sentence s WHERE s.document = d.id),
        (SELECT count(*) FROM claim c WHERE c.document = d.id),
        (SELECT count(*) FROM mention m WHERE m.document = d.id)
      FROM document d
      """)
    var result: [String: [Int]] = [:]
    while try statement.step() { result[statement.text(at: 0)] = (1...3).map { statement.integer(at: $0) } }
    return result
  }

  /// Expects a sound graph whose documents are there as a clean ingest has them; gives how many there are.
  private func expectSound(_ sandbox: Sandbox, as clean: [String: [Int]]) throws -> Int {
    let connection = try Connection(path: sandbox.url("kg.db").path, mode: .readWrite)
    #expect(try connection.text("PRAGMA integrity_check") == "ok")
    let violations = try connection.statement("PRAGMA foreign_key_check")
    #expect(try !violations.step())
    // A kill before the first transaction leaves a file without tables.
    guard try connection.integer("SELECT count(*) FROM sqlite_schema WHERE name = 'document'") == 1 else {
      return 0
    }
    let held = try holdings(connection)
    for (name, counts) in held { #expect(clean[name] == counts, "\(name)") }
    return held.count
  }

  @Test func killAtAnyMomentLeavesWholeDocuments() throws {
    let sandbox = try Sandbox()
    try Generated.write(24, to: sandbox)
    let clock = ContinuousClock()
    var output = Output(status: 1, wasKilled: false, standardOutput: Data(), error: "")
    let duration = try clock.measure { output = try sandbox.kg("ingest", "docs", "--db", "clean.db") }
    try #require(output.status == 0, "\(output.error)")
    let clean = try holdings(try Connection(path: sandbox.url("clean.db").path, mode: .readOnly))
    #expect(clean.count == 24)
    let (seconds, fraction) = duration.components
    let milliseconds = UInt64(seconds * 1_000 + fraction / 1_000_000_000_000_000)

    var random = SplitMix64(seed: 7)
    var bound = max(4, milliseconds)
    var kills = 0
    var partial = 0
    for round in 0..<150 where kills < 50 {
      // Three of four kills hit a new graph, the others one that an earlier kill left.
      if round % 4 != 3 {
        for name in sandbox.fileNames where name.hasPrefix("kg.db") {
          try FileManager.default.removeItem(at: sandbox.url(name))
        }
      }
      let delay = UInt32(random.next() % bound)
      let killed = try sandbox.run(
        Binary.path, ["ingest", "docs"],
        while: { process in
          usleep(delay * 1_000)
          kill(process.processIdentifier, SIGKILL)
        })
      let held = sandbox.exists("kg.db") ? try expectSound(sandbox, as: clean) : 0
      if (1..<24).contains(held) { partial += 1 }
      // How fast an ingest is depends on what else runs: a round that came too late draws the next ones nearer, one that came
      // before the first document puts them off.
      if killed.wasKilled { kills += 1 } else { bound = max(4, bound * 3 / 4) }
      if killed.wasKilled, held == 0 { bound = min(60_000, bound * 9 / 8 + 1) }
    }
    #expect(kills == 50 && partial > 10, "\(partial) of \(kills) kills came amid the documents")
    let last = try sandbox.kg("ingest", "docs")
    #expect(last.status == 0, "\(last.error)")
    #expect(try expectSound(sandbox, as: clean) == 24)
    for format in ["jsonl", "csv"] {
      let exports = try ["kg.db", "clean.db"].map { try sandbox.kg("export", "--format", format, "--db", $0) }
      #expect(exports[0].standardOutput == exports[1].standardOutput && !exports[0].text.isEmpty)
    }
  }

  @Test func interruptKeepsWhatWasStored() throws {
    let sandbox = try Sandbox()
    try Generated.write(300, to: sandbox)
    let output = try sandbox.run(
      Binary.path, ["ingest", "docs", "--jobs", "1"],
      while: { process in
        // Not before the signal is being deferred: the first document shows that.
        let path = sandbox.url("kg.db-wal").path
        for _ in 0..<2_000 where !FileManager.default.fileExists(atPath: path) { usleep(1_000) }
        usleep(20_000)
        process.interrupt()
      })
    #expect(output.status == 130 && !output.wasKilled)
    #expect(output.errorLines.filter { $0.hasPrefix("kg: interrupted") }.count == 1)
    let connection = try Connection(path: sandbox.url("kg.db").path, mode: .readWrite)
    #expect(try connection.text("PRAGMA integrity_check") == "ok")
    let stored = try #require(try connection.integer("SELECT count(*) FROM document"))
    #expect(stored < 300)
    #expect(try connection.integer("SELECT count(DISTINCT document) FROM sentence") == stored)
    #expect(output.errorLines.filter { $0.contains(": read, ") }.count == stored)
    #expect(output.text.hasPrefix("\(stored) document\(stored == 1 ? "" : "s")"))
  }
}

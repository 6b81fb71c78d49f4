import Foundation
import SQLite
import Synchronization
import Testing

/// What a run of the binary left.
struct Output {
  let status: Int32
  let wasKilled: Bool
  let standardOutput: Data
  let error: String

  var text: String { String(decoding: standardOutput, as: UTF8.self) }
  var lines: [Substring] { text.split(separator: "\n") }
  var errorLines: [Substring] { error.split(separator: "\n") }

  /// The lines as JSON objects.
  func objects() throws -> [[String: Any]] {
    try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }
}

/// Bytes that a thread collects.
private final class Collected: Sendable {
  private let data = Mutex(Data())

  func set(_ value: Data) { data.withLock { $0 = value } }

  var value: Data { data.withLock { $0 } }
}

/// The built binary and the package it comes from.
enum Binary {
  static var packageRoot: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  static var seed: String { packageRoot.appending(path: "seeds/afghanistan-interview.txt").path }

  /// `kg` beside the test bundle.
  static var path: String {
    // SwiftPM runs the bundle through a helper and names it with --test-bundle-path; run directly, it is argument 0.
    let bundle = CommandLine.arguments.first { $0.hasSuffix(".xctest") } ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "kg").path
  }
}

/// A folder of its own to run in; it goes when the value does.
final class Sandbox {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "kg-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  /// Whether the graphs of the folder must be sound in the end; a test that damages one says no.
  var expectsSoundGraphs = true

  deinit {
    if expectsSoundGraphs {
      for graph in fileNames where graph.hasSuffix(".db") && isGraph(graph) {
        let output = try? kg("check", "--db=\(graph)")
        if output?.status != 0 {
          Issue.record("kg check \(graph): \(output?.text ?? "") \(output?.error ?? "did not run")")
        }
      }
    }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Whether a file bears kg's mark.
  private func isGraph(_ name: String) -> Bool {
    guard let bytes = try? Data(contentsOf: url(name)), bytes.count > 100 else { return false }
    return bytes[68..<72].elementsEqual([0x6B, 0x67, 0, 0])
  }

  /// How often the files of a graph hold a word, in any case.
  func occurrences(of word: String, in graph: String = "kg.db") -> Int {
    var count = 0
    for name in ["", "-wal", "-shm", "-journal"].map({ graph + $0 }) where exists(name) {
      guard let bytes = try? Data(contentsOf: url(name)) else { continue }
      let lower = Data(bytes.map { (65...90).contains($0) ? $0 + 32 : $0 })
      var start = lower.startIndex
      while let found = lower.range(of: Data(word.lowercased().utf8), in: start..<lower.endIndex) {
        count += 1
        start = found.upperBound
      }
    }
    return count
  }

  /// The seed's graph, which takes a while to read and is read once for all tests.
  private static let seed = Result {
    let sandbox = try Sandbox()
    try sandbox.addSeed()
    let output = try sandbox.kg("ingest", "seeds/")
    try #require(output.status == 0, "\(output.error)")
    // What is in the log goes to the file, which then can be copied alone.
    try Connection(path: sandbox.url("kg.db").path, mode: .readWrite).execute(
      "PRAGMA wal_checkpoint(TRUNCATE)")
    return try Data(contentsOf: sandbox.url("kg.db"))
  }

  /// A sandbox whose kg.db holds the seed.
  static func seeded() throws -> Sandbox {
    let sandbox = try Sandbox()
    try sandbox.addSeed()
    try seed.get().write(to: sandbox.url("kg.db"))
    return sandbox
  }

  private func addSeed() throws {
    try FileManager.default.createDirectory(at: url("seeds"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: Binary.seed, toPath: url("seeds/interview.txt").path)
  }

  func url(_ name: String) -> URL { folder.appending(path: name) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

  var fileNames: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  func write(_ bytes: some Sequence<UInt8>, to name: String) throws {
    try FileManager.default.createDirectory(
      at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url(name))
  }

  /// Runs `kg` with the arguments and waits for its end.
  func kg(_ arguments: String..., input: String = "", environment: [String: String] = [:]) throws -> Output {
    try run(Binary.path, arguments, input: input, environment: environment)
  }

  /// Threads of the Swift runtime block SIGINT, and a process inherits what its parent's thread blocks.
  private static func unblockingInterrupt(_ body: () throws -> Void) rethrows {
    var signals = sigset_t()
    var before = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }

  func run(
    _ program: String, _ arguments: [String], input: String = "", environment: [String: String] = [:],
    while running: (Process) throws -> Void = { _ in }
  ) throws -> Output {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    for name in ["COLUMNS", "NO_COLOR", "KG_DB"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    let pipes = (input: Pipe(), output: Pipe(), error: Pipe())
    process.standardInput = pipes.input
    process.standardOutput = pipes.output
    process.standardError = pipes.error
    try Self.unblockingInterrupt { try process.run() }
    let collected = (output: Collected(), error: Collected())
    let group = DispatchGroup()
    for (pipe, box) in [(pipes.output, collected.output), (pipes.error, collected.error)] {
      let handle = pipe.fileHandleForReading
      let thread = Thread {
        box.set((try? handle.readToEnd()) ?? Data())
        group.leave()
      }
      group.enter()
      thread.start()
    }
    if !input.isEmpty { try pipes.input.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
    try pipes.input.fileHandleForWriting.close()
    try running(process)
    process.waitUntilExit()
    group.wait()
    return Output(
      status: process.terminationStatus, wasKilled: process.terminationReason == .uncaughtSignal,
      standardOutput: collected.output.value, error: String(decoding: collected.error.value, as: UTF8.self))
  }
}

/// Expects a status, and one line of kg's on standard error (candidates on at most five more).
func expectFailure(
  _ output: Output, _ status: Int32, _ words: String..., candidates: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(output.status == status, "\(output.error)", sourceLocation: sourceLocation)
  #expect(!output.wasKilled, sourceLocation: sourceLocation)
  let lines = output.errorLines
  #expect(
    candidates ? (2...6).contains(lines.count) : lines.count == 1, "\(output.error)",
    sourceLocation: sourceLocation)
  #expect(output.error.hasPrefix("kg: "), "\(output.error)", sourceLocation: sourceLocation)
  for word in words {
    #expect(output.error.contains(word), "\(output.error)", sourceLocation: sourceLocation)
  }
}

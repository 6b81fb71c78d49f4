internal import Claims
internal import Dispatch
internal import GraphStore
internal import Synchronization

/// Takes lines from a client and writes the answers, one at a time, while it goes on reading: so that a cancellation reaches the
/// question under way.
package final class MessageLoop: Sendable {
  /// A longer line is not read.
  package static let longestLine = 1 << 20
  /// A question that takes longer is stopped.
  private static let longestCall = 10.0
  private static let mostWaiting = 256

  /// A line that waits to be answered.
  private enum Waiting {
    case message(JSONValue)
    case unreadable(String)

    func requests(_ server: ModelContextServer) -> [JSONValue] {
      if case .message(let value) = self { server.requests(in: value) } else { [] }
    }
  }

  private struct State {
    var waiting: [Waiting] = []
    var hasEnded = false
    /// The number of the line under way, and of those before it.
    var number = 0
    /// The requests of the line under way.
    var requests: [JSONValue] = []
    var interruption: GraphInterruption?
    var cancelled: Set<JSONValue> = []
  }

  private let server: ModelContextServer
  private let write: @Sendable ([UInt8]) -> Void
  private let state = Mutex(State())
  private let hasWork = DispatchSemaphore(value: 0)
  private let hasRoom = DispatchSemaphore(value: mostWaiting)
  private let watch = DispatchQueue(label: "kg.mcp.watch")

  /// - Parameter write: gets each answer, a whole line; is called by one thread at a time.
  package init(_ server: ModelContextServer, write: @escaping @Sendable ([UInt8]) -> Void) {
    self.server = server
    self.write = write
  }

  /// Reads until the client ends, and answers all that it asked.
  ///
  /// - Parameter read: the next bytes; empty at the end of the input.
  package func run(_ read: () -> [UInt8]) {
    let worker = DispatchQueue(label: "kg.mcp.answers")
    let done = DispatchSemaphore(value: 0)
    worker.async {
      self.work()
      done.signal()
    }
    var lines = LineReader(longest: Self.longestLine)
    while true {
      let bytes = read()
      for line in bytes.isEmpty ? lines.end() : lines.add(bytes) { take(line) }
      if bytes.isEmpty { break }
    }
    state.withLock { $0.hasEnded = true }
    hasWork.signal()
    done.wait()
  }

  private func take(_ line: LineReader.Line) {
    switch line {
    case .tooLong: enqueue(.unreadable("a line of more than \(Self.longestLine) bytes"))
    case .whole(let bytes):
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { return }
      switch Self.value(of: bytes) {
      case .success(let value):
        if let id = server.cancelled(by: value) { return cancel(id) }
        enqueue(.message(value))
      case .failure(let error): enqueue(.unreadable("\(error.reason), at byte \(error.byte)"))
      }
    }
  }

  private static func value(of bytes: [UInt8]) -> Result<JSONValue, JSONValue.SyntaxError> {
    bytes.withUnsafeBytes { bytes in
      do throws(JSONValue.SyntaxError) { return .success(try JSONValue(bytes)) } catch {
        return .failure(error)
      }
    }
  }

  private func enqueue(_ line: Waiting) {
    hasRoom.wait()
    state.withLock { $0.waiting.append(line) }
    hasWork.signal()
  }

  private func cancel(_ id: JSONValue) {
    let number = state.withLock { state -> Int? in
      if state.requests.contains(id) { return state.number }
      let isWaiting = state.waiting.contains { $0.requests(server).contains(id) }
      if isWaiting { state.cancelled.insert(id) }
      return nil
    }
    if let number { interrupt(number) }
  }

  private func work() {
    while true {
      hasWork.wait()
      let next = state.withLock { state -> (line: Waiting, number: Int)? in
        guard !state.waiting.isEmpty else { return nil }
        let line = state.waiting.removeFirst()
        state.number += 1
        state.requests = line.requests(server)
        return (line, state.number)
      }
      guard let next else {
        if state.withLock({ $0.hasEnded }) { return }
        continue
      }
      hasRoom.signal()
      answer(next.line, number: next.number)
      state.withLock { state in
        state.requests = []
        state.interruption = nil
      }
    }
  }

  private func answer(_ line: Waiting, number: Int) {
    let value: JSONValue
    switch line {
    case .unreadable(let reason): return write(server.answer(toUnreadable: reason))
    case .message(let message): value = message
    }
    let ids = server.requests(in: value)
    // A request that was given up gets no answer.
    if state.withLock({ state in ids.contains { state.cancelled.remove($0) != nil } }) { return }
    watch.asyncAfter(deadline: .now() + Self.longestCall) { [weak self] in self?.interrupt(number) }
    let answer = server.answer(value) { interruption in
      state.withLock { $0.interruption = interruption }
    }
    if let answer { write(answer) }
  }

  /// Stops a line's work: again and again until it has ended, because between two statements there is nothing to stop.
  private func interrupt(_ number: Int) {
    let isGoingOn = state.withLock { state in
      guard state.number == number, !state.requests.isEmpty else { return false }
      state.interruption?.interrupt()
      return true
    }
    if isGoingOn { watch.asyncAfter(deadline: .now() + 0.02) { [weak self] in self?.interrupt(number) } }
  }
}

/// Cuts bytes into lines, in bounded memory.
struct LineReader {
  enum Line: Equatable {
    case whole([UInt8])
    case tooLong
  }

  private let longest: Int
  private var held: [UInt8] = []
  private var isSkipping = false

  init(longest: Int) { self.longest = longest }

  /// The lines that end in these bytes.
  mutating func add(_ bytes: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      hold(rest[..<end])
      lines += finish()
      rest = rest[(end + 1)...]
    }
    hold(rest)
    return lines
  }

  /// What stands behind the last line end.
  mutating func end() -> [Line] { held.isEmpty && !isSkipping ? [] : finish() }

  private mutating func hold(_ bytes: ArraySlice<UInt8>) {
    if isSkipping { return }
    if held.count + bytes.count > longest {
      isSkipping = true
      held = []
    } else {
      held += bytes
    }
  }

  private mutating func finish() -> [Line] {
    defer {
      held = []
      isSkipping = false
    }
    return isSkipping ? [.tooLong] : [.whole(held)]
  }
}

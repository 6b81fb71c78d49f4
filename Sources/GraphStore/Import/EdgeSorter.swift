internal import Dispatch
internal import Synchronization

/// Sorts edges by subject and, a second time, by object, in bounded memory.
///
/// Edges are collected in runs, which a second thread sorts and writes to temporary files while the next run is
/// collected; at the end the runs are merged. A single run stays in memory. (Knuth, The Art of Computer Programming 3,
/// section 5.4.)
final class EdgeSorter {
  /// How many edges a run has: 48 MB, of which at most three exist at a time.
  static let runLength = 1 << 21

  /// What the second thread works on.
  private final class Runs: Sendable {
    struct State {
      var outgoing: [TemporaryFile] = []
      var incoming: [TemporaryFile] = []
      /// The run that waits for its sorting.
      var pending: [EdgeRecord] = []
      var spare: [EdgeRecord] = []
      var scratch: [EdgeRecord] = []
      var error: (any Error)?
    }

    let state = Mutex(State())

    /// Sorts the run that waits, and writes it in both orders.
    func sortPending() {
      state.withLock { state in
        var run: [EdgeRecord] = []
        swap(&run, &state.pending)
        do {
          EdgeRadixSort.sortOutgoing(&run, scratch: &state.scratch)
          state.outgoing.append(try Self.written(run))
          EdgeRadixSort.sortIncoming(&run, scratch: &state.scratch)
          state.incoming.append(try Self.written(run))
          state.spare = run
        } catch {
          state.error = state.error ?? error
        }
      }
    }

    private static func written(_ run: [EdgeRecord]) throws -> TemporaryFile {
      let file = try TemporaryFile()
      try run.withUnsafeBytes { try file.write($0) }
      return file
    }
  }

  private let runLength: Int
  private var records: [EdgeRecord] = []
  private let queue = DispatchQueue(label: "kg.edge-sorter", qos: .userInitiated)
  private let runs = Runs()
  /// How many edges were added since the start.
  private(set) var count = 0

  init(runLength: Int = EdgeSorter.runLength) { self.runLength = runLength }

  /// Adds an edge; its row must not be lower than that of the one before.
  func append(_ record: EdgeRecord) throws {
    records.append(record)
    count += 1
    if records.count >= runLength { try spill() }
  }

  /// Hands over the edges in an order, the outgoing one first.
  func forEach(_ order: EdgeRecord.Order, _ body: (EdgeRecord) throws -> Void) throws {
    waitForRuns()
    if runs.state.withLock({ $0.outgoing.isEmpty && $0.error == nil }) {
      runs.state.withLock { state in
        if order == .outgoing {
          EdgeRadixSort.sortOutgoing(&records, scratch: &state.scratch)
        } else {
          EdgeRadixSort.sortIncoming(&records, scratch: &state.scratch)
          state.scratch = []
        }
      }
      for record in records { try body(record) }
      return
    }
    if !records.isEmpty { try spill() }
    waitForRuns()
    let files = try runs.state.withLock { state in
      state.spare = []
      state.scratch = []
      if let error = state.error { throw error }
      return order == .outgoing ? state.outgoing : state.incoming
    }
    records = []
    var merge = try EdgeMerge(files, order: order)
    while let record = try merge.next() { try body(record) }
  }

  /// Forgets all edges.
  func removeAll() {
    waitForRuns()
    records.removeAll(keepingCapacity: true)
    count = 0
    runs.state.withLock {
      $0.outgoing = []
      $0.incoming = []
    }
  }

  private func waitForRuns() { queue.sync {} }

  private func spill() throws {
    // One run at a time is sorted, so that memory stays bounded where sorting is slower than reading.
    waitForRuns()
    try runs.state.withLock { state in
      if let error = state.error { throw error }
      swap(&records, &state.pending)
      swap(&records, &state.spare)
    }
    records.removeAll(keepingCapacity: true)
    queue.async { [runs] in runs.sortPending() }
  }
}

/// Merges sorted runs of edges.
struct EdgeMerge {
  private struct Run {
    var file: TemporaryFile
    var offset = 0
    var buffer: [EdgeRecord]
    var position = 0

    /// The edge the run stands at.
    var head: EdgeRecord { buffer[position] }
  }

  private static let bufferLength = 8_192

  private let order: EdgeRecord.Order
  /// A heap by the edges that the runs stand at: the least is first.
  private var heap: [Run] = []

  init(_ files: [TemporaryFile], order: EdgeRecord.Order) throws {
    self.order = order
    for file in files {
      var run = Run(file: file, buffer: [])
      if try Self.fill(&run) { heap.append(run) }
    }
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  mutating func next() throws -> EdgeRecord? {
    guard !heap.isEmpty else { return nil }
    let record = heap[0].head
    heap[0].position += 1
    if heap[0].position == heap[0].buffer.count {
      if try !Self.fill(&heap[0]) {
        let last = heap.removeLast()
        if heap.isEmpty { return record }
        heap[0] = last
      }
    }
    sink(0)
    return record
  }

  private static func fill(_ run: inout Run) throws -> Bool {
    let size = MemoryLayout<EdgeRecord>.stride
    let file = run.file
    let offset = run.offset
    let buffer = try [EdgeRecord](unsafeUninitializedCapacity: bufferLength) { buffer, count in
      let bytes = UnsafeMutableRawBufferPointer(start: buffer.baseAddress, count: bufferLength * size)
      count = try file.read(into: bytes, at: offset) / size
    }
    run.buffer = buffer
    run.offset += buffer.count * size
    run.position = 0
    return !buffer.isEmpty
  }

  private mutating func sink(_ start: Int) {
    var index = start
    while true {
      var least = index
      for child in 2 * index + 1...2 * index + 2 where child < heap.count {
        if heap[child].head.precedes(heap[least].head, in: order) { least = child }
      }
      if least == index { return }
      heap.swapAt(index, least)
      index = least
    }
  }
}

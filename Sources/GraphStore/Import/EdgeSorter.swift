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

  private struct Sorted {
    var outgoing: [TemporaryFile] = []
    var incoming: [TemporaryFile] = []
    /// The run that waits for its sorting.
    var pending: [EdgeRecord] = []
    var spare: [EdgeRecord] = []
    var scratch: [EdgeRecord] = []
    var error: (any Error)?
  }

  private let runLength: Int
  private var records: [EdgeRecord] = []
  private let queue = DispatchQueue(label: "kg.edge-sorter", qos: .userInitiated)
  private let sorted = Mutex(Sorted())
  /// How many edges were added since the start.
  private(set) var count = 0

  init(runLength: Int = EdgeSorter.runLength) { self.runLength = runLength }

  // A run under way still holds the buffers.
  deinit { queue.sync {} }

  /// Adds an edge; its row must not be lower than that of the one before.
  func append(_ record: EdgeRecord) throws {
    records.append(record)
    count += 1
    if records.count >= runLength { try spill() }
  }

  /// Hands over the edges in an order, the outgoing one first.
  func forEach(_ order: EdgeRecord.Order, _ body: (EdgeRecord) throws -> Void) throws {
    if sorted.withLock({ $0.outgoing.isEmpty && $0.error == nil }) {
      sorted.withLock { sorted in
        if order == .outgoing {
          EdgeRadixSort.sortOutgoing(&records, scratch: &sorted.scratch)
        } else {
          EdgeRadixSort.sortIncoming(&records, scratch: &sorted.scratch)
          sorted.scratch = []
        }
      }
      for record in records { try body(record) }
      return
    }
    if !records.isEmpty { try spill() }
    queue.sync {}
    let files = try sorted.withLock { sorted in
      sorted.spare = []
      sorted.scratch = []
      if let error = sorted.error { throw error }
      return order == .outgoing ? sorted.outgoing : sorted.incoming
    }
    records = []
    var merge = try EdgeMerge(files, order: order)
    while let record = try merge.next() { try body(record) }
  }

  /// Forgets all edges.
  func removeAll() {
    queue.sync {}
    records.removeAll(keepingCapacity: true)
    count = 0
    sorted.withLock {
      $0.outgoing = []
      $0.incoming = []
    }
  }

  private func spill() throws {
    // One run at a time is sorted, so that memory stays bounded where sorting is slower than reading.
    queue.sync {}
    try sorted.withLock { sorted in
      if let error = sorted.error { throw error }
      swap(&records, &sorted.pending)
      swap(&records, &sorted.spare)
    }
    records.removeAll(keepingCapacity: true)
    let sorter = Unowned(self)
    queue.async { sorter.object.sortPending() }
  }

  private func sortPending() {
    sorted.withLock { sorted in
      var run: [EdgeRecord] = []
      swap(&run, &sorted.pending)
      do {
        EdgeRadixSort.sortOutgoing(&run, scratch: &sorted.scratch)
        sorted.outgoing.append(try Self.written(run))
        EdgeRadixSort.sortIncoming(&run, scratch: &sorted.scratch)
        sorted.incoming.append(try Self.written(run))
        sorted.spare = run
      } catch {
        sorted.error = sorted.error ?? error
      }
    }
  }

  private static func written(_ run: [EdgeRecord]) throws -> TemporaryFile {
    let file = try TemporaryFile()
    try run.withUnsafeBytes { try file.write($0) }
    return file
  }

  /// The sorter, for its own queue, which `deinit` waits for; only what `sorted` guards is touched there.
  private struct Unowned: @unchecked Sendable {
    unowned let object: EdgeSorter

    init(_ object: EdgeSorter) { self.object = object }
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

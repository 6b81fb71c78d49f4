internal import Dispatch
internal import Synchronization

/// Maps a stream with several threads and hands the results over in the order of the stream.
enum OrderedMap {
  /// Takes inputs from `next`, transforms them on `jobs` threads, and gives the results to `consume`.
  ///
  /// At most four inputs a thread are in memory, and fewer as soon as they weigh `largestBatch` together. `next` and `consume` run on
  /// the calling thread. `transform` is told how many threads one input may take: more than one where there are fewer inputs than jobs.
  ///
  /// - Parameters:
  ///   - jobs: how many threads, as `DocumentStream` bounds them.
  ///   - weight: how many bytes of text an input holds.
  static func run<Input: Sendable, Output: Sendable>(
    jobs: Int, weight: (Input) -> Int, next: () throws -> Input?,
    transform: @Sendable (_ input: Input, _ threads: Int) -> Output, consume: (Output) throws -> Void
  ) rethrows {
    guard jobs > 1 else {
      while let input = try next() { try consume(transform(input, 1)) }
      return
    }
    while true {
      var inputs: [Input] = []
      var total = 0
      while inputs.count < jobs * 4, total < largestBatch, let input = try next() {
        total += weight(input)
        inputs.append(input)
      }
      if inputs.isEmpty { return }
      for output in transformed(inputs, jobs: jobs, transform) { try consume(output) }
    }
  }

  /// A batch takes no further input once it has so many bytes: what is read of a text takes many times its size.
  private static let largestBatch = 1 << 20

  private static func transformed<Input: Sendable, Output: Sendable>(
    _ inputs: [Input], jobs: Int, _ transform: @Sendable (Input, Int) -> Output
  ) -> [Output] {
    let threads = max(1, jobs / inputs.count)
    let taken = Atomic<Int>(0)
    let outputs = Mutex<[Output?]>(Array(repeating: nil, count: inputs.count))
    DispatchQueue.concurrentPerform(iterations: min(jobs, inputs.count)) { _ in
      while true {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < inputs.count else { return }
        let output = transform(inputs[index], threads)
        outputs.withLock { $0[index] = output }
      }
    }
    return outputs.withLock { $0.compactMap { $0 } }
  }
}

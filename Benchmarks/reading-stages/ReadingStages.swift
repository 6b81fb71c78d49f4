import Glibc
import Linguistics
import Synchronization

/// Prints how much of the processor's time each stage of reading a file takes: `reading-stages FILE`.
@main struct ReadingStages {
  private final class Times: Sendable {
    private let state = Mutex<(last: UInt64, sums: [ReadingStage: UInt64])>((0, [:]))

    func restart() { state.withLock { $0.last = Self.now() } }

    func end(_ stage: ReadingStage) {
      state.withLock {
        let now = Self.now()
        $0.sums[stage, default: 0] += now - $0.last
        $0.last = now
      }
    }

    var sums: [ReadingStage: UInt64] { state.withLock { $0.sums } }

    private static func now() -> UInt64 {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
  }

  static func main() throws {
    guard CommandLine.arguments.count == 2, let file = fopen(CommandLine.arguments[1], "r") else {
      print("usage: reading-stages FILE")
      return
    }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&buffer, 1, buffer.count, file), count > 0 { bytes += buffer[..<count] }
    let times = Times()
    let analyser = DocumentAnalyser(model: try .embedded()) { times.end($0) }
    let segmentation = try Segmenter().segment(DocumentText(bytes))
    times.restart()
    let analysis = analyser.analyse(segmentation)
    let total = max(1, times.sums.values.reduce(0, +))
    let words = analysis.words.count
    print(
      "\(words) words, \(UInt64(words) * 1_000_000_000 / total) words a second of one core; share of the time:"
    )
    for stage in ReadingStage.allCases {
      let share = 1000 * (times.sums[stage] ?? 0) / total
      print("  \(stage.rawValue): \(share / 10).\(share % 10) %")
    }
  }
}

import ChildProcess
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What the process does when it is interrupted or its reader goes away.
enum Signals {
  private static let interruptions = Atomic<Int>(0)

  /// Whether the user asked to stop.
  static var isInterrupted: Bool { interruptions.load(ordering: .relaxed) > 0 }

  static func prepare() {
    // A closed pipe is seen where it is written to, and ends the command quietly.
    signal(SIGPIPE, SIG_IGN)
  }

  /// Where a signal that asks for the end writes to, or -1.
  private static let endDescriptor = Atomic<Int32>(-1)

  /// From now on a signal that asks for the end puts a byte into a pipe, the end of which is returned; a second one kills.
  static func pipeOfEnd() throws -> Int32 {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw Failure(status: .inputOutput, "no pipe can be made: \(String(cString: strerror(errno)))")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    endDescriptor.store(ends[1], ordering: .relaxed)
    // A program that starts this one may have them blocked, which is inherited.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in
        if Signals.interruptions.wrappingAdd(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
        let error = errno
        let byte: StaticString = "x"
        _ = write(Signals.endDescriptor.load(ordering: .relaxed), byte.utf8Start, 1)
        errno = error
      }
    }
    return ends[0]
  }

  /// From now on, what ends this process ends the programs that read files for it too.
  static func endChildren() {
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        ChildProcess.endAll()
        signal(number, SIG_DFL)
        raise(number)
      }
    }
  }

  /// From now on an interrupt only raises `isInterrupted` and says so, that the work under way may end whole; a second one kills.
  static func deferInterrupt() {
    signal(SIGINT) { _ in
      // Programs that read files for this one are of their own group, which the terminal does not interrupt.
      ChildProcess.endAll()
      if Signals.interruptions.wrappingAdd(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
      // Nothing but a write may be done inside of a handler: a static string needs no memory.
      let notice: StaticString = "\nkg: ending after the work under way; interrupt again to end at once\n"
      let error = errno
      _ = write(STDERR_FILENO, notice.utf8Start, notice.utf8CodeUnitCount)
      errno = error
    }
  }
}

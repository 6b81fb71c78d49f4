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

  /// From now on an interrupt only raises `isInterrupted` and says so, that the work under way may end whole; a second one kills.
  static func deferInterrupt() {
    signal(SIGINT) { _ in
      if Signals.interruptions.wrappingAdd(1, ordering: .relaxed).oldValue > 0 { _exit(130) }
      // Nothing but a write may be done inside of a handler: a static string needs no memory.
      let notice: StaticString = "\nkg: ending after the work under way; interrupt again to end at once\n"
      let error = errno
      _ = write(STDERR_FILENO, notice.utf8Start, notice.utf8CodeUnitCount)
      errno = error
    }
  }
}

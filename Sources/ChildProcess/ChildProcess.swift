internal import CProcess

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Runs another program under limits, in a process group of its own.
package struct ChildProcess: Sendable {
  /// What a program may use.
  package struct Limits: Sendable {
    package var processorSeconds = 60
    /// Of its address space, in bytes.
    package var memory = 2 << 30
    /// Of all that it prints, in bytes.
    package var output = 512 << 20
    package var wallSeconds = 180

    package init() {}
  }

  /// How a program ended.
  package struct Ending: Sendable {
    /// The status it ended with; nil where a signal ended it.
    package let status: Int32?
    /// The start of what it said of errors.
    package let complaint: String
  }

  /// The absolute path of the program.
  package let path: String
  package var limits: Limits

  /// - Parameter path: the absolute path of the program, as `find` gives it.
  package init(path: String, limits: Limits = Limits()) {
    self.path = path
    self.limits = limits
  }

  /// The absolute path of a program by its name, looked for where `PATH` says; nil where there is none.
  package static func find(_ name: String) -> String? {
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    for folder in folders.split(separator: ":") where folder.hasPrefix("/") {
      let path = "\(folder)/\(name)"
      if access(path, X_OK) == 0 { return path }
    }
    return nil
  }

  /// Ends all programs that run, and those that are to be run; may be called inside of a signal handler.
  package static func endAll() { kg_kill_groups() }

  /// Whether `endAll` was called.
  package static var isEnded: Bool { kg_group_kills() > 0 }

  /// Runs the program with `input` on its standard input and gives what it prints to `consume`, piece by piece.
  ///
  /// It has no environment but the folder of its programs, and no open files but the standard ones.
  ///
  /// - Throws: `ChildProcessError`, with the limit that it broke; whatever `consume` throws ends it.
  package func run(
    _ arguments: [String], input: [UInt8] = [], consume: (ArraySlice<UInt8>) throws(ChildProcessError) -> Void
  ) throws(ChildProcessError) -> Ending {
    let inputFile = input.withUnsafeBytes { kg_unnamed_file($0.baseAddress, $0.count) }
    guard inputFile >= 0 else { throw .system("no file can be made for \(path)", errno) }
    defer { close(inputFile) }
    let (output, outputEnd) = try Self.pipe()
    defer { close(output) }
    let (complaints, complaintsEnd) = try Self.pipe()
    defer { close(complaints) }
    let process = try spawn(arguments, input: inputFile, output: outputEnd, complaints: complaintsEnd)
    let isRemembered = kg_remember_group(process) == 1
    defer { if isRemembered { kg_forget_group(process) } }
    let limits = kg_process_limits(
      processor_seconds: UInt64(max(1, limits.processorSeconds)),
      address_space: UInt64(max(1 << 20, limits.memory)),
      file_size: UInt64(max(0, limits.output)))
    let failure = kg_limit_process(process, limits)
    // A program so short that it has ended already needs no limits.
    if failure != 0 && failure != ESRCH {
      Self.end(process)
      throw .system("the limits of \(path) cannot be set", failure)
    }
    var reader = OutputReader(output: output, complaints: complaints)
    do throws(ChildProcessError) {
      try reader.read(path: path, limits: self.limits, consume: consume)
    } catch {
      Self.end(process)
      throw error
    }
    return Ending(status: Self.wait(for: process), complaint: reader.complaint)
  }

  private static func pipe() throws(ChildProcessError) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    guard kg_pipe(&ends) == 0 else { throw .system("no pipe can be made", errno) }
    return (ends[0], ends[1])
  }

  private func spawn(
    _ arguments: [String], input: Int32, output: Int32, complaints: Int32
  ) throws(ChildProcessError) -> pid_t {
    defer {
      close(output)
      close(complaints)
    }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, complaints, STDERR_FILENO)
    _ = kg_close_from(&actions, 3)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What this process ignores, such as a closed pipe, a child would ignore too.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    var environment: [UnsafeMutablePointer<CChar>?] = (Self.environment as [String]).map { strdup($0) }
    environment.append(nil)
    defer { for word in words + environment { free(word) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, path, &actions, &attributes, words, environment)
    guard failure == 0 else { throw .system("\(path) cannot be run", failure) }
    return process
  }

  private static let environment: [String] = ["PATH=/usr/bin:/bin", "LC_ALL=C.UTF-8"]

  private static func end(_ process: pid_t) {
    kill(-process, SIGKILL)
    _ = wait(for: process)
  }

  /// The status that a process ended with; nil for a signal.
  private static func wait(for process: pid_t) -> Int32? {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return nil }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
  }
}

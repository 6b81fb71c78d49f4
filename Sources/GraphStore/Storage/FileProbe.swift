#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What stands at a path.
enum FileProbe {
  /// What tells one content of a file from another without reading it.
  struct State: Hashable {
    var device: UInt64
    var inode: UInt64
    /// In bytes.
    var size: Int64
    var seconds: Int
    var nanoseconds: Int
  }

  static func exists(_ path: String) -> Bool { status(path) != nil }

  static func isDirectory(_ path: String) -> Bool {
    status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  /// The state of the file at `path`, or nil where there is none.
  static func state(_ path: String) -> State? {
    status(path).map {
      State(
        device: UInt64($0.st_dev), inode: UInt64($0.st_ino), size: Int64($0.st_size),
        seconds: $0.st_mtim.tv_sec, nanoseconds: $0.st_mtim.tv_nsec)
    }
  }

  /// The length of the file at `path` in bytes; 0 where there is none.
  static func size(_ path: String) -> Int { status(path).map { Int($0.st_size) } ?? 0 }

  /// Makes an empty file that only its owner may read and write, where there is none; what goes wrong is seen when it is opened.
  static func makePrivately(_ path: String) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    if descriptor >= 0 { close(descriptor) }
  }

  /// Removes the file at `path`, if there is one.
  static func remove(_ path: String) { unlink(path) }

  /// Whether the disk that the file or folder at `path` is on has less than a megabyte left for this user.
  static func isDiskFull(_ path: String) -> Bool {
    var status = statvfs()
    guard statvfs(path, &status) == 0 else { return false }
    return UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue < 1
      << 20
  }

  /// The folder in which SQLite makes its temporary files.
  static var temporaryFolder: String {
    for name in ["SQLITE_TMPDIR", "TMPDIR"] {
      if let value = getenv(name), access(value, W_OK | X_OK) == 0 { return String(cString: value) }
    }
    return ["/var/tmp", "/usr/tmp", "/tmp"].first { access($0, W_OK | X_OK) == 0 } ?? "."
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }
}

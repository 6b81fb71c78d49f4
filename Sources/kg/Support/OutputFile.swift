import GraphStore

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// A file that stands under its name only when it is whole: it is written beside it and renamed at the end.
///
/// A symbolic link stays and what it leads to is replaced; a file with several names is written in place at the end, so
/// that all of them keep showing the same. An existing file keeps its permissions.
final class OutputFile {
  private let path: String
  private let place: Place
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Where what is written goes.
  private struct Place {
    /// Where the path leads, links followed.
    var target: String
    /// The file beside it; nil for a device or a pipe, which is written to as it comes.
    var temporaryPath: String?
    var descriptor: Int32
    /// Whether other names lead to the file too.
    var hasOtherNames = false
  }

  /// - Parameters:
  ///   - option: the option that named the file, for messages.
  ///   - others: files that it must not be, and what each is.
  init(path: String, option: String, apartFrom others: [(file: FileIdentity, what: String)]) throws {
    let identity = FileIdentity(path: path)
    if let other = others.first(where: { identity.isSame(as: $0.file) }) {
      throw Failure(
        status: .usage, "\(option) \(Quoting.quoted(path)) would overwrite \(other.what); name another file")
    }
    self.path = path
    place = try Self.place(path, leadingTo: identity.path)
  }

  private static func place(_ path: String, leadingTo target: String) throws -> Place {
    var status = stat()
    let exists = stat(path, &status) == 0
    if path.hasPrefix("/dev/") || (exists && status.st_mode & S_IFMT != S_IFREG) {
      // A device or a pipe cannot be replaced by renaming.
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw failure(path) }
      return Place(target: path, temporaryPath: nil, descriptor: descriptor)
    }
    if exists && access(path, W_OK) != 0 { throw failure(path) }
    var place = try temporaryFile(beside: target, path)
    place.hasOtherNames = exists && status.st_nlink > 1
    if exists {
      // Only the superuser may give a file away; for others it is theirs from now on.
      _ = fchown(place.descriptor, status.st_uid, status.st_gid)
      fchmod(place.descriptor, status.st_mode & 0o777)
    } else {
      let mask = umask(0)
      umask(mask)
      fchmod(place.descriptor, 0o666 & ~mask)
    }
    return place
  }

  deinit { abandon() }

  func write(_ bytes: [UInt8]) throws {
    buffer += bytes
    if buffer.count > 1 << 16 { try flush() }
  }

  func finish() throws {
    try flush()
    guard let temporaryPath = place.temporaryPath else { return abandon() }
    if place.hasOtherNames {
      try copyInPlace()
    } else if rename(temporaryPath, place.target) != 0 {
      throw Self.failure(path)
    } else {
      isFinished = true
      close(place.descriptor)
    }
  }

  /// Closes the file and takes what was written beside it away.
  private func abandon() {
    if isFinished { return }
    isFinished = true
    close(place.descriptor)
    if let temporaryPath = place.temporaryPath { unlink(temporaryPath) }
  }

  private func flush() throws {
    try Descriptor.write(buffer, to: place.descriptor, name: path)
    buffer.removeAll(keepingCapacity: true)
  }

  /// Writes what was written beside the file into it.
  private func copyInPlace() throws {
    let output = open(place.target, O_WRONLY | O_TRUNC | O_NOFOLLOW | O_CLOEXEC)
    guard output >= 0, lseek(place.descriptor, 0, SEEK_SET) == 0 else { throw Self.failure(path) }
    defer { close(output) }
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(place.descriptor, &piece, piece.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw Self.failure(path) }
      if count == 0 { break }
      try Descriptor.write(Array(piece[..<count]), to: output, name: path)
    }
    abandon()
  }

  /// A new file that nobody else can have laid there or can read.
  private static func temporaryFile(beside target: String, _ path: String) throws -> Place {
    for _ in 0..<16 {
      let name = ".kg-\(String(UInt64.random(in: 0 ... .max), radix: 36)).part"
      let temporaryPath = "\(FileIdentity.folder(of: target))/\(name)"
      let descriptor = open(temporaryPath, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if descriptor >= 0 {
        return Place(target: target, temporaryPath: temporaryPath, descriptor: descriptor)
      }
      if errno != EEXIST { break }
    }
    throw failure(path)
  }

  private static func failure(_ path: String) -> Failure {
    Failure(status: .cannotCreate, "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// The file that a path leads to, also where it does not exist yet: two paths that lead to one file are told to be so,
/// through links, hard links and relative spellings.
struct FileIdentity {
  /// The path with the links at its end followed.
  let path: String
  private let file: Number?
  private let folder: Number?
  private let name: String

  /// A file's number on its device.
  private struct Number: Equatable {
    var device: UInt64
    var inode: UInt64

    init(_ status: stat) {
      device = UInt64(status.st_dev)
      inode = UInt64(status.st_ino)
    }

    init?(at path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      self.init(status)
    }
  }

  init(path: String) {
    self.path = Self.followed(path)
    file = Number(at: self.path)
    folder = Number(at: Self.folder(of: self.path))
    name = String(self.path.split(separator: "/").last ?? "")
  }

  /// What standard input is read from, where that is a file.
  static var standardInput: FileIdentity? {
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return FileIdentity(file: Number(status))
  }

  private init(file: Number) {
    self.file = file
    path = ""
    folder = nil
    name = ""
  }

  /// Whether both are one file, or would be once it exists.
  func isSame(as other: FileIdentity) -> Bool {
    if let file, file == other.file { return true }
    // One of them may have come to be after the other was looked at.
    guard let folder, let theirs = other.folder else { return false }
    return folder == theirs && name == other.name
  }

  /// The folder in which a path's last name stands.
  static func folder(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path with the symbolic links at its end followed, as far as there are any.
  private static func followed(_ path: String) -> String {
    var path = path
    // As many as the kernel follows.
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let length = readlink(path, &buffer, buffer.count)
      guard length > 0 else { return path }
      let target = String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
      path = target.hasPrefix("/") ? target : "\(folder(of: path))/\(target)"
    }
    return path
  }
}

#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// Writes text to a file through a buffer.
package final class LineWriter {
  /// Why a file could not be written.
  package struct Failure: Error, CustomStringConvertible, Sendable {
    package let description: String
  }

  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private static let capacity = 1 << 18

  /// Makes the file, or empties it where it stands.
  package init(path: String) throws(Failure) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.failure(path) }
    buffer.reserveCapacity(Self.capacity + 256)
  }

  package func append(_ parts: String...) throws(Failure) {
    for part in parts { buffer.append(contentsOf: part.utf8) }
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes what is left and closes the file.
  package func finish() throws(Failure) {
    try flush()
    guard close(descriptor) == 0 else { throw Self.failure(path) }
  }

  private func flush() throws(Failure) {
    var start = 0
    while start < buffer.count {
      let written = buffer.withUnsafeBytes { bytes in
        write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
      }
      guard written > 0 else { throw Self.failure(path) }
      start += written
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ path: String) -> Failure {
    Failure(description: "\(path) cannot be written: \(String(cString: strerror(errno)))")
  }
}

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Reads what a program prints and what it complains of, at the same time, so that neither pipe is ever full for good.
struct OutputReader {
  private let output: Int32
  private let complaints: Int32
  private var complaintBytes: [UInt8] = []

  private static let longestComplaint = 4096

  init(output: Int32, complaints: Int32) {
    self.output = output
    self.complaints = complaints
  }

  /// The start of what it complained of.
  var complaint: String { String(decoding: complaintBytes, as: UTF8.self) }

  mutating func read(
    path: String, limits: ChildProcess.Limits,
    consume: (ArraySlice<UInt8>) throws(ChildProcessError) -> Void
  ) throws(ChildProcessError) {
    let clock = ContinuousClock()
    let end = clock.now + .seconds(limits.wallSeconds)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var total = 0
    var polled = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
    ]
    while polled[0].fd >= 0 || polled[1].fd >= 0 {
      if ChildProcess.isEnded { throw ChildProcessError(.interrupted, "interrupted") }
      guard clock.now < end else {
        throw ChildProcessError(.tooLong, "\(path) took more than \(limits.wallSeconds) seconds")
      }
      let count = poll(&polled, 2, 200)
      if count < 0, errno != EINTR { throw .system("\(path) cannot be waited for", errno) }
      if count <= 0 { continue }
      for index in polled.indices where polled[index].fd >= 0 && polled[index].revents != 0 {
        let got = Glibc.read(polled[index].fd, &buffer, buffer.count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { throw .system("what \(path) prints cannot be read", errno) }
        if got == 0 {
          polled[index].fd = -1
        } else if index == 0 {
          total += got
          guard total <= limits.output else {
            throw ChildProcessError(.tooMuch, "\(path) printed more than \(limits.output >> 20) MiB")
          }
          try consume(buffer[..<got])
        } else if complaintBytes.count < Self.longestComplaint {
          complaintBytes += buffer[..<got]
        }
      }
    }
  }
}

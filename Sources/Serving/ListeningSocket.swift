#if canImport(Glibc)
  internal import Glibc
#else
  internal import Musl
#endif

/// Why the server could not be started.
package struct ServingError: Error, Sendable, CustomStringConvertible {
  package let message: String

  package var description: String { message }
}

/// A socket that takes connections from this machine alone.
struct ListeningSocket: Sendable {
  let descriptor: Int32
  let port: UInt16

  /// - Parameter port: 0 for any that is free.
  init(port: UInt16) throws(ServingError) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Self.failure("no socket can be made") }
    var isReused: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isReused, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, length) == 0 && listen(descriptor, 128) == 0
          && getsockname(descriptor, pointer, &length) == 0
      }
    }
    guard isBound else {
      let error = Self.failure("port \(port) cannot be used")
      close(descriptor)
      throw error
    }
    self.descriptor = descriptor
    self.port = UInt16(bigEndian: address.sin_port)
  }

  private static func failure(_ what: String) -> ServingError {
    ServingError(message: "\(what): \(String(cString: strerror(errno))); choose another port, or none")
  }

  /// The next connection; nil where the wait was in vain or the socket is to be closed.
  func accept() -> Int32? {
    let connection = Glibc.accept(descriptor, nil, nil)
    guard connection >= 0 else { return nil }
    // The program starts no other while it serves but the opener of the browser, before the first connection.
    _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
    return connection
  }

  /// Waits until there is a connection or a byte on another descriptor; tells which.
  func wait(orFor other: Int32) -> (hasConnection: Bool, isStopped: Bool) {
    var polled = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&polled, 2, -1)
    if count < 0 { return (false, errno != EINTR) }
    return (polled[0].revents != 0, polled[1].revents != 0)
  }
}

/// A connection, with a time for each wait and one for each request.
struct SocketConnection {
  private let descriptor: Int32
  private var held: [UInt8] = []

  /// How long a request may take to come, and a connection may wait for the next.
  private static let longestWait = 15

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
    var wait = timeval(tv_sec: Self.longestWait, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &wait, size)
    var isImmediate: Int32 = 1
    setsockopt(descriptor, Int32(IPPROTO_TCP), TCP_NODELAY, &isImmediate, socklen_t(MemoryLayout<Int32>.size))
  }

  /// The next request; nil where the client has gone or took too long.
  ///
  /// - Throws: the response that refuses it.
  mutating func request() throws(HTTPResponse) -> HTTPRequest? {
    let deadline = Self.seconds() + Self.longestWait
    var searched = 0
    var end: Int?
    while end == nil {
      end = Self.endOfHead(held, from: max(0, searched - 3))
      if end != nil { break }
      searched = held.count
      guard held.count <= HTTPRequest.longestHead else { throw .refusal(431, "The request is too long.") }
      guard receive(before: deadline) else { return nil }
    }
    guard let end, end <= HTTPRequest.longestHead else { throw .refusal(431, "The request is too long.") }
    var request = try HTTPRequest(head: Array(held[..<(end + 2)]))
    held.removeFirst(end + 4)
    while held.count < request.bodyLength { guard receive(before: deadline) else { return nil } }
    request.body = Array(held.prefix(request.bodyLength))
    held.removeFirst(request.bodyLength)
    return request
  }

  /// Where the empty line begins that ends the head.
  private static func endOfHead(_ bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= 4, start <= bytes.count - 4 else { return nil }
    return (start...(bytes.count - 4)).first {
      bytes[$0] == 13 && bytes[$0 + 1] == 10 && bytes[$0 + 2] == 13 && bytes[$0 + 3] == 10
    }
  }

  private mutating func receive(before deadline: Int) -> Bool {
    guard Self.seconds() < deadline else { return false }
    var piece = [UInt8](repeating: 0, count: 8_192)
    while true {
      let count = recv(descriptor, &piece, piece.count, 0)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      held += piece.prefix(count)
      return true
    }
  }

  /// Whether all bytes were taken.
  func send(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(
          descriptor, $0.baseAddress?.advanced(by: start), bytes.count - start, Int32(MSG_NOSIGNAL))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      start += count
    }
    return true
  }

  /// Ends it; what the client still sends is thrown away for a moment, so that it gets to read the last answer.
  func end() {
    shutdown(descriptor, Int32(SHUT_WR))
    var wait = timeval(tv_sec: 0, tv_usec: 200_000)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &wait, socklen_t(MemoryLayout<timeval>.size))
    var piece = [UInt8](repeating: 0, count: 8_192)
    for _ in 0..<16 where recv(descriptor, &piece, piece.count, 0) <= 0 { break }
    close(descriptor)
  }

  private static func seconds() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return now.tv_sec
  }
}

/// A thread of its own, since connections wait.
enum DetachedThread {
  private final class Work {
    let body: @Sendable () -> Void
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// Whether the thread could be started.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let work = Unmanaged.passRetained(Work(body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, nil,
      { argument in
        if let argument { Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().body() }
        return nil
      }, work.toOpaque())
    guard status == 0 else {
      work.release()
      return false
    }
    pthread_detach(thread)
    return true
  }
}

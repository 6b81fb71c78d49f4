internal import CFormats

/// Unpacks compressed bytes, within limits.
enum Inflation {
  enum Wrapping: Int32 {
    case raw = -15
    case gzip = 31
  }

  /// What is small may be packed as much as it will; what is large and packed more than so many times is a trap.
  private static let small = 16 << 20
  private static let mostTimes = 200

  /// The unpacked bytes.
  ///
  /// - Throws: `FormatError`: `damaged`, or `tooLarge` for more than `most` bytes.
  static func unpacked(
    _ bytes: ArraySlice<UInt8>, _ wrapping: Wrapping, most: Int
  ) throws(FormatError) -> [UInt8] {
    var rest = bytes
    var result: [UInt8] = []
    repeat {
      let used = try unpackOne(rest, wrapping, most: most, into: &result)
      rest = rest.dropFirst(used)
      // A gzip file may hold several members one after the other; what is no member after them is padding.
    } while wrapping == .gzip && rest.starts(with: [0x1F, 0x8B])
    return result
  }

  private static func unpackOne(
    _ bytes: ArraySlice<UInt8>, _ wrapping: Wrapping, most: Int, into result: inout [UInt8]
  ) throws(FormatError) -> Int {
    var stream = z_stream()
    guard kg_inflate_start(&stream, wrapping.rawValue) == Z_OK else {
      throw FormatError(.tooLarge, "no memory to unpack")
    }
    defer { inflateEnd(&stream) }
    var source = Array(bytes)
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let limit = min(most, max(small, bytes.count.multipliedReportingOverflow(by: mostTimes).partialValue))
    var position = 0
    var status = Z_OK
    while status == Z_OK {
      let chunk = min(source.count - position, 1 << 30)
      let (left, produced): (UInt32, Int) = source.withUnsafeMutableBufferPointer { input in
        piece.withUnsafeMutableBufferPointer { output in
          stream.next_in = input.baseAddress.map { $0 + position }
          stream.avail_in = UInt32(chunk)
          stream.next_out = output.baseAddress
          stream.avail_out = UInt32(output.count)
          status = inflate(&stream, Z_NO_FLUSH)
          return (stream.avail_in, output.count - Int(stream.avail_out))
        }
      }
      position += chunk - Int(left)
      result += piece[..<produced]
      guard result.count <= limit else {
        throw FormatError(.tooLarge, "unpacks to more than \(limit >> 20) MiB")
      }
      if status == Z_BUF_ERROR || status == Z_OK && produced == 0 && chunk == 0 {
        throw .damaged("the compressed bytes end too early")
      }
    }
    guard status == Z_STREAM_END else { throw .damaged("the compressed bytes are damaged") }
    return position
  }
}

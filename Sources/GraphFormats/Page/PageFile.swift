internal import CPage

/// A file of the page, as it was when the binary was built.
package struct PageFile: Sendable {
  package let name: String
  private let start: UInt
  private let count: Int

  /// All of them, scripts in the order in which they have to run.
  package static let all: [PageFile] = (0..<cpage_file_count()).compactMap { index in
    guard let file = cpage_file_at(index)?.pointee, let name = file.name, let bytes = file.bytes else {
      return nil
    }
    return PageFile(name: String(cString: name), start: UInt(bitPattern: bytes), count: file.count)
  }

  package static func named(_ name: String) -> PageFile? { all.first { $0.name == name } }

  package var bytes: [UInt8] {
    Array(UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: start), count: count))
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// All scripts as one, which adds no names to those of the window.
  package static var script: [UInt8] {
    var bytes = Array("\"use strict\";\n(() => {\n".utf8)
    for file in all where file.name.hasSuffix(".js") { bytes += file.bytes }
    return bytes + Array("})();\n".utf8)
  }
}

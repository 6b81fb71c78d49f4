internal import CSchema

/// A file of the top-level Schema folder, as it was when the binary was built.
///
/// The bytes are part of the binary's read-only data and stay valid for the life of the process.
package struct SchemaFile: Sendable {
  /// The path inside the Schema folder, such as `migrations/001-graph.sql`.
  package let path: String
  private let start: UInt
  /// The size in bytes.
  package let count: Int

  /// All embedded files, in the order of the list in `schema.c`.
  package static let all: [SchemaFile] = (0..<cschema_file_count()).compactMap { index in
    guard let file = cschema_file_at(index)?.pointee, let path = file.path, let bytes = file.bytes else {
      return nil
    }
    return SchemaFile(path: String(cString: path), start: UInt(bitPattern: bytes), count: file.count)
  }

  /// The file at `path`; nil when the binary was built without it.
  package static func named(_ path: String) -> SchemaFile? {
    all.first { $0.path == path }
  }

  /// The text of the file.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The bytes of the file, not copied.
  package var bytes: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: start), count: count)
  }

  /// The lines of a table: without comments (`#`) and blank lines, each split at its tabs.
  package var rows: [[Substring]] {
    // By bytes: to split at characters, each of which is looked up first, took a tenth of a short command's time.
    text.utf8.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }.map {
      $0.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map { Substring($0) }
    }
  }
}

internal import GraphStore

/// Bytes that stay where they are as long as someone holds them.
// They are never written to after they were made.
final class HeldBytes: Hashable, @unchecked Sendable {
  let bytes: Bytes

  init(_ content: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, content.count), alignment: 1)
    memory.copyBytes(from: content)
    bytes = Bytes(rebasing: memory[..<content.count])
  }

  convenience init(_ text: String) { self.init(Array(text.utf8)) }

  deinit { bytes.deallocate() }

  static func == (left: HeldBytes, right: HeldBytes) -> Bool { left.bytes.elementsEqual(right.bytes) }

  func hash(into hasher: inout Hasher) { hasher.combine(bytes: bytes) }
}

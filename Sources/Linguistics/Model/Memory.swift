/// Memory of one kind of number that grows and never shrinks; what it holds is lost when it grows.
final class Scratch<Element: BitwiseCopyable> {
  private var memory: UnsafeMutablePointer<Element>?
  private var capacity = 0

  /// Room for `count` elements; valid until the next call.
  func room(for count: Int) -> UnsafeMutablePointer<Element> {
    if let memory, count <= capacity { return memory }
    memory?.deallocate()
    capacity = max(count, capacity * 3 / 2, 16)
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: capacity * MemoryLayout<Element>.stride, alignment: 64)
    let typed = bytes.bindMemory(to: Element.self, capacity: capacity)
    memory = typed
    return typed
  }

  deinit { memory?.deallocate() }
}

/// Numbers that are written once and read by many threads.
///
/// Unchecked because the memory is filled inside `init` and only read afterwards.
final class FixedArray<Element: BitwiseCopyable>: @unchecked Sendable {
  let start: UnsafePointer<Element>
  let count: Int
  private let memory: UnsafeMutablePointer<Element>

  init(count: Int, _ fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
    let bytes = UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: 64)
    memory = bytes.bindMemory(to: Element.self, capacity: max(1, count))
    fill(UnsafeMutableBufferPointer(start: memory, count: count))
    start = UnsafePointer(memory)
    self.count = count
  }

  deinit { memory.deallocate() }
}

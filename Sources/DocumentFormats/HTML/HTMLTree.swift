internal import CFormats
internal import Layout

/// A page of HTML as a tree, whose texts and tags know where they stand in the source.
///
/// The source must stay where it is as long as the tree, which is why it is only lent.
struct HTMLTree: ~Copyable {
  private let page: OpaquePointer
  private let source: UnsafeBufferPointer<UInt8>

  /// What a walk through the tree meets, in the order of the page.
  enum Event {
    case start(name: String, attributes: [String: String], source: Range<Int>)
    case end(name: String, source: Range<Int>)
    /// Decoded text with the bytes of the source that it was decoded from.
    case text(UnsafeBufferPointer<UInt8>, source: Range<Int>)
  }

  /// - Throws: `FormatError.tooLarge` for a page whose tree needs more memory than a page may.
  init(_ source: UnsafeBufferPointer<UInt8>) throws(FormatError) {
    guard source.count <= Self.longest else {
      throw FormatError(.tooLarge, "a page of more than \(Self.longest >> 20) MiB")
    }
    let start = UnsafeRawPointer(source.baseAddress)?.assumingMemoryBound(to: CChar.self)
    guard
      let page = kg_html_parse(
        start, source.count, (64 << 20) + source.count * 120, 500_000 + source.count * 4)
    else { throw FormatError(.tooLarge, "its HTML is nested or broken beyond reading") }
    self.page = page
    self.source = source
  }

  private static let longest = 64 << 20
  /// Deeper elements are read as if they stood at this depth.
  private static let deepest = 10_000

  deinit { kg_html_free(page) }

  private struct Step {
    var node: UnsafeMutablePointer<GumboNode>
    var next: UInt32
    var name: String
  }

  /// Calls `visit` for all of the page; where it answers a start with false, the element is passed over.
  func walk(_ visit: (Event) -> Bool) {
    guard let root = kg_html_root(page) else { return }
    var path = [Step(node: root, next: 0, name: "")]
    while let step = path.last {
      guard let children = Self.children(of: step.node), step.next < children.length,
        let child = children.data[Int(step.next)]?.assumingMemoryBound(to: GumboNode.self)
      else {
        path.removeLast()
        if step.node.pointee.type == GUMBO_NODE_ELEMENT {
          _ = visit(.end(name: step.name, source: endSource(of: step.node)))
        }
        continue
      }
      path[path.count - 1].next += 1
      switch child.pointee.type {
      case GUMBO_NODE_ELEMENT:
        let name = self.name(of: child)
        let isOpen = visit(
          .start(
            name: name, attributes: Self.attributes(of: child),
            source: range(child.pointee.v.element.original_tag)))
        if isOpen, path.count < Self.deepest { path.append(Step(node: child, next: 0, name: name)) }
      case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
        let text = child.pointee.v.text
        guard let start = text.text else { continue }
        start.withMemoryRebound(to: UInt8.self, capacity: 1) { bytes in
          var count = 0
          while bytes[count] != 0 { count += 1 }
          _ = visit(.text(UnsafeBufferPointer(start: bytes, count: count), source: range(text.original_text)))
        }
      default: continue
      }
    }
  }

  private static func children(of node: UnsafeMutablePointer<GumboNode>) -> GumboVector? {
    switch node.pointee.type {
    case GUMBO_NODE_DOCUMENT: node.pointee.v.document.children
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE: node.pointee.v.element.children
    default: nil
    }
  }

  private func name(of node: UnsafeMutablePointer<GumboNode>) -> String {
    let element = node.pointee.v.element
    if element.tag != GUMBO_TAG_UNKNOWN, let name = gumbo_normalized_tagname(element.tag) {
      return String(cString: name)
    }
    let tag = range(element.original_tag)
    let name = source[tag].dropFirst().prefix {
      ($0 | 32) &- 97 < 26 || $0 &- 48 < 10 || $0 == 0x3A || $0 == 0x2D
    }
    return String(decoding: name, as: UTF8.self).lowercased()
  }

  private static func attributes(of node: UnsafeMutablePointer<GumboNode>) -> [String: String] {
    let vector = node.pointee.v.element.attributes
    var result: [String: String] = [:]
    for index in 0..<Int(vector.length) {
      guard let each = vector.data[index]?.assumingMemoryBound(to: GumboAttribute.self),
        let name = each.pointee.name,
        let value = each.pointee.value
      else { continue }
      result[String(cString: name)] = String(cString: value)
    }
    return result
  }

  private func endSource(of node: UnsafeMutablePointer<GumboNode>) -> Range<Int> {
    let element = node.pointee.v.element
    return range(element.original_end_tag)
  }

  /// Where a piece of the source stands in it; an empty range where it is none.
  private func range(_ piece: GumboStringPiece) -> Range<Int> {
    guard let start = piece.data, let base = source.baseAddress else { return 0..<0 }
    let offset = UnsafeRawPointer(start) - UnsafeRawPointer(base)
    guard offset >= 0, offset <= source.count else { return 0..<0 }
    return offset..<min(source.count, offset + piece.length)
  }
}

/// Finds what in a plain text is no prose.
package struct LayoutFinder {
  private let bytes: [UInt8]

  package init(bytes: [UInt8]) { self.bytes = bytes }

  /// The stretches that are no running text; what is open is left out.
  package func layout() -> TextLayout { .unknown }
}

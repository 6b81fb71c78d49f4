/// A stretch of a document's text with what it is.
package struct TextStretch: Sendable, Hashable {
  /// Where it stands, in bytes of the document's UTF-8 text.
  package var range: Range<Int>
  package var kind: StretchKind
  /// Who speaks here where something other than the text itself says so, such as the sender of a mail; the text's labels go before.
  package var speaker: String?

  package init(range: Range<Int>, kind: StretchKind, speaker: String? = nil) {
    self.range = range
    self.kind = kind
    self.speaker = speaker
  }
}

internal import Digests

extension Extractor {
  /// The SHA-256 digest by which a document's bytes are known.
  package static func digest(of bytes: [UInt8]) -> [UInt8] { SHA256.digest(of: bytes) }
}

/// A revision of the Model Context Protocol.
enum ProtocolRevision: String, CaseIterable, Comparable {
  case november2024 = "2024-11-05"
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"
  case july2026 = "2026-07-28"

  /// The newest that a handshake can agree on: later ones have none, each request names its own.
  static let newestWithHandshake = november2025

  static func < (left: ProtocolRevision, right: ProtocolRevision) -> Bool { left.rawValue < right.rawValue }

  /// Whether every request names the revision, and every result its kind.
  var isStateless: Bool { self >= .july2026 }

  /// Whether a line may hold several messages.
  var hasBatches: Bool { self <= .march2025 }

  /// Whether tools tell what they do to the world.
  var hasAnnotations: Bool { self >= .march2025 }

  /// Whether tools have titles and schemas of what they return.
  var hasOutputSchemas: Bool { self >= .june2025 }
}

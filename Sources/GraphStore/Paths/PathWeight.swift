#if canImport(Glibc)
  import Glibc
#else
  import Musl
#endif

/// What a hop costs on a path weighted by confidence: the negative logarithm of its confidence, so that a path's sum is
/// that of the product.
///
/// Counted in whole parts of 2⁻³², because sums of whole numbers do not hang on their order.
enum PathWeight {
  private static let scale = 4_294_967_296.0

  /// The weight of an edge; nil where its confidence is 0, which no path crosses.
  static func of(confidence: Double) -> Int? {
    guard confidence > 0 else { return nil }
    return Int((-log(min(1, confidence)) * scale).rounded())
  }

  /// The product of the confidences that a sum stands for.
  static func confidence(_ weight: Int) -> Double { exp(-Double(weight) / scale) }
}

/// The hashes by which features find their weights: integers of 32 bits, the same on every machine.
enum FeatureHash {
  /// Where FNV-1a starts (Fowler, Noll and Vo; 32 bits).
  static let start: UInt32 = 0x811C_9DC5

  @inline(__always)
  static func add(_ byte: UInt8, to hash: inout UInt32) { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }

  @inline(__always)
  static func mix(_ hash: UInt32, _ value: UInt32) -> UInt32 {
    let mixed = (hash ^ value) &* 0x85EB_CA6B
    return mixed ^ mixed >> 15
  }
}

/// A sum of weights over hashed features.
struct FeatureSum {
  private let weights: UnsafeBufferPointer<Int8>
  private let count: UInt64
  private(set) var total = 0

  @inline(__always)
  init(_ weights: UnsafeBufferPointer<Int8>) {
    self.weights = weights
    count = UInt64(weights.count)
  }

  @inline(__always)
  private static func seed(_ template: UInt32) -> UInt32 { template &* 0x9E37_79B1 }

  @inline(__always)
  private mutating func add(hash: UInt32) {

    total += Int(weights[Int(truncatingIfNeeded: (UInt64(hash) &* count) >> 32)])

  }

  // Not variadic: an array for each of the features would be most of the work.

  /// Adds the weight of a value under a template.
  @inline(__always)
  mutating func add(_ template: UInt32, _ a: UInt32) { add(hash: FeatureHash.mix(Self.seed(template), a)) }

  /// Adds the weight of two values under a template.
  @inline(__always)
  mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32) {
    var hash = FeatureHash.mix(Self.seed(template), a)
    hash = FeatureHash.mix(hash, b)
    add(hash: hash)
  }

  /// Adds the weight of three values under a template.
  @inline(__always)
  mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32) {
    var hash = FeatureHash.mix(Self.seed(template), a)
    hash = FeatureHash.mix(hash, b)
    hash = FeatureHash.mix(hash, c)
    add(hash: hash)
  }

  /// Adds the weight of four values under a template.
  @inline(__always)
  mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32) {
    var hash = FeatureHash.mix(Self.seed(template), a)
    hash = FeatureHash.mix(hash, b)
    hash = FeatureHash.mix(hash, c)
    hash = FeatureHash.mix(hash, d)
    add(hash: hash)
  }

  /// Adds the weight of five values under a template.
  @inline(__always)
  mutating func add(_ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ e: UInt32) {
    var hash = FeatureHash.mix(Self.seed(template), a)
    hash = FeatureHash.mix(hash, b)
    hash = FeatureHash.mix(hash, c)
    hash = FeatureHash.mix(hash, d)
    hash = FeatureHash.mix(hash, e)
    add(hash: hash)
  }

  /// Adds the weight of six values under a template.
  @inline(__always)
  mutating func add(
    _ template: UInt32, _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: UInt32, _ e: UInt32, _ f: UInt32
  ) {
    var hash = FeatureHash.mix(Self.seed(template), a)
    hash = FeatureHash.mix(hash, b)
    hash = FeatureHash.mix(hash, c)
    hash = FeatureHash.mix(hash, d)
    hash = FeatureHash.mix(hash, e)
    hash = FeatureHash.mix(hash, f)
    add(hash: hash)
  }
}

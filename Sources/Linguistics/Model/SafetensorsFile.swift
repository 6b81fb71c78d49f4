internal import FoundationEssentials

/// A file of named tensors in the safetensors format, read in place.
///
/// Eight bytes give the length of a JSON header, little-endian; the header names type, shape and place of every tensor
/// (https://huggingface.co/docs/safetensors). The bytes must stay valid as long as the file is in use.
struct SafetensorsFile {
  /// The numbers of a tensor.
  enum ElementType: String {
    case float32 = "F32"
    case int8 = "I8"
    case uint8 = "U8"

    var size: Int { self == .float32 ? 4 : 1 }
  }

  /// A tensor in row-major order.
  struct Tensor {
    let name: String
    let type: ElementType
    let shape: [Int]
    let bytes: UnsafeRawBufferPointer

    var count: Int { shape.reduce(1, *) }
  }

  /// The strings of `__metadata__`.
  let metadata: [String: String]
  private let tensors: [String: Tensor]

  /// - Throws: `LinguisticsError.damagedModel` unless every tensor lies inside the bytes with the size of its shape.
  init(bytes: UnsafeRawBufferPointer) throws(LinguisticsError) {
    guard bytes.count >= 8 else { throw Self.damaged("it has \(bytes.count) bytes") }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= UInt64(bytes.count - 8) else { throw Self.damaged("its header is longer than the file") }
    let start = 8 + Int(length)
    let header = Data(bytes[8..<start])
    let entries: [String: Entry]
    do {
      entries = try JSONDecoder().decode([String: Entry].self, from: header)
    } catch {
      throw Self.damaged("its header is no JSON", cause: error)
    }
    var found: [String: Tensor] = [:]
    for (name, entry) in entries where name != "__metadata__" {
      guard let type = entry.dtype.flatMap(ElementType.init), let shape = entry.shape,
        let offsets = entry.data_offsets, offsets.count == 2, offsets[0] >= 0, offsets[1] >= offsets[0],
        offsets[1] <= bytes.count - start, shape.allSatisfy({ $0 >= 0 && $0 < 1 << 24 }), shape.count <= 3,
        Self.size(of: shape, type) == offsets[1] - offsets[0]
      else { throw Self.damaged("the tensor \(name) does not fit") }
      let range = UnsafeRawBufferPointer(rebasing: bytes[start + offsets[0]..<start + offsets[1]])
      found[name] = Tensor(name: name, type: type, shape: shape, bytes: range)
    }
    tensors = found
    metadata = entries["__metadata__"]?.strings ?? [:]
  }

  /// How many bytes a tensor has, or nil for more than can be counted.
  private static func size(of shape: [Int], _ type: ElementType) -> Int? {
    var size = type.size
    for dimension in shape {
      let (product, overflows) = size.multipliedReportingOverflow(by: dimension)
      if overflows { return nil }
      size = product
    }
    return size
  }

  /// The tensor of that name.
  ///
  /// - Throws: `LinguisticsError.damagedModel` where there is none of this type.
  func tensor(_ name: String, _ type: ElementType? = nil) throws(LinguisticsError) -> Tensor {
    guard let tensor = tensors[name], type == nil || tensor.type == type else {
      throw Self.damaged("the tensor \(name) is missing")
    }
    return tensor
  }

  /// Whether there is a tensor of that name.
  func holds(_ name: String) -> Bool { tensors[name] != nil }

  /// The floats of a tensor.
  ///
  /// - Throws: `LinguisticsError.damagedModel` where it is missing, has another size, or holds what is no number: of such weights come
  ///   scores that no tree and no label can be chosen by.
  func floats(_ name: String, count: Int? = nil) throws(LinguisticsError) -> [Float] {
    let tensor = try tensor(name, .float32)
    guard count == nil || count == tensor.count else { throw Self.damaged("\(name) has a wrong size") }
    let values = (0..<tensor.count).map { index in
      Float(
        bitPattern: UInt32(
          littleEndian: tensor.bytes.loadUnaligned(fromByteOffset: 4 * index, as: UInt32.self)))
    }
    guard values.allSatisfy({ abs($0) <= Self.greatestWeight }) else {
      throw Self.damaged("\(name) holds values that are no weights")
    }
    return values
  }

  /// Beyond any weight of a trained model, and so small that its products stay finite.
  private static let greatestWeight: Float = 1e6

  /// The lines of a text tensor.
  func lines(_ name: String) throws(LinguisticsError) -> [String] {
    let bytes = try tensor(name, .uint8).bytes
    return bytes.split(separator: 10, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  static func damaged(_ what: String, cause: (any Error)? = nil) -> LinguisticsError {
    LinguisticsError(
      .damagedModel,
      "the reading model is damaged: \(what); install kg again, or name a model that is whole",
      cause: cause)
  }

  /// An entry of the header: a tensor's, or the metadata.
  private struct Entry: Decodable {
    var dtype: String?
    var shape: [Int]?
    // swift-format-ignore: AlwaysUseLowerCamelCase
    var data_offsets: [Int]?
    var strings: [String: String]?

    private enum Key: String, CodingKey {
      case dtype, shape
      // swift-format-ignore: AlwaysUseLowerCamelCase
      case data_offsets
    }

    init(from decoder: any Decoder) throws {
      if let strings = try? decoder.singleValueContainer().decode([String: String].self) {
        self.strings = strings
        return
      }
      let container = try decoder.container(keyedBy: Key.self)
      dtype = try container.decodeIfPresent(String.self, forKey: .dtype)
      shape = try container.decodeIfPresent([Int].self, forKey: .shape)
      data_offsets = try container.decodeIfPresent([Int].self, forKey: .data_offsets)
    }
  }
}

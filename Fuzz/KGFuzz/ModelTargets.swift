@testable internal import Linguistics

/// A file of tensors.
struct SafetensorsTarget: FuzzTarget {
  func read(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { bytes in
      let file = try SafetensorsFile(bytes: bytes)
      for name in ["a", "b", "labels.upos"] where file.holds(name) {
        _ = try? file.floats(name)
        _ = try? file.lines(name)
      }
      _ = ReadingModel.Description(metadata: file.metadata, title: "Fuzzed").lines
      _ = try RelationHead(file, labels: ModelLabels(file))
    }
  }
}

/// The reading model with bytes of it changed, and a sentence read with it where it is still taken for a model.
final class ModelTarget: FuzzTarget {
  private let file: EditedFile
  private let segmentation: Segmentation

  init() throws {
    file = EditedFile(try ReadingModel.embeddedBytes())
    segmentation = try Segmenter().segment(DocumentText(Array("Anna Berg met him in Oslo.".utf8)))
  }

  func read(_ bytes: [UInt8]) throws {
    try file.withEdits(bytes) { bytes in
      let model = try ReadingModel(bytes: bytes)
      _ = model.description.lines
      let analysis = DocumentAnalyser(model: model).analyse(segmentation)
      try promise(analysis.words.count == segmentation.tokens.count, "words are missing")
      _ = analysis.wordAnalyses()
    }
  }
}

/// The head of relations with bytes of it changed.
final class RelationModelTarget: FuzzTarget {
  private let file: EditedFile
  private let model: ReadingModel
  private let segmentation: Segmentation

  init() throws {
    file = EditedFile(try RelationHead.embeddedBytes())
    model = try ReadingModel.embedded()
    segmentation = try Segmenter().segment(DocumentText(Array("Anna Berg met him in Oslo.".utf8)))
  }

  func read(_ bytes: [UInt8]) throws {
    try file.withEdits(bytes) { bytes in
      let head = try RelationHead(SafetensorsFile(bytes: bytes), labels: model.labels)
      let changed = model.with(relations: head)
      _ = changed.description.lines
      _ = DocumentAnalyser(model: changed).analyse(segmentation)
    }
  }
}

/// A file of tensors that an input changes in places: mostly in its header and its small tensors, where most of the meaning is.
private final class EditedFile {
  private let bytes: UnsafeMutableRawBufferPointer
  private let headerLength: Int

  init(_ original: UnsafeRawBufferPointer) {
    bytes = .allocate(byteCount: original.count, alignment: 64)
    bytes.copyMemory(from: original)
    headerLength = 8 + Int(UInt64(littleEndian: original.loadUnaligned(as: UInt64.self)))
  }

  deinit { bytes.deallocate() }

  /// Changes what the input says, and makes it right again after `body`.
  func withEdits(_ input: [UInt8], _ body: (UnsafeRawBufferPointer) throws -> Void) rethrows {
    var undo: [(place: Int, byte: UInt8)] = []
    defer { for (place, byte) in undo.reversed() { bytes[place] = byte } }
    var numbers = FuzzedNumbers(input)
    var length = bytes.count
    while !numbers.isAtEnd, undo.count < 64 {
      let kind = numbers.byte()
      if kind == 255 {
        length = numbers.number(below: bytes.count)
        continue
      }
      let place =
        kind < 128
        ? numbers.number(below: headerLength)
        : kind < 192
          ? digit(from: numbers.number(below: headerLength))
          : numbers.number(below: bytes.count)
      undo.append((place, bytes[place]))
      let byte = numbers.byte()
      bytes[place] = (128..<192).contains(kind) ? 0x30 + byte % 10 : byte
    }
    try body(UnsafeRawBufferPointer(rebasing: bytes[..<length]))
  }

  /// The next digit of the header, so that a change leaves it JSON.
  private func digit(from place: Int) -> Int {
    for next in place..<headerLength where (0x30...0x39).contains(bytes[next]) { return next }
    return place
  }
}

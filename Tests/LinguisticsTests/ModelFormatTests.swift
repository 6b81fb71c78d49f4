import Foundation
import Testing

@testable import Linguistics

/// What the header of a model says of the windows it was trained on.
@Suite struct ModelFormatTests {
  /// The embedded model with another start of its metadata, which comes first in the header.
  private func model(format: String, window: String?) throws -> ReadingModel {
    let bytes = try ReadingModel.embeddedBytes()
    let length = Int(UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)))
    var header = String(decoding: bytes[8..<8 + length], as: UTF8.self)
    let own = try #require(
      header.range(of: #""format":"\#(try SafetensorsFile(bytes: bytes).metadata["format"] ?? "")""#))
    header.replaceSubrange(own, with: #""format":"\#(format)""#)
    if let old = header.range(of: #","window":"192""#) { header.removeSubrange(old) }
    if let old = header.range(of: #""window":"192","#) { header.removeSubrange(old) }
    if let window, let at = header.range(of: #""format""#) {
      header.insert(contentsOf: #""window":"\#(window)","#, at: at.lowerBound)
    }
    while !header.utf8.count.isMultiple(of: 8) { header += " " }
    var file = (0..<8).map { UInt8(truncatingIfNeeded: UInt64(header.utf8.count) >> (8 * UInt64($0))) }
    file += header.utf8
    file += bytes[(8 + length)...]
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: file.count, alignment: 64)
    defer { copy.deallocate() }
    copy.copyBytes(from: file)
    return try ReadingModel(bytes: UnsafeRawBufferPointer(copy))
  }

  @Test func aModelOfFormatOneReadsSentencesAlone() throws {
    #expect(try model(format: "1", window: nil).windowPieces == 0)
  }

  @Test func aModelOfFormatTwoSaysHowLargeItsWindowsAre() throws {
    #expect(try model(format: "2", window: "128").windowPieces == 128)
  }

  @Test(arguments: [("2", nil), ("2", "many"), ("2", "-1"), ("2", "201"), ("3", "128"), ("", nil)])
  func anythingElseIsSaid(format: String, window: String?) throws {
    let error = #expect(throws: LinguisticsError.self) { try model(format: format, window: window) }
    #expect(error?.code == .damagedModel)
  }
}

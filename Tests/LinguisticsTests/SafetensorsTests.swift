import TestSupport
import Testing

@testable import Linguistics

@Suite struct SafetensorsTests {
  private func file(_ header: String, _ data: [UInt8] = []) -> [UInt8] {
    let length = UInt64(header.utf8.count)
    return (0..<8).map { UInt8(truncatingIfNeeded: length >> (8 * $0)) } + header.utf8 + data
  }

  private func read(_ bytes: [UInt8]) throws -> [Float] {
    try bytes.withUnsafeBytes { try SafetensorsFile(bytes: $0).floats("a") }
  }

  @Test func floatsAreReadWhereTheHeaderSaysTheyAre() throws {
    let bytes = file(
      #"{"__metadata__":{"format":"1"},"a":{"dtype":"F32","shape":[2],"data_offsets":[1,9]}}"#,
      [9, 0, 0, 128, 63, 0, 0, 0, 192])
    #expect(try read(bytes) == [1, -2])
  }

  @Test(arguments: [
    "", "{", "[]", #"{"a":1}"#, #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[4,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4000]}}"#,
    #"{"a":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}"#,
    #"{"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[9223372036854775807],"data_offsets":[0,4]}}"#, #"{"b":{}}"#, "{}",
    #"{"a":{"dtype":"F32","shape":[16777215,16777215,16777215],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"I8","shape":[8388608,16777214,16777214],"data_offsets":[0,8]}}"#,
  ])
  func aBadHeaderIsSaid(header: String) {
    let error = #expect(throws: LinguisticsError.self) { try read(file(header, [0, 0, 0, 0, 0, 0, 0, 0])) }
    #expect(error?.code == .damagedModel)
    #expect(error?.message.contains("install kg again") == true)
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity, .signalingNaN, 3e38, -1e7])
  func aWeightThatIsNoWeightIsRefused(value: Float) {
    let bytes = file(
      #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}"#,
      [0, 0, 128, 63] + (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> (8 * $0)) })
    let error = #expect(throws: LinguisticsError.self) { try read(bytes) }
    #expect(error?.message.contains("no weights") == true)
  }

  @Test func aCutFileIsSaid() {
    let bytes = file(#"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#, [0, 0, 128, 63])
    for length in 0..<bytes.count {
      #expect(throws: LinguisticsError.self) { try read(Array(bytes.prefix(length))) }
    }
  }

  @Test(arguments: [
    ("71.46", "71.5"), ("0", "0.0"), ("-0.5", "-0.5"), ("-12.34", "-12.3"), ("1e18", "1e+18"),
    ("1e300", "1e+300"), ("1.7e308", "1.7e+308"), ("-1e19", "-1e+19"),
  ])
  func scoresOfAnySizeAreShown(written: String, shown: String) {
    let description = ReadingModel.Description(
      metadata: ["scores": #"{"a":{"b":\#(written)}}"#], title: "Model")
    #expect(description.lines.last == "  a: b \(shown)")
  }

  @Test func aModelWithADamagedHeaderIsRefusedAndNeverTraps() throws {
    let model = try ReadingModel.embeddedBytes()
    let length = Int(UInt64(littleEndian: model.loadUnaligned(as: UInt64.self)))
    var random = SplitMix64(seed: 2)
    // Damage to the header alone: the tensors are numbers, of which any is as good as another.
    for _ in 0..<12 {
      var bytes = Array(model)
      for _ in 0..<20 {
        bytes[Int.random(in: 0..<8 + length, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      #expect(throws: LinguisticsError.self) { _ = try bytes.withUnsafeBytes { try ReadingModel(bytes: $0) } }
    }
  }
}

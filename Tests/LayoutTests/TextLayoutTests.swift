import Testing

@testable import Layout

@Suite struct TextLayoutTests {
  @Test func aLayoutFindsTheStretchOfEachByte() {
    let layout = TextLayout([
      TextStretch(range: 10..<20, kind: .table), TextStretch(range: 0..<4, kind: .heading),
    ])
    #expect(layout.stretch(at: 0)?.kind == .heading)
    #expect(layout.stretch(at: 3)?.kind == .heading)
    #expect(layout.stretch(at: 4) == nil)
    #expect(layout.stretch(at: 19)?.kind == .table)
    #expect(layout.stretch(at: 20) == nil)
    #expect(layout.stretch(at: -1) == nil)
  }

  @Test func overlappingStretchesAreCut() {
    let layout = TextLayout([
      TextStretch(range: 0..<10, kind: .body), TextStretch(range: 5..<15, kind: .footer),
      TextStretch(range: 6..<8, kind: .table), TextStretch(range: 3..<3, kind: .list),
    ])
    #expect(layout.stretches.map(\.range) == [0..<10, 10..<15])
  }

  @Test func aLayoutKeepsItsOwnWordBesideAnother() {
    let own = TextLayout([TextStretch(range: 5..<10, kind: .signature)])
    let found = TextLayout([
      TextStretch(range: 0..<20, kind: .metadata), TextStretch(range: 30..<31, kind: .table),
    ])
    let both = own.completed(by: found)
    #expect(both.stretches.map(\.range) == [0..<5, 5..<10, 10..<20, 30..<31])
    #expect(both.stretches.map(\.kind) == [.metadata, .signature, .metadata, .table])
    #expect(TextLayout.unknown.completed(by: found) == found)
    #expect(own.completed(by: .unknown) == own)
  }

  @Test(arguments: 0..<200) func completingNeverOverlapsAndCoversBoth(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    func layout() -> TextLayout {
      TextLayout(
        (0..<next(6)).map { _ in
          let start = next(40)
          return TextStretch(range: start..<start + next(12), kind: StretchKind.allCases[next(13)])
        })
    }
    let (own, other) = (layout(), layout())
    let both = own.completed(by: other)
    for offset in 0..<60 {
      let expected = own.stretch(at: offset)?.kind ?? other.stretch(at: offset)?.kind
      #expect(both.stretch(at: offset)?.kind == expected)
    }
  }
}

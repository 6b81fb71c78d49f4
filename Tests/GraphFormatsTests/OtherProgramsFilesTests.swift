import Claims
import TestSupport
import Testing

@testable import GraphFormats
@testable import GraphStore

/// Graph files as other programs write them: other columns, other separators, other encodings, XML.
@Suite struct OtherProgramsFilesTests {
  private let folder: TemporaryFolder
  private let graph: Graph

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("a.db"), access: .create)
  }

  private struct Outcome {
    var rejected: [BadRow] = []
    var trimmed = 0
  }

  @discardableResult
  private func load(
    _ bytes: [UInt8], as name: String = "e.csv", _ options: GraphFileImport.Options = .init(),
    skipsBad: Bool = false
  ) throws -> Outcome {
    var outcome = Outcome()
    try GraphFileImport(
      options: options, rejects: skipsBad ? { _, row in outcome.rejected.append(row) } : nil,
      progress: { _, _, _ in }
    ).run([try folder.write(bytes, to: name)], into: graph) { outcome.trimmed += $0.trimmed }
    return outcome
  }

  private func columns(_ text: String) throws -> GraphFileImport.Options {
    var options = GraphFileImport.Options()
    try options.columns.add(text)
    return options
  }

  /// The rows of the graph as `line: subject relation object name=value…`.
  private func rows() throws -> [String] {
    var result: [String] = []
    try graph.forEachClaim(in: ExcerptQuery()) { claim in
      let qualifiers = (claim.row?.qualifiers ?? []).map { " \($0.name)=\($0.value)" }.joined()
      result.append(
        "\(claim.row?.line ?? 0): \(claim.subject.name) \(claim.relation) \(claim.object.name)\(qualifiers)")
    }
    return result
  }

  @Test func aUserSaysWhichColumnIsWhich() throws {
    try load(
      Array("Source,Target,Type,Id,Label,Weight\nAda,Babbage,Directed,0,knows,2.5\n".utf8),
      try columns("subject=source, object=Target,relation=Label"))
    #expect(try rows() == ["2: Ada knows Babbage Id=0 Type=Directed Weight=2.5"])
  }

  @Test func aTableWithoutAHeadingIsReadByNumbers() throws {
    var options = try columns("subject=1,object=3")
    options.hasHeading = false
    options.relation = "tie"
    options.separator = UInt8(ascii: " ")
    try load(Array("a 1 b\nc 2 d\n".utf8), options)
    #expect(try rows() == ["1: a tie b column 2=1", "2: c tie d column 2=2"])
  }

  @Test func theHeadingsOfNeo4jAndEdgeListsAreUnderstood() throws {
    try load(Array(":START_ID,:END_ID,:TYPE,since:int\na,b,KNOWS,2001\n".utf8), as: "n.csv")
    try load(Array("source,target,relation,weight\nc,d,likes,3\n".utf8), as: "p.csv")
    // Beside the columns of its own, source is what a row names as its source.
    try load(Array("subject,relation,object,source\ne,r,f,atlas\n".utf8), as: "s.csv")
    #expect(
      try rows() == ["2: a KNOWS b since:int=2001", "2: c likes d weight=3", "2: e r f source=atlas"])
  }

  @Test(arguments: [
    "subject=source,relation=kind,object=target", "subject=9,relation=x,object=y",
    "subject=x,object=x,relation=y",
    "subject", "subjekt=x", "subject=", "subject=a,subject=b",
  ])
  func columnsThatCannotBeAreRefused(text: String) throws {
    let error = try #require(throws: GraphFileError.self) {
      try load(Array("x,y\n1,2\n".utf8), try columns(text))
    }
    #expect(error.code == .unknownColumns && !error.message.contains("--"))
    #expect(try graph.documents().isEmpty)
  }

  @Test func semicolonsAreSeenAndCommasInsideQuotesAreNot() throws {
    try load(Array("subject;relation;object;\"a, b, c, d\"\nA,1;r;B;x\n".utf8))
    #expect(try rows() == ["2: A,1 r B a, b, c, d=x"])
  }

  @Test func aQuotationMarkBeforeTheLastLetterIsNoDamage() throws {
    try load(Array("subject,relation,object\n\"a \"\"é\",r,\"\"\"漢\"\nB,r,C\n".utf8))
    #expect(try rows() == ["2: a \"é r \"漢", "3: B r C"])
  }

  @Test func signsTellNamesApartAndBlanksDoNot() throws {
    let outcome = try load(
      Array("subject,relation,object\n-5,r,5\nA-,r,A\n 5 ,r,\"A \"\n5,r,A\n".utf8))
    #expect(try rows() == ["2: -5 r 5", "3: A- r A", "4: 5 r A"])
    #expect(outcome.trimmed == 2)
    #expect(try graph.statistics().entities == 4)
  }

  private static let table = "subject,relation,object\nŁódź,lies in,漢字 👩‍👩‍👧\nA,r,B\n"

  private static func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ([0xFEFF] + Array(text.utf16)).flatMap { unit in
      bigEndian ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
  }

  @Test(arguments: [false, true]) func utf16IsRead(bigEndian: Bool) throws {
    try load(Self.utf16(Self.table, bigEndian: bigEndian))
    #expect(try rows() == ["2: Łódź lies in 漢字 👩‍👩‍👧", "3: A r B"])
    let half =
      Self.utf16(Self.table, bigEndian: bigEndian) + (bigEndian ? [0xD8, 0x3D] : [0x3D, 0xD8]) + [0]
    let outcome = try load(half, as: "half.csv", skipsBad: true)
    #expect(outcome.rejected.map(\.line) == [4])
  }

  /// A gzip file with stored blocks (RFC 1951, 1952), which says nothing of how well it packs.
  private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var crc: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      crc ^= UInt32(byte)
      for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
    }
    func little(_ number: UInt32, _ count: Int) -> [UInt8] {
      (0..<count).map { UInt8(truncatingIfNeeded: number >> UInt32(8 * $0)) }
    }
    let length = UInt32(bytes.count)
    return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + little(length, 2) + little(~length, 2) + bytes
      + little(~crc, 4) + little(length, 4)
  }

  @Test func gzipIsUnpackedWhateverIsInside() throws {
    try load(Self.gzip(Array(Self.table.utf8)), as: "a.csv.gz")
    let want = ["2: Łódź lies in 漢字 👩‍👩‍👧", "3: A r B"]
    #expect(try rows() == want)
    // Two members one after the other, UTF-16, padding.
    let bytes = Self.utf16(Self.table, bigEndian: false)
    let members = Self.gzip(Array(bytes[..<31])) + Self.gzip(Array(bytes[31...])) + [0, 0, 0]
    try load(members, as: "b.csv.gz")
    #expect(try rows() == want + want)
    let cut = try #require(throws: GraphFileError.self) {
      try load(Array(Self.gzip(Array(Self.table.utf8)).dropLast(12)), as: "c.csv.gz")
    }
    #expect(cut.message.contains("c.csv.gz") && cut.message.contains("too early"))
  }

  @Test func graphMLOfNetworkxAndOfYEdIsRead() throws {
    try load(
      Array(
        """
        <?xml version='1.0' encoding='utf-8'?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
          <key id="d1" for="edge" attr.name="weight" attr.type="long"><default>7</default></key>
          <key id="d0" for="edge" attr.name="relation" attr.type="string" />
          <graph edgedefault="undirected"><node id="Ada" /><node id=" B&amp;b " /><node id="Alone"/>
            <edge source="Ada" target=" B&amp;b "><data key="d0">knows</data></edge><edge source="Ada" target="Ada"><data key="d0">is</data><data key="d1">2</data></edge>
          </graph></graphml>
        """.utf8), as: "n.graphml")
    #expect(
      try rows() == [
        "6: Ada knows B&b directed=false weight=7", "7: Ada is Ada directed=false weight=2",
      ])
    #expect(try graph.statistics().entities == 3)
    try load(
      Array(
        """
        <graphml xmlns:y="http://www.yworks.com/xml/graphml"><key for="node" id="d6" yfiles.type="nodegraphics"/>
        <key for="edge" id="d9" yfiles.type="edgegraphics"/><graph edgedefault="directed">
        <node id="n0"><data key="d6"><y:ShapeNode><y:Fill color="#1"/><y:NodeLabel>Carl<y:Model/></y:NodeLabel></y:ShapeNode></data>
        <graph id="g"><node id="n1"><data key="d6"><y:ShapeNode><y:NodeLabel>Carl</y:NodeLabel></y:ShapeNode></data></node></graph></node>
        <edge source="n0" target="n1"><data key="d9"><y:Line><y:EdgeLabel>pays</y:EdgeLabel></y:Line></data></edge></graph></graphml>
        """.utf8), as: "y.graphml")
    #expect(try rows().last == "5: Carl pays Carl")
    // Two nodes of one label are two things.
    #expect(try graph.statistics().entities == 5)
  }

  @Test func gexfOfGephiIsRead() throws {
    try load(
      Array(
        """
        <gexf xmlns="http://gexf.net/1.2draft" version="1.2"><graph defaultedgetype="directed" mode="dynamic">
        <attributes class="node"><attribute id="0" title="type" type="string"/></attributes>
        <attributes class="edge"><attribute id="0" title="note" type="string"><default>none</default></attribute></attributes>
        <nodes><node id="1" label="Ada"><attvalues><attvalue for="0" value="person"/></attvalues></node><node id="2" label="Oslo"/></nodes>
        <edges><edge id="0" source="1" target="2" label="visited" weight="2.0"><spells><spell start="1999-01-01" end="1999-02-01"/><spell start="2001-01-01"/></spells></edge>
        <edge id="1" source="1" target="2" kind="likes" type="undirected"><attvalues><attvalue for="0" value="x"/></attvalues></edge></edges></graph></gexf>
        """.utf8), as: "g.gexf")
    #expect(
      try rows() == [
        "5: Ada visited Oslo note=none time=1999-01-01/1999-02-01 time=2001-01-01/.. weight=2.0",
        "6: Ada likes Oslo directed=false note=x",
      ])
    var types: Set<String> = []
    try graph.forEachEdge(ExcerptQuery()) { types.formUnion([$0.subject.type, $0.object.type]) }
    #expect(types == ["person", "thing"])
  }

  @Test func edgesThatCannotBeTakenAreToldByTheirLines() throws {
    let bytes = Array(
      """
      <graphml><graph edgedefault="directed">
      <node id="a"/><node id="b"/>
      <node/>
      <edge source="a" target="z"/>
      <edge source="a"/>
      <edge source="a" target="b"/>
      <hyperedge/>
      <edge source="a" target="b"><data key="label">r</data><data key="confidence">7</data></edge>
      <edge source="a" target="b"><data key="label">r</data></edge></graph></graphml>
      """.utf8)
    #expect(throws: GraphFileError.self) { try load(bytes, as: "b.graphml") }
    let outcome = try load(bytes, as: "b.graphml", skipsBad: true)
    #expect(outcome.rejected.map(\.line) == [3, 4, 5, 6, 7, 8])
    #expect(outcome.rejected.allSatisfy { !$0.reason.isEmpty && !$0.reason.contains("--") })
    #expect(try rows() == ["9: a r b"])
  }

  @Test(arguments: [
    "<graphml><graph><node id=\"a\"/>", "<graphml></gexf>", "<graphml>&x;</graphml>",
    "<!DOCTYPE x [<!ENTITY a \"b\">]><graphml>&a;</graphml>",
    "<graphml>" + String(repeating: "<x>", count: 1500),
  ])
  func damagedXMLIsAnErrorWithItsLine(text: String) throws {
    let error = try #require(throws: GraphFileError.self) { try load(Array(text.utf8), as: "d.graphml") }
    #expect(error.code == .badData && error.message.contains("d.graphml, line 1: "))
  }

  @Test func anyBytesAreReadOrRefused() throws {
    var random = SplitMix64(seed: 21)
    let start = [
      "<graphml>", "<gexf>", "<node id=\"a\">", "<edge source=\"a\" target=\"a\">", "<data key=\"label\">",
      "</data>",
      "</edge>", "</node>", "<default>", "<spell start=\"1\"/>", "<key id=\"k\" for=\"edge\">", "x",
      "</graphml>",
    ]
    for index in 0..<200 {
      var text = "<graphml>"
      for _ in 0..<Int.random(in: 0...12, using: &random) {
        text += random.chance(5) ? random.hostileText(upTo: 3) : random.pick(start)
      }
      do {
        try load(Array(text.utf8), as: "\(index).graphml", skipsBad: true)
      } catch let error as GraphFileError {
        #expect(!error.message.isEmpty)
      }
    }
    #expect(try graph.check() == [])
  }
}

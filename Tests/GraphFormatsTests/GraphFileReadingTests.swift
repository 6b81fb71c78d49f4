import Claims
import TestSupport
import Testing

@testable import GraphFormats
@testable import GraphStore

/// What the rows of graph files become, and which rows are refused.
@Suite struct GraphFileReadingTests {
  private let folder: TemporaryFolder
  private let graph: Graph

  init() throws {
    folder = try TemporaryFolder()
    graph = try Graph(path: folder.file("a.db"), access: .create)
  }

  @discardableResult
  private func load(
    _ text: String, as name: String = "e.tsv", _ options: GraphFileImport.Options = .init(),
    skipsBad: Bool = false
  ) throws -> [BadRow] {
    try load(Array(text.utf8), as: name, options, skipsBad: skipsBad)
  }

  private func load(
    _ bytes: [UInt8], as name: String = "e.tsv", _ options: GraphFileImport.Options = .init(),
    skipsBad: Bool = false
  ) throws -> [BadRow] {
    let path = try folder.write(bytes, to: name)
    var rejected: [BadRow] = []
    try GraphFileImport(
      options: options, rejects: skipsBad ? { _, row in rejected.append(row) } : nil, progress: { _, _, _ in }
    ).run([path], into: graph) { _ in }
    return rejected
  }

  /// The rows of the graph as `line: subject relation object`.
  private func rows() throws -> [String] {
    var result: [String] = []
    try graph.forEachClaim(in: ExcerptQuery()) { claim in
      result.append(
        "\(claim.row?.line ?? 0): \(claim.subject.name) \(claim.relation) \(claim.object.name)"
          + (claim.confidence == 1 ? "" : " \(claim.confidence)"))
    }
    return result
  }

  @Test func tableOfEdgesIsReadByItsHeading() throws {
    try load(
      "Confidence\tobject\trelation\tsubject\tsubject_type\tsource\n0.5\tDoha\tlies in\tQatar\tplace\tatlas\n\tB\tr\tA\t\t\n"
    )
    #expect(try rows() == ["2: Qatar lies in Doha 0.5", "3: A r B"])
    let claims = try graph.claims(involving: graph.entity("qatar"))
    #expect(claims.first?.row?.qualifiers == [.init(name: "source", value: "atlas")])
    #expect(claims.first?.subject.type.rawValue == "place" && claims.first?.object.type.rawValue == "thing")
  }

  @Test func quotedFieldsMayHoldSeparatorsQuotesAndLineBreaks() throws {
    try load(
      "subject,relation,object\r\n\"a,b\",r,\"say \"\"hi\"\"\"\r\n\"line\nbreak\",r,\"tab\there\"\r\n5\" disk,r,\"\"\"\"\r\nlast,r,z",
      as: "e.csv")
    #expect(
      try rows() == [
        "2: a,b r say \"hi\"", "3: line\nbreak r tab\there", "5: 5\" disk r \"", "6: last r z",
      ])
  }

  @Test func byteOrderMarkAndEmptyLinesDoNotCount() throws {
    try load("\u{FEFF}subject\trelation\tobject\n\n\nA\tr\tB\n\n")
    #expect(try rows() == ["4: A r B"])
  }

  @Test func headingAloneIsAnEmptyGraph() throws {
    try load("subject\trelation\tobject\n")
    #expect(try rows().isEmpty)
    #expect(try graph.documents().map(\.rows) == [0])
  }

  @Test func rowsAcrossAnyBoundaryOfTheWindowAreReadWhole() throws {
    // Fields of growing length put every kind of byte at the end of a window of a megabyte.
    var text = "subject,relation,object\n"
    var want: [String] = []
    for index in 0..<3_000 {
      let name = "n\(index)." + String(repeating: index % 3 == 0 ? "\"\"" : "x", count: index % 701)
      text += "\"\(name)\",r,o\r\n"
      want.append("\(index + 2): \(name.replacing("\"\"", with: "\"")) r o")
    }
    #expect(text.utf8.count > 1 << 20)
    try load(text, as: "e.csv")
    #expect(try rows() == want)
  }

  @Test(arguments: [
    ("A\tr", 3, "2 columns"), ("A\tr\tB\tC", 3, "4 columns"), ("A\t\tB", 3, "relation is empty"),
    (" \tr\tB", 3, "subject is empty"), ("A\tr\t\u{20}", 3, "object is empty"),
    ("A\t\"r\" x\tB", 3, "closing quotation"),
    ("A\tr\t\"B", 3, "inside a quoted field"), ("A\tr\0\tB", 3, "NUL byte at byte 4"),
  ])
  func badRowIsNamedAndNothingIsStored(row: String, line: Int, words: String) throws {
    try load("subject\trelation\tobject\nold\tr\told\n", as: "old.tsv")
    let text = "subject\trelation\tobject\nA\tr\tB\n\(row)\n"
    let error = try #require(throws: GraphFileError.self) { try load(text) }
    #expect(error.code == .badRow)
    #expect(
      error.message.contains("e.tsv, line \(line): ") && error.message.contains(words), "\(error.message)")
    #expect(!error.message.contains("\n"))
    #expect(try rows() == ["2: old r old"])
    try graph.expectSound()
    #expect(try load(text, skipsBad: true).map(\.line) == [line])
    #expect(try rows() == ["2: A r B", "2: old r old"])
  }

  @Test func invalidUTF8IsNamedByItsPlace() throws {
    let heading = Array("subject\trelation\tobject\n".utf8)
    for (bytes, place) in [([0x41, 0xFF], 2), ([0xC3], 1), ([0xED, 0xA0, 0x80], 1), ([0xC0, 0xAF], 1)]
      as [([UInt8], Int)]
    {
      let error = try #require(throws: GraphFileError.self) {
        try load(heading + bytes + Array("\tr\tB\n".utf8))
      }
      #expect(error.message.contains("line 2: not UTF-8 at byte \(place)"), "\(error.message)")
    }
    #expect(try rows().isEmpty)
  }

  @Test func fieldOfTenMegabytesIsRefusedByItsLength() throws {
    let long = String(repeating: "a", count: 10 << 20)
    let rejected = try load("subject\trelation\tobject\n\(long)\tr\tB\nA\tr\tB\n", skipsBad: true)
    #expect(rejected.map(\.reason) == ["a field of 10485760 bytes; at most 1048576 are taken"])
    #expect(try rows() == ["3: A r B"])
  }

  @Test func fileThatEndsInsideARowIsNamed() throws {
    #expect(throws: GraphFileError.self) { try load("subject\trelation\tobject\nA\tr\tB\nA\tr") }
    #expect(try load("subject\trelation\tobject\nA\tr\tB\nA\t\"r", skipsBad: true).map(\.line) == [3])
    #expect(try rows() == ["2: A r B"])
  }

  @Test func openQuotationMarkCostsOneLineOnly() throws {
    let rejected = try load("subject\trelation\tobject\nA\tr\tB\n\"C\tr\tD\nE\tr\tF\n", skipsBad: true)
    #expect(rejected.map { String(decoding: $0.bytes, as: UTF8.self) } == ["\"C\tr\tD"])
    #expect(try rows() == ["2: A r B", "4: E r F"])
  }

  @Test(arguments: [
    ("", GraphFileError.Code.badData), ("a b c\n", .unknownFormat),
    ("subject\tobject\nA\tB\n", .unknownColumns),
    ("subject,subject,relation,object\n", .unknownColumns), ("x\ty\n", .unknownColumns),
  ])
  func whatIsNoGraphFileIsRefused(text: String, code: GraphFileError.Code) throws {
    let error = try #require(throws: GraphFileError.self) { try load(text) }
    #expect(error.code == code && error.message.contains("e.tsv"))
    #expect(try graph.documents().isEmpty)
  }

  @Test(arguments: ["-1", "1.01", "nan", "x", "1,0"]) func confidenceOutsideItsRangeIsRefused(text: String)
    throws
  {
    let error = try #require(throws: GraphFileError.self) {
      try load("subject\trelation\tobject\tconfidence\nA\tr\tB\t\(text)\n")
    }
    #expect(error.message.contains("line 2: the confidence is “\(text)”"))
  }

  @Test func loopsAndRelationsOfOnesOwnAreKeptAndRepeatedRowsCountOnce() throws {
    try load(
      "subject\trelation\tobject\tsource\nA\tmy own\tA\t\nA\tr\tB\t\nA\tr\tB\t\nA\tr\tB\tx\nA\tr\tB\tx\n")
    #expect(try rows() == ["2: A my own A", "3: A r B", "5: A r B"])
    #expect(try graph.documents().map(\.rows) == [3])
    #expect(try graph.check().isEmpty)
  }

  @Test func namesThatFoldAlikeAreOneEntityAndIdentifiersKeepApart() throws {
    try load("subject\trelation\tobject\nTâliban\tr\tKabul\ntaliban\ts\tKABUL\n")
    #expect(try graph.statistics().entities == 2)
    var options = GraphFileImport.Options()
    options.entityFiles = [
      try folder.write(
        Array("id\tname\ttype\taliases\n1\tKabul\tplace\tCabool|Kabl\n2\tKabul\tperson\t\n".utf8), to: "n.tsv"
      )
    ]
    try load("subject\trelation\tobject\n1\tr\t2\n", as: "ids.tsv", options)
    #expect(try graph.statistics().entities == 4)
    guard case .entity(let first) = try graph.resolve("#1"),
      case .entity(let alias) = try graph.resolve("cabool")
    else {
      Issue.record("no entity #1, or none called Cabool")
      return
    }
    #expect(first.entity == alias.entity && first.name.type == "place")
  }

  @Test func rowOfAnUnknownIdentifierIsRefused() throws {
    var options = GraphFileImport.Options()
    options.entityFiles = [try folder.write(Array("id\tname\n1\tOne\n".utf8), to: "n.tsv")]
    let text = "subject\trelation\tobject\n1\tr\t1\n1\tr\t7\n"
    let error = try #require(throws: GraphFileError.self) { try load(text, options) }
    #expect(error.message.contains("line 3: no entity has the id “7”"))
    #expect(try graph.documents().isEmpty)
    #expect(try load(text, options, skipsBad: true).map(\.line) == [3])
    #expect(try graph.check().isEmpty)
  }

  @Test func kgtkKeepsNamesValuesAndQualifiers() throws {
    try load(
      """
      id\tnode1\tlabel\tnode2\tnode2;label
      e1\tQ1\tlabel\t'Kosmos'@de\t
      e2\tQ1\tlabel\t'uni\\"verse\\''@en\t
      e3\tQ1\talias\t"all"\t
      e4\tQ1\tP31\tQ2\t'thing of\\tall'@en
      q1\te4\tP585\t^2020-01-01T00:00:00Z/11\t
      e5\tQ1\tP1082\t+42\t

      """, as: "k.tsv")
    #expect(try rows() == ["5: uni\"verse' P31 thing of\tall", "7: uni\"verse' P1082 +42"])
    let entity = try graph.entity("#Q1")
    #expect(
      try graph.claims(involving: entity)[0].row?.qualifiers == [
        .init(name: "P585", value: "2020-01-01T00:00:00Z/11")
      ])
    for name in ["kosmos", "ALL"] { #expect(try graph.entity(name) == entity) }
  }

  @Test func nTriplesNameEntitiesByLabels() throws {
    try load(
      """
      # a comment
      <http://e/a> <http://e/knows> <http://e/b> .
      <http://e/a> <http://www.w3.org/2000/01/rdf-schema#label> "Alpha"@fr .
      <http://e/a> <http://www.w3.org/2000/01/rdf-schema#label> "A\\u0301 \\"1\\""@en-GB.
      <http://e/a> <http://www.w3.org/2004/02/skos/core#altLabel> "First" .
      <http://e/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Person> .
      _:n <http://e/age> "4"^^<http://www.w3.org/2001/XMLSchema#integer> . # four

      """, as: "t.nt")
    #expect(try rows() == ["2: A\u{301} \"1\" knows b", "7: n age 4"])
    let entity = try graph.entity("#http://e/a")
    for name in ["alpha", "first"] { #expect(try graph.entity(name) == entity) }
    #expect(try graph.claims(involving: entity)[0].object.type.rawValue == "Person")
  }

  @Test(arguments: [
    "<x:a <x:b> <x:c> .", "<x:a> <x:b> <x:c>", "<x:a> \"b\" <x:c> .", "<x:a> <x:b> \"c .",
    "<x:a> <x:b> <x:c> <x:d> .",
    "<x:a> <x:b> \"\\q\" .", "x",
    "<x:a> <x:b> <x:c> . z", "<> <x:b> <x:c> .",
  ])
  func brokenTripleIsNamed(line: String) throws {
    let error = try #require(throws: GraphFileError.self) {
      try load("<x:a> <x:b> <x:c> .\n\(line)\n", as: "t.nt")
    }
    #expect(error.message.contains("t.nt, line 2: "), "\(error.message)")
    #expect(try graph.documents().isEmpty)
  }

  @Test(arguments: [
    ("{\"layer\":", "no JSON"), ("[]", "no object"), ("{\"layer\":\"canonical\"}", "subject is missing"),
    ("{\"layer\":\"x\"}", "layer is none of"), ("{} {}", "text behind the value"),
    ("{\"a\":1,\"a\":2}", "twice"),
  ])
  func brokenRecordIsNamed(line: String, words: String) throws {
    let error = try #require(throws: GraphFileError.self) {
      try load("{}\n".prefix(0) + line + "\n", as: "r.jsonl", .jsonl)
    }
    #expect(error.message.contains("r.jsonl, line 1: ") && error.message.contains(words), "\(error.message)")
  }
}

extension GraphFileImport.Options {
  fileprivate static var jsonl: GraphFileImport.Options {
    var options = GraphFileImport.Options()
    options.format = .jsonl
    return options
  }
}

extension Graph {
  func entity(_ name: String) throws -> Int {
    guard case .entity(let candidate) = try resolve(name) else {
      throw GraphError(.internal, "no single \(name)")
    }
    return candidate.entity
  }

  fileprivate func expectSound() throws { #expect(try check().isEmpty) }
}

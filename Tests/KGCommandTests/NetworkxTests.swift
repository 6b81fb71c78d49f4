import Foundation
import TestSupport
import Testing

/// What another program makes of an exported graph.
@Suite struct NetworkxTests {
  private static func python(_ script: String, _ arguments: String...) -> Data? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? data : nil
  }

  static let isThere = python("import networkx") != nil

  @Test(.enabled(if: isThere, "python3 with networkx is not installed"))
  func networkxReadsSymmetricAndOtherEdges() throws {
    let sandbox = try Sandbox()
    try sandbox.write(
      "subject,relation,object\nAda,spouse,William\nAda,belongs to,Society\nSociety,x,-5\n".utf8, to: "e.csv")
    #expect(try sandbox.kg("import", "e.csv", "--vocabulary").status == 0)
    try sandbox.write(try sandbox.kg("export", "--format", "graphml").standardOutput, to: "g.graphml")
    let script = """
      import networkx, sys
      graph = networkx.read_graphml(sys.argv[1])
      for a, b, d in sorted(graph.edges(data=True), key=lambda e: e[2]["label"]):
          print(graph.nodes[a]["label"], d["label"], graph.nodes[b]["label"], d.get("symmetric", False))
      """
    let data = try #require(Self.python(script, sandbox.url("g.graphml").path))
    #expect(
      String(decoding: data, as: UTF8.self)
        == "Ada belongs to Society False\nAda spouse William True\nSociety x -5 False\n")
  }
}

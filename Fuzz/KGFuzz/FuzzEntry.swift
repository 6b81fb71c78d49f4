internal import GraphFormats

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A reader that is given whatever a fuzzer makes up.
///
/// An error that the reader means for its user is thrown; all else that goes wrong ends the process.
protocol FuzzTarget {
  /// Reads an input, and checks what must hold of what was read.
  func read(_ bytes: [UInt8]) throws
}

/// Every reader by its name, which is also that of its folder of seeds.
private let makers: [String: @Sendable () throws -> any FuzzTarget] = [
  "segmenter": { try SegmenterTarget() },
  "text": { try TextTarget() },
  "analysis": { try AnalysisTarget() },
  "conllu": { try CoNLLUTarget() },
  "frames": { FrameTarget() },
  "aliases": { AliasTarget() },
  "gold": { try GoldTarget() },
  "json": { JSONTarget() },
  "claims": { ClaimTarget() },
  "documents": { DocumentLinesTarget() },
  "tables": { GraphFileTarget(format: .tsv) },
  "csv": { GraphFileTarget(format: .csv) },
  "kgtk": { GraphFileTarget(format: .kgtk) },
  "ntriples": { GraphFileTarget(format: .ntriples) },
  "graphml": { GraphFileTarget(format: .graphml) },
  "gexf": { GraphFileTarget(format: .gexf) },
  "records": { GraphFileTarget(format: .jsonl) },
  "import": { try ImportTarget() },
  "graph": { try DamagedGraphTarget() },
  "safetensors": { SafetensorsTarget() },
  "model": { try ModelTarget() },
  "relations": { try RelationModelTarget() },
  "query": { try QueryTarget() },
  "terminal": { TerminalTarget() },
  "archives": { ArchiveTarget() },
  "office": { OfficeTarget() },
  "pages": { PageTarget() },
  "mail": { MailTarget() },
  "boxes": { BoxTarget() },
  "files": { FileTarget() },
]

private func chosenTarget() -> any FuzzTarget {
  let name = environment("KG_FUZZ_READER") ?? ""
  guard let make = makers[name] else {
    fatalError("KG_FUZZ_READER must name one of " + makers.keys.sorted().joined(separator: ", "))
  }
  do { return try make() } catch { fatalError("the reader \(name) cannot be made: \(error)") }
}

// The fuzzer calls from one thread only.
nonisolated(unsafe) private let target = chosenTarget()

/// What libFuzzer calls with each input (https://llvm.org/docs/LibFuzzer.html).
@_cdecl("LLVMFuzzerTestOneInput")
func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try target.read(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch let broken as BrokenPromise {
    fatalError(broken.what)
  } catch {
    // Bad input is refused, as it should be.
  }
  return 0
}

/// Something that must hold of what any input is read as, and does not.
struct BrokenPromise: Error {
  let what: String
}

/// Ends the process, as a finding, unless the condition holds.
func promise(_ condition: Bool, _ what: @autoclosure () -> String) throws(BrokenPromise) {
  if !condition { throw BrokenPromise(what: what()) }
}

func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

/// A path for a file of this process in the folder that Fuzz/fuzz.py removes at the end.
func temporaryPath(_ name: String) -> String {
  (environment("KG_FUZZ_FOLDER") ?? "/tmp") + "/\(getpid())-\(name)"
}

/// Writes a file, in place of what it was.
func write(_ bytes: [UInt8], to path: String) {
  guard let file = fopen(path, "w") else { fatalError("\(path): \(String(cString: strerror(errno)))") }
  defer { fclose(file) }
  guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { fatalError("\(path) cannot be written") }
}

func contents(of path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { fatalError("\(path): \(String(cString: strerror(errno)))") }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&piece, 1, piece.count, file)
    if count == 0 { return bytes }
    bytes += piece[..<count]
  }
}

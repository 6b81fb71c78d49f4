// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
  // The tests look inside the rooms of the very build that is shipped, so that nothing is compiled twice. It costs the binary a
  // fortieth of its size and no time that could be measured.
  .unsafeFlags(["-enable-testing"], .when(configuration: .release)),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")

/// How the shipped binary is linked.
///
/// Swift's runtime and the C++ library come inside and symbols go; at a fixed address there is nothing to relocate at a start (a fifth
/// of a short command's time). As flags of the linker alone, they let the tests use the same compiled rooms.
let standalone = [
  "-static-stdlib", "-Xclang-linker", "-no-pie", "-L\(Context.packageDirectory)/Scripts/link",
  "-Xlinker", "--strip-all", "-l_FoundationCollections", "-l_FoundationCShims",
]

/// A room of the house; its dependencies are the rooms before it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], fixtures: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: fixtures, swiftSettings: settings)
}

let package = Package(
  name: "kg",
  products: [.executable(name: "kg", targets: ["kg"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    // Linked statically: only its SHA-256 comes into the binary, and a copied binary needs no libcrypto.
    .systemLibrary(name: "CCrypto", providers: [.apt(["libssl-dev"])]),
    .target(
      name: "Digests", dependencies: ["CCrypto"], swiftSettings: settings,
      linkerSettings: [.linkedLibrary(":libcrypto.a", .when(platforms: [.linux]))]),
    .target(name: "CSchema", path: "Schema", exclude: ["migrations", "README.md"], sources: ["schema.c"]),
    room("Schema", ["CSchema"]),
    room("SQLite", ["CSQLite"]),
    room("Claims"),
    // What a stretch of text is; the readers of files tell it, and the reader of plain text finds it.
    room("Layout", ["Claims", "Schema"]),
    .target(name: "CProcess"),
    // Runs other programs under limits.
    room("ChildProcess", ["CProcess"]),
    // Linked statically, as CCrypto is: HTML by gumbo, XML by expat, compressed bytes by zlib.
    .target(
      name: "CFormats",
      linkerSettings: [":libgumbo.a", ":libexpat.a", ":libz.a"].map {
        .linkedLibrary($0, .when(platforms: [.linux]))
      }),
    // Makes one kind of document of PDF, HTML, DOCX, mail and the like.
    room("DocumentFormats", ["CFormats", "ChildProcess", "Claims", "Layout", "Schema"]),
    room("DocumentInput", ["Claims", "DocumentFormats", "Layout"]),
    .target(
      name: "CKernels",
      // Without optimisation a debug build would read a hundred times slower.
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(
      name: "CModel",
      exclude: ["judge.safetensors", "kg-english.safetensors", "relations.safetensors", "segmenter.weights"],
      cSettings: [.headerSearchPath(".")]),
    room("Linguistics", ["CKernels", "CModel", "Layout", "Schema"]),
    room("Extraction", ["Claims", "Layout", "Linguistics", "Schema", "Digests"]),
    room("GraphStore", ["Claims", "Layout", "Schema", "SQLite", "Digests"]),
    // The page that `kg serve` shows, and `kg export` hands over.
    .target(name: "CPage", exclude: ["page"], sources: ["page.c"]),
    room(
      "GraphFormats", ["CFormats", "Claims", "GraphStore", "Layout", "Schema", "SQLite", "Digests", "CPage"]),
    // Answers an assistant's questions; only `kg mcp` knows it.
    room("ModelContext", ["Claims", "GraphFormats", "GraphStore"]),
    // Answers a browser's; only `kg serve` knows it.
    room("Serving", ["Claims", "GraphFormats", "GraphStore"]),
    // Scores claims against a gold table; only `kg eval` knows it.
    room("Evaluation", ["Claims", "GraphFormats", "Schema"]),
    room(
      "Pipeline",
      ["Claims", "DocumentFormats", "DocumentInput", "Extraction", "GraphStore", "Layout", "Linguistics"]),
    .executableTarget(
      name: "kg",
      dependencies: [
        "ChildProcess", "Claims", "DocumentFormats", "DocumentInput", "Evaluation", "Extraction",
        "GraphFormats",
        "GraphStore", "Layout", "Linguistics", "ModelContext", "Pipeline", "Serving", argumentParser,
      ],
      swiftSettings: settings,
      linkerSettings: [.unsafeFlags(standalone, .when(platforms: [.linux], configuration: .release))]),
    // What `make bench-store` and `make bench-reading` run; no part of `kg`.
    .target(name: "BenchmarkGraph", path: "Benchmarks/BenchmarkGraph", swiftSettings: settings),
    .executableTarget(
      name: "kg-bench", dependencies: ["BenchmarkGraph", "GraphStore"], path: "Benchmarks/kg-bench",
      swiftSettings: settings),
    .executableTarget(
      name: "reading-stages", dependencies: ["Linguistics"], path: "Benchmarks/reading-stages",
      swiftSettings: settings),
    // Tells how verbs are stated, to be measured against what readers took to have happened; no part of `kg`.
    .executableTarget(
      name: "verb-factuality", dependencies: ["Claims", "Extraction", "Linguistics"],
      path: "Benchmarks/verb-factuality", exclude: ["measure.py"], swiftSettings: settings),
    // What `make -C Training judge` learns from; no part of `kg`.
    .executableTarget(
      name: "judge-examples", dependencies: ["Claims", "Evaluation", "Extraction", "Linguistics"],
      path: "Training/judge-examples", swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("DigestsTests", ["Digests"]),
    tests("SQLiteTests", ["SQLite"]),
    tests("GraphStoreTests", ["Claims", "GraphStore", "Layout", "SQLite", "Schema"]),
    tests("GraphFormatsTests", ["Claims", "GraphFormats", "GraphStore"]),
    tests(
      "LinguisticsTests", ["CKernels", "Layout", "Linguistics"],
      fixtures: [
        "segmentation.vectors", "Fixtures/wordpiece.json", "Fixtures/sentences.json",
        "Fixtures/coreference.json", "Fixtures/relations.json", "Fixtures/stops.tsv",
      ]),
    tests(
      "ExtractionTests", ["Claims", "Digests", "Extraction", "Layout", "Linguistics", "Schema"],
      fixtures: [
        "Fixtures/time-values.tsv", "Fixtures/time-attachment.tsv", "Fixtures/golden-corpus.txt",
        "Fixtures/golden-reading.txt",
      ]),
    tests("ClaimsTests", ["Claims"]),
    tests("ServingTests", ["Claims", "GraphFormats", "GraphStore", "Serving"]),
    tests("ModelContextTests", ["Claims", "GraphFormats", "GraphStore", "ModelContext", "SQLite"]),
    tests("LayoutTests", ["Layout", "Schema"]),
    tests(
      "EvaluationTests", ["Claims", "Evaluation", "GraphFormats"],
      fixtures: ["Fixtures/gold.tsv", "Fixtures/claims.jsonl"]),
    tests("DocumentInputTests", ["Claims", "DocumentFormats", "DocumentInput", "Layout"]),
    tests("ChildProcessTests", ["ChildProcess"]),
    tests("DocumentFormatsTests", ["Claims", "DocumentFormats", "Layout"], fixtures: ["Fixtures"]),
    tests("BenchmarkTests", ["BenchmarkGraph"]),
    tests("KGCommandTests", ["Claims", "GraphStore", "SQLite"]),
  ],
  swiftLanguageModes: [.v6]
)

// The readers under a fuzzer (Fuzz/README.md), which take flags that nothing else does.
if Context.environment["KG_FUZZ"] != nil {
  package.targets.append(
    .target(
      name: "KGFuzz",
      dependencies: [
        "Claims", "DocumentFormats", "DocumentInput", "Evaluation", "Extraction", "GraphFormats",
        "GraphStore", "Layout",
        "Linguistics", "Schema",
      ],
      path: "Fuzz/KGFuzz", swiftSettings: settings))
}

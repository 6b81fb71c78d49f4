// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

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
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CSchema", path: "Schema", exclude: ["migrations", "README.md"], sources: ["schema.c"]),
    room("Schema", ["CSchema"]),
    room("SQLite", ["CSQLite"]),
    room("Claims"),
    room("DocumentInput", ["Claims"]),
    .target(
      name: "CKernels",
      // Without optimisation a debug build would read a hundred times slower.
      cSettings: [.unsafeFlags(["-O2"], .when(configuration: .debug))]),
    .target(
      name: "CModel", exclude: ["kg-english.safetensors", "relations.safetensors", "segmenter.weights"],
      cSettings: [.headerSearchPath(".")]),
    room("Linguistics", ["CKernels", "CModel"]),
    room("Extraction", ["Claims", "Linguistics", "Schema", crypto]),
    room("GraphStore", ["Claims", "Schema", "SQLite", crypto]),
    room("GraphFormats", ["Claims", "GraphStore", crypto]),
    // Scores claims against a gold table; only `kg eval` knows it.
    room("Evaluation", ["Claims", "GraphFormats", "Schema"]),
    room("Pipeline", ["Claims", "DocumentInput", "Extraction", "GraphStore", "Linguistics"]),
    .executableTarget(
      name: "kg",
      dependencies: [
        "Claims", "DocumentInput", "Evaluation", "Extraction", "GraphFormats", "GraphStore", "Linguistics",
        "Pipeline", argumentParser,
      ],
      swiftSettings: settings,
      linkerSettings: [
        // At a fixed address the loader has nothing to relocate, which is a fifth of a short command's time.
        .unsafeFlags(["-Xclang-linker", "-no-pie"], .when(platforms: [.linux], configuration: .release))
      ]),
    // What `make bench-store` and `make bench-reading` run; no part of `kg`.
    .target(name: "BenchmarkGraph", path: "Benchmarks/BenchmarkGraph", swiftSettings: settings),
    .executableTarget(
      name: "kg-bench", dependencies: ["BenchmarkGraph", "GraphStore"], path: "Benchmarks/kg-bench",
      swiftSettings: settings),
    .executableTarget(
      name: "reading-stages", dependencies: ["Linguistics"], path: "Benchmarks/reading-stages",
      swiftSettings: settings),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    tests("SQLiteTests", ["SQLite"]),
    tests("GraphStoreTests", ["Claims", "GraphStore", "SQLite", "Schema"]),
    tests("GraphFormatsTests", ["Claims", "GraphFormats", "GraphStore"]),
    tests(
      "LinguisticsTests", ["CKernels", "Linguistics"],
      fixtures: [
        "segmentation.vectors", "Fixtures/wordpiece.json", "Fixtures/sentences.json",
        "Fixtures/coreference.json", "Fixtures/relations.json",
      ]),
    tests(
      "ExtractionTests", ["Claims", "Extraction", "Linguistics", "Schema"],
      fixtures: ["Fixtures/time-values.tsv", "Fixtures/time-attachment.tsv"]),
    tests("ClaimsTests", ["Claims"]),
    tests(
      "EvaluationTests", ["Claims", "Evaluation", "GraphFormats"],
      fixtures: ["Fixtures/gold.tsv", "Fixtures/claims.jsonl"]),
    tests("DocumentInputTests", ["Claims", "DocumentInput"]),
    tests("BenchmarkTests", ["BenchmarkGraph"]),
    tests("KGCommandTests", ["Claims", "GraphStore", "SQLite"]),
  ],
  swiftLanguageModes: [.v6]
)

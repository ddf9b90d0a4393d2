// swift-tools-version: 6.2
import PackageDescription

/// The same strict settings for every target: what is unsafe says so, what is imported stays private.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatWarning("StrictMemorySafety", as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The pipeline: a module may import those named beside it and no other, so data flows one way.
let modules: [(name: String, imports: [String])] = [
  ("Diagnostics", []),
  ("YAMLTree", ["CYAML", "Diagnostics"]),
  ("EventPattern", ["YAMLTree", "Diagnostics"]),
  ("AccessPolicy", ["YAMLTree", "Diagnostics"]),
  ("Topology", ["EventPattern", "AccessPolicy", "YAMLTree", "Diagnostics"]),
  ("TemplateImport", ["Topology", "AccessPolicy", "YAMLTree", "Diagnostics"]),
  ("RoutingGraph", ["Topology", "EventPattern", "AccessPolicy", "YAMLTree", "Diagnostics"]),
  ("EventMatcher", ["CBlockMap"]),
  ("TableCompiler", ["EventPattern", "EventMatcher"]),
  (
    "Checks",
    [
      "TableCompiler", "EventMatcher", "RoutingGraph", "Topology", "EventPattern", "AccessPolicy",
      "YAMLTree", "Diagnostics",
    ]
  ),
  (
    "CostModel",
    ["RoutingGraph", "Topology", "EventPattern", "AccessPolicy", "YAMLTree", "Diagnostics"]
  ),
  (
    "Reports",
    ["Checks", "CostModel", "RoutingGraph", "Topology", "EventPattern", "YAMLTree", "Diagnostics"]
  ),
]
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
/// Modules whose tests compare with the pattern interpreter in Tests/PatternOracle.
let usesOracle: Set<String> = ["EventPattern", "EventMatcher", "TableCompiler"]
/// Folders that are read as they are and never compiled.
let data = [
  "CostModel": ["Prices"], "ReportsTests": ["Goldens"], "TopologyTests": ["Fixtures"],
  "TemplateImportTests": ["Fixtures"],
]
let everything = modules.map { Target.Dependency(stringLiteral: $0.name) }

let package = Package(
  name: "interlock",
  products: [
    .executable(name: "interlock", targets: ["interlock"]),
    .library(name: "EventMatcher", targets: ["EventMatcher"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CBlockMap"),
    .systemLibrary(name: "CInterlock"),
    .systemLibrary(name: "CCounters"),
    .systemLibrary(name: "COnDemand"),
    .executableTarget(
      name: "bench",
      dependencies: [
        "EventMatcher", "EventPattern", "TableCompiler", "PatternOracle", "CCounters", "COnDemand",
      ],
      swiftSettings: strict),
    .target(
      name: "EventMatcherABI", dependencies: ["EventMatcher", "CInterlock"], exclude: ["Link"],
      swiftSettings: strict),
    .executableTarget(
      name: "interlock", dependencies: everything + [argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "dev", dependencies: everything + [argumentParser], swiftSettings: strict),
  ]
    + modules.map { module in
      .target(
        name: module.name, dependencies: module.imports.map { .init(stringLiteral: $0) },
        exclude: data[module.name, default: []],
        swiftSettings: strict)
    }
    + modules.map { module in
      .testTarget(
        name: "\(module.name)Tests",
        dependencies: (module.imports + [module.name]
          + (usesOracle.contains(module.name) ? ["PatternOracle"] : [])
          + (module.name == "Checks" ? ["TemplateImport"] : [])
          + (module.name == "TemplateImport" ? ["Checks", "RoutingGraph", "Reports", "EventPattern"] : []))
          .map { .init(stringLiteral: $0) },
        exclude: data["\(module.name)Tests", default: []],
        swiftSettings: strict)
    } + [
      .target(name: "PatternOracle", path: "Tests/PatternOracle", swiftSettings: strict),
      .testTarget(name: "InterlockTests", dependencies: ["interlock"], swiftSettings: strict)
    ],
  swiftLanguageModes: [.v6]
)

// Needs libFuzzer's driver, which only `make fuzz` links.
if Context.environment["INTERLOCK_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzzers/CFuzzer"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "CFuzzer", "EventMatcher", "EventPattern", "TableCompiler", "PatternOracle", "YAMLTree",
        "Diagnostics",
      ],
      path: "Tests/Fuzzers", exclude: ["CFuzzer", "Seeds", "fuzz.sh", "json.dict"],
      swiftSettings: strict),
  ]
}

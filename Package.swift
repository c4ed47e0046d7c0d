// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every Swift target: Swift 6 mode with strict concurrency, explicit imports, no warnings.
let rules: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "annals",
    products: [
        .library(name: "SQLite", targets: ["SQLite"]),
        .library(
            name: "Annals", targets: ["Record", "Reading", "Language", "Extraction", "KnowledgeBase", "Ingestion"]),
        .executable(name: "annals", targets: ["annals"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        // The store's C side: libsqlite3, what Swift cannot import of it, and schema.sql compiled in.
        .target(name: "CSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

        .target(name: "SQLite", dependencies: ["CSQLite"], swiftSettings: rules),
        .target(name: "Record", swiftSettings: rules),
        .target(name: "Tables", dependencies: ["Record"], swiftSettings: rules),
        .target(
            name: "Reading",
            dependencies: ["Record", "Tables", "CLibXML2", .product(name: "Yams", package: "Yams")],
            swiftSettings: rules),
        // The arithmetic of the networks: integer products to run them, floating-point ones to train them.
        .target(name: "CKernels"),
        .target(name: "Language", dependencies: ["CKernels", "Record", "Tables"], swiftSettings: rules),
        // Learns the models of the language stage from annotated text; nothing that ships in `annals` needs it.
        .target(name: "Training", dependencies: ["CKernels", "Language", "Record", "Tables"], swiftSettings: rules),
        .executableTarget(
            name: "annals-train",
            dependencies: [
                "Training", "KnowledgeBase", "Language", "Record", "Tables",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: rules),
        .target(name: "Extraction", dependencies: ["Language", "Record", "Tables"], swiftSettings: rules),
        .target(name: "KnowledgeBase", dependencies: ["SQLite", "Record", "Tables"], swiftSettings: rules),
        .target(
            name: "Ingestion",
            dependencies: ["Reading", "Extraction", "KnowledgeBase", "Record", "Tables"],
            swiftSettings: rules),
        .executableTarget(
            name: "annals",
            dependencies: [
                "Ingestion", "Extraction", "KnowledgeBase", "Language", "Reading", "Record", "SQLite", "Tables",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: rules),

        // Hostile input: what is fuzzed and what it promises, for the tests and for `make fuzz`.
        .target(name: "Fuzzing", dependencies: ["Extraction", "Reading", "Record", "Tables"], swiftSettings: rules),

        // The example of an embedding program; built with everything else so that it cannot rot.
        .executableTarget(
            name: "example", dependencies: ["Ingestion", "KnowledgeBase", "SQLite", "Tables"], path: "docs/example",
            swiftSettings: [.treatAllWarnings(as: .error)]),

        .testTarget(name: "SQLiteTests", dependencies: ["SQLite"], swiftSettings: rules),
        .testTarget(name: "RecordTests", dependencies: ["Record"], swiftSettings: rules),
        .testTarget(name: "TablesTests", dependencies: ["Tables"], swiftSettings: rules),
        .testTarget(name: "ReadingTests", dependencies: ["Reading", "Record", "Tables"], swiftSettings: rules),
        .testTarget(name: "FuzzTests", dependencies: ["Fuzzing", "Tables"], swiftSettings: rules),
        .testTarget(
            name: "LanguageTests", dependencies: ["CKernels", "Language", "Record", "Tables"],
            exclude: ["Casing/capital-cases.tsv"], swiftSettings: rules),
        .testTarget(
            name: "TrainingTests", dependencies: ["Training", "Language", "Record", "Tables"], swiftSettings: rules),
        .testTarget(
            name: "ExtractionTests", dependencies: ["Extraction", "Language", "Record", "Tables"],
            exclude: [
                "Attribution/attribution-cases.tsv", "Chains/chains.tsv", "Events/event-cases.tsv",
                "Events/event-times.tsv", "Events/outlook-cases.tsv", "Quantities/figures.tsv",
                "Relations/relation-cases.tsv", "Traps/traps.tsv",
            ],
            swiftSettings: rules),
        .testTarget(
            name: "KnowledgeBaseTests", dependencies: ["KnowledgeBase", "SQLite", "Record", "Tables"],
            exclude: ["Store/Fixtures"],
            swiftSettings: rules),
        .testTarget(
            name: "AcceptanceTests",
            dependencies: [
                "Ingestion", "Extraction", "KnowledgeBase", "Reading", "Record", "SQLite", "Tables", "annals",
                "example",
            ],
            exclude: ["Golden"],
            swiftSettings: rules),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

// libFuzzer brings its own main, so its program is only there when `make fuzz` asks for it.
if Context.environment["FUZZ"] != nil {
    package.targets.append(.executableTarget(name: "fuzz", dependencies: ["Fuzzing", "Tables"], swiftSettings: rules))
}

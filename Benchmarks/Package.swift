// swift-tools-version: 6.2
import PackageDescription

// LedgerStore, SDMX, Spreadsheets and StatisticalData are links to the sources of the program: it has no library products,
// and the benchmarks need only what these need.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
    name: "greenprint-benchmarks",
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0")
    ],
    targets: [
        .target(name: "StatisticalData", swiftSettings: settings),
        .target(name: "LedgerStore", dependencies: ["StatisticalData", grdb, grdbSQLite], swiftSettings: settings),
        .target(name: "Spreadsheets", dependencies: ["StatisticalData"], swiftSettings: settings),
        .target(name: "SDMX", dependencies: ["Spreadsheets", "StatisticalData"], swiftSettings: settings),
        .executableTarget(
            name: "read-sdmx", dependencies: ["SDMX"], path: "Sources/ReadSDMX", swiftSettings: settings),
        .target(name: "DecompositionAnalysis", dependencies: ["StatisticalData"], swiftSettings: settings),
        .executableTarget(
            name: "lmdi-time", dependencies: ["DecompositionAnalysis"], path: "Sources/LMDITime",
            swiftSettings: settings),
        .executableTarget(
            name: "series-query", dependencies: ["StatisticalData", "LedgerStore"], path: "Sources/SeriesQuery",
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

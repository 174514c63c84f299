// swift-tools-version: 6.2
import PackageDescription

// LedgerStore and StatisticalData are links to the sources of the program: it has no library products, and the
// benchmark needs only what these two need.

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
        .executableTarget(
            name: "series-query", dependencies: ["StatisticalData", "LedgerStore"], path: "Sources/SeriesQuery",
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let collections = Target.Dependency.product(name: "OrderedCollections", package: "swift-collections")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let numerics = Target.Dependency.product(name: "Numerics", package: "swift-numerics")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// Settings of the modules, optimised in debug builds too: the tests run the methods and the program many times over,
/// which takes twice as long otherwise.
let optimised = settings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// A module with its settings; `uses` is the complete list of what it may import.
func module(_ name: String, uses: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: uses, exclude: exclude, swiftSettings: optimised)
}

/// The tests of a module.
func tests(of name: String, uses: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.target(name: name), "TestSupport"] + uses, exclude: exclude,
        swiftSettings: settings)
}

let package = Package(
    name: "greenprint",
    products: [
        .executable(name: "greenprint", targets: ["greenprint"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        module("StatisticalData"),
        .systemLibrary(name: "CLAPACK", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        module("LinearAlgebra", uses: ["CLAPACK"]),
        module("SensitivityAnalysis"),
        module("CompositeIndicators", uses: ["LinearAlgebra", "SensitivityAnalysis", collections]),
        module("TargetTracking", uses: ["StatisticalData", "SensitivityAnalysis"]),
        module("DecompositionAnalysis", uses: ["StatisticalData"]),
        module("EfficiencyAnalysis", uses: ["StatisticalData", "SensitivityAnalysis"]),
        module("TradeAnalysis", uses: ["StatisticalData", "LinearAlgebra"]),
        module("DistributionAnalysis", uses: ["StatisticalData", "SensitivityAnalysis"]),
        module("Responsibilities", uses: ["StatisticalData"]),
        module("Programmes", uses: ["StatisticalData"]),
        module("InputOutput", uses: ["LinearAlgebra", "SensitivityAnalysis"]),
        module("SystemDynamics", uses: ["SensitivityAnalysis"]),
        .systemLibrary(name: "CGEOS", providers: [.apt(["libgeos-dev"])]),
        .systemLibrary(name: "CGeodesic", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        module("SpatialAnalysis", uses: ["CGEOS", "CGeodesic", "SensitivityAnalysis", "StatisticalData"]),
        module("Charts"),
        module("Spreadsheets", uses: ["StatisticalData"]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        module("ZipFiles", uses: ["CZip"]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CFreeXL", pkgConfig: "freexl", providers: [.apt(["libfreexl-dev"])]),
        module("Workbooks", uses: ["CFreeXL", "CXLSXWriter", "ZipFiles", "Spreadsheets", "StatisticalData"]),
        module("DataPackages", uses: ["StatisticalData"]),
        .target(name: "CEmbeddedFiles"),
        module("EmbeddedFiles", uses: ["CEmbeddedFiles"]),
        .systemLibrary(
            name: "CMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        module("Markdown", uses: ["CMarkGFM"]),
        module("Declarations", uses: ["StatisticalData", yams]),
        module(
            "TableFormats",
            uses: [
                "StatisticalData", "Spreadsheets", "CompositeIndicators", "DecompositionAnalysis", "EfficiencyAnalysis",
                "LinearAlgebra", "TargetTracking", "TradeAnalysis",
            ]),
        module("Dialogues", uses: ["StatisticalData", "CompositeIndicators"]),
        module("IATI", uses: ["StatisticalData", "Programmes"]),
        module("SDMX", uses: ["StatisticalData", "Spreadsheets"]),
        module(
            "InputOutputFormats",
            uses: ["StatisticalData", "LinearAlgebra", "InputOutput", "Spreadsheets", "Workbooks", "Declarations"]),
        module(
            "ModelFormats",
            uses: [
                "StatisticalData", "SensitivityAnalysis", "Declarations", "Spreadsheets", "SystemDynamics", "Workbooks",
            ]),
        module("SpatialFormats", uses: ["SpatialAnalysis", "Spreadsheets", "StatisticalData"]),
        module("LedgerStore", uses: ["StatisticalData", grdb, grdbSQLite]),
        module(
            "Studies",
            uses: [
                "StatisticalData", "LinearAlgebra", "CompositeIndicators", "DecompositionAnalysis",
                "EfficiencyAnalysis",
                "InputOutput", "InputOutputFormats", "SensitivityAnalysis", "TargetTracking", "Declarations",
                "Spreadsheets", "TableFormats", "ModelFormats", "SystemDynamics",
            ]),
        module("Courses", uses: ["StatisticalData", "SensitivityAnalysis", "Declarations"]),
        module(
            "Workspaces",
            uses: [
                "StatisticalData", "Responsibilities", "Programmes", "Dialogues", "Courses", "Studies", "LedgerStore",
                "Spreadsheets", "ZipFiles", "Workbooks", "DataPackages", "SDMX", "Declarations", "EmbeddedFiles",
                crypto,
            ]),
        module(
            "Reports",
            uses: [
                "StatisticalData", "SensitivityAnalysis", "TargetTracking", "Responsibilities", "Dialogues",
                "Programmes", "Studies", "Charts", "Declarations", "EmbeddedFiles", "Markdown", "Spreadsheets",
                "Workbooks", mustache,
            ],
            exclude: ["Assets"]),
        module(
            "Publishing",
            uses: ["StatisticalData", "Courses", "Studies", "Workspaces", "Reports"]),
        module(
            "WebApp",
            uses: [
                "StatisticalData", "SDMX", "Workspaces", "Reports", "Publishing", hummingbird, httpTypes, logging, nio,
            ]),
        .executableTarget(
            name: "greenprint",
            dependencies: [
                "StatisticalData", "LinearAlgebra", "CompositeIndicators", "DecompositionAnalysis",
                "EfficiencyAnalysis", "InputOutput",
                "SensitivityAnalysis", "TargetTracking", "Spreadsheets", "TableFormats", "InputOutputFormats", "SDMX",
                "Courses", "Studies", "Workspaces", "Workbooks", "Reports", "Charts", "SystemDynamics", "ModelFormats",
                "SpatialAnalysis", "SpatialFormats", "TradeAnalysis", "DistributionAnalysis", "Dialogues", "Programmes",
                "IATI", "Publishing", "WebApp", argumentParser,
            ],
            swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "ArchitectureTests", exclude: ["edges.txt"], swiftSettings: settings),
        tests(of: "StatisticalData"),
        tests(of: "LinearAlgebra"),
        tests(of: "SensitivityAnalysis"),
        tests(of: "CompositeIndicators", uses: [numerics]),
        tests(of: "DecompositionAnalysis", uses: ["StatisticalData"]),
        tests(of: "EfficiencyAnalysis", uses: ["StatisticalData", "SensitivityAnalysis"]),
        tests(of: "DistributionAnalysis", uses: ["StatisticalData", "SensitivityAnalysis"]),
        tests(of: "TradeAnalysis", uses: ["StatisticalData", "LinearAlgebra"]),
        tests(
            of: "TableFormats",
            uses: [
                "StatisticalData", "CompositeIndicators", "DecompositionAnalysis", "SensitivityAnalysis",
                "TargetTracking",
            ]),
        tests(of: "SDMX", uses: ["StatisticalData"]),
        tests(of: "InputOutput", uses: ["LinearAlgebra"]),
        tests(of: "InputOutputFormats", uses: ["StatisticalData", "LinearAlgebra", "InputOutput"]),
        tests(of: "SpatialAnalysis", uses: ["SensitivityAnalysis"]),
        tests(of: "SpatialFormats", uses: ["SpatialAnalysis", "StatisticalData"]),
        tests(of: "SystemDynamics"),
        tests(of: "ModelFormats", uses: ["StatisticalData", "SensitivityAnalysis", "SystemDynamics"]),
        tests(of: "TargetTracking", uses: ["StatisticalData"]),
        tests(of: "Responsibilities", uses: ["StatisticalData"]),
        tests(of: "Programmes", uses: ["StatisticalData"]),
        tests(of: "Dialogues", uses: ["StatisticalData", "CompositeIndicators"]),
        tests(of: "IATI", uses: ["StatisticalData", "Programmes"]),
        tests(of: "Charts", exclude: ["Golden"]),
        tests(of: "Spreadsheets", uses: ["StatisticalData"]),
        tests(of: "ZipFiles"),
        tests(of: "DataPackages", uses: ["StatisticalData"]),
        tests(of: "Workbooks", uses: ["CZip", "StatisticalData", "Spreadsheets"], exclude: ["Fixtures"]),
        tests(of: "Declarations", uses: ["StatisticalData"]),
        tests(of: "LedgerStore", uses: ["StatisticalData", grdb], exclude: ["Fixtures"]),
        tests(of: "EmbeddedFiles"),
        tests(of: "Markdown"),
        tests(of: "Courses", uses: ["StatisticalData"]),
        tests(
            of: "Workspaces",
            uses: [
                "StatisticalData", "Spreadsheets", "ZipFiles", "DataPackages", "SDMX", "Studies", "LedgerStore", grdb,
            ]),
        .testTarget(
            name: "FuzzTests",
            dependencies: [
                "Courses", "IATI", "InputOutput", "InputOutputFormats", "LinearAlgebra", "Markdown", "ModelFormats",
                "SDMX",
                "SpatialFormats", "StatisticalData", "SystemDynamics", "TableFormats", "TestSupport", "Workspaces",
            ],
            exclude: ["Corpus"], swiftSettings: settings),
        tests(of: "WebApp", uses: ["StatisticalData", "Reports", "Workspaces", hummingbird, httpTypes, logging, nio]),
        .testTarget(name: "GreenprintTests", dependencies: ["greenprint", "TestSupport"], swiftSettings: settings),
        tests(
            of: "Studies",
            uses: [
                "StatisticalData", "TargetTracking", "Spreadsheets", "Declarations", "ModelFormats", "SystemDynamics",
            ]),
        tests(
            of: "Reports",
            uses: [
                "StatisticalData", "DecompositionAnalysis", "TargetTracking", "Responsibilities", "SpatialAnalysis",
                "Studies", "Workspaces", "Charts", "Dialogues", "IATI", "Programmes",
                "EmbeddedFiles", "Spreadsheets",
            ],
            exclude: ["Golden"]),
    ],
    swiftLanguageModes: [.v6]
)

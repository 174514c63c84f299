import Testing

/// Which file may import what.
struct ImportTests {
    /// The only place of each library.
    static let owners = [
        "GRDB": "Sources/LedgerStore/", "GRDBSQLite": "Sources/LedgerStore/", "Yams": "Sources/Declarations/",
        "Mustache": "Sources/Reports/", "ArgumentParser": "Sources/greenprint/",
        "Crypto": "Sources/Workspaces/Cryptography/", "CLAPACK": "Sources/LinearAlgebra/",
        "CZip": "Sources/ZipFiles/", "CXLSXWriter": "Sources/Workbooks/Writing/",
        "CFreeXL": "Sources/Workbooks/Old/", "CGEOS": "Sources/SpatialAnalysis/",
        "CGeodesic": "Sources/SpatialAnalysis/", "CMarkGFM": "Sources/Markdown/",
        "Hummingbird": "Sources/WebApp/", "HTTPTypes": "Sources/WebApp/", "Logging": "Sources/WebApp/",
        "NIOCore": "Sources/WebApp/",
    ]

    @Test(arguments: owners.sorted { $0.key < $1.key })
    func libraryHasOneOwner(library: String, owner: String) throws {
        let users = try SourceFile.all().filter { $0.imports.contains(library) }.map(\.path)
        #expect(users.filter { !$0.hasPrefix(owner) } == [])
        #expect(!users.isEmpty, "nobody imports \(library): take it out of Package.swift and of this table")
    }

    /// Modules of methods.
    static let methods = [
        "CompositeIndicators", "DecompositionAnalysis", "EfficiencyAnalysis", "TargetTracking", "LinearAlgebra",
        "SensitivityAnalysis",
        "InputOutput", "SystemDynamics", "SpatialAnalysis", "TradeAnalysis", "DistributionAnalysis", "Programmes",
        "Dialogues",
    ]

    /// Foundation and Glibc are there for elementary functions only; in a method's module no other library is.
    @Test(arguments: methods)
    func methodsImportNothingElse(module: String) throws {
        let allowed = ["StatisticalData", "OrderedCollections", "Foundation", "Glibc", "Numerics"]
        let tools = [
            "CompositeIndicators": ["LinearAlgebra", "SensitivityAnalysis"], "LinearAlgebra": ["CLAPACK"],
            "TargetTracking": ["SensitivityAnalysis"], "EfficiencyAnalysis": ["SensitivityAnalysis"],
            "InputOutput": ["LinearAlgebra", "SensitivityAnalysis"], "SystemDynamics": ["SensitivityAnalysis"],
            "SpatialAnalysis": ["CGEOS", "CGeodesic", "SensitivityAnalysis"],
            "TradeAnalysis": ["LinearAlgebra"], "DistributionAnalysis": ["SensitivityAnalysis"],
            "Dialogues": ["CompositeIndicators"],
        ]
        let own = tools[module] ?? []
        let files = try SourceFile.all().filter { $0.path.hasPrefix("Sources/\(module)/") && $0.path != Self.threads }
        #expect(!files.isEmpty)
        for file in files {
            #expect(file.imports.filter { !(allowed + own).contains($0) } == [], "\(file.path)")
        }
    }

    /// The one file of a method that knows of threads and cores.
    static let threads = "Sources/SensitivityAnalysis/Parallel.swift"

    @Test func oneFileOfMethodsHasThreads() throws {
        let files = try SourceFile.all().filter { file in
            Self.methods.contains { file.path.hasPrefix("Sources/\($0)/") }
        }
        #expect(files.filter { $0.imports.contains("Dispatch") }.map(\.path) == [Self.threads])
        #expect(files.filter { $0.mayHold("sysconf(") }.map(\.path) == [Self.threads])
        for file in files where file.path == Self.threads {
            #expect(Set(file.imports) == ["Dispatch", "Glibc", "Synchronization"])
        }
    }

    /// An import reaches only what Package.swift declares for the module, and what is declared is imported.
    @Test func importsAreTheDeclaredOnes() throws {
        let manifest = try Manifest.read()
        var imported: [String: Set<String>] = [:]
        for file in try SourceFile.all() {
            let module = String(file.path.split(separator: "/")[1])
            imported[module, default: []].formUnion(file.imports)
        }
        let system: Set = [
            "Foundation", "FoundationEssentials", "FoundationXML", "Glibc", "Dispatch", "Synchronization",
        ]
        for module in manifest.modules where module.name != "CEmbeddedFiles" {
            let declared = Set(module.uses.map { String($0.split(separator: "/").last ?? "") })
            #expect(imported[module.name, default: []].subtracting(system) == declared, "\(module.name)")
        }
    }

    @Test(arguments: [
        ("import Foundation", "Foundation"), ("public import GRDB", "GRDB"), ("@testable import Studies", "Studies"),
        ("@_spi(Testing) internal import Yams", "Yams"), ("import struct Foundation.Data", "Foundation"),
    ])
    func importsAreRead(line: String, module: String) {
        #expect(SourceFile(path: "a.swift", text: "// import Nothing\n\(line) // why\n").imports == [module])
    }
}

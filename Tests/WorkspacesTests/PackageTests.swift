import DataPackages
import Foundation
import LedgerStore
import StatisticalData
import TestSupport
import Testing
import ZipFiles

@testable import Workspaces

/// A small workspace as a data package, and the way back.
struct PackageTests {
    /// The small workspace, its package `pkg`.
    static func withPackage<Value>(_ body: (TemporaryFolder, WorkspacePackage) throws -> Value) throws -> Value {
        try withTemporaryFolder { folder in
            try SmallWorkspace.write(to: TemporaryFolder(path: folder.path("ws")))
            try folder.write("ab\n", to: "ws/LICENSE")
            let package = try OpenWorkspace(at: folder.path("ws")).package()
            try package.write(to: folder.path("pkg"))
            return try body(folder, package)
        }
    }

    /// Reads the package at `path` into `back`.
    static func read(_ path: String, in folder: TemporaryFolder) throws -> PackageImport.Outcome {
        try #require(try PackageImport(folder.path(path))).run(to: folder.path("back"))
    }

    @Test(arguments: ["pkg", "pkg/datapackage.json", "p.zip", "nested.zip"])
    func theWayBackGivesTheSameLedger(_ path: String) throws {
        try Self.withPackage { folder, package in
            try package.write(to: folder.path("p.zip"))
            let nested = Dictionary(uniqueKeysWithValues: package.files.map { ("a/" + $0.key, [UInt8]($0.value)) })
            try folder.write(try #require(ZipWriter.zip(nested)), to: "nested.zip")
            let outcome = try Self.read(path, in: folder)
            #expect(outcome.files == SmallWorkspace.files.count + 1)
            #expect(outcome.observations == 9 && outcome.results == 3 && outcome.warnings.isEmpty)
            let before = try Ledger(path: folder.path("ws/" + Workspace.ledgerFile))
            #expect(try before.differingBatches(fromLedgerAt: folder.path("back/" + Workspace.ledgerFile)).isEmpty)
            for (file, text) in SmallWorkspace.files { #expect(try folder.text("back/" + file) == text, "\(file)") }
            let again = try OpenWorkspace(at: folder.path("back")).package()
            #expect(again.files == package.files)
            #expect(try folder.contents(of: "pkg") == package.files)
            #expect(try Workspace.check(at: folder.path("back")).isEmpty)
        }
    }

    @Test func zipFilesAreTheSameBytes() throws {
        try Self.withPackage { folder, package in
            try package.write(to: folder.path("a.zip"))
            try package.write(to: folder.path("b.zip"))
            #expect(try folder.bytes("a.zip") == folder.bytes("b.zip"))
        }
    }

    /// Every row of every table has the number of its columns, keys do not repeat, and what refers to a row finds it.
    @Test func tablesHoldTogether() throws {
        try Self.withPackage { _, package in
            let data = try #require(package.files["datapackage.json"])
            let descriptor = try JSONDecoder().decode(PackageDescriptor.self, from: data)
            #expect(descriptor.resources.count == package.files.count - 1)
            var rows: [String: [[String: String]]] = [:]
            for resource in descriptor.resources {
                guard let schema = resource.schema, let bytes = package.files[resource.path] else { continue }
                rows[resource.name] = try Self.rows(String(decoding: bytes, as: UTF8.self), schema)
            }
            #expect(rows["observations"]?.count == 9 && (rows["derivations"]?.count ?? 0) > 20)
            for resource in descriptor.resources {
                let own = rows[resource.name] ?? []
                func keys(_ fields: [String], _ rows: [[String: String]]) -> [[String]] {
                    rows.map { row in fields.map { row[$0] ?? "" } }
                }
                if let key = resource.schema?.primaryKey { #expect(Set(keys(key, own)).count == own.count) }
                for key in resource.schema?.foreignKeys ?? [] {
                    let name = key.reference.resource.isEmpty ? resource.name : key.reference.resource
                    let there = Set(keys(key.reference.fields, rows[name] ?? []))
                    let used = Set(keys(key.fields, own)).filter { !$0.allSatisfy(\.isEmpty) }
                    #expect(used.isSubset(of: there), "\(resource.name) \(key.fields)")
                }
            }
        }
    }

    private static func rows(_ text: String, _ schema: TableSchema) throws -> [[String: String]] {
        // No field of the small workspace holds a line break or a quoted comma in these tables but names of formulas.
        let names = schema.fields.map(\.name)
        return text.split(separator: "\n").dropFirst().map { line in
            var cells: [String] = [""]
            var isQuoted = false
            for character in line {
                if character == "\"" {
                    isQuoted.toggle()
                } else if character == ",", !isQuoted {
                    cells.append("")
                } else {
                    cells[cells.count - 1].append(character)
                }
            }
            #expect(cells.count == names.count, "\(line)")
            return Dictionary(uniqueKeysWithValues: zip(names, cells))
        }
    }

    @Test func otherFilesAreTold() throws {
        try withTemporaryFolder { folder in
            try SmallWorkspace.write(to: TemporaryFolder(path: folder.path("ws")))
            try folder.write("x", to: "ws/draft.docx")
            try folder.write("x", to: "ws/refused/a.csv")
            try folder.write("x", to: "ws/.secret.csv")
            try folder.write("{}", to: "ws/site/greenprint-site.json")
            try folder.write("x", to: "ws/site/a.txt")
            let package = try OpenWorkspace(at: folder.path("ws")).package(licence: "CC-BY-4.0")
            #expect(package.warnings.map(\.code) == ["package-left-out"])
            #expect(package.warnings.first?.arguments["found"] == "draft.docx")
            #expect(
                !package.files.keys.contains { $0.contains("refused") || $0.contains("secret") || $0.contains("site") })
            let text = String(decoding: try #require(package.files["datapackage.json"]), as: UTF8.self)
            #expect(text.contains("\"name\" : \"CC-BY-4.0\""))
        }
    }

    @Test func foldersOfOthersAreLeftAlone() throws {
        try Self.withPackage { folder, package in
            try package.write(to: folder.path("pkg"))
            try folder.write("x", to: "other/a.txt")
            try folder.write("{\"resources\": []}", to: "foreign/datapackage.json")
            for name in ["other", "foreign", "ws"] {
                let before = try folder.contents(of: name)
                #expect(throws: Fault.packageTarget(folder.path(name))) { try package.write(to: folder.path(name)) }
                #expect(try folder.contents(of: name) == before)
            }
            #expect(throws: Fault.folderNotEmpty(folder.path("other"))) {
                try PackageImport(folder.path("pkg"))?.run(to: folder.path("other"))
            }
        }
    }
}

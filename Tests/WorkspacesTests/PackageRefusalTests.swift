import DataPackages
import Foundation
import StatisticalData
import TestSupport
import Testing
import ZipFiles

@testable import Workspaces

/// Packages that were changed, are cut off or lead out of their folder: refused with every fault, nothing written.
struct PackageRefusalTests {
    private static func codes(_ path: String, _ folder: TemporaryFolder) throws -> [String] {
        let before = try folder.contents()
        defer { #expect((try? folder.contents()) == before, "something was written") }
        do {
            _ = try PackageTests.read(path, in: folder)
            return []
        } catch let faults as Faults {
            return faults.list.map { "\($0.code) \($0.arguments["found"] ?? "")" }
        } catch let fault as Fault {
            return ["\(fault.code) \(fault.arguments["found"] ?? "")"]
        }
    }

    @Test func everyChangeIsTold() throws {
        try PackageTests.withPackage { folder, _ in
            try folder.flipBit(ofByte: 60, in: "pkg/workspace/data/energy.csv")
            try folder.append("\n", to: "pkg/workspace/areas.csv")
            try folder.remove("pkg/workspace/studies/plan.yaml")
            try folder.write("x", to: "pkg/workspace/data/more.csv")
            let found = try Self.codes("pkg", folder)
            #expect(found.count == 4)
            #expect(found.contains("package-unlisted workspace/data/more.csv"))
            #expect(found.contains("package-missing workspace/studies/plan.yaml"))
            #expect(found.contains { $0.hasPrefix("package-bytes ") })
            #expect(found.contains { $0.hasPrefix("package-hash ") })
        }
    }

    @Test func linksAndFoldersAreNoFiles() throws {
        try PackageTests.withPackage { folder, _ in
            let file = folder.path("pkg/workspace/areas.csv")
            try FileManager.default.moveItem(atPath: file, toPath: folder.path("areas.csv"))
            try FileManager.default.createSymbolicLink(atPath: file, withDestinationPath: folder.path("areas.csv"))
            #expect(try Self.codes("pkg", folder) == ["package-no-file workspace/areas.csv"])
            try folder.remove("pkg/workspace/areas.csv")
            try folder.write("x", to: "pkg/workspace/areas.csv/a")
            #expect(
                try Self.codes("pkg", folder) == [
                    "package-unlisted workspace/areas.csv/a", "package-no-file workspace/areas.csv",
                ])
        }
    }

    /// The checksums were changed together with a figure: the ledger does not fit the table of observations.
    @Test func changedChecksumsDoNotHelp() throws {
        try PackageTests.withPackage { folder, package in
            var files = package.files
            let path = "workspace/data/energy.csv"
            let old = String(decoding: try #require(files[path]), as: UTF8.self)
            let new = Data(old.replacing("-5.00", with: "-6.00").utf8)
            let descriptor = String(decoding: try #require(files["datapackage.json"]), as: UTF8.self)
            files[path] = new
            files["datapackage.json"] = Data(
                descriptor.replacing(Checksum.sha256(Data(old.utf8)), with: Checksum.sha256(new)).utf8)
            try folder.write(try #require(ZipWriter.zip(files.mapValues { [UInt8]($0) })), to: "changed.zip")
            #expect(try Self.codes("changed.zip", folder) == ["package-observations "])
        }
    }

    @Test func namesOfZipFilesThatClimb() throws {
        try PackageTests.withPackage { folder, package in
            for name in ["../evil.csv", "workspace/../../evil.csv", "/evil.csv", "a\\b.csv"] {
                var files = package.files.mapValues { [UInt8]($0) }
                files[name] = [1]
                try folder.write(try #require(ZipWriter.zip(files)), to: "climbing.zip")
                #expect(try Self.codes("climbing.zip", folder) == ["package-path " + name])
            }
        }
    }

    @Test func pathsThatClimbInTheDescriptor() throws {
        try PackageTests.withPackage { folder, _ in
            try folder.write("id\n", to: "areas.csv")
            let (path, climbing) = ("\"path\" : \"workspace/areas.csv\"", "\"path\" : \"../areas.csv\"")
            try folder.replace(path, by: climbing, in: "pkg/datapackage.json")
            #expect(try Self.codes("pkg", folder) == ["package-path ../areas.csv"])
        }
    }

    @Test func foreignAndLaterPackages() throws {
        try PackageTests.withPackage { folder, _ in
            try folder.replace("\"greenprint\" : 1", by: "\"greenprint\" : 2", in: "pkg/datapackage.json")
            #expect(try Self.codes("pkg", folder) == ["package-layout 2"])
            try folder.write("{\"resources\": []}", to: "foreign/datapackage.json")
            #expect(try Self.codes("foreign", folder) == ["package-foreign "])
            try folder.write("[", to: "broken/datapackage.json")
            #expect(try Self.codes("broken", folder) == ["package-descriptor "])
            try folder.write("a,b\n", to: "t.csv")
            for path in ["t.csv", "ws", "nothing"] {
                #expect(try PackageImport(folder.path(path)).map { _ in 1 } == nil)
            }
        }
    }

    /// Seed 41: zip files with some bytes changed are refused or give the same workspace; nothing is left behind.
    @Test func brokenZipFiles() throws {
        try PackageTests.withPackage { folder, package in
            try package.write(to: folder.path("p.zip"))
            var random = SeededGenerator(seed: 41)
            let good = [UInt8](try folder.bytes("p.zip"))
            var refused = 0
            for _ in 0..<60 {
                var bytes = good
                for _ in 0...Int.random(in: 0...3, using: &random) {
                    bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
                        in: .min ... .max, using: &random)
                }
                try folder.write(bytes, to: "b.zip")
                do {
                    guard let package = try PackageImport(folder.path("b.zip")) else {
                        refused += 1
                        continue
                    }
                    _ = try package.run(to: folder.path("back"))
                    try folder.remove("back")
                } catch {
                    refused += 1
                    #expect(error is Fault || error is Faults, "\(error)")
                    #expect(!folder.exists("back"))
                }
            }
            #expect(refused > 30)
        }
    }
}

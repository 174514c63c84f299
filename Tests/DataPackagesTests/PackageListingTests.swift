import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import DataPackages

/// Descriptors: paths that stay inside, lengths, checksums.
struct PackageListingTests {
    private static let hash = "sha256:" + String(repeating: "0a", count: 32)

    private static func codes(_ resources: String) -> [String] {
        do {
            _ = try PackageListing(Data("{\"resources\": [\(resources)]}".utf8), file: "d")
            return []
        } catch {
            return error.list.map { $0.code + " " + ($0.place.column ?? "") }
        }
    }

    private static func resource(_ path: String) -> String {
        "{\"path\": \(String(reflecting: path)), \"bytes\": 1, \"hash\": \"\(hash)\"}"
    }

    @Test(arguments: [
        "../a.csv", "a/../b.csv", "/a.csv", "a//b.csv", "a/", "", ".", "./a.csv", ".greenprint/ledger.sqlite",
        "a\\b.csv",
        "c:/a.csv", "https://example.org/a.csv", "a/.hidden", "..",
    ])
    func pathsThatLeadOut(path: String) {
        #expect(!PackagePath.isSafe(path))
        let json = path.replacing("\\", with: "\\\\")
        #expect(
            Self.codes("{\"path\": \"\(json)\", \"bytes\": 1, \"hash\": \"\(Self.hash)\"}") == [
                "package-path resources[0]"
            ])
    }

    @Test(arguments: ["a.csv", "data/x.csv", "数据/表.csv", "a/b..c", "a b.csv", "x-1_2.csv"])
    func pathsThatStayInside(path: String) {
        #expect(PackagePath.isSafe(path))
        #expect(Self.codes(Self.resource(path)) == [])
    }

    @Test func controlCharactersAndLongPaths() {
        #expect(!PackagePath.isSafe("a\u{0}b"))
        #expect(!PackagePath.isSafe("a\nb"))
        #expect(!PackagePath.isSafe(String(repeating: "a", count: 501)))
    }

    @Test func everyFaultIsTold() {
        let hash = Self.hash
        let found = Self.codes(
            [
                Self.resource("a.csv"), Self.resource("A.csv"), "{\"data\": []}", "{\"path\": [\"x\", \"y\"]}",
                "{\"path\": \"b\", \"bytes\": 1}", "{\"path\": \"c\", \"hash\": \"\(hash)\"}",
                "{\"path\": \"d\", \"bytes\": -1, \"hash\": \"\(hash)\"}",
                "{\"path\": \"e\", \"bytes\": 1, \"hash\": \"0123456789abcdef0123456789abcdef\"}",
                "{\"path\": \"f\", \"bytes\": 1, \"hash\": \"\(hash.dropLast())g\"}",
            ].joined(separator: ","))
        #expect(
            found == [
                "package-repeated resources[1]", "package-without-path resources[2]",
                "package-without-path resources[3]",
                "package-unchecked resources[4]", "package-unchecked resources[5]", "package-unchecked resources[6]",
                "package-unchecked resources[7]", "package-unchecked resources[8]",
            ])
    }

    @Test(arguments: ["", "[]", "{}", "{\"resources\": {}}", "nonsense", "{\"resources\": [1]}"])
    func noDescriptor(text: String) {
        #expect(throws: Faults.self) { try PackageListing(Data(text.utf8), file: "d") }
    }

    /// Seed 31: a descriptor with some bytes changed is read or refused.
    @Test func brokenDescriptors() throws {
        var random = SeededGenerator(seed: 31)
        let good = Array("{\"greenprint\": 1, \"resources\": [\(Self.resource("a.csv"))]}".utf8)
        var refused = 0
        for _ in 0..<500 {
            var bytes = good
            for _ in 0...Int.random(in: 0...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
            }
            do {
                let listing = try PackageListing(Data(bytes), file: "d")
                #expect(listing.files.allSatisfy { PackagePath.isSafe($0.path) && $0.bytes >= 0 })
            } catch {
                refused += 1
                #expect(error.list.allSatisfy { $0.code.hasPrefix("package-") })
            }
        }
        #expect(refused > 100)
    }

    @Test func namesForPrograms() {
        #expect(PackageResource.name(of: "data/Übersicht 表.CSV") == "data/-bersicht--.csv")
        #expect(PackageResource(path: "a/B.yaml", bytes: 0, sha256: "").format == "yaml")
        #expect(PackageResource(path: "LICENSE", bytes: 0, sha256: "").format == nil)
    }
}

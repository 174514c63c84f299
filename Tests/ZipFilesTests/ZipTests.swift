import Foundation
import TestSupport
import Testing

@testable import ZipFiles

/// Zip files written and read.
struct ZipTests {
    private static let limits = ZipReader.Limits(entries: 100, entryBytes: 4 << 20, ratio: 200)

    /// Seed 21: what is written is read again, in the order of the bytes of the names.
    @Test func roundTrip() throws {
        var random = SeededGenerator(seed: 21)
        var entries: [String: [UInt8]] = ["b/中文.csv": Array("a,b\n".utf8), "empty": [], "Z": [0]]
        for number in 0..<20 {
            let count = Int.random(in: 0...50_000, using: &random)
            entries["random/\(number)"] = (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        }
        let bytes = try #require(ZipWriter.zip(entries))
        try bytes.withUnsafeBytes { raw in
            let reader = try ZipReader(raw, limits: Self.limits, isStrict: true)
            #expect(reader.names == entries.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
            for (name, content) in entries { #expect(try reader.read(name) == content) }
        }
    }

    @Test func sameEntriesAreTheSameBytes() throws {
        let entries = ["a": Array("1".utf8), "b": [UInt8](repeating: 7, count: 100_000)]
        let first = try #require(ZipWriter.zip(entries))
        #expect(ZipWriter.zip(Dictionary(uniqueKeysWithValues: entries.reversed().map { ($0.key, $0.value) })) == first)
        // Local header: signature, version, flags, method, time 00:00, date 1980-01-01 (little end first), no extra field.
        #expect(Array(first[10..<14]) == [0, 0, 0x21, 0])
        #expect(Array(first[28..<30]) == [0, 0])
    }

    private func failure(
        _ bytes: [UInt8], _ name: String = "a", limits: ZipReader.Limits = limits, isStrict: Bool = true
    ) -> ZipReader.Failure? {
        bytes.withUnsafeBytes { raw in
            do throws(ZipReader.Failure) {
                _ = try ZipReader(raw, limits: limits, isStrict: isStrict).read(name)
                return nil
            } catch {
                return error
            }
        }
    }

    @Test func limitsHold() throws {
        let bytes = try #require(ZipWriter.zip(["a": [UInt8](repeating: 1, count: 2 << 20), "b": [1]]))
        #expect(failure(bytes) == .ratio(200))
        #expect(failure(bytes, limits: .init(entries: 2, entryBytes: 4 << 20, ratio: 2000)) == nil)
        #expect(failure(bytes, limits: .init(entries: 1, entryBytes: 4 << 20, ratio: 2000)) == .entries(1))
        #expect(failure(bytes, limits: .init(entries: 2, entryBytes: 1 << 20, ratio: 2000)) == .size(1 << 20))
        #expect(failure(bytes, "c") == .missing)
        #expect(failure([]) == .damaged)
        #expect(failure(Array("PK no zip".utf8)) == .damaged)
    }

    /// A name that stands twice: each reader of zip files may take another of the two.
    @Test func repeatedNamesAreRefused() throws {
        var bytes = try #require(ZipWriter.zip(["a": [1], "b": [2]]))
        for index in bytes.indices where bytes[index] == UInt8(ascii: "b") { bytes[index] = UInt8(ascii: "a") }
        #expect(failure(bytes) == .repeated("a"))
        #expect(failure(bytes, isStrict: false) == nil)
    }

    /// Seed 22: a changed byte gives a failure or the content; a wrong content never passes the checksum unnoticed.
    @Test func brokenFiles() throws {
        var random = SeededGenerator(seed: 22)
        let content = (0..<500).map { UInt8($0 % 7) }
        let good = try #require(ZipWriter.zip(["a": content]))
        for _ in 0..<500 {
            var bytes = good
            bytes[Int.random(in: bytes.indices, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            let read = bytes.withUnsafeBytes { raw in
                try? ZipReader(raw, limits: Self.limits, isStrict: true).read("a")
            }
            #expect(read == nil || read == content || read?.count != content.count)
        }
    }
}

import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// The container of old workbooks.
struct CompoundFileTests {
    /// A workbook among the fixtures.
    static func fixture(_ name: String) throws -> [UInt8] {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    }

    @Test(arguments: ["types.xls", "strings.xls", "dates-1904.xls"])
    func streamsOfOtherPrograms(name: String) throws {
        let container = try #require(CompoundFile(try Self.fixture(name)))
        let stream = try #require(container.stream(named: "workbook"))
        #expect(Array(stream.prefix(2)) == [0x09, 0x08], "a stream of records begins with BOF")
        #expect(!container.has("Book") && container.stream(named: "Book") == nil)
    }

    /// Seed 61: what is written is read again, of any length.
    @Test func roundTrip() throws {
        var random = SeededGenerator(seed: 61)
        for length in [4096, 4097, 8192, 50_000, 4096 * 1022, 4096 * 1023 + 5] {
            let stream = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
            let file = CompoundFile.file("Workbook", stream)
            #expect(CompoundFile(file)?.stream(named: "Workbook") == stream, "\(length)")
        }
    }

    /// Seed 62: files with changed bytes, also in the tables of sectors, give a stream no longer than the file, or none.
    @Test func brokenFiles() throws {
        var random = SeededGenerator(seed: 62)
        let good = try Self.fixture("types.xls")
        let tables = Array(0..<512) + Array((good.count - 1024)..<good.count)
        for round in 0..<1000 {
            var bytes = good
            for _ in 0...Int.random(in: 0...3, using: &random) {
                let offset =
                    round % 2 == 0 ? tables.randomElement(using: &random) : bytes.indices.randomElement(using: &random)
                bytes[offset ?? 0] =
                    [0, 1, 2, 0xFE, 0xFF, UInt8.random(in: .min ... .max, using: &random)][
                        Int.random(in: 0...5, using: &random)]
            }
            if round % 10 == 0 { bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random))) }
            let stream = CompoundFile(bytes)?.stream(named: "Workbook")
            #expect(stream.map { $0.count <= bytes.count } ?? true)
        }
    }

    /// A chain that leads to itself.
    @Test func circles() throws {
        var file = CompoundFile.file("Workbook", [UInt8](repeating: 1, count: 20_000))
        let table = file.count - 4096 * 2
        file.replaceSubrange(table + 8..<table + 12, with: LittleEndian.bytes(u32: 1))
        let container = try #require(CompoundFile(file))
        #expect(container.stream(named: "Workbook") == nil)
    }
}

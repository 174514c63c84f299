import StatisticalData
import Testing

@testable import Spreadsheets
import TestSupport

/// Damaged files: reading ends, every row is whole, and a file that passes without a fault is read as a plain reader
/// reads it.
struct CSVFuzzTests {
    static let valid = Array(
        #"""
        \#u{FEFF}indicator,area,period,value,note
        energy-per-gdp,320000,2019,-3.05,"final, ""checked"""
        gdp,江苏,2016-H1,71300,
        gdp,320000,2016/2019,,"two
        lines"\#r
        water,CN,2018-10,1e3,👩‍👩‍👧

        """#.utf8)

    @Test func theUnchangedFileIsInOrder() throws {
        let reading = try Reading(Self.valid)
        #expect(reading.rows.count == 4)
        #expect(reading.faults.isEmpty)
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func mutations(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var counts = (refused: 0, faulty: 0, fine: 0)
        for _ in 0..<5000 {
            var bytes = Self.valid
            for _ in 0..<Int.random(in: 1...3, using: &generator) { Self.mutate(&bytes, using: &generator) }
            do throws(Faults) {
                let reading = try Reading(bytes)
                Self.check(reading, of: bytes)
                if reading.faults.isEmpty { counts.fine += 1 } else { counts.faulty += 1 }
            } catch {
                counts.refused += 1
                #expect(!error.list.isEmpty)
            }
        }
        // All three outcomes are exercised.
        #expect(min(counts.refused, counts.faulty, counts.fine) > 200)
    }

    static func check(_ reading: Reading, of bytes: [UInt8]) {
        let lastLine = bytes.count { $0 == 0x0A }
        if reading.rows.contains(where: { $0.count != reading.header.count }) {
            Issue.record("a row is not whole: \(bytes)")
        }
        for (line, next) in zip(reading.lines, reading.lines.dropFirst()) where next <= line {
            Issue.record("lines do not ascend: \(bytes)")
        }
        if let last = reading.lines.last, last > lastLine { Issue.record("line \(last) does not exist: \(bytes)") }
        guard reading.faults.isEmpty else { return }
        if [reading.header] + reading.rows != ReferenceReader.rows(String(decoding: bytes, as: UTF8.self)) {
            Issue.record("read otherwise by the plain reader: \(bytes)")
        }
    }

    static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let position = Int.random(in: bytes.indices, using: &generator)
        let end = min(bytes.count, position + Int.random(in: 1...20, using: &generator))
        let byte = ",\"\n\ra0 ".utf8.randomElement(using: &generator) ?? 0
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.insert(byte, at: position)
        case 2: bytes.removeSubrange(position..<end)
        case 3: bytes.removeSubrange(position...)
        case 4: bytes.insert(contentsOf: bytes[position..<end], at: position)
        default: bytes[position] = byte
        }
    }
}

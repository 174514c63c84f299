import CompositeIndicators
import StatisticalData
import TableFormats
import Testing
import TestSupport

/// Broken tables end in faults with a place, never in a crash, and what is read is consistent.
@Suite struct IndexFuzzTests {
    @Test(arguments: 0..<4 as Range<UInt64>) func mutations(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var read = 0
        for _ in 0..<2500 {
            var data = Array(Sample.data.utf8)
            var metadata = Array(Sample.metadata.utf8)
            for _ in 0..<Int.random(in: 1...3, using: &generator) {
                if Bool.random(using: &generator) {
                    Self.mutate(&data, using: &generator)
                } else {
                    Self.mutate(&metadata, using: &generator)
                }
            }
            if Self.isRead(data, metadata) { read += 1 }
        }
        // Both ways out must be taken, or the mutations test nothing.
        #expect(read > 50)
        #expect(read < 2450)
    }

    /// Reads, and looks at what came out.
    private static func isRead(_ data: [UInt8], _ metadata: [UInt8]) -> Bool {
        do throws(Faults) {
            let tables = try IndexTables(
                data: data, dataFile: "data", metadata: metadata, metadataFile: "meta")
            check(tables)
            return true
        } catch {
            if !error.list.contains(where: { $0.severity == .error }) { Issue.record("refused without an error") }
            if error.list.contains(where: { !["data", "meta"].contains($0.place.file) }) {
                Issue.record("a fault without a place: \(error.list)")
            }
            return false
        }
    }

    private static func check(_ tables: IndexTables) {
        let codes = tables.units.map(\.code)
        let isWhole =
            tables.indicators.units == codes && tables.denominators.units == codes
            && tables.groups.values.allSatisfy { $0.count == codes.count }
            && (tables.times?.count ?? codes.count) == codes.count
        if !isWhole { Issue.record("rows of different length: \(tables)") }
        let elements = tables.metadata.filter { $0.kind == .indicator || $0.kind == .aggregate }
            .map { FrameworkElement(id: $0.code, parent: $0.parent, weight: $0.kind == .indicator ? 1 : nil) }
        if (try? Framework(elements)) == nil { Issue.record("no tree: \(tables.metadata)") }
        if tables.warnings.contains(where: { $0.severity == .error }) { Issue.record("read in spite of an error") }
    }

    /// Changes bits, inserts signs that matter, cuts, repeats, or swaps in a word of the format.
    private static func mutate(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        let position = Int.random(in: bytes.indices, using: &generator)
        let end = min(bytes.count, position + Int.random(in: 1...30, using: &generator))
        let words = ["NA", "Index", "Air", "1", "-1", "2", "9e99", "9223372036854775807", ",", "\n", "\"", " "]
        let word = Array((words.randomElement(using: &generator) ?? "").utf8)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[position] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        case 1: bytes.insert(contentsOf: word, at: position)
        case 2: bytes.removeSubrange(position..<end)
        case 3: bytes.insert(contentsOf: bytes[position..<end], at: position)
        case 4: bytes[position] = UInt8(ascii: "0") + UInt8.random(in: 0..<10, using: &generator)
        default: replaceCell(in: &bytes, at: position, with: word)
        }
    }

    /// Replaces the cell around a position.
    private static func replaceCell(in bytes: inout [UInt8], at position: Int, with word: [UInt8]) {
        func isSeparator(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") }
        let start = bytes[..<position].lastIndex(where: isSeparator).map { $0 + 1 } ?? 0
        let end = bytes[position...].firstIndex(where: isSeparator) ?? bytes.count
        bytes.replaceSubrange(start..<max(start, end), with: word)
    }
}

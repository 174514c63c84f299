import Foundation

/// A compound file: a small file system within a file, in which old workbooks stand.
///
/// Chains of sectors that lead in a circle or out of the file are refused; nothing longer than the file is made.
///
/// Source: Microsoft, [MS-CFB], Compound File Binary File Format.
struct CompoundFile {
    private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    private static let end = 0xFFFF_FFFE
    /// Entries above this number are no sectors.
    private static let largestSector = 0xFFFF_FFFA

    private let bytes: [UInt8]
    private let shift: Int
    private var table: [Int] = []
    private var smallTable: [Int] = []
    private var smallStream: [UInt8] = []
    private var smallStreamFrom = 4096
    private var entries: [Entry] = []

    /// A stream or folder.
    private struct Entry {
        let name: String
        let kind: UInt8
        let start: Int
        let size: Int
    }

    /// Reads the tables of a compound file; `nil` when they are at fault.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 1536, bytes.starts(with: Self.signature), LittleEndian.u16(bytes, 28) == 0xFFFE else {
            return nil
        }
        shift = LittleEndian.u16(bytes, 30)
        guard shift == 9 || shift == 12, LittleEndian.u16(bytes, 32) == 6 else { return nil }
        self.bytes = bytes
        smallStreamFrom = LittleEndian.u32(bytes, 56)
        guard let table = sectorTable(), !table.isEmpty else { return nil }
        self.table = table
        guard let folder = stream(LittleEndian.u32(bytes, 48)) else { return nil }
        let isLong = shift == 12
        entries = stride(from: 0, to: folder.count - 127, by: 128).map { Self.entry(folder, $0, hasLongSizes: isLong) }
        guard let root = entries.first, root.kind == 5 else { return nil }
        smallTable = numbers(stream(LittleEndian.u32(bytes, 60)) ?? [])
        smallStream = stream(root.start).map { Array($0.prefix(root.size)) } ?? []
    }

    private static func entry(_ folder: [UInt8], _ offset: Int, hasLongSizes: Bool) -> Entry {
        let length = min(64, max(2, LittleEndian.u16(folder, offset + 64))) - 2
        let units = stride(from: offset, to: offset + length - 1, by: 2).map { UInt16(LittleEndian.u16(folder, $0)) }
        let high = hasLongSizes ? LittleEndian.u32(folder, offset + 124) : 0
        return Entry(
            name: String(decoding: units, as: UTF16.self), kind: folder[offset + 66],
            start: LittleEndian.u32(folder, offset + 116),
            size: high == 0 ? LittleEndian.u32(folder, offset + 120) : Int.max)
    }

    /// Whether there is a stream of this name.
    func has(_ name: String) -> Bool { entry(name) != nil }

    private func entry(_ name: String) -> Entry? {
        entries.first { $0.kind == 2 && $0.name.lowercased() == name.lowercased() }
    }

    /// The bytes of a stream; `nil` when there is none, or its chain is at fault.
    func stream(named name: String) -> [UInt8]? {
        guard let entry = entry(name), entry.size <= bytes.count else { return nil }
        let whole = entry.size < smallStreamFrom ? small(entry.start) : stream(entry.start)
        guard let whole, whole.count >= entry.size else { return nil }
        return Array(whole.prefix(entry.size))
    }

    private var sectorCount: Int { (bytes.count - 1) >> shift }

    /// A sector; the last one of a file may be cut short and is filled up.
    private func sector(_ number: Int) -> [UInt8]? {
        let start = (number + 1) << shift
        guard number <= Self.largestSector, start < bytes.count else { return nil }
        let found = bytes[start..<min(bytes.count, start + (1 << shift))]
        return Array(found) + [UInt8](repeating: 0, count: (1 << shift) - found.count)
    }

    private func numbers(_ bytes: [UInt8]) -> [Int] {
        stride(from: 0, to: bytes.count - 3, by: 4).map { LittleEndian.u32(bytes, $0) }
    }

    /// Which sector follows which.
    private func sectorTable() -> [Int]? {
        var parts = (0..<109).map { LittleEndian.u32(bytes, 76 + $0 * 4) }
        var next = LittleEndian.u32(bytes, 68)
        var left = sectorCount
        while next <= Self.largestSector {
            guard left > 0, let more = sector(next).map({ numbers($0) }), let last = more.last else { return nil }
            parts += more.dropLast()
            next = last
            left -= 1
        }
        let used = parts.prefix(LittleEndian.u32(bytes, 44)).filter { $0 <= Self.largestSector }
        guard used.count <= sectorCount else { return nil }
        var table: [Int] = []
        for part in used {
            guard let sector = sector(part) else { return nil }
            table += numbers(sector)
        }
        return table
    }

    /// All bytes of a chain of sectors; `nil` where it leads in a circle or out of the file.
    private func stream(_ start: Int) -> [UInt8]? {
        var found: [UInt8] = []
        var number = start
        var left = sectorCount
        while number != Self.end {
            guard left > 0, table.indices.contains(number), let sector = sector(number) else { return nil }
            found += sector
            number = table[number]
            left -= 1
        }
        return found
    }

    /// All bytes of a chain of the small sectors, of 64 bytes.
    private func small(_ start: Int) -> [UInt8]? {
        var found: [UInt8] = []
        var number = start
        var left = smallStream.count / 64 + 1
        while number != Self.end {
            guard left > 0, smallTable.indices.contains(number), (number + 1) * 64 <= smallStream.count else {
                return nil
            }
            found += smallStream[number * 64..<(number + 1) * 64]
            number = smallTable[number]
            left -= 1
        }
        return found
    }
}

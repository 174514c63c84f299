extension CompoundFile {
    private static let sectorSize = 4096
    private static let inTable = 0xFFFF_FFFD
    private static let free = 0xFFFF_FFFF
    private static let last = 0xFFFF_FFFE

    /// The plainest compound file with one stream: what the library gets is exactly what was examined.
    ///
    /// - Parameter stream: 4,096 bytes at least, 400 MB at most.
    static func file(_ name: String, _ stream: [UInt8]) -> [UInt8] {
        let count = (stream.count + sectorSize - 1) / sectorSize
        // One sector of folders, the stream, and tables that hold themselves too.
        let tables = (count + 1 + 1023 - 1) / 1023 + 1
        var table = [last]
        for number in 0..<count { table.append(number == count - 1 ? last : number + 2) }
        table += Array(repeating: inTable, count: tables)
        table += Array(repeating: free, count: tables * 1024 - table.count)
        var file = header(tables: (0..<tables).map { count + 1 + $0 })
        file += folder(name, size: stream.count)
        file += stream
        file += [UInt8](repeating: 0, count: count * sectorSize - stream.count)
        for entry in table { file += LittleEndian.bytes(u32: entry) }
        return file
    }

    private static func header(tables: [Int]) -> [UInt8] {
        var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        for value in [0x3E, 4, 0xFFFE, 12, 6] { header += LittleEndian.bytes(u16: value) }
        header += [UInt8](repeating: 0, count: 6)
        for value in [1, tables.count, 0, 0, 4096, last, 0, last, 0] { header += LittleEndian.bytes(u32: value) }
        for position in 0..<109 {
            header += LittleEndian.bytes(u32: position < tables.count ? tables[position] : free)
        }
        return header + [UInt8](repeating: 0, count: sectorSize - header.count)
    }

    private static func folder(_ name: String, size: Int) -> [UInt8] {
        let root = entry("Root Entry", kind: 5, child: 1, start: last, size: 0)
        let folder = root + entry(name, kind: 2, child: free, start: 1, size: size)
        return folder + [UInt8](repeating: 0, count: sectorSize - folder.count)
    }

    private static func entry(_ name: String, kind: UInt8, child: Int, start: Int, size: Int) -> [UInt8] {
        var entry = name.utf16.flatMap { LittleEndian.bytes(u16: Int($0)) }
        let length = entry.count + 2
        entry += [UInt8](repeating: 0, count: 64 - entry.count)
        entry += LittleEndian.bytes(u16: length) + [kind, 1]
        for link in [free, free, child] { entry += LittleEndian.bytes(u32: link) }
        entry += [UInt8](repeating: 0, count: 36)
        return entry + LittleEndian.bytes(u32: start) + LittleEndian.bytes(u32: size) + LittleEndian.bytes(u32: 0)
    }
}

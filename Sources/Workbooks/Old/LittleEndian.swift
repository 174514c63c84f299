/// Numbers in bytes, the low byte first, as office files of old have them.
enum LittleEndian {
    static func u16(_ bytes: [UInt8], _ offset: Int) -> Int {
        Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
    }

    static func u32(_ bytes: [UInt8], _ offset: Int) -> Int {
        u16(bytes, offset) | u16(bytes, offset + 2) << 16
    }

    static func bytes(u16 value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }

    static func bytes(u32 value: Int) -> [UInt8] { bytes(u16: value & 0xFFFF) + bytes(u16: value >> 16 & 0xFFFF) }
}

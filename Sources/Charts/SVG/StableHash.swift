/// The 64-bit FNV-1a hash, equal on every machine and in every run.
///
/// Source: Fowler, Noll, Vo; RFC 9923. Not for security: it only keeps ids apart.
public enum StableHash {
    /// Returns the hash of the UTF-8 bytes of `text` as 16 lower-case hexadecimal digits.
    public static func hexadecimal(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

import Crypto
public import Foundation

/// SHA-256 checksums.
public enum Checksum {
    /// The SHA-256 of bytes, in 64 hexadecimal digits.
    public static func sha256(_ bytes: some DataProtocol) -> String {
        hexadecimal(SHA256.hash(data: bytes))
    }

    /// The SHA-256 of a mapped file, whose pages are given back on the way.
    static func sha256(_ file: borrowing MappedFile) -> String {
        let bytes = file.bytes
        var hash = SHA256()
        for start in stride(from: 0, to: bytes.count, by: MappedFile.step) {
            let end = min(start + MappedFile.step, bytes.count)
            hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
            MappedFile.release(bytes, before: end)
        }
        return hexadecimal(hash.finalize())
    }

    private static func hexadecimal(_ hash: SHA256.Digest) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(64)
        for byte in hash {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

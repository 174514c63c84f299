import Crypto
public import Foundation

/// A key that signs: Ed25519 (RFC 8032). Whoever has it speaks for its owner.
public struct SigningKey: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// A new key from the system's random numbers.
    public init() {
        key = Curve25519.Signing.PrivateKey()
    }

    /// The key with these 32 bytes; `nil` for any other number of bytes.
    public init?(bytes: Data) {
        guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes) else { return nil }
        self.key = key
    }

    /// The 32 bytes: secret.
    public var bytes: Data { key.rawRepresentation }

    /// The key that verifies.
    public var verifying: VerifyingKey { VerifyingKey(key.publicKey) }

    /// The 64 bytes of the signature of `data`.
    public func signature(of data: Data) throws -> Data { try key.signature(for: data) }
}

/// A key that verifies what its owner signed.
public struct VerifyingKey: Hashable, Sendable {
    /// The 32 bytes.
    public let bytes: Data

    init(_ key: Curve25519.Signing.PublicKey) {
        bytes = key.rawRepresentation
    }

    /// The key with these 32 bytes; `nil` for any other number of bytes.
    public init?(bytes: Data) {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return nil }
        self.init(key)
    }

    /// By what a key is known and compared: the SHA-256 of its bytes in 64 hexadecimal digits.
    public var fingerprint: String { Checksum.sha256(bytes) }

    /// Whether `signature` is that of `data` by this key.
    public func isValid(_ signature: Data, of data: Data) -> Bool {
        guard let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else { return false }
        return key.isValidSignature(signature, for: data)
    }
}

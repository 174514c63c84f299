public import Courses
import Foundation
public import StatisticalData

/// A badge signed as a JSON web token (VC-JWT, EdDSA), which anybody can verify with the key of the issuer, without a network.
public struct BadgeCredential: Hashable, Sendable {
    /// The compact form of the token: header, credential and signature in base64url, parted by points.
    public let token: String

    /// Signs a badge.
    public init(_ badge: OpenBadge, by signer: (key: SigningKey, entry: KeyRing.Entry)) throws {
        let identifier = signer.entry.key.identifier
        let seconds = (KnownDate(badge.date)?.latestDay ?? 0) * 86_400
        let content = try badge.credential(
            issuer: signer.entry.name, identifier: identifier, id: "", seconds: seconds)
        let id = Self.uuid(Checksum.sha256(content))
        let payload = try badge.credential(
            issuer: signer.entry.name, identifier: identifier, id: id, seconds: seconds)
        let key = Self.base64url(signer.entry.key.bytes)
        let header =
            "{\"alg\":\"EdDSA\",\"jwk\":{\"crv\":\"Ed25519\",\"kty\":\"OKP\",\"x\":\"\(key)\"},\"typ\":\"JWT\"}"
        let text = Self.base64url(Data(header.utf8)) + "." + Self.base64url(payload)
        token = text + "." + Self.base64url(try signer.key.signature(of: Data(text.utf8)))
    }

    /// A credential found in a file: the token itself, or a certificate that holds it.
    ///
    /// - Throws: a `Fault` for a file without one, or one whose signature is not that of its text.
    public init(in text: String, file: String) throws(Fault) {
        guard text.utf8.count <= 1 << 20,
            let found = text.firstMatch(of: /eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+/)
        else { throw .badgeMissing(file) }
        token = String(found.output)
        guard let header: Header = decoded(0), header.alg == "EdDSA", header.jwk.kty == "OKP",
            header.jwk.crv == "Ed25519",
            let bytes = Self.data(header.jwk.x), let key = VerifyingKey(bytes: bytes),
            let content: Content = decoded(1),
            content.iss == key.identifier, content.issuer.id == key.identifier, let signature = Self.data(parts[2])
        else { throw .badgeMissing(file) }
        guard key.isValid(signature, of: Data((parts[0] + "." + parts[1]).utf8)) else { throw .badgeSignature(file) }
    }

    /// What the credential says; `nil` for one that was not read.
    public var statement: Statement? {
        guard let header: Header = decoded(0), let content: Content = decoded(1), let bytes = Self.data(header.jwk.x),
            let key = VerifyingKey(bytes: bytes)
        else { return nil }
        return Statement(
            learner: content.credentialSubject.identifier.first?.identityHash ?? "-",
            course: content.credentialSubject.achievement.name, date: String(content.validFrom.prefix(10)),
            points: content.credentialSubject.result.first?.value ?? "-", issuer: content.issuer.name, key: key)
    }

    /// What a credential says.
    public struct Statement: Hashable, Sendable {
        /// The learner.
        public let learner: String
        /// The title of the course.
        public let course: String
        /// The day.
        public let date: String
        /// The points.
        public let points: String
        /// The name the issuer gives itself.
        public let issuer: String
        /// The key that signed.
        public let key: VerifyingKey
    }

    private var parts: [String] { token.split(separator: ".", omittingEmptySubsequences: false).map(String.init) }

    private func decoded<Value: Decodable>(_ part: Int) -> Value? {
        guard parts.count == 3, let data = Self.data(parts[part]) else { return nil }
        return try? JSONDecoder().decode(Value.self, from: data)
    }

    private struct Header: Decodable {
        let alg: String
        let jwk: Key

        struct Key: Decodable {
            let kty: String
            let crv: String
            let x: String
        }
    }

    private struct Content: Decodable {
        let iss: String
        let validFrom: String
        let issuer: Issuer
        let credentialSubject: Subject

        struct Issuer: Decodable {
            let id: String
            let name: String
        }

        struct Subject: Decodable {
            let identifier: [Identity]
            let achievement: Achievement
            let result: [Result]
        }

        struct Identity: Decodable {
            let identityHash: String
        }

        struct Achievement: Decodable {
            let name: String
        }

        struct Result: Decodable {
            let value: String
        }
    }

    static func base64url(_ data: Data) -> String {
        data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func data(_ text: String) -> Data? {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4))
    }

    private static func uuid(_ digest: String) -> String {
        var digits = Array(digest.prefix(32))
        digits[12] = "8"
        digits[16] = "8"
        return "urn:uuid:"
            + [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
    }
}

extension VerifyingKey {
    /// The key as an identifier that holds it (`did:key`): the bytes ED 01 and those of the key in base 58, after `z`.
    public var identifier: String { "did:key:z" + Base58.text([0xED, 0x01] + [UInt8](bytes)) }
}

/// Numbers in base 58 with the alphabet of Bitcoin.
enum Base58 {
    private static let alphabet = Array("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz")

    static func text(_ bytes: [UInt8]) -> String {
        var digits: [Int] = []
        for byte in bytes {
            var carry = Int(byte)
            for position in digits.indices {
                carry += digits[position] << 8
                digits[position] = carry % 58
                carry /= 58
            }
            while carry > 0 {
                digits.append(carry % 58)
                carry /= 58
            }
        }
        let zeros = bytes.prefix { $0 == 0 }.count
        return String(repeating: "1", count: zeros) + String(digits.reversed().map { alphabet[$0] })
    }
}

extension Fault {
    static func badgeMissing(_ file: String) -> Fault {
        Fault("badge-missing", at: Place(file: file))
    }

    static func badgeSignature(_ file: String) -> Fault {
        Fault("badge-signature", at: Place(file: file))
    }
}

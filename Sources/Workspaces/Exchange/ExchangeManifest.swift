import DataPackages
import Foundation
import StatisticalData

/// `manifest.json` of an exchange package: every file with length and checksum, and who signs. Its exact bytes are signed.
struct ExchangeManifest: Codable, Hashable {
    static let file = "manifest.json"
    static let signature = "manifest.sig"
    /// The version of the layout.
    static let layout = 1
    /// A manifest of more bytes is not read.
    static let limit = 16 << 20

    /// The version of the layout.
    let exchange: Int
    /// The files, sorted by the bytes of their paths.
    let files: [File]
    /// The licence of the whole; `nil`: that of each source.
    let licence: String?
    /// The title of the workspace.
    let name: LocalisedText
    /// The key that signs.
    let signer: PublicKeyFile.Stored

    struct File: Codable, Hashable {
        let bytes: Int
        let path: String
        let sha256: String
    }

    init(_ files: [String: Data], name: LocalisedText, licence: String?, signer: KeyRing.Entry) {
        exchange = Self.layout
        self.files = files.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
            File(bytes: $0.value.count, path: $0.key, sha256: Checksum.sha256($0.value))
        }
        self.licence = licence
        self.name = name
        self.signer = PublicKeyFile(signer).stored
    }

    init(_ data: Data, file: String) throws(Fault) {
        guard let manifest = try? JSONDecoder().decode(ExchangeManifest.self, from: data) else {
            throw .exchangeManifest(file)
        }
        guard manifest.exchange == Self.layout else {
            throw .packageLayout(manifest.exchange, expected: Self.layout, at: Place(file: file))
        }
        self = manifest
    }

    func encoded() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return try encoder.encode(self) + Data("\n".utf8)
    }

    /// The key of the signer, whose fingerprint must be that of its bytes.
    func key(in file: String) throws(Fault) -> PublicKeyFile {
        guard let bytes = Data(base64Encoded: signer.key), let key = VerifyingKey(bytes: bytes),
            key.fingerprint == signer.fingerprint
        else { throw .exchangeManifest(file) }
        return PublicKeyFile(name: signer.name, key: key)
    }
}

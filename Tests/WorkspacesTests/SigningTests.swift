import Foundation
import StatisticalData
import TestSupport
import Testing

@testable import Workspaces

/// Signatures and keys: the published test vectors, and who may read a secret.
struct SigningTests {
    private static func bytes(_ digits: String) -> Data {
        let digits = Array(digits)
        return Data(
            stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) })
    }

    /// RFC 8032, section 7.1, tests 1 to 3.
    @Test(arguments: [
        (
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "",
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"
        ),
        (
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", "72",
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
        ),
        (
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025", "af82",
            "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
        ),
    ])
    func publishedVectors(secret: String, open: String, message: String, signature: String) throws {
        let key = try #require(SigningKey(bytes: Self.bytes(secret)))
        #expect(key.verifying.bytes == Self.bytes(open))
        #expect(key.verifying.isValid(Self.bytes(signature), of: Self.bytes(message)))
        #expect(try key.signature(of: Self.bytes(message)) == Self.bytes(signature))
        #expect(!key.verifying.isValid(Self.bytes(signature), of: Self.bytes(message + "00")))
    }

    @Test func aSecretIsForItsOwnerAlone() throws {
        try withTemporaryFolder { folder in
            let ring = KeyRing(try UserFolder(environment: ["GREENPRINT_HOME": folder.path("home")]))
            _ = try ring.make("own", name: "Office")
            let secret = folder.path("home/keys/own/own.key")
            let mode = try FileManager.default.attributesOfItem(atPath: secret)[.posixPermissions] as? Int
            #expect(mode == 0o600)
            let above =
                try FileManager.default.attributesOfItem(atPath: folder.path("home/keys"))[.posixPermissions] as? Int
            #expect(above == 0o700)
            _ = try ring.signing(nil)
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: secret)
            #expect(throws: Fault.keyMode(secret)) { try ring.signing("own") }
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: secret)
            #expect(throws: Fault.keyExists("own.key")) { try ring.make("own", name: "Other") }
            #expect(throws: Fault.keyName("../a")) { try ring.make("../a", name: "Other") }
            _ = try ring.make("second", name: "Second")
            #expect(throws: Fault.keySeveral(["own", "second"])) { try ring.signing(nil) }
            try folder.write("AAAA\n", to: "home/keys/own/own.key")
            #expect(throws: Fault.self) { try ring.signing("own") }
        }
    }

    @Test func keyFilesAreRead() throws {
        let file = PublicKeyFile(name: "Office", key: SigningKey().verifying)
        let data = try file.encoded()
        #expect(try PublicKeyFile(data, file: "k") == file)
        let text = String(decoding: data, as: UTF8.self)
        let other = SigningKey().verifying.bytes.base64EncodedString()
        for broken in [
            "", "{}", "[]", text.replacing(file.verifying.bytes.base64EncodedString(), with: other),
            text.replacing(file.verifying.fingerprint, with: String(repeating: "0", count: 64)),
        ] {
            #expect(throws: Fault.keyFile("k")) { try PublicKeyFile(Data(broken.utf8), file: "k") }
        }
    }
}

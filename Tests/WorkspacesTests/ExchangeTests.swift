import Foundation
import StatisticalData
import TestSupport
import Testing
import ZipFiles

@testable import Workspaces

/// Signed packages: what goes through, and everything that is refused.
struct ExchangeTests {
    private struct Sample {
        let folder: TemporaryFolder
        let ring: KeyRing
        let key: SigningKey
        let package: WorkspacePackage

        var workspace: Workspace { get throws { try Workspace(at: folder.path("ours")) } }

        func enter(_ path: String) throws -> (outcome: PackageImport.Outcome, news: ExchangeNews?) {
            try #require(try ExchangeImport(folder.path(path))).run(into: workspace, as: "partner")
        }

        func write(_ files: [String: Data], to name: String) throws {
            try folder.write(try #require(ZipWriter.zip(files.mapValues { [UInt8]($0) })), to: name)
        }

        /// The code of the first fault; nothing may be written.
        func refusal(of files: [String: Data]) throws -> String {
            try write(files, to: "changed.zip")
            let before = try folder.contents(of: "ours").filter { !$0.key.hasPrefix(".greenprint") }
            defer {
                let after = try? folder.contents(of: "ours").filter { !$0.key.hasPrefix(".greenprint") }
                #expect(after == before, "something was written")
            }
            do {
                _ = try enter("changed.zip")
                return "none"
            } catch let faults as Faults {
                return faults.list.map(\.code).joined(separator: " ")
            } catch let fault as Fault {
                return fault.code
            }
        }

        func signed(_ files: [String: Data], by key: SigningKey) throws -> [String: Data] {
            var files = files.filter { $0.key != "manifest.json" && $0.key != "manifest.sig" }
            let entry = KeyRing.Entry(id: "x", name: "X", key: key.verifying, isOwn: true)
            let manifest = try ExchangeManifest(files, name: .init(en: "X", zh: "某"), licence: nil, signer: entry)
                .encoded()
            files["manifest.json"] = manifest
            files["manifest.sig"] = try key.signature(of: manifest)
            return files
        }
    }

    private static func withSample(_ body: (Sample) throws -> Void) throws {
        try withTemporaryFolder { folder in
            for name in ["ours", "theirs"] { try SmallWorkspace.write(to: TemporaryFolder(path: folder.path(name))) }
            try folder.replace("2016,80.0", by: "2016,81.5", in: "theirs/data/scores.csv")
            let ring = KeyRing(try UserFolder(environment: ["GREENPRINT_HOME": folder.path("home")]))
            _ = try ring.make("own", name: "Fujian")
            let signer = try ring.signing(nil)
            let package = try OpenWorkspace(at: folder.path("theirs")).exchangePackage(signedBy: signer)
            try body(Sample(folder: folder, ring: ring, key: signer.key, package: package))
        }
    }

    @Test(arguments: ["p.zip", "pkg"])
    func theOthersFiguresStayTheOthers(_ name: String) throws {
        try Self.withSample { sample in
            try sample.package.write(to: sample.folder.path(name))
            let ours = try OpenWorkspace(at: sample.folder.path("ours")).observations()
            let (outcome, news) = try sample.enter(name)
            #expect(outcome.observations == 9 && outcome.results == 3 && outcome.warnings.isEmpty)
            let found = try #require(news)
            #expect(found.new == 9 && found.changed == 0 && found.withdrawn == 0)
            #expect(found.alike == 7 && found.studies.isEmpty)
            #expect(found.different.map(\.ours) == [80] && found.different.map(\.theirs) == [81.5])
            #expect(try OpenWorkspace(at: sample.folder.path("ours")).observations() == ours)
            #expect(try sample.folder.text("ours/partners/partner/data/scores.csv").contains("81.5"))
            // A partner's figures are not passed on.
            let own = try OpenWorkspace(at: sample.folder.path("ours")).package()
            #expect(own.files.keys.filter { $0.contains("partners") } == [])
            // A second package replaces the first and tells what changed.
            try sample.folder.replace("2016,60.0", by: "2016,61.0", in: "theirs/data/scores.csv")
            try sample.folder.remove("theirs/.greenprint")
            let again = try OpenWorkspace(at: sample.folder.path("theirs"))
                .exchangePackage(signedBy: sample.ring.signing(nil))
            try again.write(to: sample.folder.path("second.zip"))
            let second = try #require(try sample.enter("second.zip").news)
            #expect(second.new == 0 && second.changed == 1 && second.withdrawn == 0)
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: sample.folder.path("ours/partners")) == ["partner"])
        }
    }

    @Test func theSameWorkspaceAndKeyGiveTheSameBytes() throws {
        try Self.withSample { sample in
            let again = try OpenWorkspace(at: sample.folder.path("theirs"))
                .exchangePackage(signedBy: sample.ring.signing(nil))
            #expect(again.files == sample.package.files)
        }
    }

    /// Seed 71: one changed byte in any file, the manifest and the signature included.
    @Test func oneChangedByteIsRefused() throws {
        try Self.withSample { sample in
            var random = SeededGenerator(seed: 71)
            for (path, data) in sample.package.files.sorted(by: { $0.key < $1.key }) where !data.isEmpty {
                var bytes = [UInt8](data)
                bytes[Int.random(in: bytes.indices, using: &random)] ^= 1 << UInt8.random(in: 0...7, using: &random)
                var files = sample.package.files
                files[path] = Data(bytes)
                let code = try sample.refusal(of: files)
                let expected =
                    path.hasPrefix("manifest")
                    ? ["exchange-signature", "exchange-manifest", "package-layout"] : ["package-hash"]
                #expect(expected.contains(code), "\(path): \(code)")
            }
        }
    }

    @Test func aSwappedSignatureIsRefused() throws {
        try Self.withSample { sample in
            var files = sample.package.files
            let other = SigningKey()
            files["manifest.sig"] = try other.signature(of: try #require(files["manifest.json"]))
            #expect(try sample.refusal(of: files) == "exchange-signature")
            let ours = try OpenWorkspace(at: sample.folder.path("ours")).exchangePackage(
                signedBy: sample.ring.signing(nil))
            files["manifest.sig"] = ours.files["manifest.sig"]
            #expect(try sample.refusal(of: files) == "exchange-signature")
            for bytes in [Data(), Data(repeating: 0, count: 64), Data(repeating: 0, count: 63)] {
                files["manifest.sig"] = bytes
                #expect(try sample.refusal(of: files) == "exchange-signature")
            }
            files["manifest.sig"] = Data(repeating: 0, count: 65)
            #expect(try sample.refusal(of: files) == "package-limit")
            files["manifest.sig"] = nil
            #expect(try sample.refusal(of: files) == "exchange-signature")
        }
    }

    /// Whoever signs anew has another key, which nobody has trusted, whatever name the manifest gives.
    @Test func anotherSignerIsUnknown() throws {
        try Self.withSample { sample in
            try sample.ring.trust(PublicKeyFile(name: "Fujian", key: sample.key.verifying), as: "fujian")
            try sample.package.write(to: sample.folder.path("p.zip"))
            let good = try #require(try ExchangeImport(sample.folder.path("p.zip")))
            #expect(try good.trustedSigner(in: sample.ring)?.id == "fujian")
            try sample.write(try sample.signed(sample.package.files, by: SigningKey()), to: "q.zip")
            let bad = try #require(try ExchangeImport(sample.folder.path("q.zip")))
            #expect(try bad.trustedSigner(in: sample.ring) == nil)
            let other = PublicKeyFile(name: "Fujian", key: SigningKey().verifying)
            #expect(throws: Fault.keyExists("fujian")) { try sample.ring.trust(other, as: "fujian") }
        }
    }

    /// Even what is soundly signed may not climb out, bring more than it lists, or lack what it lists.
    @Test func soundlySignedAndStillRefused() throws {
        try Self.withSample { sample in
            for path in [
                "../evil.csv", "workspace/../../evil.csv", "/evil.csv", "a\\b.csv", ".hidden",
                "workspace/.greenprint/x",
            ] {
                var files = sample.package.files
                files[path] = Data("x".utf8)
                let code = try sample.refusal(of: sample.signed(files, by: sample.key))
                #expect(code.hasPrefix("package-path"), "\(path)")
            }
            var more = sample.package.files
            more["workspace/data/more.csv"] = Data("x".utf8)
            #expect(try sample.refusal(of: more) == "package-unlisted")
            var less = sample.package.files
            less["workspace/areas.csv"] = nil
            #expect(try sample.refusal(of: less) == "package-missing")
        }
    }

    @Test func otherThingsAreNoExchangePackages() throws {
        try Self.withSample { sample in
            try OpenWorkspace(at: sample.folder.path("ours")).package().write(to: sample.folder.path("plain.zip"))
            #expect(try ExchangeImport(sample.folder.path("plain.zip")).map { _ in 1 } == nil)
            #expect(try ExchangeImport(sample.folder.path("nothing")).map { _ in 1 } == nil)
            var files = sample.package.files
            files["manifest.json"] = Data("{}".utf8)
            #expect(try sample.refusal(of: files) == "exchange-manifest")
        }
    }
}

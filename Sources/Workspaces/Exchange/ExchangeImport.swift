import DataPackages
import Foundation
public import StatisticalData

/// A signed exchange package on its way into a workspace: signature first, then every checksum, then the content.
public struct ExchangeImport {
    /// The name and key that the package gives for its signer. The signature is of this key; whose key it is, is for the user to
    /// know.
    public let signer: PublicKeyFile
    /// The title of the workspace packed.
    public let name: LocalisedText
    private let source: PackageSource
    private let manifest: ExchangeManifest
    private let signed: [String: Data]

    /// Opens a package and verifies the signature of its manifest, before anything else of it is read.
    ///
    /// - Returns: `nil` for anything but an exchange package.
    /// - Throws: a `Fault` for a manifest that is not what was signed.
    public init?(_ path: String) throws {
        guard let source = try PackageSource(path), try source.has(ExchangeManifest.file) else { return nil }
        let place = path + ":" + ExchangeManifest.file
        let data = try source.bytes(of: ExchangeManifest.file, limit: ExchangeManifest.limit)
        let manifest = try ExchangeManifest(data, file: place)
        let signer = try manifest.key(in: place)
        guard try source.has(ExchangeManifest.signature) else { throw Fault.exchangeSignature(place) }
        let signature = try source.bytes(of: ExchangeManifest.signature, limit: 64)
        guard signer.verifying.isValid(signature, of: data) else { throw Fault.exchangeSignature(place) }
        self.source = source
        self.manifest = manifest
        self.signer = signer
        name = manifest.name
        signed = [ExchangeManifest.file: data, ExchangeManifest.signature: signature]
    }

    /// The entry of the signer among the keys trusted; `nil` for a key nobody here has trusted.
    public func trustedSigner(in ring: KeyRing) throws -> KeyRing.Entry? {
        try ring.trusted().first { $0.key == signer.verifying }
    }

    /// Checks that the package holds exactly the files of the manifest, each with its length and checksum.
    ///
    /// - Throws: `Faults` with everything wrong.
    public func check() throws {
        var collector = FaultCollector(limit: 500)
        let place = Place(file: source.path + ":" + ExchangeManifest.file)
        let own: Set = [ExchangeManifest.file, ExchangeManifest.signature]
        var listed: Set<String> = own
        for file in manifest.files {
            guard PackagePath.isSafe(file.path) else {
                collector.add(.packagePath(file.path, at: place))
                continue
            }
            if !listed.insert(file.path).inserted { collector.add(.packageRepeatedFile(file.path, at: place)) }
        }
        try collector.throwIfFaulty(in: source.path)
        for path in try source.paths(below: "") where !listed.contains(path) {
            collector.add(.packageUnlisted(path, in: source.path))
        }
        for file in manifest.files {
            try collector.collect { _ in
                _ = try source.read(
                    PackageListing.File(path: file.path, bytes: file.bytes, sha256: file.sha256, place: place))
            }
        }
        try collector.throwIfFaulty(in: source.path)
    }

    /// Puts the package into `partners/ID` of a workspace: a workspace of its own, whose figures never enter the ledger of ours.
    ///
    /// What the partner sent before is replaced when the new one is complete.
    ///
    /// - Throws: `Faults` with everything wrong; nothing is changed then.
    public func run(
        into workspace: Workspace, as id: String, isDryRun: Bool = false, progress: JobProgress = .silent
    ) throws -> (outcome: PackageImport.Outcome, news: ExchangeNews?) {
        try check()
        let target = workspace.folder.path(Workspace.partnersFolder + "/" + id)
        let aside = target + ".\(getpid()).part"
        let packed = PackageImport(source)
        if isDryRun { return (try packed.run(to: aside, isDryRun: true), nil) }
        let manager = FileManager.default
        do {
            try manager.createDirectory(
                atPath: workspace.folder.path(Workspace.partnersFolder), withIntermediateDirectories: true)
        } catch {
            throw Fault.cannotWrite(target, errno)
        }
        defer { try? manager.removeItem(atPath: aside) }
        let outcome = try packed.run(to: aside, progress: progress)
        for (name, data) in signed {
            try NewFolder.write(data, ".greenprint/exchange/" + name, in: aside, reportedAs: target)
        }
        let news = try ExchangeNews(
            of: aside, before: manager.fileExists(atPath: target) ? target : nil, ours: workspace)
        try Self.swap(aside, target)
        return (outcome, news)
    }

    private static func swap(_ aside: String, _ target: String) throws {
        let manager = FileManager.default
        let old = target + ".\(getpid()).old"
        if manager.fileExists(atPath: target), rename(target, old) != 0 { throw Fault.cannotWrite(target, errno) }
        guard rename(aside, target) == 0 else {
            let reason = errno
            rename(old, target)
            throw Fault.cannotWrite(target, reason)
        }
        try? manager.removeItem(atPath: old)
    }
}

extension Workspace {
    /// The folder of what partners sent: a workspace each.
    static let partnersFolder = "partners"
}

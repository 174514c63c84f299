import Foundation
import StatisticalData

extension OpenWorkspace {
    /// The workspace as a signed exchange package: a data package, `manifest.json` with the checksum of every file, and
    /// `manifest.sig`, the 64 bytes of the Ed25519 signature over the exact bytes of the manifest.
    ///
    /// What partners sent stands in `partners/` and is not passed on.
    public func exchangePackage(licence: String? = nil, signedBy signer: (key: SigningKey, entry: KeyRing.Entry)) throws
        -> WorkspacePackage
    {
        let package = try package(licence: licence)
        let manifest = try ExchangeManifest(
            package.files, name: workspace.configuration.name, licence: licence, signer: signer.entry
        ).encoded()
        var files = package.files
        files[ExchangeManifest.file] = manifest
        files[ExchangeManifest.signature] = try signer.key.signature(of: manifest)
        return WorkspacePackage(
            files: files, observations: package.observations, results: package.results, warnings: package.warnings)
    }
}

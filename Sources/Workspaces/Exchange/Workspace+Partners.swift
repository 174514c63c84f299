import Foundation
public import StatisticalData
import Studies

extension Workspace {
    /// What a partner sent in a signed package.
    public struct Partner: Hashable, Sendable {
        /// What the partner is called here.
        public let id: String
        /// The title of the partner's workspace.
        public let title: LocalisedText
        /// The signer as the package names it.
        public let signer: PublicKeyFile
        /// The number of observations.
        public let observations: Int
        /// The titles of the studies.
        public let studies: [LocalisedText]
    }

    /// The partners whose packages were imported, by id.
    ///
    /// - Throws: a `Fault` for a manifest that is not what was signed.
    public func partners() throws -> [Partner] {
        try folder.folders(in: Self.partnersFolder).compactMap { id in
            let base = Self.partnersFolder + "/" + id + "/"
            let kept = base + ".greenprint/exchange/"
            guard folder.exists(base + Self.configurationFile), folder.exists(kept + ExchangeManifest.file) else {
                return nil
            }
            let data = try folder.read(kept + ExchangeManifest.file)
            let manifest = try ExchangeManifest(data, file: kept + ExchangeManifest.file)
            let signer = try manifest.key(in: kept + ExchangeManifest.file)
            guard signer.verifying.isValid(try folder.read(kept + ExchangeManifest.signature), of: data) else {
                throw Fault.exchangeSignature(kept + ExchangeManifest.file)
            }
            let open = try OpenWorkspace(at: folder.path(Self.partnersFolder + "/" + id))
            return Partner(
                id: id, title: open.workspace.configuration.name, signer: signer,
                observations: try open.observations().count, studies: open.workspace.studies.map(\.title))
        }
    }
}

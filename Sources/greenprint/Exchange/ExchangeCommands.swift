import Foundation
import Reports
import StatisticalData
import Workspaces

/// `greenprint export --format exchange` and `greenprint import` of what it wrote.
struct ExchangeCommands {
    private let messages: Messages

    init(_ messages: Messages) {
        self.messages = messages
    }

    /// Writes the workspace as a signed package and tells what is in it.
    func write(_ open: OpenWorkspace, licence: String?, key: String?, to path: String) throws {
        let signer = try Keys.ring().signing(key)
        let package = try open.exchangePackage(licence: licence, signedBy: signer)
        messages.tell(package.warnings)
        try package.write(to: path)
        messages.tell(
            "exchange-written",
            [
                "file": path, "files": String(package.files.count), "observations": String(package.observations),
                "results": String(package.results), "name": signer.entry.name,
                "fingerprint": Keys.spaced(signer.entry.key.fingerprint),
            ])
    }

    /// Verifies a package and puts it beside the figures of the workspace at `target`.
    func enter(
        _ package: ExchangeImport, file: String, to target: String, partner: String?, fingerprint: String?,
        isDryRun: Bool
    ) throws {
        let ring = try Keys.ring()
        let id = try partnerID(package, ring, file: file, partner: partner, fingerprint: fingerprint, isDryRun)
        let (outcome, news) = try messages.withProgress {
            try package.run(into: try Workspace(at: target), as: id, isDryRun: isDryRun, progress: $0)
        }
        messages.tell(outcome.warnings)
        messages.tell("exchange-verified", ["name": package.signer.name, "id": id])
        guard let news else { return messages.tell("package-sound", ["files": String(outcome.files)]) }
        let folder = target + "/partners/" + id
        messages.tell(
            "exchange-imported",
            [
                "folder": folder, "observations": String(outcome.observations), "new": String(news.new),
                "changed": String(news.changed), "withdrawn": String(news.withdrawn), "alike": String(news.alike),
                "different": String(news.different.count),
                "studies": news.studies.isEmpty ? "-" : Messages.listed(news.studies),
            ])
        for difference in news.different.prefix(20) {
            messages.tell(
                "exchange-difference",
                [
                    "series":
                        "\(difference.series.indicator) (\(difference.series.transformation.rawValue)), \(difference.series.area), \(difference.period)",
                    "ours": Decimals.text(difference.ours), "theirs": Decimals.text(difference.theirs),
                ])
        }
        Output.print(folder + "\n")
    }

    /// The name of the signer among trusted keys; an unknown signer is asked about, never assumed.
    private func partnerID(
        _ package: ExchangeImport, _ ring: KeyRing, file: String, partner: String?, fingerprint: String?,
        _ isDryRun: Bool
    ) throws -> String {
        if let known = try package.trustedSigner(in: ring) { return known.id }
        let place = Place(file: file)
        guard let partner else {
            throw Fault.exchangeUnknownSigner(
                package.signer.name, Keys.spaced(package.signer.verifying.fingerprint), at: place)
        }
        try KeyQuestion(messages).confirm(package.signer, fingerprint: fingerprint, at: place)
        if !isDryRun { try ring.trust(package.signer, as: partner) }
        return partner
    }
}

import Foundation
import LedgerStore
public import StatisticalData
import Studies

extension Workspace {
    /// What a verification looked at, and what it found wrong.
    public struct Verification: Sendable {
        /// Batches compared, observation by observation.
        public var batches = 0
        /// Results recomputed.
        public var results = 0
        /// What differs.
        public var faults: [Fault] = []
    }

    /// Recomputes everything stored and compares it bit by bit.
    ///
    /// The ledger is made anew from the batch files in a temporary place and compared observation by observation;
    /// every stored result is recomputed from that new ledger. Nothing stored is changed.
    public static func verify(at path: String) throws -> Verification {
        let workspace = try Workspace(at: path)
        let lock = try WorkspaceLock(workspace.folder)
        defer { withExtendedLifetime(lock) {} }
        var verification = Verification()
        let stored = try Ledger(path: workspace.folder.path(ledgerFile))
        if try stored.batches().isEmpty, try stored.studyRuns().isEmpty { _ = try workspace.ingest(into: stored) }
        verification.faults += try workspace.changedBatches(since: stored)
        if try !stored.isSound() { verification.faults.append(.ledgerUnsound(ledgerFile)) }
        let fresh = workspace.folder.path(derivedFolder + "/verify-\(getpid()).sqlite")
        defer { Ledger.removeFiles(at: fresh) }
        Ledger.removeFiles(at: fresh)
        let rebuilt = try Ledger(path: fresh)
        do {
            _ = try workspace.ingest(into: rebuilt)
            verification.batches = try stored.batches().count
            let ingested = Set(try stored.batches().map(\.file))
            for batch in try stored.differingBatches(fromLedgerAt: fresh) where ingested.contains(batch) {
                verification.faults.append(.ledgerDiffers(batch))
            }
        } catch let faults as Faults {
            verification.faults += faults.list
        }
        try workspace.verifyResults(recordedIn: stored, against: rebuilt, into: &verification)
        try rebuilt.close()
        return verification
    }

    private func verifyResults(
        recordedIn stored: Ledger, against rebuilt: Ledger, into verification: inout Verification
    ) throws {
        let runs = try stored.studyRuns()
        for run in runs {
            verification.results += 1
            if let fault = try verifyResult(run, against: rebuilt) { verification.faults.append(fault) }
        }
        let recorded = Set(runs.map { $0.study + ".json" })
        for name in try folder.files(in: Self.resultsFolder, endings: [".json"]) where !recorded.contains(name) {
            verification.faults.append(.resultUnrecorded(Self.resultsFolder + "/" + name))
        }
    }

    private func verifyResult(_ run: StudyRun, against rebuilt: Ledger) throws -> Fault? {
        let file = ResultStore.file(run.study)
        guard let data = try? folder.read(file) else { return .resultMissing(file) }
        guard Checksum.sha256(data) == run.resultSHA256 else { return .resultChanged(file) }
        guard let study = studies.first(where: { $0.id == run.study }) else { return .resultStale(file) }
        do {
            let prepared = try PreparedStudy(study, in: context(ledger: rebuilt))
            guard Checksum.sha256(prepared.inputs) == run.inputsSHA256 else { return .resultStale(file) }
            return try ResultStore.encode(prepared.compute()) == data ? nil : .resultDiffers(file)
        } catch is Faults {
            return .resultStale(file)
        }
    }
}

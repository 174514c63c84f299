import Foundation
import LedgerStore
public import StatisticalData
public import Studies

/// A workspace brought up to date: its lock held, its ledger open, what was new ingested.
public final class OpenWorkspace {
    /// The folder with its registries and studies.
    public let workspace: Workspace
    /// What was ingested on opening.
    public let ingestion: Workspace.Ingestion
    let ledger: Ledger
    /// Warnings to show.
    public private(set) var warnings: [Fault] = []
    private let lock: WorkspaceLock
    private let progress: JobProgress

    /// Opens the workspace at `path` and ingests what is new.
    ///
    /// - Throws: `Faults` with everything wrong with the folder or its batches.
    public init(at path: String, progress: JobProgress = .silent) throws {
        self.progress = progress
        do {
            workspace = try Workspace(at: path)
            lock = try WorkspaceLock(workspace.folder)
            ledger = try Ledger(path: workspace.folder.path(Workspace.ledgerFile))
            ingestion = try workspace.ingest(into: ledger, progress: progress)
        } catch let faults as Faults {
            throw try Self.everything(wrongAt: path, atLeast: faults)
        }
    }

    /// What a full check finds, when it finds errors: a run tells all that is wrong, not only what stopped it.
    private static func everything(wrongAt path: String, atLeast faults: Faults) throws -> Faults {
        let all = try Workspace.check(at: path)
        return all.contains { $0.severity == .error } ? Faults(all) : faults
    }

    /// The batches of the ledger.
    public func batches() throws -> [Workspace.BatchSummary] {
        try ledger.batches().map { Workspace.BatchSummary(file: $0.file, observations: $0.observations) }
    }

    /// The number of observations of each source.
    public func observationCounts() throws -> [Source.ID: Int] {
        try ledger.observationCounts()
    }

    /// The result of a study: the stored one where its inputs are unchanged, else computed anew and stored.
    public func result(of study: Study) throws -> StudyResult {
        let store = ResultStore(folder: workspace.folder, ledger: ledger)
        let prepared = try PreparedStudy(study, in: workspace.context(ledger: ledger))
        warnings += prepared.warnings.filter { !warnings.contains($0) }
        switch try store.lookUp(prepared) {
        case .current(let result):
            return result
        case .altered(let file):
            warnings.append(.resultReplaced(file))
        case .absent:
            break
        }
        let result = try prepared.compute()
        try store.store(result, of: prepared)
        return result
    }

    /// The results of all studies, in the order of their ids; faults of all of them are reported together.
    public func results() throws -> [StudyResult] {
        var collector = FaultCollector(limit: 500)
        let studies = workspace.studies
        let results = try studies.enumerated().compactMap { position, study in
            progress.tell(.studies, position, of: studies.count)
            return try collector.collect { _ in try self.result(of: study) }
        }
        if collector.hasErrors {
            let faults = Faults(collector.all(in: Workspace.studiesFolder))
            throw try Self.everything(wrongAt: workspace.folder.root, atLeast: faults)
        }
        return results
    }

    /// The result of a study on what was known on a date; not stored.
    public func result(of study: Study, asKnownOn date: KnownDate) throws -> StudyResult {
        try PreparedStudy(study.asKnown(on: date), in: workspace.context(ledger: ledger)).compute()
    }
}

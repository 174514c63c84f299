import Foundation
import LedgerStore
public import StatisticalData
import Studies

extension Workspace {
    /// Everything wrong with the folder at `path`, found in one run, without changing anything in it.
    ///
    /// Registries, source records, every row of every batch, every study with the files it names; and, when there is
    /// a ledger, batches changed after ingestion.
    public static func check(at path: String) throws -> [Fault] {
        var collector = FaultCollector(limit: 1000)
        let (loaded, faults) = try load(at: path)
        collector.add(contentsOf: faults)
        guard let workspace = loaded else { return collector.all(in: path) }
        let ledger = try Ledger()
        try collector.collect { _ in _ = try workspace.ingest(into: ledger) }
        for study in workspace.studies {
            try collector.collect {
                let prepared = try PreparedStudy(study, in: workspace.context(ledger: ledger))
                $0.add(contentsOf: prepared.warnings)
            }
        }
        collector.add(contentsOf: try workspace.conflicts(in: ledger))
        collector.add(contentsOf: try workspace.dialogueFaults())
        if workspace.folder.exists(ledgerFile) {
            try collector.collect {
                let stored = try Ledger(readingAt: workspace.folder.path(ledgerFile))
                $0.add(contentsOf: try workspace.changedBatches(since: stored))
            }
        }
        return collector.all(in: path)
    }

    /// Batches whose files are no longer what was ingested.
    func changedBatches(since ledger: Ledger) throws -> [Fault] {
        let present = Dictionary(uniqueKeysWithValues: batches.map { ($0.file, $0) })
        return try ledger.batches().flatMap { known -> [Fault] in
            guard let batch = present[known.file] else { return [.batchMissing(known.file)] }
            let data = Checksum.sha256(try folder.map(batch.file))
            let record = Checksum.sha256(try folder.read(batch.recordFile))
            return (data == known.sha256 ? [] : [.batchChanged(batch.file)])
                + (record == known.recordSHA256 ? [] : [.batchChanged(batch.recordFile)])
        }
    }

    /// Warnings for figures of two sources that differ though they became known on one date.
    private func conflicts(in ledger: Ledger) throws -> [Fault] {
        try ledger.conflicts().map { .conflictingFigures($0, $1) }
    }
}

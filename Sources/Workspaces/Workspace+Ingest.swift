import Foundation
import LedgerStore
import StatisticalData

extension Workspace {
    /// What happened to the batches of a workspace.
    public struct Ingestion: Sendable {
        /// Batches added, with their numbers of observations.
        public var added: [BatchSummary] = []
        /// Batches that were there already.
        public var unchanged = 0
    }

    /// A batch of the ledger.
    public struct BatchSummary: Hashable, Sendable {
        /// The path of its file.
        public let file: String
        /// The number of its observations.
        public let observations: Int
    }

    /// Opens the ledger and adds every batch that is not in it, each whole or not at all.
    ///
    /// Running it again changes nothing: a batch is known by the checksum of its file.
    ///
    /// - Throws: `Faults` with every fault of every batch, and batches that were changed or removed after ingestion.
    func ingest(into ledger: Ledger, progress: JobProgress = .silent) throws -> Ingestion {
        var collector = FaultCollector(limit: 1000)
        var ingestion = Ingestion()
        let known = Set(try ledger.batches().map(\.file))
        let changed = try changedBatches(since: ledger)
        guard changed.isEmpty else { throw Faults(changed) }
        try ledger.add(sources: sources.values.sorted { $0.id < $1.id })
        ingestion.unchanged = known.count
        for batch in batches where !known.contains(batch.file) {
            let file = try folder.map(batch.file)
            let record = try folder.read(batch.recordFile)
            let described = BatchRecord(
                file: batch.file, sha256: Checksum.sha256(file), recordSHA256: Checksum.sha256(record))
            if let added = try collector.collect({ _ in
                try add(batch, described, file, to: ledger, progress)
            }) {
                ingestion.added.append(added)
            }
        }
        try collector.throwIfFaulty(in: folder.root)
        return ingestion
    }

    private func add(
        _ batch: BatchFile, _ described: BatchRecord, _ file: borrowing MappedFile, to ledger: Ledger,
        _ progress: JobProgress
    ) throws -> BatchSummary {
        let bytes = file.bytes
        let state = file.state
        let count = try ledger.ingest(described, sources: []) { writer in
            try BatchReader.read(bytes, of: batch, in: self, into: &writer, progress: progress)
            if let expected = batch.record.sha256, expected != described.sha256 {
                throw Fault.batchChecksum(batch.file)
            }
            guard MappedFile.state(ofFileAt: folder.path(batch.file)) == state else {
                throw Fault.batchChanging(batch.file)
            }
        }
        return BatchSummary(file: described.file, observations: count)
    }
}

import LedgerStore
public import StatisticalData

extension OpenWorkspace {
    /// Every observation of every batch: all vintages, in the order of the batches and their rows.
    ///
    /// - Parameter known: with a date, only what was surely known on it.
    public func observations(asKnownOn known: KnownDate? = nil) throws -> [Observation] {
        try ledger.batches().flatMap { batch in
            try ledger.observations(ofBatch: batch.file)
                .filter { $0.knownOn.latestDay <= known?.latestDay ?? .max }
        }
    }
}

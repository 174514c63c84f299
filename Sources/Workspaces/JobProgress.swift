/// Tells how far a long job is. Nobody needs to listen.
public struct JobProgress: Sendable {
    /// A part of a job.
    public enum Phase: String, CaseIterable, Sendable {
        /// Batches are read into the ledger.
        case ingest
        /// Studies are run.
        case studies
        /// Pages are written.
        case pages
    }

    private let listener: @Sendable (Phase, Double) -> Void

    /// Calls `listener` with the phase and the share of it that is done, from 0 to 1.
    public init(_ listener: @escaping @Sendable (Phase, Double) -> Void) {
        self.listener = listener
    }

    /// Tells nobody.
    public static let silent = JobProgress { _, _ in }

    /// Tells that `done` of `total` steps are done.
    public func tell(_ phase: Phase, _ done: Int, of total: Int) {
        listener(phase, total > 0 ? Double(done) / Double(total) : 1)
    }
}

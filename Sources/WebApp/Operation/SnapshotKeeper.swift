import Dispatch
import Logging
import Reports
import StatisticalData
import Synchronization
import Workspaces

/// Keeps the newest snapshot of a workspace, and makes a new one when files have changed and then rest.
final class SnapshotKeeper: Sendable {
    private let folder: String
    private let catalogue: Catalogue
    private let logger: Logger
    private let metrics: Metrics
    private let snapshot = Mutex<Snapshot?>(nil)
    private let phase = Mutex<(phase: JobProgress.Phase, share: Double)>((.ingest, 0))
    private let queue = DispatchQueue(label: "snapshots")

    /// How long between two looks at the files.
    private static let pause = Duration.milliseconds(700)

    /// Keeps what is read of the workspace at `folder`.
    init(folder: String, catalogue: Catalogue, logger: Logger, metrics: Metrics) {
        self.folder = folder
        self.catalogue = catalogue
        self.logger = logger
        self.metrics = metrics
    }

    /// The newest snapshot; `nil` while the first is being made.
    var current: Snapshot? { snapshot.withLock { $0 } }

    /// How far the reading of the workspace is.
    var progress: (phase: JobProgress.Phase, share: Double) { phase.withLock { $0 } }

    /// The newest snapshot; where the first is still being made, it is waited for up to `patience`.
    func current(within patience: Duration) async -> Snapshot? {
        let end = ContinuousClock.now + patience
        while true {
            if let current { return current }
            guard ContinuousClock.now < end, !Task.isCancelled else { return nil }
            try? await Task.sleep(for: .milliseconds(5))
        }
    }

    /// Reads the workspace for the first time, then watches it.
    ///
    /// - Throws: `Faults` with everything wrong with it.
    func start() async throws {
        try await onQueue { [self] in try read() }
        await watch()
    }

    /// Looks at the files time and again until cancelled. A file that is still being written waits for the next look.
    func watch() async {
        var seen = current?.state
        while !Task.isCancelled {
            try? await Task.sleep(for: Self.pause)
            let state = WorkspaceState(ofWorkspaceAt: folder)
            defer { seen = state }
            guard state == seen, state != current?.state, !Task.isCancelled else { continue }
            await renew()
        }
    }

    /// Reads the workspace as it is now. Where it is faulty the earlier pages stay, and say so.
    func renew() async {
        let state = WorkspaceState(ofWorkspaceAt: folder)
        do {
            try await onQueue { [self] in try read() }
        } catch let faults as Faults {
            keep(state, faults.list)
        } catch let fault as Fault {
            keep(state, [fault])
        } catch {
            logger.error("workspace not read", metadata: ["error": "\(error)"])
        }
    }

    /// Runs what takes long beside the threads that answer.
    private func onQueue(_ body: @escaping @Sendable () throws -> Void) async throws {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try body() }) }
        }
    }

    private func read() throws {
        let start = ContinuousClock.now
        let progress = JobProgress { [self] found, share in phase.withLock { $0 = (found, share) } }
        let new = try Snapshot(ofWorkspaceAt: folder, catalogue: catalogue, progress: progress)
        snapshot.withLock { $0 = new }
        let duration = ContinuousClock.now - start
        metrics.countSnapshot(duration)
        logger.info("workspace read", metadata: ["milliseconds": "\(duration.milliseconds)"])
    }

    private func keep(_ state: WorkspaceState, _ faults: [Fault]) {
        let wording = Wording(catalogue, .english)
        logger.warning(
            "workspace is faulty",
            metadata: [
                "faults": "\(faults.count)", "first": "\(faults.first.map { FaultText.summary($0, wording) } ?? "")",
            ])
        snapshot.withLock { earlier in
            earlier = earlier.map { Snapshot($0, faultyIn: state, faults, catalogue: catalogue) }
        }
    }
}

extension Duration {
    /// The duration in whole milliseconds.
    var milliseconds: Int64 {
        components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
    }

    /// The duration in seconds.
    var seconds: Double {
        Double(components.seconds) + Double(components.attoseconds) * 1e-18
    }
}

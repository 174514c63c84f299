import Foundation
import Reports
import Synchronization
import Workspaces

/// A line on the terminal that tells how far a job of more than a second is; nothing where standard error is no terminal.
final class ProgressLine: Sendable {
    private struct State {
        var started = ContinuousClock.now
        var shown = ContinuousClock.now
        var isVisible = false
    }

    private let wording: Wording
    private let state = Mutex(State())
    private let isTerminal = isatty(STDERR_FILENO) != 0

    init(_ messages: Messages) {
        wording = messages.wording
    }

    /// What the job tells its progress to.
    var progress: JobProgress {
        guard isTerminal else { return .silent }
        return JobProgress { [self] phase, share in show(phase, share) }
    }

    private func show(_ phase: JobProgress.Phase, _ share: Double) {
        state.withLock { state in
            let now = ContinuousClock.now
            guard now - state.started > .seconds(1), !state.isVisible || now - state.shown > .milliseconds(100) else {
                return
            }
            state.shown = now
            state.isVisible = true
            let filled = Int(share * 20)
            let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
            Output.error("\r\u{1B}[K\(wording("progress-" + phase.rawValue)) [\(bar)] \(Int(share * 100)) %")
        }
    }

    /// Removes the line.
    func end() {
        state.withLock { state in
            if state.isVisible { Output.error("\r\u{1B}[K") }
            state.isVisible = false
        }
    }
}

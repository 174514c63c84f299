import Dispatch
import Glibc
import Synchronization

/// Work over index ranges on all cores with the same result for any number of threads.
///
/// The ranges depend on `count` and `chunkSize` only, and results come in the order of the ranges. So a caller that
/// makes each chunk a pure function of its range, and combines chunks in order, gets the same bytes everywhere.
/// Does not hold: equal results for different `chunkSize` if chunks sum floating-point numbers.
public enum Parallel {
    /// The number of cores that are online.
    public static var availableThreads: Int {
        max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    }

    /// The ranges 0 ..< chunkSize, chunkSize ..< 2 chunkSize, ...; the last may be shorter.
    public static func chunks(of count: Int, chunkSize: Int) -> [Range<Int>] {
        precondition(chunkSize > 0, "a chunk holds at least one index")
        return stride(from: 0, to: count, by: chunkSize).map { $0..<min(count, $0 + chunkSize) }
    }

    /// The results of `body` over the chunks, in order.
    ///
    /// - Parameter threads: at most so many at a time; `nil` for all cores.
    /// - Throws: the error of the first failing chunk, whichever thread met one first; later chunks may not have run.
    public static func map<Result: Sendable, Failure: Error>(
        count: Int, chunkSize: Int, threads: Int? = nil, _ body: @Sendable (Range<Int>) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        let ranges = chunks(of: count, chunkSize: chunkSize)
        let workers = min(max(1, threads ?? availableThreads), ranges.count)
        guard workers > 1 else { return try serially(ranges, body) }
        let board = Board<Result, Failure>(count: ranges.count)
        DispatchQueue.concurrentPerform(iterations: workers) { _ in
            while let chunk = board.claim() {
                board.finish(chunk, attempt(body, ranges[chunk]))
            }
        }
        return try board.results()
    }

    private static func serially<Result, Failure: Error>(
        _ ranges: [Range<Int>], _ body: (Range<Int>) throws(Failure) -> Result
    ) throws(Failure) -> [Result] {
        var results: [Result] = []
        results.reserveCapacity(ranges.count)
        for range in ranges {
            results.append(try body(range))
        }
        return results
    }

    private static func attempt<Result, Failure: Error>(
        _ body: (Range<Int>) throws(Failure) -> Result, _ range: Range<Int>
    ) -> Swift.Result<Result, Failure> {
        do throws(Failure) {
            return .success(try body(range))
        } catch {
            return .failure(error)
        }
    }
}

/// The chunks handed out and the results handed in.
///
/// Chunks are claimed in order, so when one fails every chunk before it has been claimed and will be finished: the
/// first failure in order is always on the board.
private final class Board<Element: Sendable, Failure: Error>: Sendable {
    private struct State {
        var next = 0
        var hasFailed = false
        var outcomes: [Swift.Result<Element, Failure>?]
    }

    private let state: Mutex<State>

    init(count: Int) {
        state = Mutex(State(outcomes: Array(repeating: nil, count: count)))
    }

    func claim() -> Int? {
        state.withLock { state in
            guard !state.hasFailed, state.next < state.outcomes.count else { return nil }
            state.next += 1
            return state.next - 1
        }
    }

    func finish(_ chunk: Int, _ outcome: Swift.Result<Element, Failure>) {
        state.withLock { state in
            if case .failure = outcome { state.hasFailed = true }
            state.outcomes[chunk] = outcome
        }
    }

    func results() throws(Failure) -> [Element] {
        var elements: [Element] = []
        for case .some(let outcome) in state.withLock({ $0.outcomes }) {
            elements.append(try outcome.get())
        }
        return elements
    }
}

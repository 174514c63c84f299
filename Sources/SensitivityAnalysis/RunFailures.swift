/// Runs that gave no result: how many, which, out of how many.
///
/// The list keeps the `listed` smallest run numbers, so that memory is bounded and merging in any order gives the same;
/// the count is always complete.
public struct RunFailures: Hashable, Sendable {
    /// The greatest number of run numbers kept.
    public static let listed = 1000

    /// All runs, failed or not.
    public private(set) var total: Int
    /// The number of failed runs.
    public private(set) var count = 0
    /// The run numbers, ascending; the smallest ones if there are more than `listed`.
    public private(set) var runs: [Int] = []

    /// No failure yet among `total` runs.
    public init(total: Int = 0) {
        self.total = total
    }

    /// Failures are the outputs that are not finite; run r is output r.
    public init(outputs: [Double]) {
        total = outputs.count
        for (run, output) in outputs.enumerated() where !output.isFinite {
            note(run)
        }
    }

    /// Failed runs divided by all runs; 0 without runs.
    public var share: Double {
        total > 0 ? Double(count) / Double(total) : 0
    }

    mutating func recordSuccess() {
        total += 1
    }

    mutating func record(_ run: Int) {
        total += 1
        note(run)
    }

    mutating func merge(_ other: RunFailures) {
        total += other.total
        count += other.count
        runs = Array((runs + other.runs).sorted().prefix(Self.listed))
    }

    func check(allowedShare: Double) throws(SensitivityFault) {
        guard share <= allowedShare else { throw .tooManyFailures(self, allowedShare: allowedShare) }
    }

    private mutating func note(_ run: Int) {
        count += 1
        if let last = runs.last, last > run || runs.count >= Self.listed {
            runs = Array((runs + [run]).sorted().prefix(Self.listed))
        } else {
            runs.append(run)
        }
    }
}

public import CompositeIndicators

/// A file that weights come from, as options and studies name it: `file:PATH` for weights, `ahp:PATH` for judgments of
/// pairs, `budget:PATH` and `budget-median:PATH` for points of respondents.
public struct WeightFileName: Hashable, Sendable {
    /// What a file holds.
    public enum Content: Hashable, Sendable {
        /// Weights.
        case weights
        /// Judgments of pairs, for the analytic hierarchy process.
        case judgments
        /// Points that respondents share out, of which the mean or the median counts.
        case points(BudgetAllocation.Centre)
    }

    /// What the file holds.
    public let content: Content
    /// The path.
    public let path: String

    /// Reads a word; `nil` if it names no file.
    public init?(_ word: String) {
        let parts = word.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[1].isEmpty else { return nil }
        switch parts[0] {
        case "file": content = .weights
        case "ahp": content = .judgments
        case "budget": content = .points(.mean)
        case "budget-median": content = .points(.median)
        default: return nil
        }
        path = parts[1]
    }
}

public import CompositeIndicators
import StatisticalData

/// The steps of a composite index in words, as the command line and studies write them: `group-mean:Region`,
/// `winmax:5`, `minmax:0:100`, `geometric`. Parameters follow the name after colons.
public enum IndexWords {
    /// A word that names nothing known.
    public struct Unknown: Error, Hashable, Sendable {
        /// The step: `impute`, `treat`, `normalise`, `aggregate`, `weights` or `vary`.
        public let step: String
        /// The word found.
        public let word: String

        /// Names a word.
        public init(_ step: String, _ word: String) {
            self.step = step
            self.word = word
        }
    }

    /// A way to fill in missing values.
    ///
    /// - Parameter groups: the labels of the units by group column; `nil` checks the words alone.
    /// - Throws: `Unknown`; a `Fault` for a group column there is not.
    public static func imputation(_ text: String, groups: [String: [String?]]?) throws -> Imputation.Method {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        switch (parts.first, parts.count) {
        case ("mean", 1): return .mean
        case ("median", 1): return .median
        case ("row-mean", 1): return .rowMean(.byParent)
        case ("row-median", 1): return .rowMedian(.byParent)
        case ("em", 1): return .em(.byParent)
        case ("regression", 1): return .regression(.byParent)
        case ("group-mean", 2) where !parts[1].isEmpty: return .groupMean(groups: try labels(parts[1], groups))
        case ("group-median", 2) where !parts[1].isEmpty: return .groupMedian(groups: try labels(parts[1], groups))
        default: throw Unknown("impute", text)
        }
    }

    private static func labels(_ group: String, _ groups: [String: [String?]]?) throws -> [String?] {
        guard let groups else { return [] }
        guard let labels = groups[group] else { throw Fault.unknownGroup(group, known: groups.keys.sorted()) }
        return labels
    }

    /// A way to treat outliers: `winmax:N`, or `winmax:none` for no limit.
    public static func treatment(_ text: String) throws(Unknown) -> Treatment.Options {
        let parts = parts(text)
        guard parts.count == 2, parts[0] == "winmax" else { throw Unknown("treat", text) }
        if parts[1] == "none" { return Treatment.Options(winsorised: nil) }
        guard let count = Int(parts[1]), count >= 0 else { throw Unknown("treat", text) }
        return Treatment.Options(winsorised: count)
    }

    /// A way to bring indicators to one scale.
    public static func normalisation(_ text: String) throws(Unknown) -> Normalisation.Method {
        let parts = parts(text)
        let parameters = Array(parts.dropFirst())
        let pair = numbers(parameters, count: 2)
        switch (parts.first ?? "", parameters.isEmpty, pair) {
        case ("none", true, _): return .unchanged
        case ("minmax", true, _): return .minmax(lower: 0, upper: 100)
        case ("minmax", _, .some(let pair)): return .minmax(lower: pair[0], upper: pair[1])
        case ("zscore", true, _): return .zscore(mean: 0, deviation: 1)
        case ("zscore", _, .some(let pair)): return .zscore(mean: pair[0], deviation: pair[1])
        case ("efficacy", true, _): return .efficacy(base: 60, range: 40)
        case ("efficacy", _, .some(let pair)): return .efficacy(base: pair[0], range: pair[1])
        case ("rank", true, _): return .rank
        case ("percent-rank", true, _): return .percentRank
        case ("borda", true, _): return .borda
        case ("percentile", true, _): return .percentile
        case ("distance-to-maximum", true, _): return .distanceToMaximum
        case ("fraction-of-maximum", true, _): return .fractionOfMaximum
        case ("goalposts", true, _): return .fromMetadata(.goalposts)
        case ("distance-to-target", true, _): return .fromMetadata(.distanceToTarget)
        case ("scaled", true, _): return .fromMetadata(.scaled)
        default: throw Unknown("normalise", text)
        }
    }

    /// A way to aggregate.
    public static func aggregation(_ text: String) throws(Unknown) -> Aggregation.Method {
        let parts = parts(text)
        switch (parts.first ?? "", numbers(Array(parts.dropFirst()), count: parts.count - 1)) {
        case ("arithmetic", .some(let rest)) where rest.isEmpty: return .arithmetic
        case ("geometric", .some(let rest)) where rest.isEmpty: return .geometric
        case ("harmonic", .some(let rest)) where rest.isEmpty: return .harmonic
        case ("median", .some(let rest)) where rest.isEmpty: return .median
        case ("minimum", .some(let rest)) where rest.isEmpty: return .minimum
        case ("copeland", .some(let rest)) where rest.isEmpty: return .copeland
        case ("borda", .some(let rest)) where rest.isEmpty: return .borda
        case ("bod", .some(let rest)) where rest.isEmpty: return .benefitOfTheDoubt(lower: 0, upper: 1)
        case ("generalised", .some(let rest)) where rest.count == 1: return .generalised(power: rest[0])
        default: throw Unknown("aggregate", text)
        }
    }

    /// The ways to aggregate, separated by commas: by level from level 2 up, the last holding above.
    public static func aggregations(_ text: String) throws(Unknown) -> Aggregation.Methods {
        let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard let last = words.last else { throw Unknown("aggregate", text) }
        var byLevel: [Int: Aggregation.Method] = [:]
        for (position, word) in words.enumerated() where words.count > 1 {
            byLevel[position + 2] = try aggregation(word)
        }
        return Aggregation.Methods(try aggregation(last), byLevel: byLevel)
    }

    /// Where weights come from; `optimised:L` and `infomax:L` name the level weighed.
    public static func weights(_ text: String) throws(Unknown) -> IndexRecipe.Weights {
        let parts = parts(text)
        if let objective = objectives[parts[0]] {
            if parts.count == 1 { return .optimised(objective, level: nil) }
            guard parts.count == 2, let level = Int(parts[1]), level > 0 else { throw Unknown("weights", text) }
            return .optimised(objective, level: level)
        }
        switch text {
        case "original": return .original
        case "equal": return .equal
        case "pca": return .principalComponents
        case "entropy": return .entropy
        case "critic": return .critic
        default: throw Unknown("weights", text)
        }
    }

    private static let objectives: [String: Weighting.Objective] = [
        "optimised": .balance([:]), "infomax": .information,
    ]

    private static func parts(_ text: String) -> [String] {
        text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    }

    private static func numbers(_ parts: [String], count: Int) -> [Double]? {
        let numbers = parts.compactMap { Double($0) }.filter(\.isFinite)
        return numbers.count == count && parts.count == count ? numbers : nil
    }
}

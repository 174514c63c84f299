public import ArgumentParser
public import CompositeIndicators
import StatisticalData
import Studies

extension IndexRecipe.Stage: ExpressibleByArgument {}

/// The steps of `greenprint index` as options.
struct IndexSteps: ParsableArguments {
    @Flag(help: "Divide indicators by the denominators the metadata name. 按元数据所列分母相除。")
    var denominate = false

    @Option(help: "mean, median, group-mean:GROUP, group-median:GROUP, row-mean, row-median, em or regression. 插补方法。")
    var impute: String?

    @Option(help: "Leave out units with a smaller share of values, such as 0.9. 剔除数据比例过低的单位。")
    var screen: Double?

    @Option(help: "winmax:N, none for no limit: winsorise up to N points, else take logarithms. 异常值处理。")
    var treat: String?

    @Option(
        help: """
            minmax:L:U, zscore:M:SD, rank, percent-rank, borda, percentile, distance-to-maximum, fraction-of-maximum, \
            efficacy:60:40, goalposts, distance-to-target or scaled (with parameters of the metadata). 标准化方法。
            """)
    var normalise = "minmax:0:100"

    @Option(
        help:
            "arithmetic, geometric, harmonic, generalised:P, median, minimum, copeland, borda, bod; by level: a,b,c. 合成方法。"
    )
    var aggregate = "arithmetic"

    @Option(help: "original, equal, pca, entropy or critic. 权数。")
    var weights = "original"

    @Option(help: "The smallest share of an aggregate's parts that must be present. 合成所需的最低数据比例。")
    var threshold: Double?

    /// The steps declared; without `groups` only the words are checked.
    func recipe(groups: [String: [String?]]?) throws -> IndexRecipe {
        var recipe = IndexRecipe()
        recipe.denominates = denominate
        recipe.imputation = try impute.map { try imputation($0, groups: groups) }
        if let screen {
            guard (0...1).contains(screen) else { throw ValidationError("--screen: a share from 0 to 1; 应为0到1之间的比例") }
            recipe.availability = screen
        }
        recipe.treatment = try treat.map { try treatment($0) }
        recipe.normalisation = try normalisation(normalise)
        recipe.methods = try methods(aggregate)
        recipe.weights = try weighting(weights)
        if let threshold {
            guard (0...1).contains(threshold) else {
                throw ValidationError("--threshold: a share from 0 to 1; 应为0到1之间的比例")
            }
            recipe.missing = Aggregation.MissingRule(minimumShare: threshold)
        }
        return recipe
    }

    static func unknown(_ option: String, _ word: String) -> ValidationError {
        ValidationError("--\(option): “\(word)” is not known; see --help. 无法识别，请见 --help。")
    }

    func imputation(_ text: String, groups: [String: [String?]]?) throws -> Imputation.Method {
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
        default: throw Self.unknown("impute", text)
        }
    }

    private func labels(_ group: String, _ groups: [String: [String?]]?) throws -> [String?] {
        guard let groups else { return [] }
        guard let labels = groups[group] else { throw Fault.unknownGroup(group, known: groups.keys.sorted()) }
        return labels
    }

    func treatment(_ text: String) throws -> Treatment.Options {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts[0] == "winmax" else { throw Self.unknown("treat", text) }
        if parts[1] == "none" { return Treatment.Options(winsorised: nil) }
        guard let count = Int(parts[1]), count >= 0 else { throw Self.unknown("treat", text) }
        return Treatment.Options(winsorised: count)
    }

    private func numbers(_ parts: [String], count: Int) -> [Double]? {
        let numbers = parts.compactMap { Double($0) }.filter(\.isFinite)
        return numbers.count == count && parts.count == count ? numbers : nil
    }

    func normalisation(_ text: String) throws -> Normalisation.Method {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        let parameters = Array(parts.dropFirst())
        let pair = numbers(parameters, count: 2)
        switch (parts.first ?? "", parameters.isEmpty, pair) {
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
        default: throw Self.unknown("normalise", text)
        }
    }

    /// The number of methods of aggregation named.
    var methodCount: Int { aggregate.count { $0 == "," } + 1 }

    private func methods(_ text: String) throws -> Aggregation.Methods {
        let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard let first = words.first else { throw Self.unknown("aggregate", text) }
        var byLevel: [Int: Aggregation.Method] = [:]
        for (position, word) in words.enumerated() where words.count > 1 { byLevel[position + 2] = try method(word) }
        return Aggregation.Methods(try method(words.last ?? first), byLevel: byLevel)
    }

    func method(_ word: String) throws -> Aggregation.Method {
        let parts = word.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
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
        default: throw Self.unknown("aggregate", word)
        }
    }

    private func weighting(_ text: String) throws -> IndexRecipe.Weights {
        switch text {
        case "original": return .original
        case "equal": return .equal
        case "pca": return .principalComponents
        case "entropy": return .entropy
        case "critic": return .critic
        default: throw Self.unknown("weights", text)
        }
    }
}

import ArgumentParser
import CompositeIndicators

/// What is varied to tell how sure ranks are.
struct IndexVariation: ParsableArguments {
    @Option(help: "Run the index N times with varied choices and print how the ranks spread. 变动各项选择运行N次，输出位次分布。")
    var uncertainty: Int?

    @Option(help: "Print how much each choice moves the ranks (Sobol' indices, N rows). 输出各项选择对位次的影响。")
    var sensitivity: Int?

    @Option(help: "Seed of the draws; the same seed gives the same result. 随机种子。")
    var seed: UInt64 = 1

    @Option(help: "At most so many threads. 最大线程数。")
    var threads: Int?

    @Option(
        help: """
            Choices to vary, separated by commas, alternatives by +: weights:0.25, impute:mean+median, \
            treat:winmax:1+winmax:5, normalise:minmax:1:100+rank, aggregate:arithmetic+geometric. 变动的选择。
            """)
    var vary: String?

    func validate() throws {
        for (option, number) in [("uncertainty", uncertainty), ("sensitivity", sensitivity), ("threads", threads)] {
            guard let number else { continue }
            guard (1...10_000_000).contains(number) else {
                throw ValidationError("--\(option): a whole number from 1 on; 应为正整数")
            }
        }
        if vary != nil, !isAsked {
            throw ValidationError("--vary: needs --uncertainty or --sensitivity; 须与其一同用")
        }
        if uncertainty != nil, sensitivity != nil {
            throw ValidationError("--uncertainty, --sensitivity: one at a time; 两者只能选其一")
        }
    }

    /// What is varied when nothing is said: weights by a quarter; scales and means that any data can take.
    static let usual = "weights:0.25,normalise:minmax:1:100+rank,aggregate:arithmetic+geometric"

    /// Whether anything is to be varied.
    var isAsked: Bool { uncertainty != nil || sensitivity != nil }

    /// The choices declared, each step once.
    func choices(_ steps: IndexSteps, groups: [String: [String?]]?) throws -> [IndexUncertainty.Choice] {
        let choices = try (vary ?? Self.usual).split(separator: ",", omittingEmptySubsequences: false).map {
            try choice(String($0), steps, groups: groups)
        }
        guard !choices.isEmpty, Set(choices.map(\.name)).count == choices.count else {
            throw ValidationError("--vary: each choice once, at least one; 各项选择须恰好列出一次，至少一项")
        }
        return choices
    }

    private func choice(
        _ text: String, _ steps: IndexSteps, groups: [String: [String?]]?
    ) throws -> IndexUncertainty.Choice {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { throw IndexSteps.unknown("vary", text) }
        let words = parts[1].split(separator: "+", omittingEmptySubsequences: false).map(String.init)
        switch parts[0] {
        case "weights":
            guard let noise = Double(parts[1]), (0...1).contains(noise) else { throw IndexSteps.unknown("vary", text) }
            return .weights(noise: noise)
        case "impute": return .imputation(try words.map { try steps.imputation($0, groups: groups) })
        case "treat": return .treatment(try words.map { try steps.treatment($0) })
        case "normalise": return .normalisation(try words.map { try steps.normalisation($0) })
        case "aggregate": return .aggregation(try words.map { try steps.method($0) })
        default: throw IndexSteps.unknown("vary", text)
        }
    }
}

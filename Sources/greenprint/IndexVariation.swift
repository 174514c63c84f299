import ArgumentParser
import CompositeIndicators
import Studies

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

    /// Whether anything is to be varied.
    var isAsked: Bool { uncertainty != nil || sensitivity != nil }

    /// What is varied, in words.
    var words: String { vary ?? IndexWords.usualChoices }

    /// The choices declared, each step once.
    func choices(groups: [String: [String?]]?) throws -> [IndexUncertainty.Choice] {
        try IndexSteps.usage { try IndexWords.choices(words, groups: groups) }
    }
}

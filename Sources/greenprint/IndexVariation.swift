import ArgumentParser
import CompositeIndicators
import Studies

/// What is varied to tell how sure ranks are, and what is printed of it.
struct IndexVariation: ParsableArguments {
    @Option(help: "Run the index N times with varied choices and print how the ranks spread. 变动各项选择运行N次，输出位次分布。")
    var uncertainty: Int?

    @Option(help: "Print how much each choice moves the ranks (Sobol' indices, N rows). 输出各项选择对位次的影响。")
    var sensitivity: Int?

    @Option(help: "With --sensitivity: the score or rank of a unit, UNIT:score or UNIT:rank. 某一单位的得分或位次。")
    var of: String?

    @Option(help: "With --uncertainty: the probability of a place among the first K. 位居前K名的概率。")
    var top: Int?

    @Option(help: "With --uncertainty: the probability of a rank within K places of the nominal one. 位次偏离不超过K位的概率。")
    var within: Int?

    @Flag(
        help: "With --uncertainty: the probability that the unit of the row is above that of the column. 行单位高于列单位的概率。")
    var above = false

    @Option(help: "With --uncertainty: the pairs whose order is less sure than this, such as 0.95. 名次先后不够确定的单位对。")
    var distinguishable: Double?

    @Option(help: "Seed of the draws; the same seed gives the same result. 随机种子。")
    var seed: UInt64 = 1

    @Option(help: "At most so many threads. 最大线程数。")
    var threads: Int?

    @Option(
        help: """
            Choices to vary, separated by commas, alternatives by +: weights:0.25, weights:0.25@1+0.1@2 (by level), \
            dirichlet:100, experts:COLUMN+COLUMN, impute:mean+median, impute:em-draw, treat:winmax:1+winmax:5, \
            normalise:minmax:1:100+rank, goalposts:0.1, aggregate:arithmetic+geometric, aggregate@2:…, \
            leave-out:one, leave-out:CODE+CODE+none, error:0.02, error:printed. 变动的选择。
            """)
    var vary: String?

    @Option(help: "Combinations no run takes, separated by commas: zscore:0:1+geometric. 不予采用的组合。")
    var exclude: String?

    @Option(help: "The greatest share of runs that may fail (0). 允许失败的运行比例。")
    var allowFailures: Double?

    func validate() throws {
        let numbers = [
            ("uncertainty", uncertainty), ("sensitivity", sensitivity), ("threads", threads), ("top", top),
        ]
        for (option, number) in numbers {
            guard let number else { continue }
            guard (1...10_000_000).contains(number) else {
                throw ValidationError("--\(option): a whole number from 1 on; 应为正整数")
            }
        }
        if let within, within < 0 { throw ValidationError("--within: a whole number from 0 on; 应为非负整数") }
        if let distinguishable, !(0.5...1).contains(distinguishable) {
            throw ValidationError("--distinguishable: a probability from 0.5 to 1; 应为0.5到1之间的概率")
        }
        if let allowFailures, !(0...1).contains(allowFailures) {
            throw ValidationError("--allow-failures: a share from 0 to 1; 应为0到1之间的比例")
        }
        if uncertainty != nil, sensitivity != nil {
            throw ValidationError("--uncertainty, --sensitivity: one at a time; 两者只能选其一")
        }
        try validateTogether()
    }

    /// Options that need others, or exclude each other.
    private func validateTogether() throws {
        for (option, isGiven) in [
            ("vary", vary != nil), ("exclude", exclude != nil), ("allow-failures", allowFailures != nil),
        ] where isGiven && !isAsked {
            throw ValidationError("--\(option): needs --uncertainty or --sensitivity; 须与其一同用")
        }
        let results = [
            ("top", top != nil), ("within", within != nil), ("above", above),
            ("distinguishable", distinguishable != nil),
        ].filter(\.1)
        if let first = results.first, uncertainty == nil {
            throw ValidationError("--\(first.0): needs --uncertainty; 须与--uncertainty同用")
        }
        if results.count > 1 {
            throw ValidationError("--\(results[0].0), --\(results[1].0): one at a time; 两者只能选其一")
        }
        guard let of else { return }
        if sensitivity == nil { throw ValidationError("--of: needs --sensitivity; 须与--sensitivity同用") }
        if of.isEmpty || of.hasPrefix(":") {
            throw ValidationError("--of: UNIT, UNIT:score or UNIT:rank; 应为单位代码，可加:score或:rank")
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

    /// The combinations left out.
    func excludedPairs() throws -> [IndexUncertainty.ExcludedPair] {
        try exclude.map { words in try IndexSteps.usage { try IndexWords.excludedPairs(words) } } ?? []
    }

    /// The number a run is judged by: a unit's score unless its rank is asked for.
    var output: IndexUncertainty.Output {
        guard let of else { return .meanRankShift }
        if of.hasSuffix(":rank") { return .rank(unit: String(of.dropLast(5))) }
        return .score(unit: of.hasSuffix(":score") ? String(of.dropLast(6)) : of)
    }
}

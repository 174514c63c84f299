public import ArgumentParser
public import CompositeIndicators

/// Questions asked of a finished index: what would lift a unit, what weights do, where gaps and changes come from.
struct IndexQuestions: ParsableArguments {
    @Option(help: "Print the smallest improvement of each indicator that lifts this unit. 输出使该单位位次提升的各指标最小改进。")
    var lift: String?

    @Option(help: "The rank wanted; one better unless given. 目标位次，默认提升一位。")
    var to: Int?

    @Flag(help: "With --lift: indicators together, the smallest sum of squared changes. 各指标同时改进，得分变化平方和最小。")
    var together = false

    @Flag(help: "With --lift: together, the fewest points of scores. 同时改进，得分变化总和最小。")
    var fewestPoints = false

    @Option(help: "A,B: print what each element adds to the gap between two units. 输出各要素对两单位差距的贡献。")
    var gap: String?

    @Option(help: "A,B: print which weights let one unit overtake the other. 输出使两单位位次互换的权重。")
    var between: String?

    @Option(help: "With --between: how far weights may move, as a share of each (0.25). 权重变动幅度。")
    var weightsWithin: Double?

    @Option(
        help: "S: print the best and worst rank of each unit when weights move by the share S. 输出权重变动S时各单位的最优和最差位次。")
    var region: Double?

    @Option(help: "With --between and --region: the level weighed, 1 for indicators. 所加权的层级，1为指标。")
    var level: Int?

    @Option(help: "T0:T1: print why the index changed between two times. 输出两个时期之间指数变化的原因。")
    var change: String?

    @Option(help: "With --change: pooled or by-time. 两期合并或分期标准化。")
    var scale: IndexChange.Scale?

    @Option(help: "With --change: the metadata of the earlier time, if others. 较早时期的元数据。")
    var metadataBefore: String?

    /// What is asked.
    enum Question {
        case lift(unit: String, rank: Int?, effort: Improvement.Effort?)
        case gap(String)
        case between(String, share: Double)
        case region(share: Double)
    }

    /// The question about one time; `nil` if none is asked.
    var question: Question? {
        if let lift {
            return .lift(
                unit: lift, rank: to, effort: fewestPoints ? .fewestPoints : together ? .leastSquares : nil)
        }
        if let gap { return .gap(gap) }
        if let between { return .between(between, share: weightsWithin ?? 0.25) }
        if let region { return .region(share: region) }
        return nil
    }

    /// The words of the questions asked, for the message that there is more than one.
    var asked: [String] {
        let words = [
            ("--lift", lift != nil), ("--gap", gap != nil), ("--between", between != nil), ("--region", region != nil),
            ("--change", change != nil),
        ]
        return words.filter(\.1).map(\.0)
    }

    /// The two times of `--change`.
    var times: (from: Int, to: Int)? {
        let parts = (change ?? "").split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 2, let from = parts[0], let to = parts[1], from != to else { return nil }
        return (from, to)
    }

    func validate() throws {
        if change != nil, times == nil {
            throw ValidationError("--change: two times such as 2015:2020; 应为两个时期，如2015:2020")
        }
        for (option, share) in [("weights-within", weightsWithin), ("region", region)] {
            guard let share, !(0...1).contains(share) else { continue }
            throw ValidationError("--\(option): a share from 0 to 1; 应为0到1之间的比例")
        }
        if let to, to < 1 { throw ValidationError("--to: a rank from 1 on; 位次应为正整数") }
        let needs: [(option: String, isGiven: Bool, needed: String, isThere: Bool)] = [
            ("to", to != nil, "--lift", lift != nil), ("together", together, "--lift", lift != nil),
            ("fewest-points", fewestPoints, "--lift", lift != nil),
            ("weights-within", weightsWithin != nil, "--between", between != nil),
            ("level", level != nil, "--between, --region", between != nil || region != nil),
            ("scale", scale != nil, "--change", change != nil),
            ("metadata-before", metadataBefore != nil, "--change", change != nil),
        ]
        for need in needs where need.isGiven && !need.isThere {
            throw ValidationError("--\(need.option): needs \(need.needed); 须与其一同用")
        }
    }
}

extension IndexChange.Scale: ExpressibleByArgument {}

public import ArgumentParser
public import EfficiencyAnalysis

/// Which measure of efficiency is asked for.
struct EfficiencyQuestion: ParsableArguments {
    /// The models by their names.
    enum Model: String, ExpressibleByArgument, CaseIterable {
        case ccr, bcc, sbm, ddf, malmquist, ml

        /// Whether it compares periods.
        var isOverTime: Bool { self == .malmquist || self == .ml }
    }

    /// Sides of a measure.
    enum Side: String, ExpressibleByArgument, CaseIterable {
        case input, output

        var orientation: Orientation { self == .input ? .input : .output }
    }

    /// How bad outputs may be reduced.
    enum BadRule: String, ExpressibleByArgument, CaseIterable {
        case weak, inequality
        case asInputs = "as-inputs"
        case plainVRS = "plain-vrs"

        var disposability: Disposability {
            switch self {
            case .weak: .weak
            case .inequality: .inequality
            case .asInputs: .asInputs
            case .plainVRS: .plainVRS
            }
        }
    }

    @Option(help: "Model: ccr, bcc, sbm, ddf, malmquist or ml. 模型。")
    var model = Model.ccr

    @Option(help: "Inputs shrink or outputs grow; sbm without it counts both. 投入导向或产出导向。")
    var orientation: Side?

    @Option(help: "Returns to scale: crs, vrs, nirs or ndrs. 规模报酬。")
    var returns: ReturnsToScale?

    @Flag(name: .customLong("super"), help: "Each unit against the frontier of the others (ccr, bcc, sbm). 超效率。")
    var isSuper = false

    @Option(help: "ddf, ml: bad outputs are weak, inequality, as-inputs or plain-vrs. 非期望产出的处置方式。")
    var disposability = BadRule.weak

    @Option(help: "ddf, ml: the columns that move, with commas; good and bad outputs when omitted. 方向包含的列。")
    var direction: String?

    @Option(help: "malmquist, ml: contemporaneous, sequential or global. 前沿类型。")
    var frontier: ProductivityAnalysis.Frontier?

    @Option(help: "ccr, bcc: slacks count by means of their columns, or raw. 松弛的计量方式。")
    var slacks = SlackWeights.means

    @Option(help: "ccr, bcc: bias-corrected scores and intervals from so many draws. 自助法抽样次数。")
    var bootstrap: Int?

    @Option(help: "The seed of the draws. 随机种子。")
    var seed: UInt64?

    @Flag(help: "ccr, bcc: the score without the benchmark that matters most. 逐一剔除检验。")
    var leaveOneOut = false

    @Option(help: "Threads; all cores when omitted. 线程数。")
    var threads: Int?

    /// The returns to scale: as given, or as the model's name says.
    var scale: ReturnsToScale { returns ?? (model == .bcc ? .variable : .constant) }

    /// Whether the model is one of a single factor.
    var isRadial: Bool { model == .ccr || model == .bcc }

    func check(hasBads: Bool) throws {
        if hasBads, isRadial || model == .malmquist {
            throw ValidationError("--bad: with sbm, ddf or ml; 仅用于sbm、ddf或ml")
        }
        if !hasBads, model == .ml { throw ValidationError("--bad: ml needs one; ml需要至少一个非期望产出") }
        if isSuper, hasBads || !(isRadial || model == .sbm) {
            throw ValidationError("--super: with ccr, bcc, or sbm without --bad; 仅用于ccr、bcc或无非期望产出的sbm")
        }
        if bootstrap != nil || leaveOneOut, !isRadial || isSuper {
            throw ValidationError("--bootstrap, --leave-one-out: with ccr or bcc; 仅用于ccr或bcc")
        }
        if bootstrap != nil, leaveOneOut {
            throw ValidationError("--bootstrap, --leave-one-out: one at a time; 请择一使用")
        }
        if let bootstrap, !(2...100_000).contains(bootstrap) {
            throw ValidationError("--bootstrap: from 2 to 100000; 应在2与100000之间")
        }
        if seed != nil, bootstrap == nil { throw ValidationError("--seed: with --bootstrap; 与--bootstrap同用") }
        if frontier != nil, !model.isOverTime {
            throw ValidationError("--frontier: with malmquist or ml; 仅用于malmquist或ml")
        }
        if direction != nil, model != .ddf, model != .ml {
            throw ValidationError("--direction: with ddf or ml; 仅用于ddf或ml")
        }
        if model == .ml, scale != .constant { throw ValidationError("--returns: ml is under crs; ml仅限crs") }
        if model == .ddf, disposability == .weak, scale != .constant, scale != .variable {
            throw ValidationError("--returns: crs or vrs under weak disposability; 弱处置性下仅限crs或vrs")
        }
        if let threads, threads < 1 { throw ValidationError("--threads: at least 1; 至少为1") }
    }
}

extension ReturnsToScale: ExpressibleByArgument {}
extension SlackWeights: ExpressibleByArgument {}
extension ProductivityAnalysis.Frontier: ExpressibleByArgument {}

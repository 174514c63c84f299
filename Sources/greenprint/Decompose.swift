public import ArgumentParser
public import DecompositionAnalysis
import Reports
import StatisticalData
import TableFormats

/// `greenprint decompose`: the change of a total by factor, without a workspace.
struct Decompose: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell which factors made a total change (LMDI, Shapley). 因素分解：总量变化由哪些因素造成。")

    @OptionGroup var table: MomentOptions

    @Option(
        help: """
            The identity, such as "CO2 = GDP * sum(sector: share * intensity * factor)" or "energy = output[] * \
            output/output[] as structure * energy/output as intensity". 恒等式。
            """)
    var identity: String

    @Option(help: "lmdi1-additive, lmdi1-multiplicative, lmdi2-additive, lmdi2-multiplicative, shapley. 方法。")
    var method = DecompositionMethod.lmdi1Additive

    @Option(help: "fixed (first with last), steps, chained, or window:N. 对比方式：首末、逐期、链式或滚动。")
    var mode = DecompositionSpan.fixed

    @Option(help: "Factors that must sum to 1 over their sum, with commas. 合计应为1的份额因素。")
    var shares: String?

    @Option(help: "The relative difference allowed between factors and total. 因素乘积与总量的允许相对误差。")
    var tolerance = 1e-6

    @Option(help: "zero: a row that is not there counts as zero. 缺失行按零处理。")
    var absent: Absent?

    @Option(help: "shapley: stands in for an additive method where a sign changes. 符号改变时改用shapley。")
    var fallback: Fallback?

    @Flag(help: "Print the effects by Shapley beside. 并列输出Shapley结果。")
    var crosscheck = false

    @Option(help: "Print the parts of the elasticity to this column in place of effects. 输出对该列弹性的分解。")
    var driver: String?

    /// What a row that is not there means.
    enum Absent: String, ExpressibleByArgument, CaseIterable { case zero }

    /// What stands in where a sign changes.
    enum Fallback: String, ExpressibleByArgument, CaseIterable { case shapley }

    func validate() throws {
        if !(tolerance >= 0 && tolerance < 1) { throw ValidationError("--tolerance: from 0 to below 1; 应在0与1之间") }
        if table.by != nil, method.isSecond {
            throw ValidationError("--by: not with LMDI-II, whose effects of groups do not combine; 不能与LMDI-II同用")
        }
        if method.isMultiplicative, crosscheck || driver != nil || fallback != nil {
            throw ValidationError("--crosscheck, --driver, --fallback: additive methods only; 仅限加法形式")
        }
        if driver != nil, table.by != nil || crosscheck {
            throw ValidationError("--driver: not with --by or --crosscheck; 不能与其同用")
        }
    }

    func run() throws {
        try table.run { messages in
            let identity = try Identity(identity)
            let figures = identity.names.filter { $0 != identity.target || identity.needsTarget }
            let source = try table.table(
                DecompositionTable.Request(
                    required: figures + (driver.map { figures.contains($0) ? [] : [$0] } ?? []),
                    optional: figures.contains(identity.target) ? [] : [identity.target],
                    dimensions: identity.dimensions))
            let moments = try table.moments(source.data)
            let compared = Set(mode.pairs(moments).flatMap { [$0.from, $0.to] })
            let values = try IdentityValues(
                identity, in: source.data, moments: moments.filter(compared.contains),
                absentIsZero: absent == .zero, shares: MomentOptions.names(shares) ?? [], tolerance: tolerance)
            let answer = DecompositionAnswer(values: values, groups: table.groups)
            let parts = try values.decompositions(
                over: moments, span: mode, method: method, fallsBack: fallback == .shapley)
            let checks =
                crosscheck ? try values.decompositions(over: moments, span: mode, method: .shapley) : nil
            let rows =
                try driver.map { try answer.elasticities(parts, driver: $0, in: source.data) }
                ?? answer.table(parts, checks: checks)
            answer.tell(parts, checks: checks, ignored: source.ignored, messages)
            Output.print(try rows.text(table.format.table))
        }
    }
}

extension DecompositionMethod: ExpressibleByArgument {
    /// The names of the methods; `shapley` and `sun` for short.
    public init?(argument: String) {
        self.init(rawValue: ["shapley", "sun"].contains(argument) ? Self.shapley.rawValue : argument)
    }
}

import ArgumentParser
import DecompositionAnalysis
import Reports
import StatisticalData
import TableFormats

/// `greenprint decouple`: a pressure beside what drives it, without a workspace.
struct Decouple: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Tell whether a pressure parts from its driver (Tapio, OECD). 脱钩分析：压力与驱动因素是否脱钩。")

    @OptionGroup var table: MomentOptions

    @Option(help: "The column of the pressure, such as energy. 压力列，如能源消费。")
    var pressure: String

    @Option(help: "The column of the driver in constant prices, such as GDP. 驱动列（不变价），如地区生产总值。")
    var driver: String

    @Option(help: "fixed (first with last), steps, or window:N. 对比方式：首末、逐期或滚动。")
    var mode = DecompositionSpan.fixed

    @Option(help: "The elasticities from which to which both are coupled. 连接状态的弹性上下限。")
    var bounds = "0.8:1.2"

    @Option(help: "A relative change of the driver below this makes the elasticity unstable. 近零增长阈值。")
    var nearZero = 0.005

    func validate() throws {
        if mode == .chained { throw ValidationError("--mode: fixed, steps or window:N; 应为fixed、steps或window:N") }
        if limits == nil {
            throw ValidationError("--bounds: two numbers from 0 in ascending order, such as 0.8:1.2; 应为升序的两个数")
        }
        if !(nearZero >= 0 && nearZero < 1) { throw ValidationError("--near-zero: from 0 to below 1; 应在0与1之间") }
    }

    private var limits: Decoupling.Bounds? {
        let parts = bounds.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
        guard parts.count == 2, let lower = parts[0], let upper = parts[1], lower >= 0, upper >= lower,
            upper.isFinite
        else { return nil }
        return Decoupling.Bounds(lower: lower, upper: upper, nearZero: nearZero)
    }

    func run() throws {
        try table.run { messages in
            let columns = pressure == driver ? [pressure] : [pressure, driver]
            let source = try table.table(
                DecompositionTable.Request(required: columns, dimensions: table.groups))
            let pairs = mode.pairs(try table.moments(source.data))
            let parts = try source.data.decouplings(
                pressure: pressure, driver: driver, by: table.groups, pairs: pairs,
                bounds: limits ?? Decoupling.Bounds())
            for part in parts where part.decoupling.isUnstable {
                messages.tell(
                    "decoupling-unstable",
                    [
                        "from": part.from, "to": part.to,
                        "cell": part.group.isEmpty ? "Σ" : part.group.joined(separator: " · "),
                    ])
            }
            Output.print(try rows(parts, messages).text(table.format.table))
        }
    }

    /// Words of tables are in the reader's language, those of data never.
    private func rows(_ parts: [DatedDecoupling], _ messages: Messages) -> OutputTable {
        OutputTable(
            header: table.groups + [
                "from", "to", "pressure_change", "driver_change", "elasticity", "state", "oecd_ratio", "oecd_factor",
            ],
            rows: parts.map { part in
                let found = part.decoupling
                let state = found.state?.rawValue ?? "no growth"
                let key = "decoupling-" + state.split(separator: " ").joined(separator: "-")
                return part.group.map { .word($0) } + [
                    .word(part.from), .word(part.to), .number(found.pressureChange), .number(found.driverChange),
                    .number(found.elasticity), .word(table.format == .table ? messages.wording(key) : state),
                    .number(found.ratio), .number(found.factor),
                ]
            })
    }
}

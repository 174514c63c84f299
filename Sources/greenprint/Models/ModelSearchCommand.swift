import ArgumentParser
import ModelFormats
import StatisticalData
import SystemDynamics

/// `greenprint model search`: lever settings that reach targets at least cost.
struct ModelSearchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find lever settings that reach targets at least cost. 寻找以最低成本达到目标的政策取值。")

    @OptionGroup var choice: ModelChoice

    @Option(help: "Levers, targets and cost: a YAML file. 政策杠杆、目标与成本设定文件。")
    var spec: String

    @Flag(help: "Print the trade-off between cost and targets in place of the best setting. 输出成本与目标之间的权衡。")
    var tradeOff = false

    @Option(help: "A scenario: a YAML file of changes. 情景文件。")
    var scenario: String?

    @Option(help: "The seed. 随机种子。")
    var seed: UInt64?

    @Option(help: "Threads; all cores when omitted. 线程数。")
    var threads: Int?

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads: at least 1; 至少为1") }
    }

    func run() throws {
        try choice.reading { model, messages in
            guard let text = String(validating: try InputFile.read(spec), as: UTF8.self) else {
                throw Fault("scenario-encoding", at: Place(file: spec))
            }
            var question = try PolicyReader.question(text, file: spec)
            if let seed { question.seed = seed }
            let resolved = try scenario.map { try model.applying(ScenarioFile.read($0)) } ?? model
            let answer = try PolicySearch(question, resolved, threads: threads).run()
            var header = ["setting", "cost", "miss"] + question.levers.map(\.name)
            header += question.targets.map { "\($0.outcome.variable) (\($0.outcome.word))" }
            var rows = [header]
            if tradeOff {
                rows += answer.tradeOff.enumerated().map { Self.row(String($0 + 1), $1) }
            } else {
                rows += [Self.row("best", answer.best), Self.row("present", answer.present)]
            }
            Output.print(rows.map(CSVLine.text).joined())
            messages.tell(
                answer.isReached ? "policy-reached" : "policy-missed",
                ["runs": String(answer.evaluations), "cost": SimulationTable.number(answer.best.cost)])
        }
    }

    private static func row(_ name: String, _ setting: PolicyAnswer.Setting) -> [String] {
        [name] + ([setting.cost, setting.miss] + setting.levers + setting.outcomes).map(SimulationTable.number)
    }
}

/// `greenprint model discover`: which futures miss a target.
struct ModelDiscoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "discover",
        abstract: "Tell which ranges of inputs hold the futures that miss a target. 找出未达目标的未来所对应的输入范围。")

    @OptionGroup var choice: ModelChoice

    @Option(help: "The inputs and their distributions: the YAML file of an ensemble. 抽样设定文件。")
    var spec: String

    @Option(help: "The variable of the target. 目标变量。")
    var output: String

    @Option(help: "A time, or last, mean, min, max. 时间或统计量。")
    var at = "last"

    @Option(help: "The target: at most this. 目标：不高于。")
    var atMost: Double?

    @Option(help: "The target: at least this. 目标：不低于。")
    var atLeast: Double?

    @Flag(help: "Print the futures that reach the target instead. 改为找出达到目标的未来。")
    var reached = false

    @Flag(help: "Print all boxes on the way, not the chosen one. 输出全部范围。")
    var all = false

    @Option(help: "The number of runs. 运行次数。")
    var runs: Int?

    @Option(help: "The seed. 随机种子。")
    var seed: UInt64?

    @Option(help: "A scenario: a YAML file of changes. 情景文件。")
    var scenario: String?

    @Option(help: "Threads; all cores when omitted. 线程数。")
    var threads: Int?

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    func validate() throws {
        if (atMost == nil) == (atLeast == nil) { throw ValidationError("--at-most, --at-least: one of them; 请给其一") }
        if ModelOutcome.Measure(word: at) == nil {
            throw ValidationError("--at: a time, or last, mean, min, max; 应为时间或last、mean、min、max")
        }
        if let runs, !(1...1_000_000).contains(runs) {
            throw ValidationError("--runs: from 1 to 1000000; 应在1与1000000之间")
        }
        if let threads, threads < 1 { throw ValidationError("--threads: at least 1; 至少为1") }
    }

    func run() throws {
        try choice.reading { model, messages in
            var specification = try EnsembleOptions.file(spec).specification
            if let runs { specification.runs = runs }
            if let seed { specification.seed = seed }
            let resolved = try scenario.map { try model.applying(ScenarioFile.read($0)) } ?? model
            let target = PolicyQuestion.Target(
                ModelOutcome(output, ModelOutcome.Measure(word: at) ?? .last), atMost ?? atLeast ?? 0,
                isUpper: atMost != nil)
            let futures = try TargetFutures(resolved, specification, target, threads: threads)
            messages.tell(
                "discover-summary",
                [
                    "missed": String(futures.missed.count { $0 }), "runs": String(futures.points.count),
                    "failed": String(futures.failures),
                ])
            guard let found = ScenarioDiscovery(futures.points, reached ? futures.missed.map { !$0 } : futures.missed)
            else {
                messages.tell("discover-nothing")
                Output.print(CSVLine.text(Self.header))
                return
            }
            let boxes = all ? Array(found.boxes.indices) : [found.chosen]
            Output.print(
                CSVLine.text(Self.header)
                    + boxes.flatMap { Self.rows($0, found.boxes[$0], specification) }.map(CSVLine.text).joined())
        }
    }

    private static let header = ["box", "coverage", "density", "mass", "input", "low", "high", "chance"]

    private static func rows(
        _ number: Int, _ box: ScenarioDiscovery.Box, _ specification: EnsembleSpecification
    ) -> [[String]] {
        let head = [String(number)] + [box.coverage, box.density, box.mass].map(SimulationTable.number)
        guard !box.limits.isEmpty else { return [head + ["", "", "", ""]] }
        return box.limits.map { limit in
            head + [specification.inputs[limit.input].name]
                + [limit.low, limit.high, limit.chance].map { $0.map(SimulationTable.number) ?? "" }
        }
    }
}

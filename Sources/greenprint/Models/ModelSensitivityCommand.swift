import ArgumentParser
import ModelFormats
import SensitivityAnalysis
import StatisticalData
import SystemDynamics

/// `greenprint model sensitivity`: what the outcomes of a model depend on.
struct ModelSensitivityCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sensitivity",
        abstract: "Tell which inputs the outcomes of a model depend on. 分析模型结果对各输入的敏感性。")

    enum Method: String, ExpressibleByArgument, CaseIterable {
        case sobol, morris
    }

    @OptionGroup var choice: ModelChoice

    @Option(help: "The inputs and their distributions: the YAML file of an ensemble. 抽样设定文件。")
    var spec: String

    @OptionGroup var outcomes: OutcomeOptions

    @Option(help: "Method: sobol (shares of variance) or morris (elementary effects). 方法。")
    var method = Method.sobol

    @Option(help: "Samples: N (inputs + 2) runs for sobol (1024), N (inputs + 1) for morris (64). 样本数。")
    var samples: Int?

    @Option(help: "The seed. 随机种子。")
    var seed: UInt64?

    @Option(help: "Replicates of the bootstrap for intervals; 0 for none. 自助法次数。")
    var replicates = 200

    @Option(help: "Threads; all cores when omitted. 线程数。")
    var threads: Int?

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    func validate() throws {
        if let samples, !(2...10_000_000).contains(samples) {
            throw ValidationError("--samples: from 2 to 10000000; 应在2与10000000之间")
        }
        if !(0...1_000_000).contains(replicates) { throw ValidationError("--replicates: from 0 to 1000000") }
        if let threads, threads < 1 { throw ValidationError("--threads: at least 1; 至少为1") }
    }

    func run() throws {
        try choice.reading { model, messages in
            let file = try EnsembleOptions.file(spec)
            guard file.specification.correlations.isEmpty else {
                throw Fault("sensitivity-correlations", at: Place(file: spec))
            }
            let analysis = try ModelSensitivity(
                outcomes.scenario.map { try model.applying(ScenarioFile.read($0)) } ?? model,
                inputs: file.specification.inputs, outcomes: outcomes.list(file.saved), outcomes.options)
            let seed = seed ?? file.specification.seed
            switch method {
            case .sobol: try printShares(analysis, seed, messages)
            case .morris: try printEffects(analysis, seed, messages)
            }
        }
    }

    private func printShares(_ analysis: ModelSensitivity, _ seed: UInt64, _ messages: Messages) throws {
        var text = CSVLine.text([
            "variable", "measure", "input", "first", "first_low", "first_high", "total", "total_low", "total_high",
        ])
        var failures = 0
        for part in try analysis.shares(
            samples: samples ?? 1024, seed: seed, replicates: replicates, threads: threads)
        {
            guard let indices = part.indices else {
                messages.tell(
                    "sensitivity-constant", ["variable": part.outcome.variable, "measure": part.outcome.word])
                continue
            }
            failures = max(failures, indices.failures.count)
            for (input, index) in zip(analysis.inputs, indices.inputs) {
                let numbers = [index.first, index.total].flatMap { estimate in
                    [estimate.value, estimate.interval?.lowerBound, estimate.interval?.upperBound]
                }
                text += CSVLine.text(
                    [part.outcome.variable, part.outcome.word, input.name]
                        + numbers.map { $0.map(SimulationTable.number) ?? "" })
            }
        }
        Output.print(text)
        if failures > 0 { messages.tell("sensitivity-failures", ["count": String(failures)]) }
    }

    private func printEffects(_ analysis: ModelSensitivity, _ seed: UInt64, _ messages: Messages) throws {
        var text = CSVLine.text(["variable", "measure", "input", "mean", "mean_absolute", "sd", "effects"])
        var failures = 0
        for part in try analysis.effects(trajectories: samples ?? 64, seed: seed, threads: threads) {
            failures = max(failures, part.failures)
            for (input, effect) in zip(analysis.inputs, part.effects ?? []) {
                text += CSVLine.text(
                    [part.outcome.variable, part.outcome.word, input.name]
                        + [effect.mean, effect.meanAbsolute, effect.standardDeviation].map {
                            $0.map(SimulationTable.number) ?? ""
                        } + [String(effect.count)])
            }
        }
        Output.print(text)
        if failures > 0 { messages.tell("sensitivity-failures", ["count": String(failures)]) }
    }
}

/// Which outcomes are meant, and what is changed before.
struct OutcomeOptions: ParsableArguments {
    @Option(help: "The variables looked at, with commas; those that the file saves when omitted. 考察的变量。")
    var output: String?

    @Option(help: "Times, with commas, or last, mean, min, max; last when omitted. 时间或统计量。")
    var at: String?

    @Option(help: "A scenario: a YAML file of changes. 情景文件。")
    var scenario: String?

    @Option(help: "How often to save, in units of time. 保存间隔。")
    var saveEvery: Double?

    func validate() throws {
        if let at, Self.measures(at) == nil {
            throw ValidationError("--at: times with commas, or last, mean, min, max; 应为时间或last、mean、min、max")
        }
        if let saveEvery, !(saveEvery > 0 && saveEvery.isFinite) {
            throw ValidationError("--save-every: above zero; 应大于零")
        }
    }

    static func measures(_ text: String) -> [ModelOutcome.Measure]? {
        let words = text.split(separator: ",").map(String.init)
        let found = words.compactMap(ModelOutcome.Measure.init(word:))
        return found.count == words.count && !found.isEmpty ? found : nil
    }

    /// The outcomes: each variable by each measure.
    func list(_ saved: [String]) -> [ModelOutcome] {
        let names = output.map(ModelSetting.names) ?? saved
        let measures = at.flatMap(Self.measures) ?? [.last]
        return names.flatMap { name in measures.map { ModelOutcome(name, $0) } }
    }

    var options: Simulation.Options {
        var options = Simulation.Options()
        options.saving = saveEvery
        return options
    }
}

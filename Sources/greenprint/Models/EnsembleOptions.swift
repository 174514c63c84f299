import ArgumentParser
import ModelFormats
import StatisticalData
import SystemDynamics

/// Which ensemble is meant: the model, its specification, and what replaces parts of it.
struct EnsembleOptions: ParsableArguments {
    @Argument(help: "The model: .xmile, .stmx, .itmx, .xml or .mdl. 模型文件。")
    var model: String

    @Option(help: "What varies: a YAML file. 抽样设定文件。")
    var spec: String

    @Option(help: "The number of runs. 运行次数。")
    var runs: Int?

    @Option(help: "The seed. 随机种子。")
    var seed: UInt64?

    @Option(help: "A scenario: a YAML file of changes. 情景文件。")
    var scenario: String?

    @Option(help: "A table for data variables without an equation. 外生数据表。")
    var data: String?

    @Option(help: "How often to save, in units of time. 保存间隔。")
    var saveEvery: Double?

    @Option(help: "The quantiles, with commas. 分位数。")
    var quantiles: String?

    func validate() throws {
        if let runs, !(1...10_000_000).contains(runs) {
            throw ValidationError("--runs: from 1 to 10000000; 应在1与10000000之间")
        }
        if let quantiles, Self.numbers(quantiles) == nil {
            throw ValidationError("--quantiles: numbers from 0 to 1 with commas; 应为0至1之间的数")
        }
        if let saveEvery, !(saveEvery > 0 && saveEvery.isFinite) {
            throw ValidationError("--save-every: above zero; 应大于零")
        }
    }

    static func numbers(_ text: String) -> [Double]? {
        let words = text.split(separator: ",").map { Double($0) }
        let numbers = words.compactMap { $0 }
        return numbers.count == words.count && !numbers.isEmpty && numbers.allSatisfy { (0...1).contains($0) }
            ? numbers : nil
    }

    /// The ensemble, and the quantiles to print.
    func ensemble(_ messages: Messages) throws -> (ensemble: Ensemble, quantiles: [Double]) {
        let bytes = try InputFile.read(spec)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Fault("scenario-encoding", at: Place(file: spec))
        }
        var file = try EnsembleFile(text, file: spec)
        if let runs { file.specification.runs = runs }
        if let seed { file.specification.seed = seed }
        let reading = try ModelReading(model, data: data)
        var resolved = try reading.model()
        if let scenario { resolved = try resolved.applying(ScenarioFile.read(scenario)) }
        messages.tell((reading.warnings + resolved.warnings).map { $0.fault(in: model) })
        var options = Simulation.Options()
        options.saved = file.saved
        options.saving = saveEvery
        return (try Ensemble(resolved, file.specification, options), quantiles.flatMap(Self.numbers) ?? file.quantiles)
    }
}

import ArgumentParser
import ModelFormats
import StatisticalData
import SystemDynamics

/// `greenprint calibrate`: the parameters with which a model comes closest to data.
struct CalibrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calibrate", abstract: "Fit parameters of a model to series of data. 用数据序列校准模型参数。")

    enum Answer: String, ExpressibleByArgument, CaseIterable {
        case parameters, correlations, residuals, fit, starts
    }

    @Argument(help: "The model: .xmile, .stmx, .itmx, .xml or .mdl. 模型文件。")
    var model: String

    @Option(help: "The table of data, time first, a column a series. 数据表，首列为时间。")
    var data: String

    @Option(help: "Parameters and series: a YAML file. 校准设定文件。")
    var spec: String

    @Option(help: "What to print: parameters, correlations, residuals, fit or starts. 输出内容。")
    var print = Answer.parameters

    @Option(help: "A table for data variables of the model without an equation. 外生数据表。")
    var inputs: String?

    @Option(help: "A scenario: a YAML file of changes. 情景文件。")
    var scenario: String?

    @Option(help: "The seed of the starts. 随机种子。")
    var seed: UInt64?

    @Option(help: "Threads; all cores when omitted. 线程数。")
    var threads: Int?

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        if let threads, threads < 1 { throw ValidationError("--threads: at least 1; 至少为1") }
    }

    func run() throws {
        let messages = try Messages(language)
        try messages.tellingModelFaults(in: model) {
            let reading = try ModelReading(model, data: inputs)
            var resolved = try reading.model()
            if let scenario { resolved = try resolved.applying(ScenarioFile.read(scenario)) }
            messages.tell((reading.warnings + resolved.warnings).map { $0.fault(in: model) })
            let bytes = try InputFile.read(data)
            let table = try ExternalTables(given: (bytes, data)) { _ in nil }
            guard let text = String(validating: try InputFile.read(spec), as: UTF8.self) else {
                throw Fault("scenario-encoding", at: Place(file: spec))
            }
            var calibration = try CalibrationReader.calibration(text, file: spec) { table.given($0) }
            if let seed { calibration.seed = seed }
            let result = try calibration.run(resolved, threads: threads)
            Output.print(Self.table(result, print))
            messages.tell(
                "calibration-summary",
                [
                    "sum": SimulationTable.number(result.sum), "freedom": String(result.degreesOfFreedom),
                    "agreeing": String(result.agreeing), "starts": String(result.starts.count),
                    "runs": String(result.evaluations),
                ])
            for (status, key) in [
                (CalibrationResult.Estimate.Status.notIdentified, "calibration-not-identified"),
                (.atBound, "calibration-at-bound"), (.noFreedom, "calibration-no-freedom"),
            ] {
                let names = result.estimates.filter { $0.status == status }.map(\.name)
                if !names.isEmpty { messages.tell(key, ["names": Messages.listed(names)]) }
            }
        }
    }

    private static func table(_ result: CalibrationResult, _ answer: Answer) -> String {
        func number(_ value: Double?) -> String { value.map(SimulationTable.number) ?? "" }
        var rows: [[String]]
        switch answer {
        case .parameters:
            rows = [["parameter", "value", "standard_error", "low", "high", "status"]]
            rows += result.estimates.map {
                [
                    $0.name, number($0.value), number($0.standardError), number($0.interval?.lowerBound),
                    number($0.interval?.upperBound), $0.status.rawValue,
                ]
            }
        case .correlations:
            let names = result.estimates.filter { $0.status == .estimated }.map(\.name)
            rows = [["parameter"] + names] + zip(names, result.correlations).map { [$0] + $1.map(number) }
        case .residuals:
            rows = [["variable", "time", "data", "model", "held_back"]]
            rows += result.residuals.map {
                [$0.variable, number($0.time), number($0.data), number($0.model), $0.isHeldBack ? "1" : "0"]
            }
        case .fit:
            rows = [["variable", "points", "rmse", "r2", "held_back", "held_back_rmse"]]
            rows += result.fits.map {
                [
                    $0.variable, String($0.points), number($0.error), number($0.determination), String($0.heldBack),
                    number($0.heldBackError),
                ]
            }
        case .starts:
            rows = [["start", "sum", "rounds", "stop"] + result.estimates.map(\.name)]
            rows += result.starts.enumerated().map { place, start in
                [String(place + 1), number(start.sum), String(start.rounds), start.stop] + start.values.map(number)
            }
        }
        return rows.map(CSVLine.text).joined()
    }
}

import ArgumentParser
import ModelFormats
import StatisticalData
import SystemDynamics

/// `greenprint model`: what a model is made of, and questions to it.
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model",
        abstract: "Look into a system-dynamics model. 查看系统动力学模型。",
        subcommands: [
            ModelInfo.self, ModelUnitsCommand.self, ModelLoops.self, ModelDiagram.self, ModelSensitivityCommand.self,
            ModelSearchCommand.self,
            ModelDiscoverCommand.self,
        ])
}

/// Which model is meant.
struct ModelChoice: ParsableArguments {
    @Argument(help: "The model: .xmile, .stmx, .itmx, .xml or .mdl. 模型文件。")
    var model: String

    @Option(help: "A table for data variables without an equation, time first. 外生数据表。")
    var data: String?

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    /// Reads the model, tells its warnings and gives it to `body`; faults end the command with exit code 1.
    func reading(_ body: (Model, Messages) throws -> Void) throws {
        let messages = try Messages(language)
        try messages.tellingModelFaults(in: model) {
            let reading = try ModelReading(model, data: data)
            let resolved = try reading.model()
            messages.tell((reading.warnings + resolved.warnings).map { $0.fault(in: model) })
            try body(resolved, messages)
        }
    }
}

/// `greenprint model units`: whether equations agree with the units declared.
struct ModelUnitsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "units", abstract: "Check the units of a model's equations. 检查方程的单位。")

    @OptionGroup var choice: ModelChoice

    @Flag(help: "Exit code 1 where anything does not agree. 有不一致时以退出码1结束。")
    var strict = false

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    func run() throws {
        try choice.reading { model, messages in
            let report = UnitReport(model)
            var text = CSVLine.text(["variable", "problem", "found", "expected", "part", "line"])
            for finding in report.findings {
                text += CSVLine.text([
                    finding.variable, finding.kind.rawValue, finding.found, finding.expected, finding.part,
                    String(finding.line),
                ])
            }
            Output.print(text)
            messages.tell(
                "model-units-summary",
                [
                    "findings": String(report.findings.count), "declared": String(report.declared),
                    "undeclared": String(report.undeclared.count),
                ])
            if report.timeUnits.isEmpty { messages.tell("model-units-no-time") }
            if !report.undeclared.isEmpty {
                messages.tell("model-units-undeclared", ["names": Messages.listed(report.undeclared)])
            }
            if strict, !report.findings.isEmpty { throw ExitCode(1) }
        }
    }
}

/// `greenprint model loops`: feedback loops with their polarity.
struct ModelLoops: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "loops", abstract: "List the feedback loops of a model. 列出模型的反馈回路。")

    @OptionGroup var choice: ModelChoice

    @Option(help: "How many loops at most. 回路数上限。")
    var limit = 1000

    @Flag(help: "Each element of an array is a variable of its own. 数组的每个元素单独计。")
    var elements = false

    @Flag(help: "Print the links with their signs in place of loops. 输出因果链及其符号。")
    var links = false

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    func validate() throws {
        if !(1...1_000_000).contains(limit) { throw ValidationError("--limit: from 1 to 1000000; 应在1与1000000之间") }
    }

    func run() throws {
        try choice.reading { model, messages in
            let graph = try CausalGraph(model, byElement: elements)
            if links {
                Output.print(
                    CSVLine.text(["from", "to", "polarity"])
                        + graph.links.map {
                            CSVLine.text([graph.names[$0.from], graph.names[$0.to], $0.polarity.rawValue])
                        }.joined())
                return
            }
            let found = FeedbackLoops(graph, limit: limit)
            var text = CSVLine.text(["loop", "length", "polarity", "variables"])
            for (place, loop) in found.loops.enumerated() {
                let names = (loop.variables + loop.variables.prefix(1)).map { graph.names[$0] }
                text += CSVLine.text([
                    String(place + 1), String(loop.variables.count), loop.polarity.rawValue,
                    names.joined(separator: " -> "),
                ])
            }
            Output.print(text)
            let counts = [
                "count": String(found.loops.count), "parts": String(found.parts.count),
                "largest": String(found.parts.first ?? 0), "length": String(found.completeLength),
            ]
            if found.isComplete {
                messages.tell("model-loops-complete", counts)
            } else {
                messages.tell("model-loops-cut", counts)
            }
        }
    }
}

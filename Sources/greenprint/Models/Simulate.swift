public import ArgumentParser
import ModelFormats
import StatisticalData
public import SystemDynamics

/// `greenprint simulate`: one run of a system-dynamics model.
struct Simulate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Run a system-dynamics model (XMILE, Vensim). 运行系统动力学模型。")

    @Argument(help: "The model: .xmile, .stmx, .itmx, .xml or .mdl. 模型文件。")
    var model: String

    @Option(name: .customLong("set"), help: "A constant and its value, such as growth=0.03; repeatable. 设定常数。")
    var settings: [String] = []

    @Option(help: "What to print, with commas; all variables when omitted. 输出的变量。")
    var save: String?

    @Option(help: "How often to print, in units of time. 输出间隔。")
    var saveEvery: Double?

    @Option(help: "A table for data variables without an equation, time first. 外生数据表。")
    var data: String?

    @Option(help: "A scenario: a YAML file of changes. 情景文件。")
    var scenario: String?

    @Option(help: "The first time. 起始时间。")
    var from: Double?

    @Option(help: "The last time. 终止时间。")
    var to: Double?

    @Option(help: "The step. 步长。")
    var dt: Double?

    @Option(help: "Method: euler, rk2, rk4 or rk45. 积分方法。")
    var method: SimulationSpecifications.Method?

    @Option(help: "The seed of random numbers. 随机种子。")
    var seed: UInt64 = 0

    @Flag(help: "Warnings are errors. 将警告视为错误。")
    var strict = false

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        for setting in settings where ModelSetting(setting) == nil {
            throw ValidationError("--set \(setting): a name, =, and a number; 应为 名称=数值")
        }
        if let saveEvery, !(saveEvery > 0 && saveEvery.isFinite) {
            throw ValidationError("--save-every: above zero; 应大于零")
        }
        if let dt, !(dt > 0 && dt.isFinite) { throw ValidationError("--dt: above zero; 应大于零") }
    }

    func run() throws {
        let messages = try Messages(language)
        try messages.tellingModelFaults(in: model) {
            let reading = try ModelReading(model, data: data)
            var warnings = reading.warnings
            var resolved = try reading.model()
            if let scenario { resolved = try resolved.applying(ScenarioFile.read(scenario)) }
            resolved = try resolved.setting(settings.compactMap(ModelSetting.init).map { ($0.name, $0.value) })
            warnings += resolved.warnings
            let simulation = try Simulation(resolved, options)
            warnings += simulation.warnings
            messages.tell(warnings.map { $0.fault(in: model) })
            guard !(strict && !warnings.isEmpty) else { throw ExitCode(1) }
            SimulationTable.print(simulation)
        }
    }

    private var options: Simulation.Options {
        var options = Simulation.Options()
        (options.start, options.stop, options.step) = (from, to, dt)
        options.saving = saveEvery
        options.method = method
        options.saved = save.map(ModelSetting.names) ?? []
        options.seed = seed
        return options
    }
}

/// `name=value` of the command line.
struct ModelSetting {
    let name: String
    let value: Double

    init?(_ text: String) {
        guard let sign = text.lastIndex(of: "="), let value = Double(text[text.index(after: sign)...]) else {
            return nil
        }
        name = String(text[..<sign])
        self.value = value
        if name.isEmpty || !value.isFinite { return nil }
    }

    /// Names between commas outside of brackets and quotes.
    static func names(_ text: String) -> [String] {
        var names = [""]
        var depth = 0
        var isQuoted = false
        for character in text {
            if character == "\"" { isQuoted.toggle() }
            if character == "[" { depth += 1 }
            if character == "]" { depth -= 1 }
            if character == ",", depth == 0, !isQuoted {
                names.append("")
            } else {
                names[names.count - 1].append(character)
            }
        }
        return names.filter { !$0.isEmpty }
    }
}

extension SimulationSpecifications.Method: ExpressibleByArgument {}

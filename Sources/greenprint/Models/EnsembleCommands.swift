import ArgumentParser
import Foundation
import StatisticalData
import SystemDynamics

/// `greenprint ensemble`: many runs of a model, and the band they make.
struct EnsembleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ensemble",
        abstract: "Run a model many times and print the bands of its outcomes. 多次运行模型并输出结果的分位带。")

    @OptionGroup var options: EnsembleOptions

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
        try messages.tellingModelFaults(in: options.model) {
            let (ensemble, quantiles) = try options.ensemble(messages)
            let spool = try EnsembleSpool(width: ensemble.times.count * ensemble.names.count)
            try spool.fill(ensemble, runs: Array(0..<ensemble.specification.runs), threads: threads)
            try EnsembleTable(ensemble: ensemble, quantiles: quantiles).print([spool], messages)
        }
    }
}

/// `greenprint ensemble-plan`: what each shard of an ensemble has to do.
struct EnsemblePlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ensemble-plan", abstract: "Divide an ensemble into shards. 将抽样运行分成若干份。")

    @OptionGroup var options: EnsembleOptions

    @Option(help: "The number of shards. 份数。")
    var shards: Int

    @Option(help: "The new folder of the plan. 输出文件夹。")
    var output: String

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        if !(1...100_000).contains(shards) { throw ValidationError("--shards: from 1 to 100000; 应在1与100000之间") }
    }

    func run() throws {
        let messages = try Messages(language)
        try messages.tellingModelFaults(in: options.model) {
            let (ensemble, quantiles) = try options.ensemble(messages)
            try EnsemblePlan(
                model: Self.absolute(options.model), spec: Self.absolute(options.spec),
                scenario: options.scenario.map(Self.absolute), data: options.data.map(Self.absolute),
                saveEvery: options.saveEvery, runs: ensemble.specification.runs, seed: ensemble.specification.seed,
                shards: shards, quantiles: quantiles
            ).write(to: output)
        }
    }

    private static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }
}

/// `greenprint ensemble-run`: one shard.
struct EnsembleRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ensemble-run", abstract: "Run one shard of a planned ensemble. 运行其中一份。")

    @Argument(help: "The folder of the plan. 计划文件夹。")
    var folder: String

    @Option(help: "The number of the shard, from 0. 份的编号，从0起。")
    var shard: Int

    @Option(help: "Threads; all cores when omitted. 线程数。")
    var threads: Int?

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.tellingModelFaults(in: folder) {
            let plan = try EnsemblePlan(readingFrom: folder)
            guard (0..<plan.shards).contains(shard) else {
                throw Fault(
                    "ensemble-shard", at: Place(file: folder), ["found": "\(shard)", "expected": "\(plan.shards)"])
            }
            let (ensemble, _) = try plan.options.ensemble(messages)
            let spool = try EnsembleSpool(
                width: ensemble.times.count * ensemble.names.count, file: plan.file(of: shard, in: folder))
            try spool.fill(ensemble, runs: plan.runs(of: shard), threads: threads)
            try spool.finish()
        }
    }
}

/// `greenprint ensemble-merge`: all shards together; the same bytes as a run in one.
struct EnsembleMergeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ensemble-merge", abstract: "Merge the shards of an ensemble. 合并各份结果。")

    @Argument(help: "The folder of the plan. 计划文件夹。")
    var folder: String

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func run() throws {
        let messages = try Messages(language)
        try messages.tellingModelFaults(in: folder) {
            let plan = try EnsemblePlan(readingFrom: folder)
            let (ensemble, quantiles) = try plan.options.ensemble(messages)
            let width = ensemble.times.count * ensemble.names.count
            let spools = try (0..<plan.shards).map { shard in
                try EnsembleSpool(
                    width: width, reading: plan.file(of: shard, in: folder), runs: plan.runs(of: shard).count)
            }
            try EnsembleTable(ensemble: ensemble, quantiles: quantiles).print(spools, messages)
        }
    }
}

import ArgumentParser
import InputOutput
import InputOutputFormats
import SensitivityAnalysis
import StatisticalData

/// The options that spread a result over what is declared uncertain.
struct InputOutputUncertaintyOptions: ParsableArguments {
    @Option(help: "With --shock: what is uncertain, as YAML; prints intervals. 不确定性说明（YAML），输出区间。")
    var uncertainty: String?

    @Option(help: "With --uncertainty: how many draws. 抽取次数。")
    var runs = 1000

    @Option(help: "With --uncertainty: the seed of random numbers. 随机数种子。")
    var seed: UInt64 = 1

    @Option(help: "With --uncertainty: at most so many threads. 最多线程数。")
    var threads: Int?

    var isAsked: Bool { uncertainty != nil }

    func check() throws {
        if runs < 2 || runs > 1_000_000 { throw ValidationError("--runs: 2 ... 1000000") }
        if let threads, threads < 1 { throw ValidationError("--threads: 1 ...") }
    }

    /// What is declared; `nil` if nothing is asked for.
    func read() throws -> ImpactUncertainty? {
        guard let uncertainty else { return nil }
        return try ImpactUncertainty(
            String(decoding: try InputFile.read(uncertainty), as: UTF8.self), file: uncertainty)
    }

    func tell(_ result: UncertainImpact.Result, _ messages: Messages) {
        messages.tell("io-redraws", ["count": String(result.redraws), "runs": String(runs)])
    }
}

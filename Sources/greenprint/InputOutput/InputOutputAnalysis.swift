import ArgumentParser
import InputOutputFormats
import Reports
import StatisticalData

/// `greenprint io`: questions to an input-output table, without a workspace. Each question is a group of options.
struct InputOutputAnalysis: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "io",
        abstract: "Compute coefficients, multipliers and footprints of an input-output table. 计算投入产出表的系数、乘数与足迹。")

    @Argument(help: "The folder of the table, in pymrio's layout or with Z.csv and Y.csv. 投入产出表文件夹。")
    var table: String

    @OptionGroup var accounts: InputOutputAccountQuestion

    @OptionGroup var paths: InputOutputPathsQuestion

    @OptionGroup var decomposition: InputOutputDecompositionQuestion

    @OptionGroup var trade: InputOutputTradeQuestion

    @OptionGroup var regional: InputOutputRegionalQuestion

    @OptionGroup var shocks: InputOutputShockQuestion

    @OptionGroup var extraction: InputOutputExtractionQuestion

    @OptionGroup var balance: InputOutputBalanceQuestion

    @OptionGroup var checking: InputOutputCheckQuestion

    @OptionGroup var prices: InputOutputPriceQuestion

    @OptionGroup var saving: InputOutputSaveQuestion

    @OptionGroup var splitting: InputOutputSplitQuestion

    @OptionGroup var common: InputOutputCommon

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    private var questions: [any InputOutputQuestion] {
        [accounts, paths, decomposition, trade, regional, shocks, extraction]
            + [balance, checking, prices, saving, splitting]
    }

    /// The questions asked; without any the flows, if a table is made of another.
    private var asked: [any InputOutputQuestion] {
        let found = questions.filter(\.isAsked)
        guard found.isEmpty, common.preparation.makesTable else { return found }
        var flows = accounts
        flows.accounts = [.flows]
        return [flows]
    }

    func validate() throws {
        let asked = asked
        guard asked.count == 1, let question = asked.first else {
            let options = questions.map { type(of: $0).option }.joined(separator: ", ")
            throw ValidationError("ask one question / 请给出其中一项: \(options)")
        }
        try question.check(common)
    }

    func run() throws {
        let messages = try Messages(language)
        do {
            if common.preparation.layout == nil {
                for question in asked where try question.answerWithoutFolder(table, messages) { return }
            }
            let folder = try common.folder(
                table, readsUnbalanced: asked.contains { $0.readsUnbalanced },
                splits: !asked.contains { $0.splitsItself })
            messages.tell(folder.warnings)
            let subject = InputOutputSubject(path: table, folder: folder, common: common)
            for question in asked { try question.answer(subject, messages) }
        } catch {
            let faults = InputOutputFaultTexts.faults(error, at: Place(file: table))
            guard !faults.isEmpty else { throw error }
            messages.tell(faults)
            throw ExitCode(1)
        }
    }
}

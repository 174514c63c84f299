import ArgumentParser
import Foundation
import InputOutput
import InputOutputFormats
import Reports
import SensitivityAnalysis
import StatisticalData

/// `--shock`: what a programme, a closure or a changed technology does, part by part.
struct InputOutputShockQuestion: InputOutputQuestion {
    static let option = "--shock"

    @Option(name: .customLong("shock"), help: "A scenario as YAML. 情景文件（YAML）。")
    var shock: String?

    @Option(name: .customLong("by"), help: "With --shock: a row for each sector, shock or total. 按部门、冲击或合计输出。")
    var grouping: ScenarioTables.Grouping?

    @OptionGroup var uncertainty: InputOutputUncertaintyOptions

    var isAsked: Bool { shock != nil }

    func check(_ common: InputOutputCommon) throws {
        try common.closure.check(isAllowed: true)
        try uncertainty.check()
        if uncertainty.isAsked, grouping != nil {
            throw ValidationError("--by: not with --uncertainty; 不能与--uncertainty同用")
        }
    }

    func answer(_ subject: InputOutputSubject, _ messages: Messages) throws {
        guard let shock else { return }
        let account = subject.common.satellite == nil ? nil : try subject.satellite(messages).account
        let base = try subject.impactBase(account)
        let text = String(decoding: try InputFile.read(shock), as: UTF8.self)
        let declared = try ScenarioDeclaration(
            text, file: shock, table: base.table, stressors: base.stressors)
        let spec = try uncertainty.read()
        let table: OutputTable
        do throws(InputOutputFaults) {
            let result = try ImpactModel(base).result(of: declared.scenario)
            let found = try spec.map { spec throws(InputOutputFaults) in
                try UncertainImpact.scenario(declared.scenario, on: base)
                    .run(spec, runs: uncertainty.runs, seed: uncertainty.seed, threads: uncertainty.threads)
            }
            tell(result, messages)
            if let found { uncertainty.tell(found, messages) }
            table =
                found.map { ScenarioTables.spreads($0, of: result) }
                ?? ScenarioTables.effects(result, by: grouping ?? .sector, subject.folder.industries)
        } catch {
            throw Faults(InputOutputFaultTexts.faults(error, scenario: { declared.place(of: $0) }))
        }
        Output.print(try table.text(.csv))
    }

    private func tell(_ result: ScenarioResult, _ messages: Messages) {
        for assumption in result.assumptions { messages.tell("io-assumption-" + assumption.rawValue) }
        for set in result.setOutputs {
            messages.tell(
                set.leftForDemand < 0 ? "io-set-output-short" : "io-set-output-left",
                ["industry": IndustryNames.name(set.industry), "found": Decimals.text(abs(set.leftForDemand))])
        }
    }
}

extension InputOutputSubject {
    /// The economy that questions about changes start from.
    func impactBase(_ account: SatelliteAccount?) throws -> ImpactBase {
        ImpactBase(
            folder.table, imports: try folder.imports(), account: account,
            households: try common.closure.households(folder))
    }
}

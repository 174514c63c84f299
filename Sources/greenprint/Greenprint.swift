import ArgumentParser

/// The command line: wiring and text, no arithmetic.
struct Greenprint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "greenprint",
        abstract: "Turns provincial data into an auditable green-economy assessment. 将省级数据转化为可审计的绿色经济评估。",
        version: "0.1.0",
        subcommands: [
            New.self, Import.self, Report.self, Run.self, Check.self, Explain.self, Diff.self, Due.self, Verify.self,
            Rebuild.self, Export.self, Index.self, Targets.self, Decompose.self, Decouple.self, Efficiency.self,
            InputOutputAnalysis.self, Simulate.self, EnsembleCommand.self, EnsemblePlanCommand.self,
            EnsembleRunCommand.self, EnsembleMergeCommand.self, Learn.self, CourseCommand.self, Keys.self, Cases.self,
        ])
}

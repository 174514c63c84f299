import ArgumentParser

/// The command line: wiring and text, no arithmetic.
struct Greenprint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "greenprint",
        abstract: "Turns provincial data into an auditable green-economy assessment. 将省级数据转化为可审计的绿色经济评估。",
        version: "0.1.0",
        groupedSubcommands: [
            CommandGroup(
                name: "Workspace 工作区",
                subcommands: [
                    New.self,
                    Check.self,
                    Run.self,
                    Report.self,
                    Serve.self,
                    Explain.self,
                    Diff.self,
                    Due.self,
                    Verify.self,
                    Rebuild.self,
                    Doctor.self,
                ]),
            CommandGroup(
                name: "Exchange 数据交换",
                subcommands: [
                    Import.self,
                    Export.self,
                    Compare.self,
                    Keys.self,
                ]),
            CommandGroup(
                name: "Programme, dialogue, learning 项目、对话与学习",
                subcommands: [
                    ProgrammeCommand.self,
                    IATICommand.self,
                    DialogueCommand.self,
                    Learn.self,
                    CourseCommand.self,
                    Cases.self,
                ]),
            CommandGroup(
                name: "Methods on files 方法",
                subcommands: [
                    Index.self,
                    Targets.self,
                    Parks.self,
                    Decompose.self,
                    Decouple.self,
                    Efficiency.self,
                    InputOutputAnalysis.self,
                    Trade.self,
                    Redlines.self,
                    Distribution.self,
                ]),
            CommandGroup(
                name: "Models 模型",
                subcommands: [
                    Simulate.self,
                    EnsembleCommand.self,
                    EnsemblePlanCommand.self,
                    EnsembleRunCommand.self,
                    EnsembleMergeCommand.self,
                    ModelCommand.self,
                    CalibrateCommand.self,
                ]),
        ])
}

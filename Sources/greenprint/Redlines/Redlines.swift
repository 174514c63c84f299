import ArgumentParser
import Reports
import SpatialAnalysis
import StatisticalData

/// `greenprint redlines`: what projects take of protected zones, and whether the zones are kept, without a workspace.
struct Redlines: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Overlay projects with redline zones, screen them, compare two dates. 生态红线：项目叠加、准入筛查与两期对比。",
        discussion: """
            greenprint redlines PROJECTS.geojson ZONES.geojson
            greenprint redlines --screen PROJECTS.geojson ZONES.geojson
            greenprint redlines --compare OLD.geojson NEW.geojson
            greenprint redlines --summary ZONES.geojson
            """)

    @Argument(help: "GeoJSON files: projects and zones, two dates of zones, or one file of zones. GeoJSON文件。")
    var files: [String]

    @Flag(help: "The verdict on each project, with the reasons. 逐个项目给出筛查结论与理由。")
    var screen = false

    @Flag(help: "What became of the zones between two dates. 对比两个时期的红线。")
    var compare = false

    @Flag(help: "What the zones cover, by class. 按类别汇总红线面积。")
    var summary = false

    @OptionGroup var question: RedlineQuestion
    @OptionGroup var input: FeatureOptions

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.csv

    @Option(help: "Language of messages and reasons: en or zh. 提示信息与理由的语言。")
    var language: Language?

    /// What is asked for.
    enum Task: String {
        case overlay, screen, compare, summary
    }

    var task: Task { compare ? .compare : screen ? .screen : summary ? .summary : .overlay }

    func validate() throws {
        if [screen, compare, summary].count(where: { $0 }) > 1 {
            throw ValidationError("--screen, --compare, --summary: one at a time; 请择一使用")
        }
        let expected = task == .summary ? 1 : 2
        if files.count != expected {
            throw ValidationError("\(expected) file(s) expected, \(files.count) given; 需要\(expected)个文件")
        }
        try question.check(task)
        try input.check()
    }

    func run() throws {
        let messages = try Messages(language)
        let reader = FeatureReader(options: input, area: question, messages: messages)
        try messages.telling({ ($0 as? SpatialFaults)?.list.map { $0.fault(in: files.last ?? "") } }) {
            let answer = RedlineAnswer(question: question, reader: reader, messages: messages)
            let table =
                switch task {
                case .overlay: try answer.overlay(files[0], files[1])
                case .screen: try answer.screening(files[0], files[1])
                case .compare: try answer.comparison(files[0], files[1])
                case .summary: try answer.summary(files[0])
                }
            Output.print(try table.text(format.table))
        }
    }
}

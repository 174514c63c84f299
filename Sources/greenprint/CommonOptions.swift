public import ArgumentParser
import Reports
public import StatisticalData

extension Language: ExpressibleByArgument {}

extension KnownDate: ExpressibleByArgument {
    /// A date from the command line.
    public init?(argument: String) {
        self.init(argument)
    }
}

extension Period: ExpressibleByArgument {
    /// A period from the command line.
    public init?(argument: String) {
        self.init(argument)
    }
}

/// The folder and the language, which all commands share.
struct CommonOptions: ParsableArguments {
    @Argument(help: "The workspace folder. 工作区文件夹。")
    var folder = "."

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    /// Runs `body`; faults are told on standard error and end the command with exit code 1.
    func run(_ body: (Messages) throws -> Void) throws {
        let messages = try Messages(language)
        try messages.telling { try body(messages) }
    }
}

/// How results are written.
enum ResultFormat: String, ExpressibleByArgument, CaseIterable {
    case csv
    case json
    case table

    /// The format of tables that are no results of studies.
    var table: OutputTable.Format {
        switch self {
        case .csv: .csv
        case .json: .json
        case .table: .table
        }
    }
}

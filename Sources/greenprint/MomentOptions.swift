public import ArgumentParser
public import DecompositionAnalysis
import StatisticalData
import TableFormats

/// Which table is read and which moments are compared.
struct MomentOptions: ParsableArguments {
    @Argument(help: "The table: a row a moment and cell, or columns such as energy_2016. 数据表：每行一个时期与单元，或宽表。")
    var data: String

    @Option(help: "First and last moment, such as 2016:2019; all of the table when omitted. 起止时期。")
    var period: String?

    @Option(help: "The column of moments: year, time, period or t unless named; a column of areas compares areas. 时期列。")
    var over: String?

    @Option(help: "The columns of labels, with commas; found when omitted. 单元标签列，用逗号分隔。")
    var cells: String?

    @Option(help: "Print by these columns of labels, with commas. 按标签列分组输出。")
    var by: String?

    @Flag(help: "Years may be missing between the first and the last. 允许中间年份缺失。")
    var allowGaps = false

    @Option(help: "Format: csv, json or table. 格式。")
    var format = ResultFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    /// Names with commas.
    static func names(_ text: String?) -> [String]? {
        text.map { $0.split(separator: ",").map { String($0.trimmingPrefix { $0 == " " }) }.filter { !$0.isEmpty } }
    }

    /// The columns to print by.
    var groups: [String] { Self.names(by) ?? [] }

    func validate() throws {
        if let period, Self.ends(period) == nil {
            throw ValidationError("--period: first and last moment with a colon, such as 2016:2019; 起止时期以冒号分隔")
        }
    }

    private static func ends(_ text: String) -> (first: String, last: String)? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } ? (parts[0], parts[1]) : nil
    }

    /// The moments from the first to the last.
    func moments(_ data: DetailedData) throws -> [String] {
        let ends = period.flatMap(Self.ends)
        guard let first = ends?.first ?? data.moments.first, let last = ends?.last ?? data.moments.last else {
            return []
        }
        return try data.moments(from: first, to: last, allowsGaps: allowGaps)
    }

    /// The table.
    func table(_ request: DecompositionTable.Request) throws -> DecompositionTable {
        var request = request
        (request.over, request.cells) = (over, Self.names(cells))
        return try DecompositionTable(InputFile.read(data), file: data, request)
    }

    /// Runs `body`; faults are told and end the command, with exit code 2 where the identity is at fault.
    func run(_ body: (Messages) throws -> Void) throws {
        let messages = try Messages(language)
        do {
            try body(messages)
        } catch let faults as IdentityFaults {
            messages.tell(faults.list.map { $0.fault(in: "--identity") })
            throw ExitCode(2)
        } catch let faults as DecompositionFaults {
            var collector = FaultCollector()
            collector.add(contentsOf: faults.list.map { $0.fault(in: data) })
            messages.tell(collector.all(in: data))
            throw ExitCode(1)
        } catch let faults as Faults {
            messages.tell(faults.list)
            throw ExitCode(1)
        } catch let fault as Fault {
            messages.tell([fault])
            throw ExitCode(1)
        }
    }
}

extension DecompositionSpan: ExpressibleByArgument {
    /// `fixed`, `steps`, `chained` or `window:5`.
    public init?(argument: String) {
        switch argument {
        case "fixed": self = .fixed
        case "steps": self = .steps
        case "chained": self = .chained
        default:
            let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0] == "window", let length = Int(parts[1]), length > 0 else { return nil }
            self = .window(length)
        }
    }
}

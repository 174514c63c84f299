import ArgumentParser
import Foundation
import Reports
import SDMX
import StatisticalData
import Workspaces

/// `greenprint export`: the figures of a workspace for other programs.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a workspace for other programs: SDMX, CSV, XLSX, data package. 导出数据，供其他程序使用。")

    @OptionGroup var common: CommonOptions

    @Option(help: "Format: sdmx-csv, sdmx-ml, sdmx-json, csv, xlsx, datapackage or exchange (signed). 格式。")
    var format: ExportFormat

    @Option(
        help:
            "The file to write; standard output when omitted. A folder or .zip for datapackage and exchange. 输出文件，省略时为标准输出。"
    )
    var output: String?

    @Option(help: "Use what was known on this date, such as 2020-07-01. 以该日期已知的数据导出。")
    var asKnownOn: KnownDate?

    @Flag(help: "Every vintage of each figure, not only the newest. 导出每个数据的全部版本。")
    var allVintages = false

    @Flag(
        help: "Write the structure (code lists, concepts, data structure) as SDMX-ML 3.0 instead of the data. 导出数据结构。")
    var structure = false

    @Option(help: "Names beside codes in sdmx-csv: id, both or name. SDMX-CSV中代码旁的名称。")
    var labels = ExportLabels.id

    @Option(help: "The agency that keeps the structure. 维护机构标识。")
    var agency = "GREENPRINT"

    @Flag(help: "CSV for spreadsheet programs: byte order mark, formulas made harmless. 适用于电子表格软件的CSV。")
    var forExcel = false

    @Option(help: "Terms of use of a data package, such as CC-BY-4.0; those of the sources when omitted. 数据包的许可。")
    var licence: String?

    @Option(help: "The own key that signs an exchange package; the only one when omitted. 签名所用密钥。")
    var key: String?

    @OptionGroup var chart: ChartOptions

    func validate() throws {
        if format == .datapackage || format == .exchange || format == .xlsx, output == nil {
            throw ValidationError("--output: needed with this format; 此格式须给出--output")
        }
        if format == .datapackage || format == .exchange, asKnownOn != nil || allVintages {
            throw ValidationError("--as-known-on, --all-vintages: not with datapackage; 不用于datapackage")
        }
        if key != nil, format != .exchange { throw ValidationError("--key: only with --format exchange; 只用于exchange") }
        if chart.chart != nil || chart.chartArea != nil, format != .xlsx {
            throw ValidationError("--chart, --chart-area: only with --format xlsx; 只用于xlsx")
        }
        if let licence {
            guard format == .datapackage || format == .exchange, PackageLicence.isName(licence) else {
                throw ValidationError("--licence: an identifier, only with --format datapackage; 标识符，只用于datapackage")
            }
        }
        if structure, format != .sdmxML { throw ValidationError("--structure: only with --format sdmx-ml; 只用于sdmx-ml") }
        if labels != .id, format != .sdmxCSV {
            throw ValidationError("--labels: only with --format sdmx-csv; 只用于sdmx-csv")
        }
        if forExcel, format != .csv { throw ValidationError("--for-excel: only with --format csv; 只用于csv") }
    }

    func run() throws {
        try common.run { messages in
            let open = try messages.withProgress { try OpenWorkspace(at: common.folder, progress: $0) }
            messages.tell(open.ingestion)
            if format == .datapackage { return try PackageExport(messages).write(open, licence, to: output ?? "") }
            if format == .exchange {
                return try ExchangeCommands(messages).write(open, licence: licence, key: key, to: output ?? "")
            }
            if format == .xlsx {
                let export = WorkbookFileExport(
                    messages: messages, known: asKnownOn, hasVintages: allVintages, options: chart)
                return try export.write(open, to: output ?? "")
            }
            let observations = try open.observations(asKnownOn: asKnownOn)
            let workspace = open.workspace
            if observations.isEmpty { messages.tell("export-empty") }
            let text: String
            if format == .csv {
                text = ObservationTable.csv(observations, hasVintages: allVintages, isForSpreadsheets: forExcel)
            } else {
                let exchange = try Exchange(
                    observations, areas: workspace.areas, indicators: workspace.indicators, sources: workspace.sources,
                    title: workspace.configuration.name,
                    options: Exchange.Options(agency: agency, hasVintages: allVintages))
                if exchange.superseded > 0 {
                    messages.tell("export-superseded", ["count": String(exchange.superseded)])
                }
                text = self.text(exchange, messages.wording.language)
            }
            try write(text)
        }
    }

    private func text(_ exchange: Exchange, _ language: Language) -> String {
        switch format {
        case .sdmxCSV:
            SDMXCSV.write(
                [exchange.dataSet], labels: labels.labels(language.rawValue), structures: exchange.structures)
        case .sdmxML:
            structure ? SDMXML.write(exchange.structures, header: exchange.header) : SDMXML.write(exchange)
        case .sdmxJSON: SDMXJSON.write(exchange)
        case .csv, .xlsx, .datapackage, .exchange: ""
        }
    }

    private func write(_ text: String) throws {
        if let output {
            try AtomicFile.write(Data(text.utf8), to: output)
        } else {
            Output.print(text)
        }
    }
}

/// What figures can be written as.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
    case sdmxCSV = "sdmx-csv"
    case sdmxML = "sdmx-ml"
    case sdmxJSON = "sdmx-json"
    case csv
    case xlsx
    case datapackage
    case exchange
}

/// What stands beside codes.
enum ExportLabels: String, ExpressibleByArgument, CaseIterable {
    case id
    case both
    case name

    func labels(_ language: String) -> SDMXCSV.Labels {
        switch self {
        case .id: .id
        case .both: .both(language)
        case .name: .name(language)
        }
    }
}

import ArgumentParser
import Foundation
import InputOutput
import InputOutputFormats
import LinearAlgebra
import Reports
import StatisticalData
import Workspaces

/// `greenprint io`: coefficients, multipliers and footprints of an input-output table, without a workspace.
struct InputOutputAnalysis: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "io",
        abstract: "Compute coefficients, multipliers and footprints of an input-output table. 计算投入产出表的系数、乘数与足迹。")

    @Argument(help: "The folder of the table, in pymrio's layout or with Z.csv and Y.csv. 投入产出表文件夹。")
    var table: String

    @Option(help: "What to print. 输出内容。")
    var account: InputOutputAccount

    @Option(name: .customLong("extension"), help: "The satellite account, such as emissions. 卫星账户名称。")
    var satellite: String?

    @OptionGroup var closure: InputOutputClosure

    @Flag(help: "Negative flows between industries are meant. 允许中间流量为负。")
    var negativeFlows = false

    @Flag(help: "The table's x may differ from its row sums. 允许总产出与行合计不符。")
    var unbalanced = false

    @Option(help: "Format: csv. 格式。")
    var format = MatrixFormat.csv

    @Option(help: "Language of messages: en or zh. 提示信息的语言。")
    var language: Language?

    func validate() throws {
        if account.needsExtension == true, satellite == nil {
            throw ValidationError("--extension: this account needs one; 该账户需要指定卫星账户")
        }
        if account.needsExtension == false, satellite != nil {
            throw ValidationError("--extension: not with this account; 不能与该账户同用")
        }
        try closure.check(account)
    }

    func run() throws {
        let messages = try Messages(language)
        do {
            let folder = try InputOutputFolder(
                try files(),
                declarations: .init(allowsNegativeFlows: negativeFlows, allowsImbalance: unbalanced))
            messages.tell(folder.warnings)
            if account == .multipliers || account == .linkages {
                Output.print(try table(folder, messages).text(.csv))
                return
            }
            let matrix = try matrix(folder, messages)
            guard matrix.values.elements.allSatisfy(\.isFinite) else {
                throw Fault("io-overflow", at: Place(file: table))
            }
            matrix.write { Output.print($0) }
        } catch {
            let faults = InputOutputFaultTexts.faults(error, at: Place(file: table))
            guard !faults.isEmpty else { throw error }
            messages.tell(faults)
            throw ExitCode(1)
        }
    }

    /// The files in the folder and in the folders in it.
    private func files() throws -> FolderFiles {
        let manager = FileManager.default
        guard let names = try? manager.contentsOfDirectory(atPath: table) else {
            throw Fault("io-no-folder", at: Place(file: table))
        }
        let inner = names.flatMap { name in
            (try? manager.contentsOfDirectory(atPath: table + "/" + name))?.map { name + "/" + $0 } ?? []
        }
        let folder = WorkspaceFolder(table)
        let path = table
        return FolderFiles(path: path, names: names + inner) { name in
            [UInt8](try folder.read(name, namedAt: Place(file: path + "/" + name)))
        }
    }

    /// The extension asked for; what no demand can carry is told.
    private func extended(
        _ folder: InputOutputFolder, _ messages: Messages
    ) throws -> (account: SatelliteAccount, stressors: LabelAxis) {
        let found = try folder.account(satellite ?? "")
        messages.tell(
            found.account.unattributed(in: folder.table).prefix(100).map {
                InputOutputFaultTexts.unattributed($0, at: Place(file: table + "/" + found.account.name))
            })
        return found
    }

    private func matrix(_ folder: InputOutputFolder, _ messages: Messages) throws -> LabelledMatrix {
        let table = folder.table
        let square = { (values: Matrix) in
            LabelledMatrix(rows: folder.industries, columns: folder.industries, values: values)
        }
        switch account {
        case .inputCoefficients: return square(table.inputCoefficients)
        case .allocationCoefficients: return square(try table.allocationCoefficients())
        case .leontiefInverse: return square(try LeontiefModel(table).leontiefInverse())
        case .ghoshInverse: return square(try table.ghoshInverse())
        case .output:
            return LabelledMatrix(
                rows: folder.industries, columns: LabelAxis(levels: [""], labels: [["indout"]]),
                values: Matrix(rows: table.output.count, columns: 1) { row, _ in table.output[row] })
        default: return try footprint(folder, messages)
        }
    }

    private func footprint(_ folder: InputOutputFolder, _ messages: Messages) throws -> LabelledMatrix {
        let (extended, stressors) = try extended(folder, messages)
        let labelled = { (columns: LabelAxis, values: Matrix) in
            LabelledMatrix(rows: stressors, columns: columns, values: values)
        }
        if account == .intensities { return labelled(folder.industries, extended.intensities(in: folder.table)) }
        let footprint = try Footprint(LeontiefModel(folder.table), extended)
        switch account {
        case .footprint(let kind):
            let (columns, values) = try footprint.account(kind)
            return labelled(folder.axis(columns), values)
        case .footprintByArea(let kind): return labelled(folder.areas, try footprint.byArea(kind))
        case .footprintPerCapita(let kind):
            guard let population = folder.population else { throw Fault("io-population", at: Place(file: table)) }
            return labelled(folder.areas, try footprint.perCapita(kind, population: population))
        default: return labelled(folder.industries, footprint.totalIntensities)
        }
    }

    private func table(_ folder: InputOutputFolder, _ messages: Messages) throws -> OutputTable {
        let model = try LeontiefModel(folder.table)
        guard account == .multipliers else { return InputOutputTables.linkages(try Linkages(model), folder.industries) }
        return try InputOutputTables.multipliers(
            model, try satellite.map { _ in try extended(folder, messages).account },
            households: try closure.model(folder, path: table), folder.industries)
    }
}

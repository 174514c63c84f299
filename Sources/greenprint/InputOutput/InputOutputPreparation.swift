import ArgumentParser
import Foundation
import InputOutput
import InputOutputFormats
import StatisticalData
import Workspaces

/// The options by which a table is made ready before a question is put to it.
struct InputOutputPreparation: ParsableArguments {
    @Option(
        name: .customLong("sut-model"),
        help: "For a folder with U.csv and V.csv: the model of transformation, A, B, C or D. 供给使用表的转换模型。")
    var modelWord: ModelWord?

    @Option(
        name: .customLong("imports"),
        help:
            "For a table with imports.csv, a column that is subtracted: use (home use takes the same share of imports, exports none), supply (exports as well) or at-home. 进口处理。"
    )
    var imports = ImportWord.use

    @Option(
        name: .customLong("exports"),
        help: "With --imports use: a category of final demand that is exports; may be repeated. 出口所在的最终需求类别。")
    var exports: [String] = []

    @Option(
        name: .customLong("split"), help: "Split a part from its parent: a file with entry, label, value. 从母部门分出一部分。")
    var splitFile: String?

    @Option(
        name: .customLong("aggregate"),
        help: "Add up or divide sectors: a file with sector, group and, where needed, share. 按对照表合并或拆分部门。")
    var concordance: String?

    @Option(
        help: "TABLE is a file of another layout: nbs (also of provinces), oecd, wiod or eurostat. 表文件的格式。")
    var layout: LayoutWord?

    @Option(help: "With --layout nbs: the sheet of a workbook. 工作表名称。")
    var sheet: String?

    /// The words of `--layout`.
    enum LayoutWord: String, ExpressibleByArgument, CaseIterable {
        case nbs, oecd, wiod, eurostat
    }

    /// Reads the table of a folder, or of a file in the layout given.
    func read(_ path: String, _ declarations: InputOutputFolder.Declarations) throws -> InputOutputFolder {
        guard let layout, let kind = TableLayout(rawValue: layout.rawValue) else {
            return try InputOutputFolder(try FolderFiles(reading: path), declarations: declarations)
        }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw Fault("io-unreadable", at: Place(file: path))
        }
        return try InputOutputFolder(
            [UInt8](data), file: path, layout: kind, sheet: sheet, declarations: declarations)
    }

    /// The words of `--sut-model`.
    enum ModelWord: String, ExpressibleByArgument, CaseIterable {
        case productTechnology = "A"
        case industryTechnology = "B"
        case fixedIndustrySales = "C"
        case fixedProductSales = "D"
    }

    private var model: TransformationModel? {
        guard let modelWord else { return nil }
        return TransformationModel(rawValue: modelWord.rawValue)
    }

    /// The words of `--imports`.
    enum ImportWord: String, ExpressibleByArgument, CaseIterable {
        case use
        case supply
        case atHome = "at-home"

        var treatment: InputOutputFolder.ImportTreatment {
            switch self {
            case .use: .separated(.domesticUse)
            case .supply: .separated(.totalSupply)
            case .atHome: .madeAtHome
            }
        }
    }

    /// Whether the table itself is what is asked for, if nothing else is.
    var makesTable: Bool { layout != nil || model != nil || splitFile != nil || concordance != nil }

    /// What is declared of the files.
    func declare(_ declarations: inout InputOutputFolder.Declarations) {
        declarations.model = model
        declarations.imports = imports.treatment
        declarations.exports = exports
    }

    /// The part that `--split` asks for.
    func split(of folder: InputOutputFolder) throws -> SplitFile? {
        guard let splitFile else { return nil }
        return try SplitFile(
            try Self.bytes(splitFile), file: splitFile, industries: folder.table.industries,
            extensions: folder.extensionNames
        ) { try folder.account($0).stressors.labels }
    }

    /// The table split and aggregated as asked, in this order.
    ///
    /// - Parameter splits: whether the part is split; `false` leaves that to the question.
    func applied(to folder: InputOutputFolder, splits: Bool) throws -> InputOutputFolder {
        var folder = folder
        if splits, let splitFile, let file = try split(of: folder) {
            folder = try folder.split(file.split, amounts: file.amounts, at: Place(file: splitFile))
        }
        if let concordance {
            let links = try ConcordanceFile.read(
                try Self.bytes(concordance), file: concordance, industries: folder.table.industries)
            folder = try folder.aggregated(links, at: Place(file: concordance))
        }
        return folder
    }

    /// The bytes of a file that an option names.
    static func bytes(_ path: String) throws -> [UInt8] { Array(try WorkspaceFolder.text(at: path).utf8) }
}

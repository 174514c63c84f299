public import ArgumentParser
import SDMX
public import Spreadsheets
import Workspaces

extension TextEncoding: ExpressibleByArgument {}
extension Dialect.Separator: ExpressibleByArgument {}
extension Dialect.DecimalMark: ExpressibleByArgument {}

/// How the table to import is written, where that is not to be found.
struct ImportTableOptions: ParsableArguments {
    @Option(help: "Layout file of a wide table, or of SDMX: what its dimensions and codes mean. 宽表或SDMX的版式文件。")
    var layout: String?

    @Option(help: "Sheet of a workbook; the first one when omitted. 工作表名称。")
    var sheet: String?

    @Option(help: "Kind of file: table, sdmx-csv, sdmx-ml, sdmx-json; found when omitted. 文件类型。")
    var format: Format?

    @Option(help: "Structure message (SDMX-ML) that SDMX data are checked against. 用于核对SDMX数据的结构文件。")
    var structure: String?

    @Option(help: "Encoding: utf-8, utf-16le, utf-16be, gb18030; found when omitted. 字符编码。")
    var encoding: TextEncoding?

    @Option(help: "Separator: comma, semicolon, tab, bar; found when omitted. 分隔符。")
    var separator: Dialect.Separator?

    @Option(help: "Decimal mark: point or comma; found when omitted. 小数点。")
    var decimal: Dialect.DecimalMark?

    @Option(help: "Sign that groups digits by three: comma, point, space, apostrophe. 千位分隔符。")
    var grouping: Grouping?

    @Option(help: "A further sign that means no figure; may be repeated. 另一个表示缺失的符号，可重复。")
    var missing: [String] = []

    /// A kind of file.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case table
        case sdmxCSV = "sdmx-csv"
        case sdmxML = "sdmx-ml"
        case sdmxJSON = "sdmx-json"

        /// As the import knows it.
        var format: ImportOptions.Format {
            switch self {
            case .table: .table
            case .sdmxCSV: .sdmx(.csv)
            case .sdmxML: .sdmx(.xml)
            case .sdmxJSON: .sdmx(.json)
            }
        }
    }

    /// A sign that groups digits.
    enum Grouping: String, ExpressibleByArgument, CaseIterable {
        case comma
        case point
        case space
        case apostrophe

        /// The character.
        var sign: Character {
            switch self {
            case .comma: ","
            case .point: "."
            case .space: " "
            case .apostrophe: "'"
            }
        }
    }

    /// Whether nothing is said.
    var areUnused: Bool {
        layout == nil && sheet == nil && format == nil && structure == nil && encoding == nil && separator == nil
            && decimal == nil && grouping == nil
            && missing.isEmpty
    }

    /// What is said of the dialect.
    var dialect: Dialect.Choice {
        Dialect.Choice(encoding: encoding, separator: separator, decimal: decimal)
    }
}

public import ArgumentParser
public import Spreadsheets

extension TextEncoding: ExpressibleByArgument {}
extension Dialect.Separator: ExpressibleByArgument {}
extension Dialect.DecimalMark: ExpressibleByArgument {}

/// How the table to import is written, where that is not to be found.
struct ImportTableOptions: ParsableArguments {
    @Option(help: "Layout file of a wide table. 宽表的版式文件。")
    var layout: String?

    @Option(help: "Sheet of a workbook; the first one when omitted. 工作表名称。")
    var sheet: String?

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

    /// What is said of the dialect.
    var dialect: Dialect.Choice {
        Dialect.Choice(encoding: encoding, separator: separator, decimal: decimal)
    }
}

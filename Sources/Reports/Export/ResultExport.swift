public import Foundation
import Spreadsheets
import StatisticalData
public import Studies

/// Results as tables other programs read: one row a value, all digits, nothing depending on the language.
public enum ResultExport {
    /// The columns of the table.
    public static let columns = [
        "study", "item", "measure", "area", "period", "value", "low", "high", "unit", "status", "source",
    ]

    /// The rows of a result; numbers with all significant digits, empty where there is no interval.
    public static func rows(_ result: StudyResult) -> [[String]] {
        result.values.map { value in
            [
                value.key.study, value.key.item, value.key.measure, value.key.area.rawValue,
                value.key.period.description, value.number.map(Decimals.text) ?? value.word ?? "",
                value.low.map(Decimals.text) ?? "",
                value.high.map(Decimals.text) ?? "", value.unit?.symbol ?? "", value.trust.rawValue,
                value.sources.map(\.rawValue).joined(separator: ";"),
            ]
        }
    }

    /// The table as CSV, one header for all results.
    ///
    /// - Parameter isForSpreadsheets: see `CSVWriter`.
    public static func csv(_ results: [StudyResult], isForSpreadsheets: Bool = false) -> String {
        var writer = CSVWriter(isForSpreadsheets: isForSpreadsheets)
        writer.row(columns)
        for row in results.flatMap({ rows($0) }) { writer.row(row) }
        return writer.text
    }

    /// The table as JSON: an object with the study and its values, or a list of such objects.
    public static func json(_ results: [StudyResult], asList: Bool) throws -> Data {
        let documents = results.map { ExportedStudy($0) }
        guard !asList, let only = documents.first else {
            return try JSONEncoder.readable.encode(documents) + Data("\n".utf8)
        }
        return try JSONEncoder.readable.encode(only) + Data("\n".utf8)
    }

    /// The table with aligned columns, for reading on a terminal.
    public static func table(_ result: StudyResult, _ wording: Wording) -> String {
        let numbers = NumberText(wording: wording)
        let header = ["item", "measure", "area", "period", "value", "status"].map { wording("column-" + $0) }
        let names = Dictionary(
            result.items.map { ($0.id, $0.name[wording.language]) }, uniquingKeysWith: { first, _ in first })
        let rows = result.values.map { value in
            [
                names[value.key.item] ?? value.key.item, wording.measure(value.key.measure), value.key.area.rawValue,
                value.key.period.description, numbers.text(value), wording.trust(value.trust),
            ]
        }
        return result.title[wording.language] + "\n" + TextTable.aligned([header] + rows)
    }
}

extension JSONEncoder {
    /// Sorted keys, indented.
    static var readable: JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return encoder
    }
}

/// A study as JSON.
private struct ExportedStudy: Encodable {
    let study: String
    let kind: String
    let title: LocalisedText
    let asKnownOn: String?
    let dataKnownOn: String?
    let values: [ExportedValue]

    init(_ result: StudyResult) {
        study = result.study
        kind = result.kind.rawValue
        title = result.title
        asKnownOn = result.asKnownOn?.description
        dataKnownOn = result.dataKnownOn?.description
        values = result.values.map { ExportedValue($0) }
    }
}

/// A value as JSON: a number or a word, never both.
struct ExportedValue: Encodable {
    let item: String
    let measure: String
    let area: String
    let period: String
    let value: Double?
    let word: String?
    let low: Double?
    let high: Double?
    let unit: String?
    let status: String
    let sources: [String]

    init(_ value: ResultValue) {
        item = value.key.item
        measure = value.key.measure
        area = value.key.area.rawValue
        period = value.key.period.description
        self.value = value.number
        word = value.word
        low = value.low
        high = value.high
        unit = value.unit?.symbol
        status = value.trust.rawValue
        sources = value.sources.map(\.rawValue)
    }
}

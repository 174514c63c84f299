public import StatisticalData
public import TargetTracking
internal import Spreadsheets

/// A list of benchmarks for parks as a table: a row an indicator.
///
/// Columns `id`, `category`, `kind` (`prerequisite` or `performance`), `rule` (`is`, `>=`, `<=`), `benchmark` (`yes` or
/// `no` under `is`, else a number); optional `category_en`, `category_zh`, `unit`, `text` or
/// `name_en` and `name_zh`, `trust`, `note`, `note_zh`. Reading
/// is strict: every fault is reported in one run, with line and column.
public struct BenchmarkTable: Hashable, Sendable {
    /// The rows, in order.
    public let rows: [Row]
    /// Whether the table says how far its rows can be trusted.
    public let hasTrust: Bool

    /// A benchmark.
    public struct Row: Hashable, Sendable, Codable {
        /// The name of its category.
        public let category: LocalisedText
        /// The indicator with its rule.
        public let indicator: ThresholdFramework.Indicator
        /// The benchmark as written.
        public let benchmark: String
        /// The rule as written.
        public let rule: String
        /// The unit, as written.
        public let unit: String?
        /// The name.
        public let name: LocalisedText
        /// How far the row can be trusted; `nil` where the table does not say.
        public let trust: Trust?
        /// A remark.
        public let note: LocalisedText?
        /// Where the benchmark stands.
        public let place: Place
    }

    /// The list for the method.
    public var framework: ThresholdFramework { ThresholdFramework(rows.map(\.indicator)) }

    /// How a benchmark is compared.
    private enum Comparison: String, CaseIterable {
        case answer = "is"
        case atLeast = ">="
        case atMost = "<="
    }

    /// A yes or no.
    private enum Answer: String, CaseIterable {
        case yes
        case no
    }

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - bytes: CSV, UTF-8.
    ///   - file: its name in faults.
    /// - Throws: `Faults` with all that was found.
    public init(_ bytes: [UInt8], file: String) throws(Faults) {
        let optional = [
            "category_en", "category_zh", "unit", "text", "name_en", "name_zh", "trust", "note", "note_zh",
        ]
        let table = try CSVTable(
            bytes, file: file, required: ["id", "category", "kind", "rule", "benchmark"], optional: optional)
        var faults = FaultCollector()
        faults.add(contentsOf: table.faults)
        var lines: [String: Int] = [:]
        var rows: [Row] = []
        for row in table.rows {
            if let id = row["id"] {
                if let line = lines[id] { faults.add(.parkRepeated(id, line: line, at: row.place("id"))) }
                lines[id] = row.line
            }
            if let row = Self.row(row, faults: &faults) { rows.append(row) }
        }
        if table.rows.isEmpty, table.faults.isEmpty { faults.add(.parkNoRows(file: file)) }
        try faults.throwIfFaulty(in: file)
        self.rows = rows
        hasTrust = rows.contains { $0.trust != nil }
    }

    private static func row(_ row: CSVTable.Row, faults: inout FaultCollector) -> Row? {
        let id = row.identifier("id", of: BenchmarkTable.self, into: &faults)?.rawValue
        let category = row.required("category", into: &faults)
        for column in ["kind", "rule"] { _ = row.required(column, into: &faults) }
        let kind = row.word("kind", ThresholdFramework.Kind.self, into: &faults)
        let comparison = row.word("rule", Comparison.self, into: &faults)
        let benchmark = row.required("benchmark", into: &faults)
        let trust = row.word("trust", Trust.self, into: &faults)
        guard let comparison, let benchmark, let rule = rule(comparison, row, faults: &faults), let id, let category,
            let kind
        else { return nil }
        return Row(
            category: LocalisedText(en: row["category_en"] ?? category, zh: row["category_zh"] ?? category),
            indicator: ThresholdFramework.Indicator(id: id, category: category, kind: kind, rule: rule),
            benchmark: benchmark, rule: comparison.rawValue, unit: row["unit"],
            name: LocalisedText(en: row["name_en"] ?? row["text"] ?? id, zh: row["name_zh"] ?? row["text"] ?? id),
            trust: trust, note: LocalisedText(en: row["note"], zh: row["note_zh"]), place: row.place("benchmark"))
    }

    private static func rule(
        _ comparison: Comparison, _ row: CSVTable.Row, faults: inout FaultCollector
    ) -> ThresholdFramework.Rule? {
        guard comparison != .answer else {
            return row.word("benchmark", Answer.self, into: &faults).map { .answer($0 == .yes) }
        }
        guard let number = row.number("benchmark", into: &faults)?.value else { return nil }
        return comparison == .atLeast ? .atLeast(number) : .atMost(number)
    }
}

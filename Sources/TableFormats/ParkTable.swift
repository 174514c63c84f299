public import StatisticalData
public import TargetTracking
internal import Spreadsheets

/// What parks have of the indicators of a list: a row a park and indicator.
///
/// Columns `park`, `id`, `current`; optional `intended`, `reason` (why an indicator does not apply), `measure`, `owner`,
/// `date`, `cost` (how the intended value is to be reached), `explanation` (why it is worse than the current one), `trust`;
/// columns of an entry sheet that tell the benchmark are allowed and not read; texts in Chinese stand in `reason_zh`, `measure_zh` and `owner_zh`.
/// A value is a number, `yes` or `no`, `n/a` where the indicator does not apply, or empty where there are no data. Without
/// a column `intended` there is no intended state; an indicator without a row has no data.
public struct ParkTable: Sendable {
    /// The parks, in the order of their first rows.
    public let parks: [Park]
    /// Whether the table tells an intended state.
    public let hasIntended: Bool
    /// What is worth knowing though the table could be read.
    public let warnings: [Fault]

    /// A park.
    public struct Park: Sendable, Codable {
        /// The code.
        public let code: String
        /// The rows, by indicator.
        public let rows: [String: Row]
        /// What it has now, by indicator.
        public var current: [String: ThresholdFramework.Value] { rows.compactMapValues(\.current) }
        /// What it is to have, by indicator.
        public var intended: [String: ThresholdFramework.Value] { rows.compactMapValues(\.intended) }
        /// How it is to get there, by indicator.
        public var intentions: [String: ThresholdFramework.Intention] { rows.mapValues(\.intention) }
        /// What that costs, by indicator.
        public var costs: [String: Double] { rows.compactMapValues(\.cost) }
    }

    /// A row.
    public struct Row: Sendable, Codable {
        /// What the park has now; `nil` without data.
        public let current: ThresholdFramework.Value?
        /// What it is to have.
        public let intended: ThresholdFramework.Value?
        /// Why the indicator does not apply.
        public let reason: LocalisedText?
        /// What will be done.
        public let measure: LocalisedText?
        /// Who answers for it.
        public let owner: LocalisedText?
        /// How it is to get there.
        public let intention: ThresholdFramework.Intention
        /// What that costs.
        public let cost: Double?
        /// How far the values can be trusted; `nil` where the table does not say.
        public let trust: Trust?
        /// Where the current value stands.
        public let place: Place
    }

    private static let optional = [
        "intended", "reason", "reason_zh", "measure", "measure_zh", "owner", "owner_zh", "date", "cost", "explanation",
        "trust",
    ]

    /// Reads a table.
    ///
    /// - Parameters:
    ///   - bytes: CSV, UTF-8.
    ///   - file: its name in faults.
    ///   - framework: the list the values are set against.
    /// - Throws: `Faults` with all that was found, by line.
    public init(_ bytes: [UInt8], file: String, framework: ThresholdFramework) throws(Faults) {
        let table = try CSVTable(
            bytes, file: file, required: ["park", "id", "current"], optional: Self.optional + ParkEntrySheet.told)
        var faults = FaultCollector()
        faults.add(contentsOf: table.faults)
        hasIntended = table.rows.contains { $0.has("intended") }
        var order: [String] = []
        var rows: [String: [String: Row]] = [:]
        var lines: [String: [String: Int]] = [:]
        let indicators = Dictionary(framework.indicators.map { ($0.id, $0) }) { first, _ in first }
        for row in table.rows {
            let park = row.identifier("park", of: ParkTable.self, into: &faults)?.rawValue
            guard let id = row.required("id", into: &faults), let park else { continue }
            guard let indicator = indicators[id] else {
                let nearest = faults.nearest(to: id, among: framework.indicators.map(\.id))
                faults.add(.parkUnknown(id, nearest: nearest, at: row.place("id")))
                continue
            }
            if let line = lines[park]?[id] {
                faults.add(.parkRepeated(park + " " + id, line: line, at: row.place("id")))
            }
            lines[park, default: [:]][id] = row.line
            if rows[park] == nil { order.append(park) }
            rows[park, default: [:]][id] = ParkRow(row, indicator).read(faults: &faults)
        }
        if table.rows.isEmpty, table.faults.isEmpty { faults.add(.parkNoRows(file: file)) }
        warnings = faults.inOrder(of: file).filter { $0.severity != .error }
        try faults.throwIfFaulty(in: file)
        parks = order.map { Park(code: $0, rows: rows[$0] ?? [:]) }
    }
}

/// A row while it is read.
private struct ParkRow {
    let row: CSVTable.Row
    let indicator: ThresholdFramework.Indicator

    init(_ row: CSVTable.Row, _ indicator: ThresholdFramework.Indicator) {
        self.row = row
        self.indicator = indicator
    }

    func read(faults: inout FaultCollector) -> ParkTable.Row {
        let current = value("current", faults: &faults)
        let intended = value("intended", faults: &faults)
        let (measure, owner) = (text("measure"), text("owner"))
        let intention = ThresholdFramework.Intention(
            measure: measure?.en, owner: owner?.en, date: date(faults: &faults), explanation: row["explanation"])
        let cost = row.number("cost", into: &faults)?.value
        if let cost, cost < 0 { faults.add(.parkCost(cost, at: row.place("cost"))) }
        return ParkTable.Row(
            current: current, intended: intended, reason: text("reason"), measure: measure, owner: owner,
            intention: intention, cost: cost,
            trust: row.word("trust", Trust.self, into: &faults), place: row.place("current"))
    }

    private func text(_ column: String) -> LocalisedText? {
        LocalisedText(en: row[column], zh: row[column + "_zh"])
    }

    /// The value in a column, of the kind the rule asks for; anything else is a fault.
    private func value(_ column: String, faults: inout FaultCollector) -> ThresholdFramework.Value? {
        guard let text = row[column] else { return nil }
        if text == "n/a" {
            let reason = self.text("reason")
            if reason == nil { faults.add(.parkReason(indicator.id, at: row.place(column))) }
            return .notApplicable(reason: reason?.en ?? "not stated")
        }
        if case .answer = indicator.rule {
            if text == "yes" || text == "no" { return .answer(text == "yes") }
            faults.add(.csvUnknownWord(text, allowed: ["yes", "no", "n/a"], at: row.place(column)))
            return nil
        }
        return row.number(column, into: &faults).map { .figure($0.value) }
    }

    private func date(faults: inout FaultCollector) -> String? {
        guard let text = row["date"] else { return nil }
        if KnownDate(text) == nil { faults.add(.parkDate(text, at: row.place("date"))) }
        return text
    }
}

extension CSVTable.Row {
    /// Whether a cell is filled.
    fileprivate func has(_ column: String) -> Bool { self[column] != nil }
}

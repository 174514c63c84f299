public import Spreadsheets
public import StatisticalData

/// Data sets as one plain table, a row an observation, which an import reads like any other: a column a component, values in
/// our own forms where SDMX has others (periods, units with their power of ten, decimals printed, qualifiers, status).
public struct SDMXTable: Sendable {
    /// The headers.
    public let headers: [String]
    /// Headers of what is worked into other columns: an import need not tell that it does not take them.
    public let workedIn: Set<String>
    /// The structures of the data.
    public let structures: [String]
    /// The codes of each dimension, in the order of the file.
    public let dimensions: [(id: String, codes: [String])]
    /// Which of the components are measured.
    private let parts: [DataSet]
    private let columns: [String]
    private let codes: [String: [String: String]]
    private let extra: [String]
    private let scalesValues: Bool

    /// Code of our own structure: only there does DATA_SOURCE name a source of a workspace.
    private static let own = "TRUST"

    /// Puts the observations of all data sets into one table.
    ///
    /// - Parameters:
    ///   - codes: our words for codes of a component, used before units are put together.
    ///   - hasFixedUnit: the unit is told elsewhere, so that the power of ten belongs to the values.
    public init(_ message: DataMessage, codes: [String: [String: String]] = [:], hasFixedUnit: Bool = false) {
        let parts = message.dataSets.filter { $0.action != .delete }.map { $0.spread() }
        var columns: [String] = []
        for part in parts {
            for column in part.columns where !columns.contains(column.id) { columns.append(column.id) }
        }
        let ids = Set(columns)
        self.parts = parts
        let isOwn = ids.contains(Self.own)
        scalesValues = hasFixedUnit || !ids.contains("UNIT_MEASURE")
        self.columns = columns
        self.codes = Dictionary(codes.map { ($0.key.lowercased(), $0.value) }, uniquingKeysWith: { first, _ in first })
        var extra: [String] = []
        if !ids.contains("REVISION"), !ids.isDisjoint(with: Self.statuses) { extra.append("revision") }
        if !ids.contains("NOTE"), !ids.isDisjoint(with: Self.statuses) { extra.append("note") }
        self.extra = extra
        headers =
            columns.map { id in
                switch id {
                case "DATA_SOURCE" where isOwn: "source"
                case "VINTAGE" where !ids.contains("KNOWN_ON"): "known_on"
                default: id
                }
            } + extra
        var workedIn = Self.statuses.union(["FREQ", "freq", "UNIT_MULT", "DECIMALS"])
        if ids.contains("KNOWN_ON") { workedIn.insert("VINTAGE") }
        self.workedIn = workedIn
        structures = parts.map(\.structure.description).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
        dimensions = columns.compactMap { id in
            guard parts.contains(where: { $0[id]?.role == .dimension }) else { return nil }
            let found = parts.flatMap { $0[id]?.values.map(\.text) ?? [] }
            var codes: [String] = []
            for code in found where codes.count < Self.listed && !codes.contains(code) { codes.append(code) }
            return (id, codes)
        }
    }

    /// Codes listed of a dimension.
    private static let listed = 1000
    /// Components that tell a status.
    private static let statuses: Set<String> = ["OBS_STATUS", "OBS_FLAG"]

    /// Gives the rows, or the fault in the place of one, until `body` answers `false`.
    public func forEachRow(_ body: (Result<TableRow, Fault>) throws -> Bool) rethrows {
        for part in parts {
            let kept = columns.map { part[$0] }
            for row in 0..<part.count {
                let texts = kept.map { $0?[row]?.text ?? "" }
                let result = self.row(
                    Dictionary(zip(columns, texts), uniquingKeysWith: { first, _ in first }), part, row)
                guard try body(result) else { return }
            }
        }
    }

    private func row(_ texts: [String: String], _ part: DataSet, _ row: Int) -> Result<TableRow, Fault> {
        let frequency = texts["FREQ"] ?? texts["freq"] ?? ""
        var texts = texts
        if let found = texts["TIME_PERIOD"], !found.isEmpty {
            let place = part.place(row, "TIME_PERIOD")
            guard let period = TimePeriod(found) else { return .failure(.period(found, at: place)) }
            guard frequency.isEmpty || period.agrees(withFrequency: frequency) else {
                return .failure(.frequency(frequency, of: found, at: place))
            }
            if let start = texts["REPORTING_YEAR_START_DAY"], !start.isEmpty, start != "--01-01" {
                return .failure(.reportingYear(start, at: part.place(row, "REPORTING_YEAR_START_DAY")))
            }
            guard let ours = period.period(frequency: frequency) else {
                return .failure(.foreignPeriod(found, at: place))
            }
            texts["TIME_PERIOD"] = ours.description
        }
        if let value = texts["OBS_VALUE"], let decimals = texts["DECIMALS"].flatMap({ Int($0) }),
            let number = DecimalNumber(value)
        {
            texts["OBS_VALUE"] = ObservationTable.text(number.value, decimals: decimals)
        }
        if texts["OBS_VALUE"] == "NaN" { texts["OBS_VALUE"] = "" }
        let multiplier = texts["UNIT_MULT"] ?? ""
        guard let power = Int(multiplier.isEmpty ? "0" : multiplier), abs(power) < 100 else {
            return .failure(
                .unitCode(texts["UNIT_MEASURE"] ?? "", multiplier: multiplier, at: part.place(row, "UNIT_MULT")))
        }
        if scalesValues {
            texts["OBS_VALUE"] = Self.scaled(texts["OBS_VALUE"] ?? "", by: power)
        } else if let code = texts["UNIT_MEASURE"], !code.isEmpty {
            texts["UNIT_MEASURE"] = unit(code, power: power)
        }
        if let code = texts["QUALIFIER"], let sign = Qualifier.allCases.first(where: { $0.code == code }) {
            texts["QUALIFIER"] = sign.rawValue
        }
        if let note = texts["NOTE"] {
            let more = Self.statuses.sorted().map { Self.status(texts[$0] ?? "", "note") }
            texts["NOTE"] = ([note] + more).filter { !$0.isEmpty }.joined(separator: "; ")
        }
        let status = Self.statuses.sorted().compactMap { texts[$0] }.first { !$0.isEmpty } ?? ""
        let cells = columns.map { texts[$0] ?? "" } + extra.map { Self.status(status, $0) }
        let line = part.places[row].line ?? row + 1
        return .success(TableRow(line: line, cells: cells.map { TableCell($0) }))
    }

    /// A value times a power of ten, by its exponent: exact, and the digits printed stay known.
    private static func scaled(_ value: String, by power: Int) -> String {
        guard power != 0, DecimalNumber(value) != nil else { return value }
        guard let e = value.firstIndex(where: { $0 == "e" || $0 == "E" }) else { return value + "e\(power)" }
        return value[..<e] + "e\((Int(value[value.index(after: e)...]) ?? 0) + power)"
    }

    /// The unit with its power of ten: `t` with 4 is `10^4 t`. A code that is none of ours stays, for a layout or a fault.
    private func unit(_ code: String, power: Int) -> String {
        let mapped = codes["unit_measure"]?[code] ?? codes["unit"]?[code]
        guard let unit = mapped.map({ UnitOfMeasure($0) }) ?? UnitCode.unit(code, multiplier: 0) else {
            return mapped ?? code
        }
        guard power != 0 else { return unit.symbol }
        if unit == .one, unit.symbol == "1" { return "10^\(power)" }
        guard unit.symbol.hasPrefix("10^") else { return "10^\(power) " + unit.symbol }
        let words = unit.symbol.dropFirst(3).split(separator: " ", maxSplits: 1)
        let sum = (words.first.flatMap { Int($0) } ?? 0) + power
        return (["10^\(sum)"] + words.dropFirst().map(String.init)).joined(separator: " ")
    }

    /// What a status says: a mark of revision where we have one, else a note.
    public static func status(_ code: String, _ column: String) -> String {
        let known = ObservationStatus(rawValue: code.uppercased())
        if column == "revision" { return known?.revision.rawValue ?? "" }
        return known == nil && !code.isEmpty ? "OBS_STATUS " + code : ""
    }
}

import Spreadsheets
public import StatisticalData

/// Observations as the plain table a batch of a workspace is: it can be entered again as it is.
public enum ObservationTable {
    /// Writes observations in the order of series, period and date known.
    ///
    /// - Parameters:
    ///   - hasVintages: every vintage, not only the newest of each series and period.
    ///   - isForSpreadsheets: with byte order mark, and formulas made harmless.
    public static func csv(
        _ observations: [Observation], hasVintages: Bool = false, isForSpreadsheets: Bool = false
    ) -> String {
        var writer = CSVWriter(isForSpreadsheets: isForSpreadsheets)
        writer.row(header)
        for observation in rows(observations, hasVintages: hasVintages) { writer.row(fields(observation)) }
        return writer.text
    }

    /// The names of the columns.
    public static let header = [
        "indicator", "area", "period", "transformation", "value", "unit", "qualifier", "known_on", "revision", "trust",
        "source", "note", "note_zh",
    ]

    /// An observation in these columns.
    public static func fields(_ observation: Observation) -> [String] {
        [
            observation.series.indicator.rawValue, observation.series.area.rawValue, observation.period.description,
            observation.series.transformation.rawValue, value(observation), observation.unit.symbol,
            observation.qualifier?.rawValue ?? "", observation.knownOn.description, observation.revision.rawValue,
            observation.trust.rawValue, observation.source.rawValue, observation.note?.en ?? "",
            observation.note?.zh ?? "",
        ]
    }

    /// Observations in the order of the table: of series, period and date known.
    ///
    /// - Parameter hasVintages: every vintage, not only the newest of each series and period.
    public static func rows(_ observations: [Observation], hasVintages: Bool) -> [Observation] {
        let sorted = observations.sorted { left, right in
            (left.series, left.period, left.knownOn, left.place) < (
                right.series, right.period, right.knownOn, right.place
            )
        }
        guard !hasVintages else { return sorted }
        var newest: [Observation] = []
        for observation in sorted {
            if let last = newest.last, last.series == observation.series, last.period == observation.period {
                if Vintages.precedes(last, observation) { newest[newest.count - 1] = observation }
            } else {
                newest.append(observation)
            }
        }
        return newest
    }

    private static func value(_ observation: Observation) -> String {
        observation.value.map { text($0, decimals: observation.decimals) } ?? ""
    }

    /// A value with the decimals it was printed with, where that is the same number.
    static func text(_ value: Double, decimals: Int) -> String {
        if decimals < 0, decimals > -30 {
            let tens = Decimals.scale(value, by: decimals)
            if tens.rounded() == tens { return Decimals.text(tens) + "e\(-decimals)" }
        }
        let text = Decimals.text(value)
        guard decimals > 0, !text.contains("e") else { return text }
        let printed = text.split(separator: ".").dropFirst().first?.count ?? 0
        guard printed < decimals else { return text }
        return text + (printed == 0 ? "." : "") + String(repeating: "0", count: min(decimals, 30) - printed)
    }
}

import GRDB
public import StatisticalData

extension Ledger {
    /// Every vintage known by `to` of the figures of which any became known after `from`.
    public func vintages(ofFiguresChangedAfter from: KnownDate, by to: KnownDate) throws -> [Observation] {
        try observations(
            where: """
                known_day <= ? AND EXISTS (
                    SELECT 1 FROM observation AS later
                    WHERE later.series = observation.series AND later.frequency = observation.frequency
                        AND later.ordinal = observation.ordinal AND later.count = observation.count
                        AND later.known_day > ? AND later.known_day <= ?)
                """,
            arguments: [to.latestDay, from.latestDay, to.latestDay]
        ).sorted { $0.place < $1.place }
    }

    /// Every vintage of every figure of an area, of one indicator or of all.
    public func vintages(of indicator: Indicator.ID? = nil, in area: Area.ID) throws -> [Observation] {
        var condition = "series.area = ?"
        var arguments: StatementArguments = [area.rawValue]
        if let indicator {
            condition += " AND series.indicator = ?"
            arguments += [indicator.rawValue]
        }
        return try observations(where: condition, arguments: arguments).sorted { $0.place < $1.place }
    }
}

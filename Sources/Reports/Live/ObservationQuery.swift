public import StatisticalData

/// Which figures a program asks for: of any number of indicators and areas, page by page.
public struct ObservationQuery: Sendable {
    /// The indicators; all when empty.
    public var indicators: Set<Indicator.ID> = []
    /// The areas; all when empty.
    public var areas: Set<Area.ID> = []
    /// What was done to the level; all when `nil`.
    public var transformation: Transformation?
    /// The bounds of periods and the vintage.
    public var bounds: FigureQuery
    /// Every vintage, not only the newest.
    public var hasVintages = false
    /// The first figure told, counted from 0.
    public var offset = 0
    /// How many are told at most.
    public var limit = 1000

    /// More figures than this are not told at once.
    public static let mostFigures = 10_000

    /// Reads a query: `indicator` and `area` (may be repeated), `transformation`, `from`, `to`, `known-on`,
    /// `vintages=all`, `offset`, `limit`; empty values count as absent.
    ///
    /// - Throws: `RequestProblem.malformed` for a value that is none, and for names that are not known.
    public init(_ items: [(name: String, value: String)]) throws(RequestProblem) {
        let shared = ["transformation", "from", "to", "known-on"]
        bounds = try FigureQuery("", items: items.filter { shared.contains($0.name) })
        transformation = bounds.transformation
        for (name, value) in items where !value.isEmpty && !shared.contains(name) {
            switch name {
            case "indicator": indicators.insert(Indicator.ID(value))
            case "area": areas.insert(Area.ID(value))
            case "vintages" where value == "all": hasVintages = true
            case "offset": offset = try Self.number(value, in: 0...Int(Int32.max))
            case "limit": limit = try Self.number(value, in: 1...Self.mostFigures)
            default: throw RequestProblem.malformed
            }
        }
    }

    private static func number(_ text: String, in range: ClosedRange<Int>) throws(RequestProblem) -> Int {
        guard let number = Int(text), range.contains(number) else { throw RequestProblem.malformed }
        return number
    }

    /// The figures asked for, all pages, in the order of series and periods.
    public func observations(of series: [SeriesKey], _ provider: any ObservationProvider) throws -> [Observation] {
        let asked = series.filter { key in
            (indicators.isEmpty || indicators.contains(key.indicator)) && (areas.isEmpty || areas.contains(key.area))
                && (transformation == nil || transformation == key.transformation)
        }
        return try asked.flatMap { key in
            let found =
                try hasVintages
                ? provider.vintages(key, asKnownOn: bounds.knownOn) : provider.series(key, asKnownOn: bounds.knownOn)
            return found.filter { bounds.holds($0.period) }
        }
    }
}

/// A page of a table for programs.
public struct TablePage: Sendable {
    /// The page as JSON: `total`, `offset`, `limit`, `items`.
    public let json: String
    /// Where the next page begins; `nil` on the last one.
    public let next: Int?

    /// Takes `limit` rows of a table from `offset` on.
    public init(_ table: OutputTable, offset: Int = 0, limit: Int = .max) throws {
        let rows = table.rows.dropFirst(offset).prefix(limit)
        let items = try OutputTable(header: table.header, rows: Array(rows)).text(.json)
        let end = offset + rows.count
        next = end < table.rows.count && !rows.isEmpty ? end : nil
        json =
            "{\n\"total\" : \(table.rows.count),\n\"offset\" : \(offset),\n\"count\" : \(rows.count),\n\"items\" : "
            + items.trimmingSuffix(while: { $0 == "\n" }) + "\n}\n"
    }
}

extension String {
    fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, isDropped(last) { rest.removeLast() }
        return rest
    }
}

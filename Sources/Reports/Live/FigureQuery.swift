public import StatisticalData

/// Which figures of one indicator are shown: areas, periods, vintage. It is the query of an address, so that a view can be
/// sent to a colleague.
public struct FigureQuery: Hashable, Sendable {
    /// The indicator.
    public var indicator: Indicator.ID
    /// What was done to its level; `nil` takes the first the indicator has.
    public var transformation: Transformation?
    /// The areas, in the order named; the workspace's own when none is.
    public var areas: [Area.ID] = []
    /// The first period.
    public var from: Period?
    /// The last period.
    public var to: Period?
    /// The date on which the figures were known; the newest when `nil`.
    public var knownOn: KnownDate?

    /// More areas than this cannot be told apart in a chart.
    public static let mostAreas = 12

    /// Everything of an indicator in the workspace's own area.
    public init(_ indicator: Indicator.ID) {
        self.indicator = indicator
    }

    /// Reads a query.
    ///
    /// - Parameter items: `area` (may be repeated), `transformation`, `from`, `to`, `known-on`; empty values count as
    ///   absent, other names are passed over.
    /// - Throws: `RequestProblem.malformed` for a value that is none, or too many areas.
    public init(_ indicator: Indicator.ID, items: [(name: String, value: String)]) throws(RequestProblem) {
        self.init(indicator)
        for (name, value) in items where !value.isEmpty {
            switch name {
            case "area":
                let area = Area.ID(value)
                if !areas.contains(area) { areas.append(area) }
            case "transformation": transformation = try Self.read(Transformation(rawValue: value))
            case "from": from = try Self.read(Period(value))
            case "to": to = try Self.read(Period(value))
            case "known-on": knownOn = try Self.read(KnownDate(value))
            default: continue
            }
        }
        guard areas.count <= Self.mostAreas else { throw RequestProblem.malformed }
    }

    private static func read<Value>(_ value: Value?) throws(RequestProblem) -> Value {
        guard let value else { throw RequestProblem.malformed }
        return value
    }

    /// The query as an address carries it, always in the same order; empty for everything.
    public var text: String {
        var items = areas.map { ("area", $0.rawValue) }
        if let transformation { items.append(("transformation", transformation.rawValue)) }
        if let from { items.append(("from", from.description)) }
        if let to { items.append(("to", to.description)) }
        if let knownOn { items.append(("known-on", knownOn.description)) }
        return items.map { $0 + "=" + QueryText.encoded($1) }.joined(separator: "&")
    }

    /// Whether a period lies within the bounds: it begins no earlier than the first and ends no later than the last.
    func holds(_ period: Period) -> Bool {
        period.firstMonth >= from?.firstMonth ?? .min
            && period.firstMonth + period.months <= to.map { $0.firstMonth + $0.months } ?? .max
    }
}

/// Text in the query of an address.
enum QueryText {
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                || "-._~".utf8.contains(byte)
            let digits = String(byte, radix: 16, uppercase: true)
            result += isPlain ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
        }
        return result
    }
}

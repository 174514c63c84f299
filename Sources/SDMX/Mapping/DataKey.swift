public import StatisticalData

/// The key of a data query of SDMX 2.1, such as `A.CN-JS+CN-ZJ.energy-per-gdp.`: a part for each of frequency, area, indicator
/// and transformation, several codes joined by `+`, an empty part for all; `all` for everything.
public struct DataKey: Sendable {
    private let parts: [Set<String>]
    private let areas: AreaCodes

    /// Reads a key; `nil` when it has not four parts.
    public init?(_ text: String, areas: AreaHierarchy) {
        self.areas = AreaCodes(areas)
        if text.isEmpty || text == "all" {
            parts = [[], [], [], []]
            return
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        self.parts = parts.map { Set($0.split(separator: "+").map(String.init)) }
    }

    /// Whether figures of a series may be meant, whatever their frequency.
    public func holds(_ series: SeriesKey) -> Bool {
        holds(1, areas.code(of: series.area), or: series.area.rawValue) && holds(2, series.indicator.rawValue)
            && holds(3, series.transformation.rawValue)
    }

    /// Whether figures of a period are meant.
    public func holds(_ period: Period) -> Bool {
        holds(0, period.frequency.sdmx)
    }

    private func holds(_ position: Int, _ code: String, or own: String? = nil) -> Bool {
        parts[position].isEmpty || parts[position].contains(code) || own.map { parts[position].contains($0) } ?? false
    }
}

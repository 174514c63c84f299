public import StatisticalData

/// Finds the values of a result by their keys.
public struct ResultIndex: Sendable {
    /// The result.
    public let result: StudyResult
    private let positions: [ResultKey: Int]

    /// Indexes a result.
    public init(_ result: StudyResult) {
        self.result = result
        positions = Dictionary(
            result.values.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The value under a key.
    public subscript(key: ResultKey) -> ResultValue? {
        positions[key].map { result.values[$0] }
    }

    /// The value of an item.
    public subscript(item: String, measure: String, area: Area.ID, period: Period) -> ResultValue? {
        self[ResultKey(study: result.study, item: item, measure: measure, area: area, period: period)]
    }

    /// Every value of an item and measure in an area, by period.
    public func series(_ item: String, _ measure: String, in area: Area.ID) -> [ResultValue] {
        result.values.filter { $0.key.item == item && $0.key.measure == measure && $0.key.area == area }
            .sorted { $0.key.period < $1.key.period }
    }
}

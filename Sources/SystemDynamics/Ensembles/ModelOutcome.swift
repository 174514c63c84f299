/// What a run comes to: one number for a variable.
public struct ModelOutcome: Hashable, Sendable {
    /// Which number.
    public enum Measure: Hashable, Sendable {
        /// The value at the last saved time.
        case last
        /// The value at a time that is saved.
        case at(Double)
        /// Over all saved times; not a number where one of them is none.
        case mean, least, greatest
    }

    /// The variable or element; of an array all elements, each an outcome of its own.
    public var variable: String
    /// Which number.
    public var measure: Measure

    /// Bundles an outcome.
    public init(_ variable: String, _ measure: Measure = .last) {
        self.variable = variable
        self.measure = measure
    }

    /// The measure as a word: `last`, the time, `mean`, `min` or `max`.
    public var word: String {
        switch measure {
        case .last: "last"
        case .at(let time): Expression.shown(time)
        case .mean: "mean"
        case .least: "min"
        case .greatest: "max"
        }
    }
}

/// Runs of a model of which only outcomes are kept.
public struct OutcomeRuns: Sendable {
    /// The runs.
    public let runs: ModelRuns
    /// The outcomes; those of arrays by element.
    public let outcomes: [ModelOutcome]
    private let places: [Place]

    private struct Place: Sendable {
        var column: Int
        /// The row; `nil` for a measure over all.
        var row: Int?
        var measure: ModelOutcome.Measure
    }

    /// Prepares runs.
    ///
    /// - Throws: `ModelFaults` for names that are not there, inputs that are equations and times that are not saved.
    public init(
        _ model: Model, inputs: [String], outcomes: [ModelOutcome], _ options: Simulation.Options = .init()
    ) throws(ModelFaults) {
        var options = options
        options.saved = []
        for outcome in outcomes where !options.saved.contains(outcome.variable) {
            options.saved.append(outcome.variable)
        }
        guard !outcomes.isEmpty else { throw ModelFaults([ModelFault(.badSetting, "")]) }
        runs = try ModelRuns(model, inputs: inputs, options)
        var expanded: [ModelOutcome] = []
        var places: [Place] = []
        var faults: [ModelFault] = []
        var first: [String: Int] = [:]
        var next = 0
        for name in options.saved {
            first[name] = next
            next += model.cells(named: name).count
        }
        for outcome in outcomes {
            var row: Int? = runs.times.count - 1
            switch outcome.measure {
            case .last: break
            case .mean, .least, .greatest: row = nil
            case .at(let time):
                row = Self.row(time, runs.times)
                if row == nil { faults.append(ModelFault(.notSaved, "\(time)", variable: outcome.variable)) }
            }
            for element in 0..<model.cells(named: outcome.variable).count {
                let column = (first[outcome.variable] ?? 0) + element
                places.append(Place(column: column, row: row, measure: outcome.measure))
                expanded.append(ModelOutcome(runs.names[column], outcome.measure))
            }
        }
        guard faults.isEmpty else { throw ModelFaults(faults) }
        self.outcomes = expanded
        self.places = places
    }

    /// The row of a time, within a millionth of the step between rows.
    static func row(_ time: Double, _ times: [Double]) -> Int? {
        guard let nearest = times.indices.min(by: { abs(times[$0] - time) < abs(times[$1] - time) }) else { return nil }
        let step = times.count > 1 ? abs(times[1] - times[0]) : 1
        return abs(times[nearest] - time) <= 1e-6 * step ? nearest : nil
    }

    /// For each run its outcomes; what is not finite stays so.
    ///
    /// - Throws: `ModelFaults` for a run whose clock makes no sense.
    public func values(
        at points: [[Double]], noise: [Int] = [], threads: Int? = nil
    ) throws(ModelFaults) -> [[Double]] {
        var result: [[Double]] = []
        result.reserveCapacity(points.count)
        // Some runs at a time, so that memory does not grow with their number.
        let batch = 4096
        var start = 0
        while start < points.count {
            let range = start..<min(points.count, start + batch)
            let numbers = noise.isEmpty ? [] : Array(noise[range])
            for rows in try runs.values(at: Array(points[range]), noise: numbers, threads: threads) {
                result.append(places.map { value($0, rows) })
            }
            start += batch
        }
        return result
    }

    private func value(_ place: Place, _ rows: [Double]) -> Double {
        let width = runs.names.count
        if let row = place.row { return rows[row * width + place.column] }
        let values = runs.times.indices.map { rows[$0 * width + place.column] }
        guard values.allSatisfy(\.isFinite), !values.isEmpty else { return .nan }
        switch place.measure {
        case .least: return values.reduce(.infinity, min)
        case .greatest: return values.reduce(-.infinity, max)
        default: return values.reduce(0, +) / Double(values.count)
        }
    }
}

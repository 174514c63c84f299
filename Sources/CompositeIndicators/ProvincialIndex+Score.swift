extension ProvincialIndex {
    /// What a unit has got.
    public struct Score: Hashable, Sendable, Codable {
        /// The unit.
        public let unit: String
        /// The index; `nil` where a dimension has no score.
        public let index: Double?
        /// The dimensions, in order.
        public let dimensions: [DimensionScore]
    }

    /// What a unit has got in a dimension.
    public struct DimensionScore: Hashable, Sendable, Codable {
        /// The dimension.
        public let id: String
        /// The score; `nil` where a value is missing.
        public let score: Double?
        /// The share in the index, the same for every unit.
        public let weight: Double
        /// The indicators, in order.
        public let parts: [Part]
    }

    /// An indicator as it went into the index of a unit.
    public struct Part: Hashable, Sendable, Codable {
        /// The indicator.
        public let indicator: String
        /// Where its score comes from.
        public let status: Status
        /// The share in the index that was used, with what it took over; 0 where it is inapplicable.
        public let weight: Double
        /// The score; `nil` where it is inapplicable or missing.
        public let score: Double?
    }

    /// Where the score of a part comes from.
    public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
        /// From a value.
        case scored
        /// There is none: the unit cannot have the indicator.
        case inapplicable
        /// It is the lowest score: nobody collects the indicator.
        case notCollected
        /// There is none: the value is missing.
        case missing
    }

    /// Scores, dimensions and index of every unit, in the order given.
    ///
    /// - Throws: `ProvincialIndexFaults` with everything wrong with indicators and values.
    public func scores(of units: [Unit]) throws(ProvincialIndexFaults) -> [Score] {
        let faults = faults(in: units)
        if !faults.isEmpty { throw ProvincialIndexFaults(list: faults) }
        let total = indicators.reduce(0) { $0 + $1.weight }
        let ranges = indicators.map { range(of: $0, in: units) }
        return units.map { unit in
            let parts = dimensions.map { dimension in
                score(of: unit, in: dimension, total: total, ranges: ranges)
            }
            let scores = parts.compactMap { part in part.score.map { $0 * part.weight } }
            return Score(
                unit: unit.id, index: scores.count == parts.count ? scores.reduce(0, +) : nil, dimensions: parts)
        }
    }

    private func score(
        of unit: Unit, in dimension: String, total: Double, ranges: [ClosedRange<Double>?]
    ) -> DimensionScore {
        let members = indicators.indices.filter { indicators[$0].dimension == dimension }
        let statuses = members.map { status(of: indicators[$0], in: unit) }
        let weights = sharedWeights(members.map { indicators[$0].weight / total }, statuses: statuses)
        let parts = members.indices.map { position in
            let indicator = indicators[members[position]]
            return Part(
                indicator: indicator.id, status: statuses[position], weight: weights[position],
                score: score(indicator, unit, statuses[position], range: ranges[members[position]]))
        }
        let weight = members.reduce(0) { $0 + indicators[$1].weight } / total
        let sum = parts.reduce(0) { $0 + $1.weight * ($1.score ?? 0) }
        let used = parts.reduce(0) { $0 + $1.weight }
        return DimensionScore(
            id: dimension, score: statuses.contains(.missing) ? nil : sum / used, weight: weight, parts: parts)
    }

    /// The weights of a dimension after those of inapplicable indicators have gone to the others.
    private func sharedWeights(_ weights: [Double], statuses: [Status]) -> [Double] {
        let total = weights.reduce(0, +)
        let applicable = zip(weights, statuses).filter { $0.1 != .inapplicable }.map(\.0)
        let kept = applicable.reduce(0, +)
        return zip(weights, statuses).map { weight, status in
            guard status != .inapplicable else { return 0 }
            return switch inapplicable {
            case .proportional: weight * total / kept
            case .equal: weight + (total - kept) / Double(applicable.count)
            }
        }
    }

    func status(of indicator: Indicator, in unit: Unit) -> Status {
        switch unit.cells[indicator.id] ?? .missing {
        case .inapplicable: .inapplicable
        case .value: .scored
        case .missing: indicator.isCollected ? .missing : .notCollected
        }
    }

    private func score(
        _ indicator: Indicator, _ unit: Unit, _ status: Status, range: ClosedRange<Double>?
    ) -> Double? {
        if status == .notCollected { return lowest }
        guard case .value(let value)? = unit.cells[indicator.id], let range else { return nil }
        let distance = indicator.isHigherBetter ? value - range.lowerBound : range.upperBound - value
        return lowest + (highest - lowest) * distance / (range.upperBound - range.lowerBound)
    }

    /// Lowest and highest value of an indicator among the units; `nil` without any.
    func range(of indicator: Indicator, in units: [Unit]) -> ClosedRange<Double>? {
        let values = units.compactMap { unit -> Double? in
            guard case .value(let value)? = unit.cells[indicator.id] else { return nil }
            return value
        }
        guard let low = values.min(), let high = values.max() else { return nil }
        return low...high
    }
}

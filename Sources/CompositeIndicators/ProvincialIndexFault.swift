/// What can be wrong with an index of units of which some cannot have every indicator.
public enum ProvincialIndexFault: Error, Hashable, Sendable {
    /// There is no indicator.
    case noIndicators
    /// The lowest score is not below the highest.
    case scoresReversed
    /// Two indicators with one code.
    case duplicateIndicator(String)
    /// Two units with one code.
    case duplicateUnit(String)
    /// A weight that is not a number above zero.
    case invalidWeight(indicator: String)
    /// A unit names an indicator that the index does not have.
    case unknownIndicator(String, unit: String)
    /// A value that is not a finite number.
    case notFinite(indicator: String, unit: String)
    /// A value of an indicator that is said to be collected nowhere.
    case valueThoughNotCollected(indicator: String, unit: String)
    /// A value is missing though the unit could have it, and missing values are to be faults.
    case missing(indicator: String, unit: String)
    /// All values are equal: no unit is told from another.
    case zeroRange(indicator: String)
    /// The values are too far apart for a score that is a number.
    case overflow(indicator: String)
    /// A unit can have no indicator of a dimension: where its weight goes is not known.
    case dimensionInapplicable(String, unit: String)
}

/// All faults of one index.
public struct ProvincialIndexFaults: Error, Hashable, Sendable {
    /// The faults: of the indicators, then of the units, in their order.
    public let list: [ProvincialIndexFault]
}

extension ProvincialIndex {
    func faults(in units: [Unit]) -> [ProvincialIndexFault] {
        var faults = ownFaults
        var seen: Set<String> = []
        for unit in units {
            if !seen.insert(unit.id).inserted { faults.append(.duplicateUnit(unit.id)) }
            faults += self.faults(of: unit)
        }
        // Ranges of values that are no numbers say nothing.
        guard faults.isEmpty else { return faults }
        return indicators.compactMap { indicator in
            guard let range = range(of: indicator, in: units) else { return nil }
            if range.lowerBound == range.upperBound { return .zeroRange(indicator: indicator.id) }
            return (range.upperBound - range.lowerBound).isFinite ? nil : .overflow(indicator: indicator.id)
        }
    }

    private var ownFaults: [ProvincialIndexFault] {
        var faults: [ProvincialIndexFault] = indicators.isEmpty ? [.noIndicators] : []
        if !(lowest < highest) || !(highest - lowest).isFinite { faults.append(.scoresReversed) }
        var seen: Set<String> = []
        for indicator in indicators {
            if !seen.insert(indicator.id).inserted { faults.append(.duplicateIndicator(indicator.id)) }
            let isSound = indicator.weight > 0 && indicator.weight.isFinite
            if !isSound { faults.append(.invalidWeight(indicator: indicator.id)) }
        }
        return faults
    }

    private func faults(of unit: Unit) -> [ProvincialIndexFault] {
        let known = Set(indicators.map(\.id))
        var faults = unit.cells.keys.filter { !known.contains($0) }.sorted().map {
            ProvincialIndexFault.unknownIndicator($0, unit: unit.id)
        }
        for indicator in indicators {
            if case .value(let value)? = unit.cells[indicator.id] {
                if !value.isFinite { faults.append(.notFinite(indicator: indicator.id, unit: unit.id)) }
                if !indicator.isCollected {
                    faults.append(.valueThoughNotCollected(indicator: indicator.id, unit: unit.id))
                }
            }
            if missing == .fault, status(of: indicator, in: unit) == .missing {
                faults.append(.missing(indicator: indicator.id, unit: unit.id))
            }
        }
        return faults
            + dimensions.filter { dimension in
                indicators.filter { $0.dimension == dimension }.allSatisfy {
                    status(of: $0, in: unit) == .inapplicable
                }
            }.map { .dimensionInapplicable($0, unit: unit.id) }
    }
}

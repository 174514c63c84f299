extension ProductivityAnalysis {
    /// The change of one unit.
    func change(_ pair: Pair, unit: Int) -> ProductivityChange {
        switch (frontier, measure) {
        case (.global, _): global(pair, unit)
        case (_, .radial(_, let returns)) where returns != .constant: rayDesli(pair, unit)
        default: contemporaneous(pair, unit)
        }
    }

    /// EC from the periods' own frontiers, the index from the frontier of all.
    private func global(_ pair: Pair, _ unit: Int) -> ProductivityChange {
        let own = Distances([.firstOwn, .secondOwn], of: pair, by: pair.constant)
        let all = Distances([.firstOnAll, .secondOnAll], of: pair, by: pair.constant)
        let index = all.ratio(.secondOnAll, .firstOnAll)
        let efficiency = own.ratio(.secondOwn, .firstOwn)
        return change(
            pair, unit, index: index, efficiency: efficiency, frontier: quotient(index, efficiency),
            pure: pure(pair), failures: own.failures + all.failures)
    }

    private func contemporaneous(_ pair: Pair, _ unit: Int) -> ProductivityChange {
        let distances = Distances(
            [.firstOwn, .secondOwn, .secondOnFirst, .firstOnSecond], of: pair, by: pair.meters)
        let efficiency = distances.ratio(.secondOwn, .firstOwn)
        let technical = distances.technicalChange
        return change(
            pair, unit, index: product(efficiency, technical), efficiency: efficiency, frontier: technical,
            pure: pure(pair), failures: distances.failures)
    }

    /// The index of constant returns; efficiency and frontier of variable returns; the rest is scale.
    private func rayDesli(_ pair: Pair, _ unit: Int) -> ProductivityChange {
        let four: [CrossDistance] = [.firstOwn, .secondOwn, .secondOnFirst, .firstOnSecond]
        let constant = Distances(four, of: pair, by: pair.constant)
        let variable = Distances(four, of: pair, by: pair.meters)
        let efficiency = variable.ratio(.secondOwn, .firstOwn)
        let technical = variable.technicalChange
        let index = product(constant.ratio(.secondOwn, .firstOwn), constant.technicalChange)
        return ProductivityChange(
            unit: panel.data[0].units[unit], from: panel.periods[pair.period], to: panel.periods[pair.period + 1],
            index: index, efficiencyChange: efficiency, frontierChange: technical,
            pureEfficiencyChange: efficiency, scaleChange: quotient(index, product(efficiency, technical)),
            failures: constant.failures + variable.failures)
    }

    /// PEC, for radial measures.
    private func pure(_ pair: Pair) -> Double? {
        guard case .radial = measure else { return nil }
        return Distances([.firstOwn, .secondOwn], of: pair, by: pair.variable).ratio(.secondOwn, .firstOwn)
    }

    private func change(
        _ pair: Pair, _ unit: Int, index: Double?, efficiency: Double?, frontier: Double?, pure: Double?,
        failures: [ProductivityChange.Failure]
    ) -> ProductivityChange {
        ProductivityChange(
            unit: panel.data[0].units[unit], from: panel.periods[pair.period], to: panel.periods[pair.period + 1],
            index: index, efficiencyChange: efficiency, frontierChange: frontier, pureEfficiencyChange: pure,
            scaleChange: quotient(efficiency, pure), failures: failures)
    }

    private func product(_ first: Double?, _ second: Double?) -> Double? {
        first.flatMap { first in second.map { first * $0 } }
    }

    private func quotient(_ first: Double?, _ second: Double?) -> Double? {
        first.flatMap { first in second.flatMap { $0 == 0 ? nil : first / $0 } }
    }
}

extension Improvement {
    /// The recipe run with other values of the unit.
    struct Trial {
        /// Whether the unit has the rank wanted, or a better one.
        let isReached: Bool
        /// The rank.
        let rank: Int
        /// The index of the unit less that of the unit to draw level with.
        let margin: Double
        /// The normalised scores of the unit by column.
        let scores: [Double?]
    }

    /// Runs the recipe with raw values of the unit changed.
    ///
    /// - Returns: `nil` when the recipe refuses the values, or leaves the unit without a rank.
    func trial(_ changes: [Int: Double]) -> Trial? {
        var changed = indicators
        for (column, value) in changes { changed[row, column] = value }
        guard let outcome = try? recipe.run(changed, denominators: denominators, metadata: metadata) else { return nil }
        return trial(outcome)
    }

    /// What an outcome says of the unit.
    func trial(_ outcome: IndexRecipe.Outcome) -> Trial? {
        let units = outcome.aggregates.units
        guard let own = units.firstIndex(of: unit), let rank = outcome.ranks[own],
            let column = outcome.aggregates.position(of: outcome.index),
            let score = outcome.aggregates[own, column], let normalised = outcome.stages[.normalised]
        else { return nil }
        let others = units.indices.filter { $0 != own }.compactMap { outcome.aggregates[$0, column] }.sorted(by: >)
        return Trial(
            isReached: rank <= target, rank: rank,
            margin: others.count < target ? .infinity : score - others[target - 1],
            scores: normalised.codes.indices.map { normalised[own, $0] })
    }

    /// The smallest number between two at which a trial reaches the rank, within a width.
    ///
    /// Each round tries where the line through both margins meets zero, then a width beside it, then the middle: on a line
    /// two trials are enough, and no shape needs more than bisection.
    ///
    /// - Parameters:
    ///   - low: a number at which the rank is not reached, with its trial if there is one.
    ///   - high: a number at which it is, with its trial.
    static func smallest(
        low: (at: Double, trial: Trial?), high: (at: Double, trial: Trial), width: Double,
        _ trial: (Double) -> Trial?
    ) -> (at: Double, trial: Trial) {
        var (low, high) = (low, high)
        func narrow(_ number: Double) -> Bool? {
            guard number > low.at, number < high.at else { return nil }
            let found = trial(number)
            if let found, found.isReached {
                high = (number, found)
                return true
            }
            low = (number, found)
            return false
        }
        while high.at - low.at > width {
            let middle = low.at + (high.at - low.at) / 2
            guard middle > low.at, middle < high.at else { break }
            if let below = low.trial?.margin, high.trial.margin.isFinite, high.trial.margin > below {
                let number = low.at + (high.at - low.at) * max(0, -below) / (high.trial.margin - below)
                if let isReached = narrow(number) { _ = narrow(isReached ? number - width : number + width) }
            }
            if high.at - low.at > width { _ = narrow(low.at + (high.at - low.at) / 2) }
        }
        return high
    }
}

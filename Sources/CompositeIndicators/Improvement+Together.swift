extension Improvement {
    /// The smallest joint improvement that reaches the rank, no indicator going beyond the best other unit.
    ///
    /// In normalised scores, with the effect g_i of each on the index: least squares is d_i = min(cap_i, t g_i), fewest
    /// points fills indicators in descending order of g_i. Where the index is a sum of w s with fixed bounds these are
    /// the optima; for other means g is taken anew at the point found until it stays (at most 30 times), and the best point
    /// found is kept. The size t is the smallest for which the recipe, run with the improved raw values, gives the rank.
    /// Where effects do not lead there (minimum and median have one part with an effect), all indicators go the same share of
    /// their way to the best other unit: that reaches the rank, and is not the smallest.
    ///
    /// - Throws: `ImprovementError.comparesUnits` for a recipe without such effects.
    public func together(_ effort: Effort = .leastSquares) throws -> Joint {
        let slope = try ScoreSlope(self)
        let columns = codes.compactMap { code in
            indicators.position(of: code).flatMap { ImprovementColumn(self, column: $0) }
        }
        var best: Candidate?
        var scores = slope.scores
        for _ in 0..<(effort == .leastSquares ? 30 : 1) {
            let effects = columns.map { slope.effect(of: $0.column, at: scores, step: 1e-5 * $0.cap) }
            guard let found = candidate(columns, effects, effort) else { break }
            if found.size < (best?.size ?? .infinity) { best = found }
            var next = slope.scores
            for (column, change) in zip(columns, found.changes) { next[column.column] += change }
            let moved = columns.map { abs(next[$0.column] - scores[$0.column]) / max($0.cap, 1e-300) }.max() ?? 0
            scores = next
            if moved <= 1e-8 { break }
        }
        return joint(columns, best)
    }

    /// Changes of scores that reach the rank.
    private struct Candidate {
        let changes: [Double]
        let size: Double
        let values: [Int: Double]
        let trial: Trial
    }

    private func candidate(
        _ columns: [ImprovementColumn], _ effects: [Double], _ effort: Effort
    ) -> Candidate? {
        let caps = columns.map(\.cap)
        let paths = [
            EffortPath(effects: effects, caps: caps, effort: effort),
            EffortPath(effects: caps, caps: caps, effort: .leastSquares),
        ]
        func values(_ path: EffortPath, _ length: Double) -> [Int: Double] {
            var result: [Int: Double] = [:]
            for (column, change) in zip(columns, path.changes(at: length)) where change > 0 {
                result[column.column] = column.raw(raisingScoreBy: change)
            }
            return result
        }
        for path in paths {
            guard path.length > 0, let end = trial(values(path, path.length)), end.isReached else { continue }
            let found = Self.smallest(
                low: (0, trial(baseline)), high: (path.length, end), width: 1e-11 * path.length
            ) { trial(values(path, $0)) }
            let changes = path.changes(at: found.at)
            let size = effort == .leastSquares ? changes.reduce(0) { $0 + $1 * $1 } : changes.reduce(0, +)
            return Candidate(changes: changes, size: size, values: values(path, found.at), trial: found.trial)
        }
        return nil
    }

    private func joint(_ columns: [ImprovementColumn], _ found: Candidate?) -> Joint {
        let before = trial(baseline)?.scores
        let steps = codes.compactMap { code -> Step? in
            guard let column = indicators.position(of: code) else { return nil }
            let now = indicators[row, column]
            guard let found else {
                return Step(
                    indicator: code, now: now, needed: nil, scoreChange: nil,
                    status: now == nil ? .missing : .unreachable)
            }
            guard now != nil, let value = found.values[column] else {
                let status: Status = now == nil ? .missing : .unchanged
                return Step(
                    indicator: code, now: now, needed: now, scoreChange: now == nil ? nil : 0, status: status)
            }
            return Step(
                indicator: code, now: now, needed: value,
                scoreChange: Self.difference(found.trial.scores, before, column),
                status: .reached)
        }
        return Joint(steps: steps, rank: found?.trial.rank)
    }
}

/// Changes of scores of growing size.
private struct EffortPath {
    let effects: [Double]
    let caps: [Double]
    let effort: Improvement.Effort

    /// The size at which every indicator of any effect is at its cap.
    var length: Double {
        let useful = effects.indices.filter { effects[$0] > 0 && caps[$0] > 0 }
        switch effort {
        case .leastSquares: return useful.map { caps[$0] / effects[$0] }.max() ?? 0
        case .fewestPoints: return useful.reduce(0) { $0 + caps[$1] }
        }
    }

    func changes(at size: Double) -> [Double] {
        switch effort {
        case .leastSquares: return effects.indices.map { max(0, min(caps[$0], size * effects[$0])) }
        case .fewestPoints:
            var result = effects.map { _ in 0.0 }
            var left = size
            for index in effects.indices.sorted(by: { (effects[$0], $1) > (effects[$1], $0) }) where effects[index] > 0
            {
                result[index] = min(left, caps[index])
                left -= result[index]
            }
            return result
        }
    }
}

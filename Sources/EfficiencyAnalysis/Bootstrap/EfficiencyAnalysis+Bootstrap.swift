internal import Foundation
internal import SensitivityAnalysis

extension EfficiencyAnalysis {
    /// Scores corrected for the bias of a frontier of observed units, with intervals, by the homogeneous smoothed
    /// bootstrap.
    ///
    /// A draw replaces each unit's efficiency by one drawn from all, smoothed by a normal kernel, reflected at 1 and
    /// brought back to the variance of the scores; inputs (or outputs) are moved accordingly, and the unit is held
    /// against the frontier of the moved units. The bandwidth is the normal reference rule, 0.9 min(s, IQR/1.34)
    /// n^(-1/5), on the scores reflected at 1 (ours: the source does not bind one). Bias and interval are taken
    /// on the distance d = 1/theta or phi: 2 d less the mean, and less the upper and lower quantile, of the draws. Draw k of unit i depends on seed, k and
    /// i alone.
    ///
    /// - Returns: the scores; `nil` for a unit without a score in all draws.
    /// Source: L. Simar, P. W. Wilson (1998), Management Science 44, 49.
    public func bootstrap(_ orientation: Orientation, runs: Int, seed: UInt64) -> [BootstrapScore?] {
        let model = RadialModel(technology, orientation, returns)
        let found = each { unit in
            try? model.factor(technology.point(unit), start: model.ownBasis(unit)).get()
        }
        let scores = found.map { $0.map { orientation == .input ? min($0.factor, 1) : min(1 / $0.factor, 1) } }
        let known = scores.compactMap { $0 }
        guard known.count == scores.count, runs > 1 else { return scores.map { _ in nil } }
        let smoother = Smoother(known)
        let draws = Parallel.map(count: runs, chunkSize: 2, threads: threads) { range in
            range.map { run in
                self.draw(run, seed, known, smoother, model, bases: found.map { $0?.basis ?? [] })
            }
        }.flatMap { $0 }
        return data.units.indices.map { unit in
            let values = draws.compactMap { $0[unit] }
            guard values.count == runs, let score = found[unit]?.factor else { return nil }
            return summary(unit, orientation, score, values)
        }
    }

    /// The scores of all units against the frontier of one draw.
    private func draw(
        _ run: Int, _ seed: UInt64, _ scores: [Double], _ smoother: Smoother, _ model: RadialModel, bases: [[Int]]
    ) -> [Double?] {
        let drawn = smoother.draw(scores, run: run, generator: CounterGenerator(seed: seed, stream: .bootstrap))
        let factors = zip(scores, drawn).map { model.orientation == .input ? $0 / $1 : $1 / $0 }
        let moved = RadialModel(
            technology.moved(model.orientation, by: factors), model.orientation, model.returns)
        return technology.units.map { unit in
            try? moved.factor(technology.point(unit), start: bases[unit]).get().factor
        }
    }

    /// The summary of a unit's draws, on the distance 1/theta or phi, which has no upper limit, so that no limit of an
    /// interval falls below zero.
    private func summary(_ unit: Int, _ orientation: Orientation, _ score: Double, _ draws: [Double]) -> BootstrapScore
    {
        let turned = { (value: Double) in orientation == .input ? 1 / value : value }
        let distance = turned(score)
        let distances = draws.map(turned)
        let mean = distances.reduce(0, +) / Double(distances.count)
        let quantiles = try? Quantiles(of: distances)
        let quantile = { (share: Double) in quantiles?.value(at: share) ?? .nan }
        let limits = [turned(2 * distance - quantile(0.975)), turned(2 * distance - quantile(0.025))]
        return BootstrapScore(
            unit: data.units[unit], score: score, corrected: turned(2 * distance - mean),
            low: min(limits[0], limits[1]), high: max(limits[0], limits[1]))
    }

    /// How much each score hangs on one other unit: the score without the benchmark that matters most. Leaving out a unit
    /// that is no benchmark changes nothing.
    public func leaveOneOut(_ orientation: Orientation) -> [LeaveOneOutRange?] {
        let model = RadialModel(technology, orientation, returns)
        return each { unit in
            let own = model.score(unit, named: data.units[unit], weights: .means)
            guard let score = own.score else { return nil }
            var (extreme, without): (Double, String?) = (score, nil)
            for peer in own.peers where peer.unit != unit {
                guard let found = try? model.factor(technology.point(unit), excluding: peer.unit).get() else {
                    continue
                }
                if abs(found.factor - score) > abs(extreme - score) + 1e-9 {
                    (extreme, without) = (found.factor, data.units[peer.unit])
                }
            }
            return LeaveOneOutRange(unit: data.units[unit], score: score, extreme: extreme, without: without)
        }
    }
}

extension Technology {
    /// The numbers of the units.
    var units: Range<Int> { 0..<count }

    /// The frontier of units whose inputs or outputs are multiplied, each unit by its own factor.
    func moved(_ orientation: Orientation, by factors: [Double]) -> Technology {
        func moved(_ rows: [[Double]]) -> [[Double]] { rows.map { row in zip(row, factors).map { $0 * $1 } } }
        return Technology(
            inputs: orientation == .input ? moved(inputs) : inputs,
            outputs: orientation == .output ? moved(outputs) : outputs, bads: bads, count: count, scales: scales)
    }
}

/// Draws efficiencies from a smoothed distribution on (0, 1].
private struct Smoother {
    let bandwidth: Double
    let variance: Double

    init(_ scores: [Double]) {
        let reflected = (scores + scores.map { 2 - $0 }).sorted()
        let count = Double(reflected.count)
        let spread = (reflected.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / (count - 1)).squareRoot()
        let quartile = { (share: Double) in reflected[min(reflected.count - 1, Int(share * count))] }
        let range = (quartile(0.75) - quartile(0.25)) / 1.34
        let scale = range > 0 ? min(spread, range) : spread
        bandwidth = 0.9 * scale * pow(count, -0.2)
        let mean = scores.reduce(0, +) / Double(scores.count)
        variance = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(max(1, scores.count - 1))
    }

    /// The efficiencies of a run.
    func draw(_ scores: [Double], run: Int, generator: CounterGenerator) -> [Double] {
        let picked = scores.indices.map { unit in
            let place = generator.openUniform(run: run, input: unit, draw: 0)
            return scores[min(scores.count - 1, Int(place * Double(scores.count)))]
        }
        let mean = picked.reduce(0, +) / Double(picked.count)
        let shrink = variance > 0 ? 1 / (1 + bandwidth * bandwidth / variance).squareRoot() : 1
        return picked.enumerated().map { unit, value in
            let moved = value + bandwidth * generator.normal(run: run, input: unit, draw: 1)
            let reflected = moved > 1 ? 2 - moved : moved
            return min(1, max(1e-6, mean + (reflected - mean) * shrink))
        }
    }
}

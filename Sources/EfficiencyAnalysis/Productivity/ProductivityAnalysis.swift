internal import SensitivityAnalysis

/// Change of productivity between the periods of a panel.
///
/// With E^t(s) the efficiency of period s against the frontier of t: 1/phi or theta (Malmquist), or 1/(1 + beta)
/// (Malmquist-Luenberger). EC = E^{t+1}(t+1)/E^t(t), TC = sqrt[E^t(t+1)/E^{t+1}(t+1) E^t(t)/E^{t+1}(t)], index = EC TC.
/// With a frontier of all periods: index = E^G(t+1)/E^G(t), which can always be computed and multiplies up over periods;
/// its old values change when a period is added.
///
/// Source: Färe, Grosskopf, Norris & Zhang (1994), American Economic Review 84, 66; Chung, Färe & Grosskopf (1997);
/// D. Oh (2010), Journal of Productivity Analysis 34, 183.
public struct ProductivityAnalysis: Sendable {
    /// What distance is measured.
    public enum Measure: Hashable, Sendable {
        /// By a factor of inputs or outputs (Malmquist); under variable returns after Ray & Desli (1997).
        case radial(Orientation, ReturnsToScale)
        /// Along a direction (Malmquist-Luenberger); constant returns.
        case directional(Disposability, moving: [String]?)
    }

    /// Which observations span the frontier of a period.
    public enum Frontier: String, Hashable, Sendable, CaseIterable {
        /// Those of the period.
        case contemporaneous
        /// Those of all periods.
        case global
        /// Those of all periods up to it: the frontier never moves back.
        case sequential
    }

    /// The panel.
    public let panel: ProductionPanel
    /// What distance is measured.
    public let measure: Measure
    /// Which observations span a frontier.
    public let frontier: Frontier
    /// At most so many threads; `nil` for all cores.
    public let threads: Int?

    /// Prepares an analysis.
    public init(
        _ panel: ProductionPanel, _ measure: Measure, frontier: Frontier = .global, threads: Int? = nil
    ) {
        self.panel = panel
        self.measure = measure
        self.frontier = frontier
        self.threads = threads
    }

    /// The changes, by pair of neighbouring periods and unit.
    ///
    /// - Throws: `EfficiencyFaults` for a direction that is not one.
    public func changes() throws(EfficiencyFaults) -> [ProductivityChange] {
        let pooled = try panel.pooled(0..<panel.periods.count)
        let scales = Technology.means(pooled)
        let all = Technology(pooled, scales: scales)
        let own = panel.data.map { Technology($0, scales: scales) }
        var frontiers = own
        if frontier == .sequential {
            for period in own.indices.dropFirst() {
                frontiers[period] = Technology(try panel.pooled(0..<period + 1), scales: scales)
            }
        }
        let meters = try frontiers.map { technology throws(EfficiencyFaults) in try meter(technology, returns) }
        let constant = try frontiers.map { technology throws(EfficiencyFaults) in try meter(technology, .constant) }
        let variable = try frontiers.map { technology throws(EfficiencyFaults) in try meter(technology, .variable) }
        let overall = try meter(all, .constant)
        let units = panel.data[0].units.count
        let found = Parallel.map(count: (panel.periods.count - 1) * units, chunkSize: 4, threads: threads) { range in
            range.map { number in
                let (period, unit) = (number / units, number % units)
                let pair = Pair(
                    first: own[period].point(unit), second: own[period + 1].point(unit), meters: meters,
                    constant: constant, variable: variable, overall: overall, period: period)
                return self.change(pair, unit: unit)
            }
        }
        return found.flatMap { $0 }
    }

    private var returns: ReturnsToScale {
        if case .radial(_, let returns) = measure { returns } else { .constant }
    }

    private func meter(_ technology: Technology, _ returns: ReturnsToScale) throws(EfficiencyFaults) -> DistanceMeter {
        switch measure {
        case .radial(let orientation, _): return .radial(RadialModel(technology, orientation, returns))
        case .directional(let disposability, let moving):
            let moves = try panel.data[0].moves(moving, disposability)
            return .directional(DirectionalModel(technology, disposability, returns, moves))
        }
    }
}
